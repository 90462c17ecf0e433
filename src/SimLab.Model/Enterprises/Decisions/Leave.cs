using SimLab.Model.Chance;
using SimLab.Model.Papers;

namespace SimLab.Model.Enterprises.Decisions;

/// <summary>Firms close: some by choice, small ones oftener; some because creditors will wait no longer.</summary>
public static class Leave
{
    public static void Decide(ref Life life)
    {
        ref var e = ref life.E;
        e.AgeMonths = (ushort)Math.Min(ushort.MaxValue, e.AgeMonths + 1);

        var costs = Invest.MonthlyCosts(life);
        if (life.Firm.LeadsChain || life.Card.Size == SizeClass.Large)
        {
            // Owners of large firms, the state among them, put money in rather than let them fail.
            var hole = -e.Cash - Fen.FromYuan(costs);
            if (hole > 0) life.Receive(Indicator.EquityIn, hole);
            return;
        }

        var insolvent = Fen.ToYuan(-e.Cash) > costs * life.Habits.OverdraftLimit;
        // The hazard is that of the industry's median firm at the median age; it falls with size and with age.
        var size = Math.Max(0.2, e.Demand * 12 / life.Firm.UsualSales);
        var age = Math.Max(1, e.AgeMonths / 12.0) / life.Habits.ExitUsualAge;
        var hazard = insolvent ? 0.25 : life.Habits.ExitRate / 12 * Math.Pow(size, -life.Habits.ExitSizePower) * Math.Pow(age, -life.Habits.ExitAgePower);
        if (!life.Dice.Says(Matter.Exit, hazard)) return;
        Close(ref life, insolvent);
    }

    private static void Close(ref Life life, bool insolvent)
    {
        ref var e = ref life.E;
        var scrap = Fen.Share(e.FixedAssets, life.Habits.ScrapValue);
        life.Receive(Indicator.EquityIn, scrap);           // somebody outside buys the machines

        var repaid = Math.Clamp(e.Cash, 0, e.Loan);
        life.Pay(Indicator.Principal, repaid);
        if (e.LentAs != SizeClass.Large) life.Count(Indicator.SmePrincipal, repaid);
        life.Count(Indicator.LoansWrittenOff, e.Loan - repaid);

        // Suppliers along the chain come after the bank. What is left goes to the owners, or is the loss of others who will not be paid.
        TradeAlongChain.Settle(ref life);
        life.Pay(Indicator.Liquidated, e.Cash);
        life.Count(Indicator.VatCreditLeft, e.VatCredit);
        life.Count(Indicator.PublicClaimsLeft, e.OwedByPublic.Total);
        var claims = e.OwedByCustomer.Total;
        life.Count(Indicator.ChainClaimsLeft, claims);
        if (claims > 0) life.File(life.Tray.ChainEstates, new ChainMoney(life.Firm.CustomerAccount, claims));

        life.Count(Indicator.DemandLeft, Fen.FromYuan(e.Demand));
        life.Count(Indicator.Left);
        if (insolvent) life.Count(Indicator.Insolvent);
        life.Happened(insolvent ? EventKind.Insolvent : EventKind.Left);
        e = default;
    }
}
