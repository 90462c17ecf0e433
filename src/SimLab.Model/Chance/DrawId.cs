namespace SimLab.Model.Chance;

/// <summary>
/// Identifies a random draw, so that its value never depends on which other draws are made. The number is the address:
/// append, never reorder (a new order changes every result).
/// </summary>
public enum DrawId
{
    // every month
    DemandNoise, Exit, AskBank, BankView,
    // bidding, buying and hiring
    BidAtAll, BidPrice, OfferAlongChain, HireResearcher,
    // invention
    Class1Patent, Class2Right, ResultTransferred, GoDigital,
    // policy
    ServiceVisit, ChainRank, CertifyQuality, SupplyStop,
    // once a year
    YearGrowth, ApplyHighTech, ApplySpecialised, ApplyLittleGiant,
    ApplyTechSme, ApplyInnovative, ExpertView, ManageProfit,
    ReportToStatistics, ClaimDeduction, ClaimRefund, LookForInvestors,
    // founding a firm in a vacant slot
    Found, FoundSize, FoundRndPropensity, FoundSpare,
    // province-wide shocks, drawn with enterprise number ProvinceWide
    CommodityShock, DemandShock, CreditShock, ProvinceSpare,
    // tax claims and hiring
    ClaimVatRefund, TakeOn, TakeOnKeyGroup, FairRank,
    LeavesKeyGroup, LoanBooked, BeginsRnd, WorkForTitle,
}
