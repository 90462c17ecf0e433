using SimLab.Model.Chance;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises.Operations;
using SimLab.Model.Forms;
using SimLab.Model.Messages;

namespace SimLab.Model.Enterprises.Decisions;

/// <summary>Decides whether the firm applies for a loan this month, and for how much.</summary>
public static class Borrow
{
    private const int DebtAversionEffect = 111, BankViewEffect = 114;    // addresses of the firm effects

    /// <summary>Sends a loan application if the firm has a funding gap and decides to ask.</summary>
    public static void Ask(ref FirmContext context)
    {
        ref var e = ref context.State;
        if (e.MonthsSinceRefusal < byte.MaxValue) e.MonthsSinceRefusal++;
        var behaviour = context.Behaviour;

        var spare = e.Cash - Fen.FromYuan(Liquidity.MonthlyCosts(context) * behaviour.CashBuffer);
        var gap = Gap(e, Invest.Plan(context), spare, context.Firm.CreditNeed, context.Card.IsSme, behaviour);
        if (gap < Fen.FromYuan(behaviour.SmallestLoan)) return;                     // own money first

        var propensity = Propensity(e.MonthsSinceRefusal, e.Is(Standing.EverBorrowed), FeeSpared(context, gap), behaviour);
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
            FullPledge = behaviour.FullPledge,
            Score = BankView(e, gap, context.Card.Titles != 0, behaviour) + Doubt(
                context.FirmEffect(BankViewEffect), context.Draws.Logistic(DrawId.BankView, behaviour.BankDoubt), behaviour),
            Standard = behaviour.BankStandard,
        };
        context.Pass(context.Desk.LoanApplications, ref application);
        context.Count(Indicator.LoanApplications);
        context.Count(Indicator.LoansAsked, application.Amount);
        context.Send(context.Outbox.LoanApplications, new LoanRequest(
            application.Amount, application.Score, application.Standard, application.Priority, application.RateCut,
            application.FirstLoan, context.Card.Size, context.Card.Titles != 0));
    }

    /// <summary>What a loan officer sees beside the books, score: part of it stays with the firm for life.</summary>
    /// <param name="effect">Effect of the firm, uniform on (0, 1).</param>
    /// <param name="luck">Luck of the month, with the whole spread.</param>
    /// <param name="behaviour">Behavioural parameters.</param>
    internal static double Doubt(double effect, double luck, BehaviouralParameters behaviour) =>
        Draws.LogisticQuantile(effect, behaviour.BankDoubt * Math.Sqrt(behaviour.BankDoubtLasts))
            + luck * Math.Sqrt(1 - behaviour.BankDoubtLasts);

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

    /// <summary>Gap for the investment of the next months and for working capital, up to the lending limit, fen.</summary>
    /// <param name="e">The firm.</param>
    /// <param name="investment">Investment planned for a month, fen.</param>
    /// <param name="spare">Cash beyond the buffer, fen; below zero if the buffer is not full.</param>
    /// <param name="creditNeed">Credit the firm works with, share of yearly sales.</param>
    /// <param name="isSme">Small and medium firms want more credit than they work with: theirs is rationed.</param>
    /// <param name="behaviour">Behavioural parameters.</param>
    internal static long Gap(
        in Enterprise e, long investment, long spare, float creditNeed, bool isSme, BehaviouralParameters behaviour)
    {
        var sales = Fen.FromYuan(e.ExpectedSales(behaviour.MonthsToDeliver) * 12);
        var gap = Fen.Share(investment, behaviour.InvestmentAhead) - spare;
        var wants = isSme ? behaviour.WantsCredit : behaviour.LargeWantCredit;
        if (e.Loan > 0) gap = Math.Max(gap, Fen.Share(sales, creditNeed * wants) - e.Loan - Math.Max(0, spare));
        return Math.Min(gap, Fen.Share(sales, creditNeed * behaviour.LargestCredit) - e.Loan);
    }

    /// <summary>
    /// Chance a month that a firm with a gap asks. Discouraged borrowers, refused lately or without a loan so far,
    /// often do not.
    /// </summary>
    /// <param name="monthsSinceRefusal">Months since a bank refused.</param>
    /// <param name="everBorrowed">Whether the firm ever had a loan.</param>
    /// <param name="feeSpared">Guarantor's fee that measures spare the firm, share of the amount.</param>
    /// <param name="behaviour">Behavioural parameters.</param>
    internal static double Propensity(int monthsSinceRefusal, bool everBorrowed, double feeSpared, BehaviouralParameters behaviour) =>
        behaviour.ReadinessToAsk
            * (monthsSinceRefusal <= behaviour.RefusalRemembered ? behaviour.PropensityAfterRefusal : 1)
            * (everBorrowed ? 1 : behaviour.PropensityOfFirstTimer)
            * (1 + behaviour.AsksWhenCheaper * 100 * feeSpared);

    /// <summary>Credit score of a firm that asks for an amount (fen), about 0 to 1, as its books show it.</summary>
    internal static double BankView(in Enterprise e, long amount, bool titled, BehaviouralParameters behaviour)
    {
        var debtRatio = (e.Loan + amount + e.Payable) / Math.Max(1.0, e.TotalAssets + amount);
        var cover = Cover(e, amount);
        return behaviour.BankUsualScore
            + behaviour.BankLikesSize
                * PortableMath.Log10(Math.Max(behaviour.BankSmallestSales, e.ExpectedSales(behaviour.MonthsToDeliver) * 12) / 1e6)
            + (titled ? behaviour.BankLikesTitles : 0)
            + behaviour.BankLikesCollateral * cover
            - behaviour.BankFearsDebt * Math.Max(0, debtRatio - behaviour.BankBearsDebt)
            - (e.AgeMonths < behaviour.BankFearsYouthUntil ? behaviour.BankFearsYouth : 0);
    }
}
