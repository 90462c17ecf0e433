namespace SimLab.Model.Messages;

/// <summary>What the tally counts. Money in fen; first flows of the month, then stocks at its end, then counts.</summary>
public enum Indicator
{
    // flows, fen
    Sales, OrdinarySales, PublicDelivered, ChainDelivered, Profit,
    PublicPaid, ChainPaid, LoansGranted, SmeLoansGranted, SupportPaid, RefundsPaid, EquityIn,
    Materials, Wages, Overhead, Interest, Principal, Vat, Surcharges, IncomeTax, Investment, RndReal, RndReported,
    ChainPayments, ApplicationCosts, Dividends, Liquidated, LoansWrittenOff, PublicClaimsLeft, ChainClaimsLeft,
    PublicOrdersWon, ChainOrdersWon, ChainOrdersPlaced, LoansAsked, SmePrincipal, VatPassedOn,
    DemandFounded, DemandLeft, EquityRaised, FeesPaid, ChainFirmLoans, ChainClaimsLost, ChainDebtsDefaulted,
    EmploymentCredits, InputVat, VatRecovered, VatRefunded, GuaranteeFees, MarketingCosts, CampaignSales, FairSales, ResearchSupport, VatCreditLeft,
    // stocks, fen
    CashHeld, LoansOwed, SmeLoansOwed, SmallMicroLoansOwed, InclusiveLoansOwed,
    // owed in all, overdue, and overdue by age: by public bodies, by chain leaders, and by the first tier to the second
    PublicOwes, PublicArrears, PublicLateTo3, PublicLate3To12, PublicLateOverYear,
    LargeOwes, LargeArrears, LargeLateTo3, LargeLate3To12, LargeLateOverYear,
    FirstTierOwes, FirstTierArrears, FirstTierLateTo3, FirstTierLate3To12, FirstTierLateOverYear,
    ChainPayable, FirstTierPayable, FixedAssets, KnowledgeHeld, ClusterKnowledge, VatCreditHeld, DemandHeld,
    // counts of firms, people and papers
    Firms, Smes, Staff, RndStaff, AwarenessMillionths,
    HighTech, TechSme, Innovative, Specialised, LittleGiant, AboveScale, SpecialisedOnCloud, SpecialisedWithLoan, CloudFirms, CertifiedFirms,
    NewHighTech, NewSpecialised, NewLittleGiant, NewAboveScale, FirstLoanFirms,
    LoanApplications, LoanRefusals, Bids, BidsWon, Founded, Left, Insolvent, VacantSlots, FilesHighTech, FilesSpecialised,
    SupplyStops, Visits, TransfersMade, Class1Granted, ResearchersHired, KeyPeopleHired,
}

public static class Indicators
{
    public const int Count = (int)Indicator.KeyPeopleHired + 1;

    /// <summary>"fen", "millionths" or "count".</summary>
    public static string Unit(Indicator indicator) => indicator switch
    {
        <= Indicator.DemandHeld => "fen",
        Indicator.AwarenessMillionths => "millionths",
        _ => "count",
    };

    /// <summary>Flows add up over months; stocks do not.</summary>
    public static bool IsFlow(Indicator indicator) =>
        indicator is < Indicator.CashHeld or (>= Indicator.NewHighTech and not Indicator.VacantSlots);
}
