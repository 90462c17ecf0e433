namespace SimLab.Model.Messages;

/// <summary>Columns of the tally: monthly flows, then end-of-month stocks (both in fen), then counts.</summary>
public enum Indicator
{
    // flows, fen
    Sales, OrdinarySales, PublicDelivered, ChainDelivered, Profit,
    PublicPaid, ChainPaid, LoansGranted, SmeLoansGranted, SupportPaid, RefundsPaid, EquityIn,
    Materials, Wages, Overhead, Interest, Principal, Vat, Surcharges, IncomeTax, Investment, RndReal, RndReported,
    ChainPayments, ApplicationCosts, Dividends, Liquidated, LoansWrittenOff, PublicClaimsLeft, ChainClaimsLeft,
    PublicOrdersWon, ChainOrdersWon, ChainOrdersPlaced, LoansAsked, SmePrincipal, VatPassedOn,
    DemandFounded, DemandLeft, EquityRaised, FeesPaid, ChainFirmLoans, ChainClaimsLost, ChainDebtsDefaulted,
    EmploymentCredits, InputVat, VatRecovered, VatRefunded, GuaranteeFees, MarketingCosts, CampaignSales, FairSales,
    ResearchSupport, VatCreditLeft,
    // stocks, fen
    CashHeld, LoansOwed, SmeLoansOwed, SmallMicroLoansOwed, InclusiveLoansOwed,
    // total owed, overdue, and overdue by age: by public bodies, by chain leaders, and by the first tier to the second
    PublicOwes, PublicArrears, PublicLateTo3, PublicLate3To12, PublicLateOverYear,
    LargeOwes, LargeArrears, LargeLateTo3, LargeLate3To12, LargeLateOverYear,
    FirstTierOwes, FirstTierArrears, FirstTierLateTo3, FirstTierLate3To12, FirstTierLateOverYear,
    ChainPayable, FirstTierPayable, FixedAssets, KnowledgeHeld, ClusterKnowledge, VatCreditHeld, DemandHeld,
    // counts of firms, people and applications
    Firms, Smes, Staff, RndStaff, AwarenessMillionths,
    HighTech, TechSme, Innovative, Specialised, LittleGiant, AboveScale, SpecialisedOnCloud, SpecialisedWithLoan, CloudFirms,
    CertifiedFirms,
    NewHighTech, NewSpecialised, NewLittleGiant, NewAboveScale, FirstLoanFirms,
    LoanApplications, LoanRefusals, Bids, BidsWon, Founded, Left, Insolvent, VacantSlots, FilesHighTech, FilesSpecialised,
    SupplyStops, Visits, TransfersMade, Class1Granted, ResearchersHired, KeyPeopleHired,
}

/// <summary>Number, units and kinds of the indicators.</summary>
public static class Indicators
{
    /// <summary>Number of indicators.</summary>
    public const int Count = (int)Indicator.KeyPeopleHired + 1;

    /// <summary>Unit of an indicator: "fen", "millionths" or "count".</summary>
    public static string Unit(Indicator indicator) => indicator switch
    {
        <= Indicator.DemandHeld => "fen",
        Indicator.AwarenessMillionths => "millionths",
        _ => "count",
    };

    /// <summary>Whether monthly values add up over months, unlike stocks.</summary>
    public static bool IsFlow(Indicator indicator) =>
        indicator is < Indicator.CashHeld or (>= Indicator.NewHighTech and not Indicator.VacantSlots);
}
