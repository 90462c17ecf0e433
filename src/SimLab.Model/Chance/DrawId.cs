namespace SimLab.Model.Chance;

/// <summary>
/// What a draw is about. Luck is asked by matter, so it never depends on what else was asked. The number is the address:
/// append, never reorder (a new order is a new version of every result).
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
    // the world's weather, asked with enterprise number Weather
    CommodityShock, DemandShock, CreditShock, ProvinceSpare,
    // tax claims and hiring
    ClaimVatRefund, TakeOn, TakeOnKeyGroup, FairRank,
    LeavesKeyGroup, LoanBooked, BeginsRnd, SpareThree,
}
