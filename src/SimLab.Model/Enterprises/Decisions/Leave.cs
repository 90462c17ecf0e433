using SimLab.Model.Chance;
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

        var costs = Invest.MonthlyCosts(context);
        if (context.Firm.LeadsChain || context.Card.Size == SizeClass.Large)
        {
            // Owners of large firms, including the state, inject equity rather than let them fail.
            var hole = -e.Cash - Fen.FromYuan(costs);
            if (hole > 0) context.Receive(Indicator.EquityIn, hole);
            return;
        }

        var insolvent = Fen.ToYuan(-e.Cash) > costs * context.Behaviour.OverdraftLimit;
        // The base hazard is for the industry's median firm at the median age; it falls with size and age.
        var size = Math.Max(0.2, e.Demand * 12 / context.Firm.UsualSales);
        var age = Math.Max(1, e.AgeMonths / 12.0) / context.Behaviour.ExitUsualAge;
        var hazard = insolvent ? 0.25
            : context.Behaviour.ExitRate / 12 * Math.Pow(
            size, -context.Behaviour.ExitSizePower) * Math.Pow(age, -context.Behaviour.ExitAgePower);
        if (!context.Draws.Bernoulli(DrawId.Exit, hazard)) return;
        Close(ref context, insolvent);
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
