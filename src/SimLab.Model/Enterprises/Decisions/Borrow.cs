using SimLab.Model.Chance;
using SimLab.Model.Forms;
using SimLab.Model.Papers;

namespace SimLab.Model.Enterprises.Decisions;

/// <summary>Does the firm ask the bank for money this month, and for how much?</summary>
public static class Borrow
{
    private const int DebtTrait = 111;                     // address of the lasting trait

    public static void Ask(ref Life life)
    {
        ref var e = ref life.E;
        if (e.MonthsSinceRefusal < byte.MaxValue) e.MonthsSinceRefusal++;
        var habits = life.Habits;

        var gap = Gap(life);
        if (gap < Fen.FromYuan(habits.SmallestLoan)) return;                     // own money first

        // Discouraged borrowers: a firm that was refused lately, or never borrowed, often does not even ask.
        var nerve = habits.ReadinessToAsk
            * (e.MonthsSinceRefusal <= 12 ? habits.NerveAfterRefusal : 1)
            * (e.Is(Standing.EverBorrowed) ? 1 : habits.NerveOfFirstTimer)
            * (1 + habits.AsksWhenCheaper * 100 * FeeSpared(life, gap));
        if (!life.Dice.Says(Matter.AskBank, nerve)) return;
        // Many owners want no bank's money, cheap or dear, and grow by what they earn.
        if (!e.Is(Standing.EverBorrowed) && life.Trait(DebtTrait) < habits.ShunsDebt) return;

        var application = new LoanApplication
        {
            Amount = gap,
            FirstLoan = !e.Is(Standing.EverBorrowed),
            OwedByCustomer = e.OwedByCustomer,
            OwedByPublic = e.OwedByPublic,
            SellsToLeader = life.Firm.Tier == Tier.First,
            Cover = Cover(e, gap),
            Patents = e.Class1Ip,
            Score = BankView(ref life, gap),
            Standard = habits.BankStandard,
        };
        life.Pass(life.Desk.LoanApplications, ref application);
        life.Count(Indicator.LoanApplications);
        life.Count(Indicator.LoansAsked, application.Amount);
        life.File(life.Tray.LoanApplications, new LoanRequest(
            application.Amount, application.Score, application.Standard, application.Priority, application.RateCut,
            application.FirstLoan, life.Card.Size, life.Card.Titles != 0));
    }

    /// <summary>Share of all the firm would owe with the new loan that its fixed assets cover.</summary>
    private static double Cover(in Enterprise e, long amount) => Math.Min(1, e.FixedAssets / Math.Max(1.0, e.Loan + amount));

    /// <summary>A guarantor's fee where an SME has little to pledge, share of the amount.</summary>
    public static double GuaranteeFee(in Life life, long amount) =>
        life.Card.IsSme && Cover(life.E, amount) < life.Habits.GuaranteeBelow ? life.Habits.GuaranteeFee : 0;

    // What measures would take off the fee; share of the amount.
    private static double FeeSpared(in Life life, long amount)
    {
        var fee = GuaranteeFee(life, amount);
        if (fee == 0) return 0;
        var contract = new LoanContract { Amount = amount, GuaranteeFee = fee };
        life.Preview(life.Desk.LoanContracts, ref contract);
        return fee - contract.GuaranteeFee;
    }

    /// <summary>Money missing for half a year of investment and for working capital, within what a bank lends to such sales; fen.</summary>
    private static long Gap(in Life life)
    {
        ref readonly var e = ref life.E;
        var habits = life.Habits;
        var sales = Fen.FromYuan(e.Demand * 12);
        var spare = e.Cash - Fen.FromYuan(Invest.MonthlyCosts(life) * habits.CashBuffer);
        var gap = Invest.Plan(life) * 6 - spare;
        var wants = life.Card.IsSme ? habits.WantsCredit : habits.LargeWantCredit;
        if (e.Loan > 0) gap = Math.Max(gap, Fen.Share(sales, life.Firm.CreditNeed * wants) - e.Loan - Math.Max(0, spare));
        return Math.Min(gap, Fen.Share(sales, life.Firm.CreditNeed * habits.LargestCredit) - e.Loan);
    }

    /// <summary>What the loan officer thinks of the firm, about 0 to 1.</summary>
    private static double BankView(ref Life life, long amount)
    {
        ref readonly var e = ref life.E;
        var habits = life.Habits;
        var debtRatio = (e.Loan + amount + e.Payable) / Math.Max(1.0, e.TotalAssets + amount);
        var cover = Cover(e, amount);
        return 0.45
            + habits.BankLikesSize * Math.Log10(Math.Max(100_000, e.Demand * 12) / 1e6)
            + (life.Card.Titles != 0 ? habits.BankLikesTitles : 0)
            + habits.BankLikesCollateral * cover
            - habits.BankFearsDebt * Math.Max(0, debtRatio - 0.6)
            - (e.AgeMonths < 24 ? habits.BankFearsYouth : 0)
            + life.Dice.Bell(Matter.BankView, habits.BankDoubt);
    }
}
