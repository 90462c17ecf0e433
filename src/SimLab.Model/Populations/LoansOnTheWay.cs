using SimLab.Model.Economy;
using SimLab.Model.Messages;

namespace SimLab.Model.Populations;

/// <summary>
/// Loans that banks granted SMEs in the month before the first: the principal due and not renewed in a month plus a
/// month of the year's growth, under the default behavioural parameters. Without them the first month would see only
/// repayments.
/// </summary>
internal static class LoansOnTheWay
{
    private static readonly BehaviouralParameters Rules = new();

    public static IEnumerable<Settlement> Settlements(FirmBuilder[] drafts, PopulationRecipe recipe, InitialDraws draws)
    {
        var monthly = (1 - Rules.RolledOver) / Rules.LoanMonths + new Macro().BankCreditGrowth.In((recipe.At + 1).Year) / 12;
        var borrowers = drafts.Where(d => !d.Vacant && d.State.Loan > 0 && d.State.LentAs != SizeClass.Large);
        foreach (var alike in borrowers.GroupBy(d => d.State.LentAs))
        {
            var room = Fen.Share(alike.Sum(d => d.Weight * d.State.Loan), monthly);
            foreach (var draft in Fitting.Lottery(alike, _ => 1, draws, InitialDrawId.LoanOnTheWay))
            {
                var amount = Fen.Share(draft.State.Loan, recipe.Loans.OnTheWay.Value);
                if (amount == 0 || draft.Weight * amount > room) continue;
                room -= draft.Weight * amount;
                yield return new(draft.Id, 0, SettlementKind.LoanGranted, (byte)draft.SizeClass, amount, draft.State.LoanRate);
            }
        }
    }
}
