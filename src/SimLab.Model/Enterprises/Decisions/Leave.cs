using SimLab.Model.Chance;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises.Operations;
using SimLab.Model.Messages;

namespace SimLab.Model.Enterprises.Decisions;

/// <summary>Exit: some firms close by choice, small ones more often; some because creditors stop waiting.</summary>
public static class Leave
{
    /// <summary>Adds a month of age and applies the exit hazard; large firms and leaders never close.</summary>
    public static void Decide(ref FirmContext context)
    {
        ref var e = ref context.State;
        e.AgeMonths = (ushort)Math.Min(ushort.MaxValue, e.AgeMonths + 1);

        var costs = Liquidity.MonthlyCosts(context);
        if (context.Firm.LeadsChain || context.Card.Size == SizeClass.Large)
        {
            // Owners of large firms, including the state, inject equity rather than let them fail.
            var hole = -e.Cash - Fen.FromYuan(costs);
            if (hole > 0) context.Receive(Indicator.EquityIn, hole);
            return;
        }

        var insolvent = IsInsolvent(e.Cash, costs, context.Behaviour);
        var hazard = Hazard(insolvent, context.ExpectedSales * 12 / context.Firm.UsualSales, e.AgeMonths, context.Behaviour);
        if (!insolvent && LosesForLong(e, context.ExpectedSales, context.Behaviour)) hazard *= context.Behaviour.LossesClose;
        if (!context.Draws.Bernoulli(DrawId.Exit, hazard)) return;
        Close(ref context, insolvent);
    }

    /// <summary>Whether the overdraft (negative cash, fen) exceeds the months of costs (yuan) that creditors bear.</summary>
    internal static bool IsInsolvent(long cash, double monthlyCosts, BehaviouralParameters behaviour) =>
        Fen.ToYuan(-cash) > monthlyCosts * behaviour.OverdraftLimit;

    /// <summary>Whether the owners see no end of losses: they carry many forward, and the cash is gone.</summary>
    internal static bool LosesForLong(in Enterprise e, double monthlySales, BehaviouralParameters behaviour) =>
        e.Cash < 0 && Fen.ToYuan(e.LossCarried) > behaviour.LossesBorne * 12 * monthlySales;

    /// <summary>
    /// Chance of closing this month. The base hazard is for the industry's median firm at the median age; it falls with
    /// size and age.
    /// </summary>
    /// <param name="insolvent">Whether creditors have stopped waiting.</param>
    /// <param name="relativeSales">Yearly sales, times those of the industry's median firm.</param>
    /// <param name="ageMonths">Age, months.</param>
    /// <param name="behaviour">Behavioural parameters.</param>
    internal static double Hazard(bool insolvent, double relativeSales, int ageMonths, BehaviouralParameters behaviour)
    {
        if (insolvent) return behaviour.InsolventClose;
        var size = Math.Max(behaviour.ExitLeastSize, relativeSales);
        var age = Math.Max(behaviour.ExitLeastAge, ageMonths / 12.0) / behaviour.ExitUsualAge;
        return behaviour.ExitRate / 12 * PortableMath.Pow(size, -behaviour.ExitSizePower) * PortableMath.Pow(age, -behaviour.ExitAgePower);
    }

    private static void Close(ref FirmContext context, bool insolvent)
    {
        ref var e = ref context.State;
        var scrap = Fen.Share(e.FixedAssets, context.Behaviour.ScrapValue);
        context.Receive(Indicator.EquityIn, scrap);           // an outside buyer takes the machines

        var repaid = Math.Clamp(e.Cash, 0, e.Loan);
        context.Pay(Indicator.Principal, repaid);
        if (e.LentAs != SizeClass.Large) context.Count(Indicator.SmePrincipal, repaid);
        context.Count(Indicator.LoansWrittenOff, e.Loan - repaid);

        // Suppliers along the chain come after the bank. The rest goes to the owners, or is a loss of unpaid creditors.
        TradeAlongChain.Settle(ref context);
        context.Pay(Indicator.Liquidated, e.Cash);
        context.Count(Indicator.VatCreditLeft, e.VatCredit);
        context.Count(Indicator.PublicClaimsLeft, e.OwedByPublic.Total);
        var claims = e.OwedByCustomer.Total;
        context.Count(Indicator.ChainClaimsLeft, claims);
        if (claims > 0) context.Send(context.Outbox.ChainClaimsOfExited, new ChainMoney(context.Firm.CustomerAccount, claims));

        context.Count(Indicator.DemandLeft, Fen.FromYuan(e.Demand));
        context.Count(Indicator.Left);
        if (insolvent) context.Count(Indicator.Insolvent);
        context.Record(insolvent ? EventKind.Insolvent : EventKind.Left);
        e = default;
    }
}
