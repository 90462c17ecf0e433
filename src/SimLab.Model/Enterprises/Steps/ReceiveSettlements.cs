using SimLab.Model.Chance;
using SimLab.Model.Enterprises.Decisions;
using SimLab.Model.Enterprises.Operations;
using SimLab.Model.Forms;
using SimLab.Model.Messages;
using SimLab.Model.Recognition;
using SimLab.Model.Rulebook;

namespace SimLab.Model.Enterprises.Steps;

/// <summary>Books the settlements of markets and offices for last month's messages.</summary>
public static class ReceiveSettlements
{
    /// <summary>Books a firm's settlements of the month, then records titles that lapsed.</summary>
    public static void Apply(ref FirmContext context, ReadOnlySpan<Settlement> received)
    {
        foreach (ref readonly var settlement in received) Apply(ref context, settlement);
        for (Title title = 0; (int)title < Places.Titles; title++)
            if (context.State.Holds(title, context.Month - 1) && !context.State.Holds(title, context.Month))
                context.Record(EventKind.TitleLost, (int)title);
    }

    private static void Apply(ref FirmContext context, in Settlement settlement)
    {
        ref var e = ref context.State;
        switch (settlement.Kind)
        {
            case SettlementKind.LoanGranted:
                TakeLoan(ref context, settlement.Amount, settlement.Rate);
                break;
            case SettlementKind.LoanRefused:
                e.MonthsSinceRefusal = 0;
                context.Count(Indicator.LoanRefusals);
                context.Record(EventKind.LoanRefused, 0, settlement.Amount);
                break;
            case SettlementKind.BidWon:
                e.OrdersPublic += settlement.Amount;
                context.Count(Indicator.BidsWon);
                context.Count(Indicator.PublicOrdersWon, settlement.Amount);
                context.Record(EventKind.BidWon, settlement.Which, settlement.Amount);
                break;
            case SettlementKind.ChainOrderWon:
                // An order along the chain is a claim at once; SupplyMarket explains why both ends are booked together.
                e.OrdersChain += settlement.Amount;
                e.OwedByCustomer.NotDue += settlement.Amount;
                context.Count(Indicator.ChainOrdersWon, settlement.Amount);
                context.Count(
                    Indicator.AddedToMarket, -Fen.Share(settlement.Amount, settlement.Rate * context.Behaviour.ChainTakesFromOthers));
                break;
            case SettlementKind.ChainOrderPlaced:
                e.Payable += settlement.Amount;
                context.PlacedAlongChain += settlement.Amount;
                context.Count(Indicator.ChainOrdersPlaced, settlement.Amount);
                break;
            case SettlementKind.ChainPaid:
                context.Receive(Indicator.ChainPaid, settlement.Amount);
                e.OwedByCustomer.PayOldestFirst(settlement.Amount);
                break;
            case SettlementKind.ChainClaimLost:
                LoseClaim(ref context, settlement.Amount);
                break;
            case SettlementKind.Hired:
                var people = (int)Math.Min(settlement.Amount, ushort.MaxValue - e.RndStaff);
                e.RndStaff += (ushort)people;
                e.Staff += people;
                context.Count(Indicator.ResearchersHired, people);
                break;
            case SettlementKind.TitleAwarded:
                TakeTitle(ref context, (Title)settlement.Which);
                break;
            case SettlementKind.TitleRefused:
                context.Count(Indicator.FilesRefused);
                context.Record(EventKind.TitleRefused, settlement.Which);
                break;
            case SettlementKind.Listed:
                e.Set(Standing.Listed, true);
                context.Card = context.Card with { Listed = true };
                break;
            case SettlementKind.EquityRaised:
                context.Receive(Indicator.EquityRaised, settlement.Amount);
                context.Record(EventKind.EquityRaised, 0, settlement.Amount);
                break;
            case SettlementKind.CampaignCustomers:
                context.ExtraCustomers += settlement.Amount;
                context.Count(Indicator.CampaignSales, settlement.Amount);
                context.Count(Indicator.AddedToMarket, settlement.Amount);      // what other shops lose is Trade's
                break;
            case SettlementKind.FairCustomers:
                TakeStand(ref context, settlement);
                break;
            case SettlementKind.SupportPaid:
                context.Receive(Indicator.SupportPaid, settlement.Amount);
                context.Cost(settlement.Which, settlement.Amount);
                break;
            case SettlementKind.SupportRefused:
                context.Record(EventKind.SupportRefused, settlement.Which, settlement.Amount);
                break;
        }
    }

    private static void TakeLoan(ref FirmContext context, long amount, double rate)
    {
        ref var e = ref context.State;
        var contract = new LoanContract
        {
            Amount = amount,
            NewMoney = Math.Max(0, amount - Fen.Share(e.Loan, 12 * (1 - context.Behaviour.RolledOver) / context.Behaviour.LoanMonths)),
            Rate = rate,
            Term = context.Behaviour.LoanMonths,
            GuaranteeFee = Borrow.GuaranteeFee(context, amount),
        };
        context.Pass(context.Desk.LoanContracts, ref contract);
        var fee = Fen.Share(amount, contract.GuaranteeFee);
        context.Pay(Indicator.GuaranteeFees, fee);
        e.ProfitThisYear -= fee;

        e.LoanTerm = ServeLoan.TermOf(context, amount, contract.Term);
        // Total debt is booked under one size class. A new loan moves it to the current class with a probability equal
        // to its share of the debt: right on average.
        if (context.Draws.Uniform(DrawId.LoanBooked) * (e.Loan + (double)amount) < amount) e.BookLoanAs(context.Card.Size);
        e.LoanRate = (float)((e.LoanRate * (double)e.Loan + contract.Rate * amount) / (e.Loan + (double)amount));
        e.Loan += amount;
        context.Receive(Indicator.LoansGranted, amount);
        if (context.Card.IsSme) context.Count(Indicator.SmeLoansGranted, amount);
        if (context.Card is { IsSme: true, InChain: true }) context.Count(Indicator.ChainFirmLoans, amount);
        if (e.Is(Standing.EverBorrowed)) return;
        e.Set(Standing.EverBorrowed, true);
        e.Set(Standing.FirstLoanThisYear, true);
        if (context.Card.IsSmallOrMicro) context.Count(Indicator.FirstLoanFirms);
        context.Record(EventKind.FirstLoan, 0, amount);
    }

    // The settlement's rate is the public share of the stand's price. Abroad nobody of the province loses the customer.
    private static void TakeStand(ref FirmContext context, in Settlement settlement)
    {
        context.ExtraCustomers += settlement.Amount;
        context.Count(Indicator.FairSales, settlement.Amount);
        var taken = settlement.Which == 0 ? context.Behaviour.FairTakesFromOthers : 0;
        context.Count(Indicator.AddedToMarket, Fen.Share(settlement.Amount, 1 - taken));
        var cost = Fen.FromYuan(context.Behaviour.StandCost * (1 - settlement.Rate));
        context.Pay(Indicator.MarketingCosts, cost);
        context.State.ProfitThisYear -= cost;
    }

    // The customer has closed. Undelivered orders lapse; the rest of the claim is a loss.
    private static void LoseClaim(ref FirmContext context, long amount)
    {
        ref var e = ref context.State;
        e.OwedByCustomer.PayOldestFirst(amount);
        var undelivered = Math.Min(e.OrdersChain, amount);
        e.OrdersChain -= undelivered;
        e.ProfitThisYear -= amount - undelivered;
        context.Count(Indicator.Profit, undelivered - amount);
        context.Count(Indicator.ChainClaimsLost, amount);
    }

    private static void TakeTitle(ref FirmContext context, Title title)
    {
        ref var e = ref context.State;
        if (e.AgeMonths <= TitleCatalog.LongestWait) return;              // applied by the slot's former firm
        var renewed = e.Until(title) != 0;
        var until = TitleLaw.LastMonth(title, context.Month);
        // A specialised firm that becomes a little giant keeps both; the roster counts each title once.
        e.SetUntil(title, Expiry.Of(until));
        context.Card = context.Card with { Titles = (byte)(context.Card.Titles | 1 << (int)title) };
        context.Record(EventKind.TitleEarned, (int)title);
        if (renewed) return;
        if (TitleCatalog.Of(title).FirstEarned is { } indicator) context.Count(indicator);
        var award = new RecognitionAward { Title = title };
        context.Pass(context.Desk.RecognitionAwards, ref award);
    }
}
