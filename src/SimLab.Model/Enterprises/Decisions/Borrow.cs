using SimLab.Model.Chance;
using SimLab.Model.Forms;
using SimLab.Model.Messages;

namespace SimLab.Model.Enterprises.Decisions;

/// <summary>Decides whether the firm applies for a loan this month, and for how much.</summary>
public static class Borrow
{
    private const int DebtAversionEffect = 111;                     // address of the firm effect

    /// <summary>Sends a loan application if the firm has a funding gap and decides to ask.</summary>
    public static void Ask(ref FirmContext context)
    {
        ref var e = ref context.State;
        if (e.MonthsSinceRefusal < byte.MaxValue) e.MonthsSinceRefusal++;
        var behaviour = context.Behaviour;

        var gap = Gap(context);
        if (gap < Fen.FromYuan(behaviour.SmallestLoan)) return;                     // own money first

        // Discouraged borrowers: a firm that was refused recently or never borrowed often does not apply.
        var propensity = behaviour.ReadinessToAsk
            * (e.MonthsSinceRefusal <= 12 ? behaviour.PropensityAfterRefusal : 1)
            * (e.Is(Standing.EverBorrowed) ? 1 : behaviour.PropensityOfFirstTimer)
            * (1 + behaviour.AsksWhenCheaper * 100 * FeeSpared(context, gap));
        if (!context.Draws.Bernoulli(DrawId.AskBank, propensity)) return;
        // Many owners want no bank loan at any price and grow from profits.
        if (!e.Is(Standing.EverBorrowed) && context.FirmEffect(DebtAversionEffect) < behaviour.ShunsDebt) return;

        var application = new LoanApplication
        {
            Amount = gap,
            FirstLoan = !e.Is(Standing.EverBorrowed),
            OwedByCustomer = e.OwedByCustomer,
            OwedByPublic = e.OwedByPublic,
            SellsToLeader = context.Firm.Tier == Tier.First,
            Cover = Cover(e, gap),
            Patents = e.Class1Ip,
            Score = BankView(ref context, gap),
            Standard = behaviour.BankStandard,
        };
        context.Pass(context.Desk.LoanApplications, ref application);
        context.Count(Indicator.LoanApplications);
        context.Count(Indicator.LoansAsked, application.Amount);
        context.Send(context.Outbox.LoanApplications, new LoanRequest(
            application.Amount, application.Score, application.Standard, application.Priority, application.RateCut,
            application.FirstLoan, context.Card.Size, context.Card.Titles != 0));
    }

    /// <summary>Share of total debt, including the new loan, covered by fixed assets.</summary>
    private static double Cover(in Enterprise e, long amount) => Math.Min(1, e.FixedAssets / Math.Max(1.0, e.Loan + amount));

    /// <summary>Guarantor's fee of an SME with little collateral, share of the amount; otherwise 0.</summary>
    public static double GuaranteeFee(in FirmContext context, long amount) =>
        context.Card.IsSme && Cover(context.State, amount) < context.Behaviour.GuaranteeBelow ? context.Behaviour.GuaranteeFee : 0;

    // Reduction of the fee by measures; share of the amount.
    private static double FeeSpared(in FirmContext context, long amount)
    {
        var fee = GuaranteeFee(context, amount);
        if (fee == 0) return 0;
        var contract = new LoanContract { Amount = amount, GuaranteeFee = fee };
        context.Preview(context.Desk.LoanContracts, ref contract);
        return fee - contract.GuaranteeFee;
    }

    /// <summary>Gap for half a year of investment and for working capital, up to the lending limit, fen.</summary>
    private static long Gap(in FirmContext context)
    {
        ref readonly var e = ref context.State;
        var behaviour = context.Behaviour;
        var sales = Fen.FromYuan(e.Demand * 12);
        var spare = e.Cash - Fen.FromYuan(Invest.MonthlyCosts(context) * behaviour.CashBuffer);
        var gap = Invest.Plan(context) * 6 - spare;
        var wants = context.Card.IsSme ? behaviour.WantsCredit : behaviour.LargeWantCredit;
        if (e.Loan > 0) gap = Math.Max(gap, Fen.Share(sales, context.Firm.CreditNeed * wants) - e.Loan - Math.Max(0, spare));
        return Math.Min(gap, Fen.Share(sales, context.Firm.CreditNeed * behaviour.LargestCredit) - e.Loan);
    }

    /// <summary>Credit score of the firm, about 0 to 1.</summary>
    private static double BankView(ref FirmContext context, long amount)
    {
        ref readonly var e = ref context.State;
        var behaviour = context.Behaviour;
        var debtRatio = (e.Loan + amount + e.Payable) / Math.Max(1.0, e.TotalAssets + amount);
        var cover = Cover(e, amount);
        return 0.45
            + behaviour.BankLikesSize * Math.Log10(Math.Max(100_000, e.Demand * 12) / 1e6)
            + (context.Card.Titles != 0 ? behaviour.BankLikesTitles : 0)
            + behaviour.BankLikesCollateral * cover
            - behaviour.BankFearsDebt * Math.Max(0, debtRatio - 0.6)
            - (e.AgeMonths < 24 ? behaviour.BankFearsYouth : 0)
            + context.Draws.Logistic(DrawId.BankView, behaviour.BankDoubt);
    }
}
