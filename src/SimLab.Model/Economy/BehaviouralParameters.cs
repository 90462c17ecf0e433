namespace SimLab.Model.Economy;

/// <summary>
/// Behavioural parameters of firms, banks and offices with unit, range, source and confidence: the assumption
/// register. None is policy; a scenario can change them under <c>behaviour:</c>. Grouped by decision.
/// </summary>
public sealed record BehaviouralParameters
{
    /// <summary>
    /// The same in a region whose firms meet no households: what they pay does not come back as demand, pay does not answer to
    /// employment, and nobody spends less because a measure must be paid.
    /// </summary>
    public BehaviouralParameters WithoutClosure() => this with
    {
        LocalToHouseholds = 0,
        OtherToHouseholds = 0,
        LocalToFirms = 0,
        OtherToFirms = 0,
        WageCurve = 0,
    };

    private const string B9 = "gansu.md B9";

    // --- growth and trade

    [Assumption("log points a year, standard deviation at 10 million yuan of sales", 0.05, 0.8,
        "Laplace growth rates (Zou 2019, Physica A 535; Bottazzi and Secchi); level assumed", Confidence.Assumed)]
    public double GrowthSpread { get; init; } = 0.40;

    [Assumption("power of sales", 0, 0.4, B9 + ": sd(growth) falls as S^-β, β 0.15–0.20 (Stanley et al. 1996)", Confidence.Published)]
    public double GrowthSpreadPower { get; init; } = 0.17;

    [Assumption("share of luck's mean lift", 0, 1,
        "small survivors grow faster than large ones (Evans 1987; not checked here); assumed", Confidence.Assumed)]
    public double SmallGrowFaster { get; init; } = 0.5;

    [Assumption("log points a year, Laplace scale", 0.1, 0.9,
        "widest spread of a year's growth, however small the firm; assumed", Confidence.Assumed)]
    public double GrowthSpreadMost { get; init; } = 0.5;

    [Assumption("yuan of sales a year", 1_000, 10_000_000,
        "smaller firms grow no more unevenly than firms with these sales; assumed", Confidence.Assumed)]
    public double GrowthSpreadFrom { get; init; } = 100_000;

    [Assumption("log points a month", 0.01, 1,
        "the most that the customers of all firms of a market change in a month to fill it; assumed", Confidence.Assumed)]
    public double CustomersMove { get; init; } = 0.1;

    [Assumption("share of customers a month", 0, 1,
        "customers whom a firm without capacity turns away and who stay with a rival; assumed", Confidence.Assumed)]
    public double TurnedAwayLeave { get; init; } = 0.1;

    [Assumption("share", 0, 1,
        "of the customers a firm wins by better products, those of firms outside the province, where the market is not local; assumed",
        Confidence.Assumed)]
    public double WonOutside { get; init; } = 0.5;

    [Assumption("share of sales", 0, 1,
        "industries with local markets: what households of the region buy; 0.3 to 0.7 of services are bought locally (assumed until an "
        + "input-output table of Gansu is read)", Confidence.Assumed)]
    public double LocalToHouseholds { get; init; } = 0.6;

    [Assumption("share of sales", 0, 1,
        "other industries: what households of the region buy; 0.1 to 0.4 of goods are bought locally, assumed", Confidence.Assumed)]
    public double OtherToHouseholds { get; init; } = 0.08;

    [Assumption("share of sales", 0, 1,
        "industries with local markets: what firms of the region buy as materials and services; assumed", Confidence.Assumed)]
    public double LocalToFirms { get; init; } = 0.15;

    [Assumption("share of sales", 0, 1,
        "other industries: what firms of the region buy as materials and services; assumed", Confidence.Assumed)]
    public double OtherToFirms { get; init; } = 0.15;

    [Assumption("elasticity", 0, 1,
        "spending of households to what firms pay them: some 60 % of income comes from these firms (390 of 580 billion yuan: 23,300 yuan "
        + "a head, 24.9 million residents), and 80 % of a change is spent; assumed", Confidence.Assumed)]
    public double SpendingFollowsFirms { get; init; } = 0.48;

    [Assumption("share", 0, 1,
        "what the province spends otherwise and what reaches its households as pay or transfer; the rest is bought outside it. Assumed",
        Confidence.Assumed)]
    public double SpendingStaysHere { get; init; } = 0.6;

    [Assumption("elasticity", 0, 0.3,
        "fall of pay with the region's unemployment rate, the wage curve: -0.1 in most countries (Blanchflower & Oswald 1994), -0.07 after "
        + "correction for selective publication (Nijkamp & Poot 2005)", Confidence.Published)]
    public double WageCurve { get; init; } = 0.1;

    [Assumption("share", 0.01, 0.2,
        "unemployment rate in a usual month: the nation's surveyed urban rate was between 5 and 6 % in these years; of Gansu's regions no "
        + "figure found, assumed", Confidence.Assumed)]
    public double UsualUnemployment { get; init; } = 0.055;

    [Assumption("share of jobs", 0, 1,
        "jobs beyond the usual that the region's unemployed take; the others come from farms, from other regions or back to them; assumed",
        Confidence.Assumed)]
    public double JobsFromUnemployed { get; init; } = 0.4;

    [Assumption("share of the usual rate", 0.05, 1,
        "even in a boom some people are between two jobs: the least unemployment; assumed", Confidence.Assumed)]
    public double LeastUnemployment { get; init; } = 0.25;

    [Assumption("elasticity", 0, 1.5,
        "fall of staff for the same work with pay: between -0.15 and -0.75, best guess -0.3 (Hamermesh 1993)", Confidence.Published)]
    public double StaffFollowsPay { get; init; } = 0.3;

    [Assumption("standard deviation of log monthly sales", 0, 0.3, "month-to-month noise, assumed", Confidence.Assumed)]
    public double MonthlyNoise { get; init; } = 0.05;

    [Assumption("times normal load", 1, 2, "sales that fixed assets can carry, relative to normal load; assumed", Confidence.Assumed)]
    public double Headroom { get; init; } = 1.25;

    [Assumption("share of a month's sales", 0, 0.5,
        "spare capacity from which a firm looks for more customers; assumed", Confidence.Assumed)]
    public double WorthSelling { get; init; } = 0.02;

    [Assumption("place, about 1, per quality level 0–1", 0, 0.5,
        "how much better quality advances a firm among those who offer the same; assumed", Confidence.Assumed)]
    public double QualityInQueue { get; init; } = 0.1;

    [Assumption("place, about 1, per unit of capability", 0, 0.5,
        "how much capability advances a firm among those who offer the same; assumed", Confidence.Assumed)]
    public double CapabilityInQueue { get; init; } = 0.05;

    [Assumption("share of the gap closed a month", 0.02, 1, "staff follows sales with a delay; assumed", Confidence.Assumed)]
    public double StaffSpeed { get; init; } = 0.15;

    [Assumption("share of the staff that the work needs", 0, 0.5,
        "what a firm without cash does without: it cannot pay people before it is paid, as Barrot and Nanda 2020 find in sign; size "
        + "assumed", Confidence.Assumed)]
    public double StaffCutWithoutCash { get; init; } = 0.15;

    [Assumption("share of its customers", 0, 0.5,
        "whom a firm without cash cannot serve, for want of material it must pay at once; firms that get directed credit sell and earn "
        + "more (Banerjee and Duflo 2014); size assumed", Confidence.Assumed)]
    public double UnservedWithoutCash { get; init; } = 0.10;

    [Assumption("months of costs", 0.1, 6, "cash with which a firm is short of nothing; assumed", Confidence.Assumed)]
    public double CashForWork { get; init; } = 0.5;

    [Assumption("share of staff", 0, 1,
        "a gap above this is worth one person, though the pace rounds it to nobody; assumed", Confidence.Assumed)]
    public double SmallestStaffGap { get; init; } = 0.1;

    [Assumption("months", 1, 24, "time to deliver what was ordered; assumed", Confidence.Assumed)]
    public double MonthsToDeliver { get; init; } = 4;

    [Assumption("yuan", 0, 10_000, "an order with less than this left is delivered at once; assumed", Confidence.Assumed)]
    public double SmallestDelivery { get; init; } = 100;

    [Assumption("share", 0, 1, "public invoices paid by the deadline of 国务院令728号; assumed", Confidence.Assumed)]
    public double PublicPaysOnTime { get; init; } = 0.70;

    [Assumption("share of arrears a month", 0.01, 1, "public invoices overdue for up to a year settled; assumed", Confidence.Assumed)]
    public double PublicArrearsPaid { get; init; } = 0.12;

    [Assumption("share of arrears a month", 0.01, 1,
        "public invoices overdue for more than a year settled: what is left with the slow payers; assumed", Confidence.Assumed)]
    public double PublicOldArrearsPaid { get; init; } = 0.06;

    [Assumption("share of what is owed, a month", 0.05, 1, "chain leaders pay their suppliers; 90 days on average, assumed",
        Confidence.Assumed)]
    public double LeadersPay { get; init; } = 0.33;

    [Assumption("share of what is owed, a month", 0.05, 1,
        "first-tier suppliers that have the cash pay theirs; 90 days on average, assumed", Confidence.Assumed)]
    public double FirstTierPays { get; init; } = 0.33;

    [Assumption("share of what is overdue to the firm", 0, 1,
        "a firm that waits for overdue money lets its own suppliers wait for so much of it; Boissay and Gropp 2013 find more than a "
        + "fourth passed on by French firms short of credit (not checked here); taken for all, assumed", Confidence.Assumed)]
    public double PassedOn { get; init; } = 0.25;

    [Assumption("months of costs", 0, 6, "cash kept back for wages and running costs before suppliers are paid; assumed",
        Confidence.Assumed)]
    public double KeptBack { get; init; } = 0.5;

    [Assumption("months", 1, 12,
        "term of an invoice along the chain from order; the law set large firms no day before the 60 of 国务院令802号 in 2025 (gansu.md "
        + "A11); custom, assumed", Confidence.Assumed)]
    public double ChainTerm { get; init; } = 3;

    [Assumption("share of materials", 0, 0.6, "what chain leaders buy from their first-tier suppliers; assumed", Confidence.Assumed)]
    public double LeadersBuyLocally { get; init; } = 0.06;

    [Assumption("share of materials", 0, 0.6, "what first-tier suppliers buy from theirs, on credit; assumed", Confidence.Assumed)]
    public double FirstTierBuysLocally { get; init; } = 0.08;

    [Assumption("share", 0, 1, "suppliers with free capacity that answer their customer's order in a month; assumed", Confidence.Assumed)]
    public double OffersAlongChain { get; init; } = 0.4;

    [Assumption("share of a worker's pay", 0, 1,
        "what the owner of a micro firm, who works in it, takes even in a month that earns nothing; assumed", Confidence.Assumed)]
    public double OwnersLeastPay { get; init; } = 0.3;

    [Assumption("share of profit", 0, 1, "paid to owners when cash is ample; assumed", Confidence.Assumed)]
    public double PayOut { get; init; } = 0.7;

    [Assumption("times the cash buffer", 1, 10, "cash above which owners are paid; assumed", Confidence.Assumed)]
    public double AmpleCash { get; init; } = 2;

    [Assumption("share of materials per unit of capability", 0, 0.9,
        "capable firms waste less: materials are divided by 1 plus so much of the capability above 1; assumed", Confidence.Assumed)]
    public double CapabilitySaves { get; init; } = 0.2;

    [Assumption("share of materials", 0, 1,
        "an industry with more of its materials following the commodity index can be hit by a stop of supply; assumed",
        Confidence.Assumed)]
    public double OrdersMaterials { get; init; } = 0.25;

    [Assumption("chance a month", 0, 0.2, "supply of materials stops for part of the month, industries that live on them; assumed",
        Confidence.Assumed)]
    public double SupplyStop { get; init; } = 0.012;

    [Assumption("share of a month's sales", 0, 1, "lost in a stop; assumed", Confidence.Assumed)]
    public double StopLoss { get; init; } = 0.3;

    [Assumption("share of sales", 0, 0.02, "irregular fees and fines (乱收费); no figure found, assumed", Confidence.Assumed)]
    public double IrregularFees { get; init; } = 0.0015;

    // --- industries

    [Assumption("times", 0.9, 1.1,
        "materials of all industries, times those of the population's recipe; the overhead of month zero leaves firms their usual margin "
        + "at 1; assumed", Confidence.Assumed)]
    public double MaterialsLevel { get; init; } = 1;

    [Assumption("times", 0.8, 1.2, "pay of all industries, times what the population's recipe makes it at month zero; assumed",
        Confidence.Assumed)]
    public double PayLevel { get; init; } = 1;

    [Assumption("times", 0.5, 2, "depreciation of all industries, times that of the population's recipe; assumed", Confidence.Assumed)]
    public double DepreciationLevel { get; init; } = 1;

    [Assumption("times", 0, 1.5,
        "materials of all industries that follow the commodity index, times those of the population's recipe; assumed",
        Confidence.Assumed)]
    public double CommodityExposureLevel { get; init; } = 1;

    // --- investment

    [Assumption("months of costs", 0, 6, "cash a firm likes to hold before it invests; assumed", Confidence.Assumed)]
    public double CashBuffer { get; init; } = 1.0;

    [Assumption("share of the gap a month", 0, 1, "how fast capacity follows demand; assumed", Confidence.Assumed)]
    public double InvestmentSpeed { get; init; } = 0.08;

    [Assumption("elasticity", 0, 5,
        "planned investment to its price after support; cash limits what is bought, and the response of that is fitted to 1.84 in China's "
        + "value-added tax reform of 2004 (Zhang, Chen and He 2018) and 36 % more for 15 % cheaper in that of 2009 (Chen et al. 2023)",
        Confidence.Fitted)]
    public double InvestmentPriceElasticity { get; init; } = 3;

    // --- campaigns and fairs

    [Assumption("yuan of sales per yuan of vouchers", 3.1, 5.8,
        "in the week of a campaign, gross: 3.4 to 5.8 (Liu, Shen, Li and Chen, Management Science 2021), 3.1 to 3.2 and 3.4 in later "
        + "studies of China; 4 taken", Confidence.Published)]
    public double SalesPerVoucher { get; init; } = 4;

    [Assumption("share of voucher sales", 0, 1,
        "bought later without the voucher: cars and appliances are mostly brought forward (Mian and Sufi 2012: nearly all within ten "
        + "months; not checked here); assumed", Confidence.Assumed)]
    public double BroughtForward { get; init; } = 0.5;

    [Assumption("share of voucher sales", 0, 1,
        "bought elsewhere in the province without the voucher, so lost by other shops; assumed", Confidence.Assumed)]
    public double TakenFromRivals { get; init; } = 0.25;

    [Assumption("months", 1, 36, "over which sales brought forward are missed; assumed", Confidence.Assumed)]
    public double MonthsBroughtForward { get; init; } = 8;

    [Assumption("share of a month's sales", 0, 0.9,
        "the most that shops lose in a month to vouchers spent earlier or elsewhere; assumed", Confidence.Assumed)]
    public double MostMissedByShops { get; init; } = 0.5;

    [Assumption("share of a year's sales", 0, 0.2, "what a shop hopes a campaign will earn it, before it knows; assumed",
        Confidence.Assumed)]
    public double CampaignHope { get; init; } = 0.004;

    [Assumption("share of a month's sales", 0, 2,
        "orders that one stand brings, as far as capacity is free; a few per cent of a year's sales, assumed", Confidence.Assumed)]
    public double OrdersPerStand { get; init; } = 0.3;

    [Assumption("yuan", 10_000, 5_000_000, "the most that one stand brings, however large the firm; assumed", Confidence.Assumed)]
    public double MostPerStand { get; init; } = 300_000;

    [Assumption("share", 0, 1,
        "of the orders from a stand within the country, those that another firm of the province loses; assumed", Confidence.Assumed)]
    public double FairTakesFromOthers { get; init; } = 0.5;

    [Assumption("share", 0, 1, "of manufacturers, those whose goods sell at fairs; assumed", Confidence.Assumed)]
    public double GoesToFairs { get; init; } = 0.4;

    [Assumption("stands a year for 1,000 firms", 0, 200,
        "stands at fairs and on platforms within the country without the notice: 4,000 for Gansu's 476,000 firms; no count found, assumed",
        Confidence.Assumed)]
    public double UsualStands { get; init; } = 8.4;

    [Assumption("stands a year for 1,000 firms", 0, 20,
        "stands at fairs abroad without the notice: 300 for Gansu's 476,000 firms; no count found, assumed", Confidence.Assumed)]
    public double UsualStandsAbroad { get; init; } = 0.63;

    [Assumption("share", 0, 1,
        "of the orders that measures bring along chains, those that other firms of the province lose; assumed", Confidence.Assumed)]
    public double ChainTakesFromOthers { get; init; } = 0.5;

    [Assumption("yuan", 0, 500_000, "stand, travel and samples for one fair, or a shop on a platform; assumed", Confidence.Assumed)]
    public double StandCost { get; init; } = 15_000;

    [Assumption("share of sales", 0, 0.5, "what is left of an extra sale after its own costs, as owners reckon; assumed",
        Confidence.Assumed)]
    public double MarginOfExtraSale { get; init; } = 0.2;

    [Assumption("share of industrial firms", 0, 1, "with foreign customers; Gansu exports little (about 1 % of GDP); assumed",
        Confidence.Assumed)]
    public double Exporters { get; init; } = 0.06;

    // --- R&D and invention

    [Assumption("elasticity", 0, 2.6, B9 + ": reported R&D to its user cost -0.4 to -2.6, central -1", Confidence.Published)]
    public double RndUserCostElasticity { get; init; } = 1.0;

    [Assumption("share of reported R&D", 0, 0.5, B9 + ": relabelling 24.2 % of reported R&D (Chen et al., AER 2021)", Confidence.Published)]
    public double Relabelled { get; init; } = 0.242;

    [Assumption("share", 0, 1,
        "firms that stretch and build up what a title asks for if it promises more than that costs; bunching as in Chen et al. "
        + "2021, level fitted", Confidence.Fitted)]
    public double StretchForTitle { get; init; } = 0.8;

    [Assumption("share of the threshold", 0.3, 1, "how near the threshold a firm must be to stretch; assumed", Confidence.Assumed)]
    public double StretchFrom { get; init; } = 0.45;

    [Assumption("times the threshold", 1, 3, "no firm makes up for three years in one; assumed", Confidence.Assumed)]
    public double MostStretch { get; init; } = 1.3;

    [Assumption("times the threshold", 1, 1.2,
        "safety margin of a firm that stretches to a threshold; assumed", Confidence.Assumed)]
    public double StretchMargin { get; init; } = 1.01;

    [Assumption("elasticity", 0, 0.5, B9 + ": doubling real R&D raises TFP by 9 % (Chen et al. 2021): 0.09/ln 2", Confidence.Derived)]
    public double RndToCapability { get; init; } = 0.13;

    [Assumption("share a year", 0.05, 0.4, "depreciation of the R&D stock, conventional", Confidence.Published)]
    public double KnowledgeDecay { get; init; } = 0.15;

    [Assumption("yuan", 0, 1_000_000, "stock of R&D above which its growth changes productivity; assumed", Confidence.Assumed)]
    public double LeastKnowledge { get; init; } = 10_000;

    [Assumption("log points a month", 0, 0.2,
        "the most that productivity gains from R&D in a month; assumed", Confidence.Assumed)]
    public double MostLearnedInMonth { get; init; } = 0.02;

    [Assumption("log points a month", 0, 0.2,
        "the most that productivity loses in a month without R&D; assumed", Confidence.Assumed)]
    public double MostForgottenInMonth { get; init; } = 0.01;

    [Assumption("times the industry's usual", 0.05, 1, "lowest productivity of a firm in business; assumed", Confidence.Assumed)]
    public double LeastCapability { get; init; } = 0.3;

    [Assumption("times the industry's usual", 1, 20, "highest productivity of a firm; assumed", Confidence.Assumed)]
    public double MostCapability { get; init; } = 4;

    [Assumption("yuan a year per R&D worker", 80_000, 1_000_000,
        "R&D spending one researcher of a firm that begins can use, in the money of month zero; others have their own; assumed near the "
        + "Gansu mean", Confidence.Assumed)]
    public double RndPerHead { get; init; } = 350_000;

    [Assumption("researchers", 0, 5, "research that the owner and others do beside the researchers; assumed", Confidence.Assumed)]
    public double ResearchersUncounted { get; init; } = 0.5;

    [Assumption("times usual spending", 1, 3, "the most that a researcher can spend in a month; assumed", Confidence.Assumed)]
    public double MostPerResearcher { get; init; } = 1.25;

    [Assumption("share of planned R&D", 0, 1, "R&D that a firm without cash keeps up; assumed", Confidence.Assumed)]
    public double RndWithoutCash { get; init; } = 0.5;

    [Assumption("months of sales", 0.01, 12, "cash with which a firm does all the R&D it plans; assumed", Confidence.Assumed)]
    public double CashForRnd { get; init; } = 0.5;

    [Assumption("share a year", -0.05, 0.1,
        "all firms do more R&D from year to year relative to sales, whatever the law: R&D of Gansu rose from 1.22 % of its product in "
        + "2020 to 1.29 % in 2022 (gansu.md B4): 2.8 % a year", Confidence.Derived)]
    public double RndTrend { get; init; } = 0.028;

    [Assumption("share a year", 0, 0.5,
        "firms near or on the roster that do no R&D and begin it; technology SMEs rose from about 2,000 to 3,647 in two years (gansu.md "
        + "B1), R&D of all by 11.3 % in 2022 (B4); assumed", Confidence.Assumed)]
    public double BeginsRnd { get; init; } = 0.08;

    [Assumption("power of real R&D", 0.2, 1,
        "counts of patents rise less than in proportion to R&D; elasticities of 0.3–0.6 since Hall, Griliches and Hausman 1986; not "
        + "checked here", Confidence.Assumed)]
    public double InventionPower { get; init; } = 0.5;

    [Assumption("patents a year at 1 million yuan of real R&D", 0, 5, "class I (invention patents); assumed", Confidence.Assumed)]
    public double Class1AtMillion { get; init; } = 0.4;

    [Assumption("rights a year at 1 million yuan of real R&D", 0, 20, "class II (utility models, software); assumed", Confidence.Assumed)]
    public double Class2AtMillion { get; init; } = 4;

    [Assumption("results a year at 1 million yuan of real R&D", 0, 20,
        "results turned into products; fitted to the stock of high-tech firms", Confidence.Fitted)]
    public double TransfersAtMillion { get; init; } = 18;

    [Assumption("share of fixed assets a year", 0, 0.02,
        "property and land-use tax, part of the six taxes; 1.2 % of 70 % of buildings, taken as 30 % of assets", Confidence.Derived)]
    public double PropertyTax { get; init; } = 0.0025;

    [Assumption("share of the cluster's mean R&D", 0, 0.3,
        "what a member learns from its neighbours' R&D; spillovers are well attested, the size is assumed", Confidence.Assumed)]
    public double Spillover { get; init; } = 0.03;

    [Assumption("share of R&D", 0, 1,
        "what a year's results, and its patents, are worth to the firm that weighs help with them; assumed", Confidence.Assumed)]
    public double ResultsWorth { get; init; } = 0.12;

    [Assumption("months", 6, 240,
        "over which the worth of one more result or patent is earned, at the margin of an extra sale: so many sales a month it brings; "
        + "assumed", Confidence.Assumed)]
    public double MonthsProductSells { get; init; } = 60;

    [Assumption("yuan of R&D per yuan granted", 0, 1.5,
        "gansu.md B9: one yuan crowds out a half in 2006, neutral later (Boeing 2016): between a half and one more", Confidence.Derived)]
    public double GrantAdds { get; init; } = 0.75;

    // --- hiring

    [Assumption("share of people taken on", 0, 1,
        "from key groups: graduates of the year, registered unemployed, people lifted out of poverty; assumed", Confidence.Assumed)]
    public double KeyGroupShare { get; init; } = 0.12;

    [Assumption("elasticity", 0, 3,
        "people taken on to what they cost after support; assumed, inside the range of studies of hiring subsidies", Confidence.Assumed)]
    public double HiringPriceElasticity { get; init; } = 0.5;

    // --- talent

    [Assumption("share of researchers a year", 0, 0.5, "R&D staff who change employers; assumed", Confidence.Assumed)]
    public double ResearchersMove { get; init; } = 0.10;

    [Assumption("share of R&D staff a year", 0, 0.5, "graduates and newcomers entering the region's pool; assumed", Confidence.Assumed)]
    public double ResearchersArrive { get; init; } = 0.09;

    [Assumption("share a month", 0, 1,
        "people free on the talent market who are still there a month later; assumed", Confidence.Assumed)]
    public double TalentStays { get; init; } = 0.9;

    [Assumption("share of staff", 0.1, 0.3,
        "researchers that a high-tech firm, or one on its way there, keeps: the tenth of the law (gansu.md A6) and a "
        + "little more; assumed", Confidence.Assumed)]
    public double ResearchersKept { get; init; } = 0.105;

    [Assumption("people", 1, 20, "researchers that any firm may seek in a month; assumed", Confidence.Assumed)]
    public double ResearchersSought { get; init; } = 2;

    [Assumption("share of researchers", 0, 1, "further researchers that a firm may seek in a month; assumed", Confidence.Assumed)]
    public double ResearchersSoughtShare { get; init; } = 0.25;

    [Assumption("attraction, about 1", 0, 2,
        "what a title adds to a firm's attraction for researchers; assumed", Confidence.Assumed)]
    public double TitlesAttract { get; init; } = 0.3;

    [Assumption("attraction, about 1", 0, 2, "what luck adds at most; assumed", Confidence.Assumed)]
    public double AttractionLuck { get; init; } = 0.5;

    // --- credit

    [Assumption("chance a month, given a gap", 0, 1,
        "readiness to ask the bank; of small and micro firms and sole traders in need of a loan 57.6 % asked (中国家庭金融调查 2013, read in "
        + "the press); what that is a month is assumed", Confidence.Assumed)]
    public double ReadinessToAsk { get; init; } = 0.45;

    [Assumption("times", 0, 1, "readiness after a refusal in the last year (discouraged borrowers); assumed", Confidence.Assumed)]
    public double PropensityAfterRefusal { get; init; } = 0.4;

    [Assumption("months", 0, 60, "how long a refusal discourages; assumed", Confidence.Assumed)]
    public double RefusalRemembered { get; init; } = 12;

    [Assumption("times", 0, 1, "readiness of a firm that never borrowed; assumed", Confidence.Assumed)]
    public double PropensityOfFirstTimer { get; init; } = 0.3;

    [Assumption("share of firms that never borrowed", 0, 1,
        "want no bank loan whatever it costs; in surveys of small firms about half of those without a loan say they need none (not "
        + "checked here); level fitted to the 68.6 % of 专精特新 with loans (gansu.md B5)", Confidence.Fitted)]
    public double ShunsDebt { get; init; } = 0.6;

    [Assumption("times", 0.5, 2,
        "credit a borrower would like, relative to what it works with; more than 1 because credit is rationed; assumed",
        Confidence.Assumed)]
    public double WantsCredit { get; init; } = 1.3;

    [Assumption("times", 0.5, 2, "the same for large firms, who are not rationed; assumed", Confidence.Assumed)]
    public double LargeWantCredit { get; init; } = 1.02;

    [Assumption("months", 0, 24, "planned investment that a firm seeks money for; assumed", Confidence.Assumed)]
    public double InvestmentAhead { get; init; } = 6;

    [Assumption("share", 0, 1, "maturing loans renewed without a new application (续贷); assumed", Confidence.Assumed)]
    public double RolledOver { get; init; } = 0.75;

    [Assumption("share a year", 0, 0.24,
        "what an overdraft costs: it is borrowed outside banks, from private lenders and suppliers, at more than a bank's 5 % and at most "
        + "four times the prime rate, which courts enforce (最高法 2020年民间借贷规定: 14.6 % in 2022); assumed", Confidence.Assumed)]
    public double OverdraftRate { get; init; } = 0.12;

    [Assumption("yuan", 0, 1_000_000, "smallest loan asked for; assumed", Confidence.Assumed)]
    public double SmallestLoan { get; init; } = 30_000;

    [Assumption("times", 1, 4, "the most a bank lends, relative to the credit the firm works with; assumed", Confidence.Assumed)]
    public double LargestCredit { get; init; } = 1.5;

    [Assumption("months", 6, 120, "mean term of a loan; assumed", Confidence.Assumed)]
    public double LoanMonths { get; init; } = 24;

    [Assumption("score 0–1", 0, 1, "below this the bank refuses; assumed", Confidence.Assumed)]
    public double BankStandard { get; init; } = 0.32;

    [Assumption("score 0–1, standard deviation", 0, 0.5, "what a loan officer sees beside the books; assumed", Confidence.Assumed)]
    public double BankDoubt { get; init; } = 0.12;

    [Assumption("share of the variance", 0, 1,
        "of what a loan officer sees beside the books, what stays with the firm: a bank that refuses today mostly refuses next month; "
        + "fitted to the three in four loans on a guarantee that would not have been (Riding, Madill and Haines 2007)", Confidence.Fitted)]
    public double BankDoubtLasts { get; init; } = 0.3;

    [Assumption("patents", 1, 50, "invention patents that banks take as a full pledge; fewer count in proportion; assumed",
        Confidence.Assumed)]
    public double FullPledge { get; init; } = 3;

    [Assumption("score 0–1", 0, 1,
        "a firm of some age with sales of 1 million yuan a year, bearable debt, and neither title nor cover; assumed",
        Confidence.Assumed)]
    public double BankUsualScore { get; init; } = 0.45;

    [Assumption("share a year over LPR", 0, 0.1,
        "gansu.md B5: 4.91 % for new small and micro loans in 2023 against a mean LPR of 3.55 %", Confidence.Derived)]
    public double RiskPremium { get; init; } = 0.0136;

    [Assumption("share a year per unit of score", 0, 0.2, "what a worse score adds to the rate; assumed", Confidence.Assumed)]
    public double RateByScore { get; init; } = 0.02;

    [Assumption("score 0–1", 0, 1, "score that pays the risk premium and nothing more; assumed", Confidence.Assumed)]
    public double RateUsualScore { get; init; } = 0.5;

    [Assumption("score 0–1", 0, 1, "a higher score makes no loan cheaper; assumed", Confidence.Assumed)]
    public double RateBestScore { get; init; } = 0.7;

    [Assumption("share a year", 0, 0.05, "lowest rate of a loan, whatever cuts it; assumed", Confidence.Assumed)]
    public double LowestRate { get; init; } = 0.01;

    [Assumption("score per tenfold sales", 0, 0.5, "banks trust size; assumed", Confidence.Assumed)]
    public double BankLikesSize { get; init; } = 0.06;

    [Assumption("yuan of sales a year", 1_000, 10_000_000,
        "banks see no difference between smaller firms; assumed", Confidence.Assumed)]
    public double BankSmallestSales { get; init; } = 100_000;

    [Assumption("score", 0, 0.5, "a title opens doors: 68.6 % of 专精特新 and all 小巨人 have loans (gansu.md B5); fitted",
        Confidence.Fitted)]
    public double BankLikesTitles { get; init; } = 0.10;

    [Assumption("score", 0, 0.5, "full cover by fixed assets; assumed", Confidence.Assumed)]
    public double BankLikesCollateral { get; init; } = 0.10;

    [Assumption("debt ratio", 0, 1, "debt ratio that costs no score; assumed", Confidence.Assumed)]
    public double BankBearsDebt { get; init; } = 0.6;

    [Assumption("score per unit of debt ratio above what it bears", 0, 2, "debt costs score; assumed", Confidence.Assumed)]
    public double BankFearsDebt { get; init; } = 0.2;

    [Assumption("score", 0, 0.5, "a young firm's score is lower; assumed", Confidence.Assumed)]
    public double BankFearsYouth { get; init; } = 0.08;

    [Assumption("months", 0, 120, "age until which a firm is young; assumed", Confidence.Assumed)]
    public double BankFearsYouthUntil { get; init; } = 24;

    [Assumption("share of the month's room", 0, 1,
        "banks' standing plans for small and micro firms before the notice; above their 69 % share of SME loans, since their loans grow "
        + "faster: 11.5 % in 2022 (gansu.md B5); level fitted to that", Confidence.Fitted)]
    public double SetAsideForSmall { get; init; } = 0.77;

    [Assumption("share of the balance a year per unit of premium", 0, 2,
        "banks lend more where a premium is paid on new loans: half a per cent of the balance for one per cent; assumed",
        Confidence.Assumed)]
    public double RoomPerPremium { get; init; } = 0.5;

    [Assumption("share of the amount", 0, 0.03,
        "guarantor's fee where collateral is thin: at most 1 % up to 5 million yuan (国办发〔2019〕6号, gansu.md A12)",
        Confidence.Published)]
    public double GuaranteeFee { get; init; } = 0.01;

    [Assumption("share of what would be owed", 0, 1,
        "cover by fixed assets below which a bank asks an SME for a guarantor; assumed", Confidence.Assumed)]
    public double GuaranteeBelow { get; init; } = 0.5;

    [Assumption("share oftener per percentage point cheaper", 0, 2, "readiness to ask when a loan costs less; assumed", Confidence.Assumed)]
    public double AsksWhenCheaper { get; init; } = 0.25;

    [Assumption("chance a month", 0, 0.2, "a titled or strategic firm doing R&D looks for investors; assumed", Confidence.Assumed)]
    public double LooksForInvestors { get; init; } = 0.006;

    [Assumption("times yearly sales", 0.01, 2, "size of an equity round; assumed", Confidence.Assumed)]
    public double EquityRoundToSales { get; init; } = 0.2;

    [Assumption("attraction per unit of R&D to sales", 0, 50,
        "how funds rank firms: the weight of R&D beside capability; assumed", Confidence.Assumed)]
    public double InvestorsLikeRnd { get; init; } = 5;

    [Assumption("attraction, about 1", 0, 3, "the same for each title of specialisation; assumed", Confidence.Assumed)]
    public double InvestorsLikeTitles { get; init; } = 0.5;

    [Assumption("share of a year's money", 0.1, 1, "the most that funds hold at hand unspent; assumed", Confidence.Assumed)]
    public double InvestorMoneyKept { get; init; } = 0.5;

    // --- policy contact

    [Assumption("chance a month", 0, 1, "a visit from tax, service or industry staff without the notice; assumed", Confidence.Assumed)]
    public double VisitChance { get; init; } = 0.02;

    [Assumption("share of what is not known", 0, 1, "learned on a visit; assumed", Confidence.Assumed)]
    public double VisitDepth { get; init; } = 0.30;

    [Assumption("share a month", 0, 0.2, "awareness picked up from aware neighbours of the region and from platforms; assumed",
        Confidence.Assumed)]
    public double PeersTell { get; init; } = 0.02;

    [Assumption("awareness 0–1", 0, 1,
        "added to the awareness of neighbours: news that spreads even where nobody knows; assumed", Confidence.Assumed)]
    public double PeersTellAnyway { get; init; } = 0.3;

    [Assumption("awareness 0–1 per digital level", 0, 0.5, "what digital firms hear more; assumed", Confidence.Assumed)]
    public double DigitalHears { get; init; } = 0.1;

    [Assumption("digital levels", 0, 4, "level above which platforms teach a firm no more; assumed", Confidence.Assumed)]
    public double PlatformLevels { get; init; } = 2;

    [Assumption("share a month", 0, 0.2, "awareness fading; assumed", Confidence.Assumed)]
    public double Forgets { get; init; } = 0.015;

    [Assumption("months", 1, 36, "time a new measure needs to be known by those within reach; assumed", Confidence.Assumed)]
    public double MonthsToSpread { get; init; } = 4;

    [Assumption("share", 0, 1,
        "firms with tax to pay that claim the super-deduction unprompted; Cui, Hicks and Xing 2022 find most optional relief unclaimed, "
        + "this one is better known; assumed", Confidence.Assumed)]
    public double ClaimDeduction { get; init; } = 0.70;

    [Assumption("share", 0, 1, "firms that get the stabilisation refund unprompted; assumed (免申即享 in part)", Confidence.Assumed)]
    public double ClaimRefund { get; init; } = 0.60;

    [Assumption("share", 0, 1,
        "firms with people from key groups that claim the employment credit unprompted; most optional relief goes unclaimed (Cui, Hicks "
        + "and Xing 2022); assumed", Confidence.Assumed)]
    public double ClaimCredit { get; init; } = 0.25;

    [Assumption("chance a quarter", 0, 1, "a firm with input VAT carried on asks for its refund and gets it; assumed", Confidence.Assumed)]
    public double ClaimVatRefund { get; init; } = 0.3;

    [Assumption("share", 0, 1, "firms rated A or B for tax, with no fraud on record, who alone may ask for a VAT refund; assumed",
        Confidence.Assumed)]
    public double GoodTaxStanding { get; init; } = 0.9;

    [Assumption("share", 0, 1,
        "of the support that a firm could know of, what it notices in time and finds worth reading; fitted so that more than 80 % of "
        + "eligible investment goes unclaimed (Cui, Hicks and Xing 2022)", Confidence.Fitted)]
    public double Noticed { get; init; } = 0.47;

    [Assumption("yuan a year", 0, 1_000_000,
        "paperwork of claiming support, in the owner's time, the median firm; with the spread fitted so that a third to a half of those "
        + "meant claim (Cui, Hicks and Xing 2022 find less)", Confidence.Fitted)]
    public double ClaimCost { get; init; } = 5_000;

    [Assumption("log points, standard deviation", 0, 4,
        "how much more the paperwork bothers some firms than others, for life; assumed", Confidence.Assumed)]
    public double ClaimCostSpread { get; init; } = 1.2;

    [Assumption("times", 1, 10, "the same paperwork the first time; assumed", Confidence.Assumed)]
    public double FirstClaimCost { get; init; } = 2;

    [Assumption("share", 0, 1, "one-person firms able to write a first claim; assumed", Confidence.Assumed)]
    public double AbleAlone { get; init; } = 0.4;

    [Assumption("share per tenfold staff", 0, 1, "more people, somebody who can; assumed", Confidence.Assumed)]
    public double AblePerTenfold { get; init; } = 0.3;

    [Assumption("share", 0, 1, "firms past the threshold that report to the statistics office within the year; assumed", Confidence.Fitted)]
    public double ReportsToStatistics { get; init; } = 0.6;

    [Assumption("share of the threshold", 0.5, 1,
        "a firm is taken off the roster only when its yearly sales fall below this; assumed", Confidence.Assumed)]
    public double RosterTolerance { get; init; } = 0.8;

    [Assumption("share of the threshold", 0.1, 1,
        "sales from which an industrial firm off the roster counts as near it; assumed", Confidence.Assumed)]
    public double NearScale { get; init; } = 0.4;

    // --- titles

    [Assumption("yuan", 0, 1_000_000, "consultants, audit and staff time for one application; assumed", Confidence.Assumed)]
    public double CostOfApplying { get; init; } = 80_000;

    [Assumption("share", 0, 1,
        "part of the cost of applying that is the same for all firms; the rest differs; assumed", Confidence.Assumed)]
    public double ApplicationCostOfAll { get; init; } = 0.5;

    [Assumption("log points, standard deviation", 0, 4,
        "how much more than its price an application costs some firms in bother, for life; a reward must move some firms and cannot move "
        + "all; assumed", Confidence.Assumed)]
    public double ApplicationCostSpread { get; init; } = 2;

    [Assumption("times", 0, 2, "cost of a renewal relative to a first application; assumed", Confidence.Assumed)]
    public double CostOfRenewing { get; init; } = 0.6;

    [Assumption("share", 0, 1,
        "firms in strategic fields whose product fills a gap of a key chain (补短板、填空白), which wins points; assumed",
        Confidence.Assumed)]
    public double FillsGap { get; init; } = 0.6;

    [Assumption("yuan", 0, 5_000_000, "what the name is worth beside tax and rewards: orders, credit, land; assumed", Confidence.Fitted)]
    public double TitlePrestige { get; init; } = 300_000;

    [Assumption("times high-tech", 0, 10, "cost of applying for 省级专精特新 relative to 高新技术企业; assumed", Confidence.Assumed)]
    public double SpecialisedWeight { get; init; } = 0.8;

    [Assumption("times high-tech", 0, 10,
        "worth of the name 省级专精特新 relative to 高新技术企业, which is older and better known; assumed so that its reward matters",
        Confidence.Assumed)]
    public double SpecialisedName { get; init; } = 1.0;

    [Assumption("times high-tech", 0, 10, "cost and worth of 小巨人 relative to 高新技术企业; assumed", Confidence.Assumed)]
    public double LittleGiantWeight { get; init; } = 2.5;

    [Assumption("times high-tech", 0, 10,
        "cost and worth of 科技型 and 创新型, which are self-assessed, relative to 高新技术企业; assumed", Confidence.Assumed)]
    public double LightTitleWeight { get; init; } = 0.1;

    [Assumption("share", 0, 1,
        "firms that would apply for a first title even if policy never reached them; fitted with the bother of applying to 2,119 "
        + "high-tech firms at the end of 2023 (gansu.md B1)", Confidence.Fitted)]
    public double AppliesUnaware { get; init; } = 0.5;

    [Assumption("yuan", 1_000, 1_000_000, "how loosely firms follow expected value (logit scale); assumed", Confidence.Assumed)]
    public double ApplicationScale { get; init; } = 40_000;

    [Assumption("chance", 0, 1, "of passing, as a firm reckons that meets the conditions; assumed", Confidence.Assumed)]
    public double HopeOfTitle { get; init; } = 0.9;

    [Assumption("chance", 0, 1,
        "of passing, as a firm reckons that does not meet the conditions: most know it, and some try anyway; assumed",
        Confidence.Assumed)]
    public double HopeOfUnqualified { get; init; } = 0.05;

    [Assumption("yuan", 0, 500_000,
        "a quality certificate (ISO 9001) that a firm gets for a title: consultant, training, audit; assumed", Confidence.Assumed)]
    public double CertificatePrice { get; init; } = 80_000;

    [Assumption("share of a year's sales", 0, 0.1,
        "one digital level that a firm builds up for a title: software, machines, people; assumed", Confidence.Assumed)]
    public double DigitalLevelPrice { get; init; } = 0.008;

    [Assumption("yuan", 0, 500_000,
        "one invention patent from results at hand that a firm seeks for a title: attorney, fees, quick examination; assumed",
        Confidence.Assumed)]
    public double PatentPrice { get; init; } = 80_000;

    [Assumption("yuan per head", 0, 500_000, "finding and training a researcher whom a firm takes on for a title; assumed",
        Confidence.Assumed)]
    public double ResearcherPrice { get; init; } = 60_000;

    [Assumption("months", 3, 48, "until a certificate, a patent or a digital level that a firm works for is there, on average; assumed",
        Confidence.Assumed)]
    public double MonthsOfTitleWork { get; init; } = 12;

    [Assumption("firms per researcher of firms", 0, 0.2,
        "on the cultivation lists (梯度培育库) whose firms the prefectures' staff coach without the notice; 63号 asks for such "
        + "lists, no count found, assumed", Confidence.Assumed)]
    public double UsualListPlaces { get; init; } = 0.005;

    [Assumption("share", 0, 1, "of the work for a title and of its papers that a coached firm of the list is left with; assumed",
        Confidence.Assumed)]
    public double ListedWorkLeft { get; init; } = 0.8;

    [Assumption("yuan", 0, 500_000, "fee of a service firm that checks and prepares an application; assumed", Confidence.Assumed)]
    public double AdviserFee { get; init; } = 80_000;

    [Assumption("share", 0, 1, "of the bother of an application that is left to a firm whose service firm prepares it; assumed",
        Confidence.Assumed)]
    public double AdvisedPaperLeft { get; init; } = 0.7;

    [Assumption("share of 15 points", 0, 1,
        "what even the weakest file wins of the province's own items (特色化), which were not found; fitted to the 208 firms of 2023 "
        + "(gansu.md B1)", Confidence.Fitted)]
    public double ProvincialItemsFloor { get; init; } = 0.85;

    [Assumption("share of points 0–1", 0, 1, "what experts give on average for judged blocks; assumed", Confidence.Fitted)]
    public double ExpertMean { get; init; } = 0.87;

    [Assumption("share of points, standard deviation", 0, 0.4, "experts differ; assumed", Confidence.Assumed)]
    public double ExpertSpread { get; init; } = 0.10;

    [Assumption("share of points 0–1", 0, 1,
        "what the weakest file wins of the points for development (发展得分), whose method was not published; assumed",
        Confidence.Assumed)]
    public double DevelopmentFloor { get; init; } = 0.5;

    [Assumption("researchers", 10, 1_000,
        "a research unit of national rank; documents give no headcount, assumed", Confidence.Assumed)]
    public double NationalUnitFrom { get; init; } = 120;

    [Assumption("researchers", 3, 500,
        "a research unit of provincial rank; documents give no headcount, assumed", Confidence.Assumed)]
    public double ProvincialUnitFrom { get; init; } = 25;

    [Assumption("researchers", 2, 200, "a research unit of city rank; documents give no headcount, assumed", Confidence.Assumed)]
    public double CityUnitFrom { get; init; } = 8;

    [Assumption("researchers", 1, 50,
        "a research unit below city rank; documents give no headcount, assumed", Confidence.Assumed)]
    public double OwnUnitFrom { get; init; } = 3;

    [Assumption("quality level 0–1", 0, 1, "firms of better quality have a brand of their own; assumed", Confidence.Assumed)]
    public double BrandFrom { get; init; } = 0.5;

    [Assumption("quality level 0–1", 0, 1, "firms of better quality take part in setting standards; assumed", Confidence.Assumed)]
    public double StandardsFrom { get; init; } = 0.85;

    [Assumption("share of the national niche", 0, 1,
        "market share of the firm best placed in its niche; assumed", Confidence.Assumed)]
    public double LargestNicheShare { get; init; } = 0.25;

    [Assumption("share of the national niche", 0.1, 1,
        "a little giant has proved a tenth (gansu.md A7) and keeps a little more; assumed", Confidence.Assumed)]
    public double LittleGiantNicheShare { get; init; } = 0.12;

    [Assumption("share of firms", 0, 1,
        "not among the leaders of their niche (较为靠前), a phrase to which the document gives no number; assumed", Confidence.Assumed)]
    public double BehindInNiche { get; init; } = 0.3;

    [Assumption("chance a month", 0, 0.2, "a firm not on the cloud moves there; assumed", Confidence.Assumed)]
    public double CloudAdoption { get; init; } = 0.012;

    [Assumption("times", 1, 10, "firms with a title move sooner; assumed", Confidence.Assumed)]
    public double TitledToCloud { get; init; } = 2;

    [Assumption("levels a year", 0, 1, "digital level rises unprompted; assumed", Confidence.Assumed)]
    public double DigitalDrift { get; init; } = 0.12;

    [Assumption("log points at sales of 1 million yuan", 0, 0.1,
        "productivity and customers that a firm gains when it moves to the cloud: growth is higher, and more so in small firms (Caldarola "
        + "and Fontanelli 2024 for France); size assumed", Confidence.Assumed)]
    public double CloudGain { get; init; } = 0.02;

    [Assumption("power of sales", 0, 0.5,
        "how much less larger firms gain from the cloud (Caldarola and Fontanelli 2024 in sign); size assumed", Confidence.Assumed)]
    public double CloudGainPower { get; init; } = 0.15;

    [Assumption("log points per digital level", 0, 0.1,
        "productivity and customers that a firm gains by a digital level more than others have risen; assumed", Confidence.Assumed)]
    public double DigitalGain { get; init; } = 0.02;

    [Assumption("log points", 0, 0.1,
        "customers that a quality certificate wins: firms certified to ISO 9001 grew faster than like firms (Levine and Toffel 2010; not "
        + "checked here); size assumed", Confidence.Assumed)]
    public double CertificateGain { get; init; } = 0.01;

    [Assumption("chance a month", 0, 0.2, "a firm without quality certificate (ISO 9001) gets one; assumed", Confidence.Assumed)]
    public double Certification { get; init; } = 0.008;

    [Assumption("times", 1, 10, "firms with a title get a certificate sooner; assumed", Confidence.Assumed)]
    public double TitledCertify { get; init; } = 2.5;

    [Assumption("times", 0, 1, "micro firms without a title get a certificate later; assumed", Confidence.Assumed)]
    public double MicroCertify { get; init; } = 0.3;

    [Assumption("levels 0–1 a year", 0, 0.5, "quality level rises unprompted; assumed", Confidence.Assumed)]
    public double QualityDrift { get; init; } = 0.015;

    [Assumption("share of a year's sales", 0, 0.1, "what a quality certificate brings a year, as its owner reckons; assumed",
        Confidence.Assumed)]
    public double CertificateWorth { get; init; } = 0.005;

    [Assumption("years", 1, 10,
        "validity of a quality certificate, over which its owner weighs it: two surveillance audits at most 12 months apart and a renewal "
        + "(认监委公告2025年第16号, as certifiers quote it), so about three years; assumed", Confidence.Assumed)]
    public double CertificateYears { get; init; } = 3;

    [Assumption("years of a certificate", 0, 100,
        "what a whole quality level is worth to its owner: a tenth of it a year of a certificate; assumed", Confidence.Assumed)]
    public double QualityLevelWorth { get; init; } = 10;

    // --- public buyers

    [Assumption("chance a month", 0, 1, "an eligible firm bids where a bid wins as often as usual; assumed", Confidence.Assumed)]
    public double BidChance { get; init; } = 0.05;

    [Assumption("chance", 0.01, 1, "that a bid wins, as firms reckon that bid as often as usual; near the mean of the model, assumed",
        Confidence.Assumed)]
    public double UsualChanceToWin { get; init; } = 0.12;

    [Assumption("elasticity", 0, 5,
        "bids to what they earn: in São Paulo 0.94 small and medium bidders a lot became 1.87 where 2.68 others had bid too and lots were "
        + "then reserved (Genicolo-Martins 2026), an elasticity of 1; with many bidders firms respond more; assumed", Confidence.Derived)]
    public double BidsFollowProfit { get; init; } = 1;

    [Assumption("months", 1, 36, "over which firms watch how many bid; assumed", Confidence.Assumed)]
    public double MonthsBidsWatched { get; init; } = 6;

    [Assumption("months of sales", 1, 60,
        "the largest contract that a firm bids for; fitted to the employment of winners, 2.2 points more in the quarter (Ferraz, Finan and "
        + "Szerman 2015)", Confidence.Fitted)]
    public double LargestContract { get; init; } = 4;

    [Assumption("months of sales", 0, 36, "public orders with which a firm bids no more; assumed", Confidence.Assumed)]
    public double FullOrderBook { get; init; } = 6;

    [Assumption("share of the estimate", 0.5, 1.2,
        "price that firms of usual capability ask, before luck; assumed", Confidence.Assumed)]
    public double UsualBid { get; init; } = 0.95;

    [Assumption("share of the estimate per unit of capability", 0, 0.3,
        "how much cheaper capable firms can bid; assumed", Confidence.Assumed)]
    public double CapabilityInBids { get; init; } = 0.03;

    [Assumption("share of the estimate", 0.3, 1, "lowest price that a firm asks; assumed", Confidence.Assumed)]
    public double LowestBid { get; init; } = 0.6;

    [Assumption("share of the estimate", 1, 2, "highest price that a firm asks; assumed", Confidence.Assumed)]
    public double HighestBid { get; init; } = 1.1;

    [Assumption("share of the estimate per quality level 0–1", 0, 0.3,
        "what buyers forgive in the price for quality; assumed", Confidence.Assumed)]
    public double QualityInBids { get; init; } = 0.03;

    [Assumption("share of the estimate", 0, 0.4, "spread of asked prices; assumed", Confidence.Assumed)]
    public double BidSpread { get; init; } = 0.06;

    [Assumption("share of the estimate", 0, 0.3, "how much cheaper large and outside bidders are; assumed", Confidence.Assumed)]
    public double OutsidersCheaper { get; init; } = 0.05;

    [Assumption("bids per lot", 0, 10, "bids of large and outside firms; assumed", Confidence.Assumed)]
    public double OutsideBidsPerLot { get; init; } = 1.0;

    [Assumption("yuan", 100_000, 50_000_000,
        "one contract for goods or services, large enough not to be reserved entirely; assumed", Confidence.Assumed)]
    public double LotOfGoods { get; init; } = 3_000_000;

    [Assumption("yuan", 100_000, 4_000_000, "one contract for works up to 4 million yuan; assumed", Confidence.Assumed)]
    public double LotOfSmallWorks { get; init; } = 2_000_000;

    [Assumption("yuan", 4_000_000, 500_000_000, "one contract for works above 4 million yuan; assumed", Confidence.Assumed)]
    public double LotOfLargeWorks { get; init; } = 12_000_000;

    // --- entry and exit

    [Assumption("share of stock a year", 0, 0.5, B9 + ": Gansu net +10.5 % and exit 6–9 % make gross entry 17–20 %", Confidence.Derived)]
    public double EntryRate { get; init; } = 0.18;

    [Assumption("chance a month", 0.01, 1, "that a firm is founded in a vacant slot, at most; assumed", Confidence.Assumed)]
    public double MostEntry { get; init; } = 0.5;

    [Assumption("share of stock a year", 0, 0.5, B9 + ": small-firm hazard 6.3–6.5 %, deregistration 9.1 %", Confidence.Published)]
    public double ExitRate { get; init; } = 0.06;

    [Assumption("power of sales", 0, 1, "exit falls with size; assumed", Confidence.Assumed)]
    public double ExitSizePower { get; init; } = 0.25;

    [Assumption("times the industry's median", 0.01, 1,
        "smaller firms leave no oftener than at these sales; assumed", Confidence.Assumed)]
    public double ExitLeastSize { get; init; } = 0.2;

    [Assumption("power of age", 0, 1,
        "young firms fail more often (Evans 1987; Dunne, Roberts and Samuelson 1989; not checked here); size of the power assumed",
        Confidence.Assumed)]
    public double ExitAgePower { get; init; } = 0.3;

    [Assumption("years", 0.1, 5,
        "younger firms leave no oftener than at this age; assumed, and the youngest leave too often: of the nation's firms 1.6 % left in "
        + "their first year, 6.3 % in the second and 9.5 %, the most, in the third (工商总局 2013, read in the press)", Confidence.Assumed)]
    public double ExitLeastAge { get; init; } = 1;

    [Assumption("years", 1, 20,
        B9 + ", B3: median age, at which a firm has the exit rate; net growth of 10.5 % and exit of 6 to 9 % make a mean age of 5.5 "
        + "years, times ln 2", Confidence.Derived)]
    public double ExitUsualAge { get; init; } = 3.8;

    [Assumption("times the industry's median", 0.05, 5, "first-year sales of the median new firm; assumed", Confidence.Assumed)]
    public double FoundingSize { get; init; } = 0.25;

    [Assumption("log points, standard deviation", 0, 2, "how much new firms differ in size; assumed", Confidence.Assumed)]
    public double FoundingSpread { get; init; } = 0.8;

    [Assumption("awareness 0–1", 0, 1, "what founders know of policy; assumed", Confidence.Assumed)]
    public double FoundingAwareness { get; init; } = 0.1;

    [Assumption("share a year", 0, 0.3,
        "interest rate of a new firm until its first loan sets one: near the mean of borrowers at month zero; assumed",
        Confidence.Assumed)]
    public double FoundingRate { get; init; } = 0.055;

    [Assumption("months of costs", 0.5, 24, "overdraft at which creditors close a firm; assumed", Confidence.Assumed)]
    public double OverdraftLimit { get; init; } = 6;

    [Assumption("share of a year's sales", 0, 2, "losses carried forward after which owners think of closing; assumed", Confidence.Assumed)]
    public double LossesBorne { get; init; } = 0.1;

    [Assumption("times the usual hazard", 1, 20, "owners with such losses and an overdraft close; assumed", Confidence.Assumed)]
    public double LossesClose { get; init; } = 5;

    [Assumption("chance a month", 0.01, 1,
        "that creditors close a firm beyond the overdraft they bear; assumed", Confidence.Assumed)]
    public double InsolventClose { get; init; } = 0.25;

    [Assumption("share of book value", 0, 1, "what fixed assets fetch when a firm closes; assumed", Confidence.Assumed)]
    public double ScrapValue { get; init; } = 0.3;

    [Assumption("share", 0, 1,
        "firms within reach of the 3 million yuan cliff that shift profit below it; bunching as in Cui, Wei, Xie and Xing 2025, level "
        + "assumed", Confidence.Assumed)]
    public double ShiftsProfit { get; init; } = 0.5;

    [Assumption("yuan", 0, 5_000_000,
        "profit above the cliff that firms shift; a firm at 25 % is as well off again at 3.8 million yuan (gansu.md, five things)",
        Confidence.Derived)]
    public double ShiftsWithin { get; init; } = 800_000;
}
