using SimLab.Model.Chance;
using SimLab.Model.Enterprises.Decisions;
using SimLab.Model.Forms;
using SimLab.Model.Papers;
using SimLab.Model.Rulebook;


namespace SimLab.Model.Enterprises;

/// <summary>What markets and offices answered to last month's papers.</summary>
public static class OpenMail
{
    public static void Settle(ref Life life, ReadOnlySpan<Settlement> mail)
    {
        foreach (ref readonly var letter in mail) Settle(ref life, letter);
        for (var title = Title.HighTech; title <= Title.LittleGiant; title++)
            if (life.E.Holds(title, life.Month - 1) && !life.E.Holds(title, life.Month))
                life.Happened(EventKind.TitleLost, (int)title);
    }

    private static void Settle(ref Life life, in Settlement letter)
    {
        ref var e = ref life.E;
        switch (letter.Kind)
        {
            case SettlementKind.LoanGranted:
                TakeLoan(ref life, letter.Amount, letter.Rate);
                break;
            case SettlementKind.LoanRefused:
                e.MonthsSinceRefusal = 0;
                life.Count(Indicator.LoanRefusals);
                life.Happened(EventKind.LoanRefused, 0, letter.Amount);
                break;
            case SettlementKind.BidWon:
                e.OrdersPublic += letter.Amount;
                life.Count(Indicator.BidsWon);
                life.Count(Indicator.PublicOrdersWon, letter.Amount);
                life.Happened(EventKind.BidWon, letter.Which, letter.Amount);
                break;
            case SettlementKind.ChainOrderWon:
                // An order along the chain is a claim at once; see SupplyMarket for why both ends are booked together.
                e.OrdersChain += letter.Amount;
                e.OwedByCustomer.NotDue += letter.Amount;
                life.Count(Indicator.ChainOrdersWon, letter.Amount);
                break;
            case SettlementKind.ChainOrderPlaced:
                e.Payable += letter.Amount;
                life.PlacedAlongChain += letter.Amount;
                life.Count(Indicator.ChainOrdersPlaced, letter.Amount);
                break;
            case SettlementKind.ChainPaid:
                life.Receive(Indicator.ChainPaid, letter.Amount);
                e.OwedByCustomer.PayOldestFirst(letter.Amount);
                break;
            case SettlementKind.ChainClaimLost:
                LoseClaim(ref life, letter.Amount);
                break;
            case SettlementKind.Hired:
                var people = (int)Math.Min(letter.Amount, ushort.MaxValue - e.RndStaff);
                e.RndStaff += (ushort)people;
                e.Staff += people;
                life.Count(Indicator.ResearchersHired, people);
                break;
            case SettlementKind.TitleAwarded:
                TakeTitle(ref life, (Title)letter.Which);
                break;
            case SettlementKind.TitleRefused:
                life.Happened(EventKind.TitleRefused, letter.Which);
                break;
            case SettlementKind.EquityRaised:
                life.Receive(Indicator.EquityRaised, letter.Amount);
                life.Happened(EventKind.EquityRaised, 0, letter.Amount);
                break;
            case SettlementKind.CampaignCustomers:
                life.ExtraCustomers += letter.Amount;
                life.Count(Indicator.CampaignSales, letter.Amount);
                break;
            case SettlementKind.FairCustomers:
                TakeStand(ref life, letter);
                break;
            case SettlementKind.SupportPaid:
                life.Receive(Indicator.SupportPaid, letter.Amount);
                life.Cost(letter.Which, letter.Amount);
                break;
            case SettlementKind.SupportRefused:
                life.Happened(EventKind.SupportRefused, letter.Which, letter.Amount);
                break;
        }
    }

    private static void TakeLoan(ref Life life, long amount, double rate)
    {
        ref var e = ref life.E;
        var contract = new LoanContract
        {
            Amount = amount,
            NewMoney = Math.Max(0, amount - Fen.Share(e.Loan, 12 * (1 - life.Habits.RolledOver) / life.Habits.LoanMonths)),
            Rate = rate,
            Term = life.Habits.LoanMonths,
            GuaranteeFee = Borrow.GuaranteeFee(life, amount),
        };
        life.Pass(life.Desk.LoanContracts, ref contract);
        var fee = Fen.Share(amount, contract.GuaranteeFee);
        life.Pay(Indicator.GuaranteeFees, fee);
        e.ProfitThisYear -= fee;

        e.LoanTerm = ServeLoan.TermOf(life, amount, contract.Term);
        // All that a firm owes is booked under one class. A new loan moves it to today's with the chance that is its share of it all: right on average.
        if (life.Dice.Uniform(Matter.LoanBooked) * (e.Loan + (double)amount) < amount) e.BookLoanAs(life.Card.Size);
        e.LoanRate = (float)((e.LoanRate * (double)e.Loan + contract.Rate * amount) / (e.Loan + (double)amount));
        e.Loan += amount;
        life.Receive(Indicator.LoansGranted, amount);
        if (life.Card.IsSme) life.Count(Indicator.SmeLoansGranted, amount);
        if (life.Card is { IsSme: true, InChain: true }) life.Count(Indicator.ChainFirmLoans, amount);
        if (e.Is(Standing.EverBorrowed)) return;
        e.Set(Standing.EverBorrowed, true);
        e.Set(Standing.FirstLoanThisYear, true);
        if (life.Card.IsSmallOrMicro) life.Count(Indicator.FirstLoanFirms);
        life.Happened(EventKind.FirstLoan, 0, amount);
    }

    // The letter's rate is the share of the stand's price that the public pays.
    private static void TakeStand(ref Life life, in Settlement letter)
    {
        life.ExtraCustomers += letter.Amount;
        life.Count(Indicator.FairSales, letter.Amount);
        var cost = Fen.FromYuan(life.Habits.StandCost * (1 - letter.Rate));
        life.Pay(Indicator.MarketingCosts, cost);
        life.E.ProfitThisYear -= cost;
    }

    // The customer has closed. What was ordered and not delivered is not delivered any more; the rest is a loss.
    private static void LoseClaim(ref Life life, long amount)
    {
        ref var e = ref life.E;
        e.OwedByCustomer.PayOldestFirst(amount);
        var undelivered = Math.Min(e.OrdersChain, amount);
        e.OrdersChain -= undelivered;
        e.ProfitThisYear -= amount - undelivered;
        life.Count(Indicator.Profit, undelivered - amount);
        life.Count(Indicator.ChainClaimsLost, amount);
    }

    private static void TakeTitle(ref Life life, Title title)
    {
        ref var e = ref life.E;
        if (e.AgeMonths <= RecognitionCalendar.LongestWait) return;              // filed by the slot's former firm
        var renewed = e.Until(title) != 0;
        var until = TitleLaw.LastMonth(title, life.Month);
        // A specialised firm that becomes a little giant keeps both; the roster counts each title once.
        e.SetUntil(title, Expiry.Of(until));
        life.Card = life.Card with { Titles = (byte)(life.Card.Titles | 1 << (int)title) };
        life.Happened(EventKind.TitleEarned, (int)title);
        if (renewed) return;
        switch (title)
        {
            case Title.HighTech: life.Count(Indicator.NewHighTech); break;
            case Title.Specialised: life.Count(Indicator.NewSpecialised); break;
            case Title.LittleGiant: life.Count(Indicator.NewLittleGiant); break;
        }
        var award = new RecognitionAward { Title = title };
        life.Pass(life.Desk.RecognitionAwards, ref award);
    }
}
