using System.Collections.Frozen;
using System.Collections.Immutable;
using SimLab.Model;
using SimLab.Model.Recognition;
using SimLab.Model.Rulebook;

namespace SimLab.Engine.RuleQueries;

/// <summary>Keys of a facts file. Money in yuan, shares 0 to 1; lists of earlier years begin with last year.</summary>
public static class FactKeys
{
    /// <summary>First and last year whose law can be asked for.</summary>
    public const int FirstYear = 2019, LastYear = 2027;

    // Before the keys below, which register themselves here.
    private static readonly List<Fact> Written = [];

    public static readonly Fact Name = Key("name", FactKind.Name, "name of the firm");
    public static readonly Fact Year = Whole("year", "closed year the facts are of", FirstYear, LastYear);
    public static readonly Fact Industry = Choice("industry", "industry of the main business", IndustryNames.Words, bilingual: true);

    // Value-added tax
    public static readonly Fact VatTaxpayer = Choice(
        "vat_taxpayer", "kind of VAT taxpayer", [new("small_scale", 0, "小规模", "小规模纳税人"), new("general", 1, "一般", "一般纳税人")]);
    public static readonly Fact QuarterlySales = List("quarterly_sales", FactKind.Money, "sales of each quarter without VAT", 4);
    public static readonly Fact QuarterlyReceipts = List(
        "quarterly_receipts", FactKind.Money, "sales of each quarter with the VAT in them", 4);
    public static readonly Fact InputVat = Key("input_vat", FactKind.Money, "input VAT of the year");
    public static readonly Fact VatCreditBrought = Key("vat_credit_brought", FactKind.Money, "input VAT credit brought into the year");
    public static readonly Fact Locality = Choice("locality", "where the taxpayer is", Named<Locality>("city", "county", "elsewhere"));

    // Size and money
    public static readonly Fact Revenue = Key("revenue", FactKind.Money, "revenue of the year");
    public static readonly Fact RevenuePrior = List("revenue_prior", FactKind.Money, "revenue of last year and the year before it", 2);
    public static readonly Fact TaxableIncome = Key("taxable_income", FactKind.Balance, "taxable income after super-deduction and losses");
    public static readonly Fact Staff = Whole("staff", "staff, mean of the year", 0, 10_000_000);
    public static readonly Fact Assets = Key("assets", FactKind.Money, "total assets, mean of the year");
    public static readonly Fact NetAssets = Key("net_assets", FactKind.Balance, "net assets at year end");
    public static readonly Fact NetAssetsPrior = List(
        "net_assets_prior", FactKind.Balance, "net assets at the end of last year and the year before it", 2);
    public static readonly Fact DebtRatio = Share("debt_ratio", "debts over assets");
    public static readonly Fact NetProfit = Key("net_profit", FactKind.Balance, "net profit of the year");
    public static readonly Fact EquityRaised2y = Key("equity_raised_2y", FactKind.Money, "new equity of two years");
    public static readonly Fact EquityRaised3y = None("equity_raised_3y", FactKind.Money, "new equity of three years");
    public static readonly Fact CostAndExpense = None("cost_and_expense", FactKind.Money, "costs and expenses of the year");
    public static readonly Fact WesternEncouraged = Key("western_encouraged", FactKind.YesNo, "main business in the western catalogue");
    public static readonly Fact RestrictedIndustry = None(
        "restricted_industry", FactKind.YesNo, "in an industry the state restricts or forbids");
    public static readonly Fact Qualification = Key("qualification", FactKind.YesNo, "holds a construction qualification (资质)");

    // Research and staff
    public static readonly Fact RndExpense = Key("rnd_expense", FactKind.Money, "R&D expensed in the year");
    public static readonly Fact RndPrior = List("rnd_prior", FactKind.Money, "R&D of last year and the year before it", 2);
    public static readonly Fact RndAmortisation = Key(
        "rnd_intangible_amortisation", FactKind.Money, "amortisation of R&D intangibles in the year");
    public static readonly Fact RndExcluded = None(
        "rnd_excluded", FactKind.YesNo, "no super-deduction: tobacco, entertainment or deemed profit");
    public static readonly Fact ChipOrMachineTool = Key("chip_or_machine_tool", FactKind.YesNo, "listed chip or machine-tool maker");
    public static readonly Fact RndStaff = Whole("rnd_staff", "R&D staff", 0, 10_000_000);
    public static readonly Fact TechStaff = Whole("tech_staff", "science and technology staff", 0, 10_000_000);
    public static readonly Fact DomesticRndShare = Share("domestic_rnd_share", "R&D spent in the country");
    public static readonly Fact RndInstitution = Choice(
        "rnd_institution", "who keeps the research unit", Named<RndInstitution>("none", "county", "city", "province", "national"));

    // Intellectual property and product
    public static readonly Fact Class1Ip = Whole("class1_ip", "class I intellectual property", 0, 1_000_000);
    public static readonly Fact Class1IpOwn = Whole("class1_ip_own", "class I from own research", 0, 1_000_000);
    public static readonly Fact Class1IpHighValue = None("class1_ip_high_value", FactKind.Whole, "class I of high value", 1_000_000);
    public static readonly Fact Class2Ip = Whole("class2_ip", "class II intellectual property", 0, 1_000_000);
    public static readonly Fact Class2IpUsed = None(
        "class2_ip_used", FactKind.Whole, "class II used in an earlier high-tech file", 1_000_000);
    public static readonly Fact Transfers3y = Whole("transfers_3y", "research results put to use in three years", 0, 1_000_000);
    public static readonly Fact HighTechIncomeShare = Share("high_tech_income_share", "high-tech income over revenue");
    public static readonly Fact MainBusinessShare = Share("main_business_share", "main business over revenue");
    public static readonly Fact NicheYears = Number("niche_years", "years in the niche", 300);
    public static readonly Fact NicheMarketShare = Share("niche_market_share", "national share of the niche");
    public static readonly Fact NicheRank = None("niche_rank", FactKind.Whole, "national rank in the niche, 0: none", 1_000_000);
    public static readonly Fact AheadInNiche = Key("ahead_in_niche", FactKind.YesNo, "market share well ahead (较为靠前)");
    public static readonly Fact Field = Set("field", "what the main product is for",
        [new("strategic", (long)ProductField.Strategic, "战略性新兴产业"), new("key_chain", (long)ProductField.KeyChain, "关键链"),
            new("fills_gap", (long)ProductField.FillsGap, "补短板"),
            new("high_tech", (long)ProductField.HighTech, "高新技术领域"), new("other", 0, "其他")]);
    public static readonly Fact HighTechField = Key("high_tech_field", FactKind.YesNo, "main product in one of the eight high-tech fields");

    // Management
    public static readonly Fact QualitySystem = Set("quality_system", "quality certificates and awards",
        [new("none", 0, "false", "no", "无", "否"), new("certified", 1, "true", "yes", "iso9001", "ISO9001", "是"),
            new("award", 2, "质量奖"), new("brand", 4, "自主品牌"), new("standards", 8, "标准")]);
    public static readonly Fact OwnBrand = Key("own_brand", FactKind.YesNo, "owns a brand");
    public static readonly Fact Standards = Choice(
        "standards", "part in making standards", Named<StandardsRole>("none", "took_part", "led"), none: true);
    public static readonly Fact DigitalLevel = Number("digital_level", "digital level", 4);
    public static readonly Fact RegisteredDays = Whole("registered_days", "days since registration", 0, 100_000);
    public static readonly Fact Titles = Set("titles", "titles held",
        [.. TitleCatalog.All.Select(title =>
            new FactWord(Wording.Snake(title.Title), 1L << (int)title.Title, [.. title.Spellings])), new("none", 0, "无")]);
    public static readonly Fact Recheck = Key("recheck", FactKind.YesNo, "asks for a running title to be confirmed (复核)");
    public static readonly Fact Award = Choice("award", "best science award in the window",
        Named<ScienceAward>("none", "provincial", "provincial_top_three", "national_top_five", "national_top_three"), none: true);
    public static readonly Fact MakerChinaRank = None(
        "maker_china_rank", FactKind.Whole, "rank in the 创客中国 finals, 0: none", 1_000_000);
    public static readonly Fact InnovationHonour = None("innovation_honour", FactKind.YesNo, "national innovation or patent honour");
    public static readonly Fact MajorAccident = None("major_accident", FactKind.YesNo, "major accident in the window");
    public static readonly Fact AbnormalList = None("abnormal_list", FactKind.YesNo, "on a list of abnormal or dishonest firms");

    // Known only to experts or the ministry's platform
    public static readonly Fact ExpertIp = Share("expert_ip", "experts on the IP");
    public static readonly Fact ExpertManagement = Share("expert_management", "experts on research management");
    public static readonly Fact ExpertBand = Share("expert_band", "place within a band of points");
    public static readonly Fact ProvincialFeaturePoints = Number("provincial_feature_points", "points of 特色化", 15);
    public static readonly Fact DevelopmentScore = Number("development_score", "专精特新发展评价", 100);

    // Procurement and payment
    public static readonly Fact BidPrice = Key("bid_price", FactKind.Money, "price the firm bids");
    public static readonly Fact BidKind = Choice("bid_kind", "what is bought", Named<PurchaseKind>("goods", "services", "works"));
    public static readonly Fact PriceDeduction = Share("price_deduction", "deduction the tender grants");
    public static readonly Fact SharedWithSmall = Share("shared_with_small", "share of the contract given to small firms");
    public static readonly Fact InvoiceAmount = Key("invoice_amount", FactKind.Money, "sum that is paid late");
    public static readonly Fact DaysLate = Whole("days_late", "days after the last lawful day", 0, 10_000);
    public static readonly Fact Debtor = Choice("debtor", "who owes", Named<Debtor>("public_body", "large_firm"));
    public static readonly Fact AgreedRate = Share("agreed_rate", "late interest a year the contract sets");

    /// <summary>All facts, in the order of their declaration.</summary>
    public static ImmutableArray<Fact> All { get; } = [.. Written];

    private static readonly FrozenDictionary<string, Fact> ByKey = All.ToFrozenDictionary(fact => fact.Key, StringComparer.Ordinal);

    /// <summary>The fact with this key; null: there is none.</summary>
    public static Fact? Find(string key) => ByKey.GetValueOrDefault(key);

    private static Fact Key(string key, FactKind kind, string meaning) => Enter(new(Written.Count, key, kind, meaning));

    private static Fact None(string key, FactKind kind, string meaning, double most = 0) =>
        Enter(new(Written.Count, key, kind, meaning) { NoneUnlessGiven = true, Most = most });

    private static Fact Share(string key, string meaning) => Enter(new(Written.Count, key, FactKind.Share, meaning));

    private static Fact Whole(string key, string meaning, int least, int most) =>
        Enter(new(Written.Count, key, FactKind.Whole, meaning) { Least = least, Most = most });

    private static Fact Number(string key, string meaning, double most) =>
        Enter(new(Written.Count, key, FactKind.Number, meaning) { Most = most });

    private static Fact List(string key, FactKind kind, string meaning, int most) =>
        Enter(new(Written.Count, key, kind, meaning) { ListOf = most });

    private static Fact Choice(string key, string meaning, ImmutableArray<FactWord> words, bool none = false, bool bilingual = false) =>
        Enter(new(Written.Count, key, FactKind.Choice, meaning) { Words = words, NoneUnlessGiven = none, Bilingual = bilingual });

    private static Fact Set(string key, string meaning, ImmutableArray<FactWord> words) =>
        Enter(new(Written.Count, key, FactKind.Set, meaning) { Words = words });

    // Words in the order of the enum's values, which begin with 0.
    private static ImmutableArray<FactWord> Named<T>(params string[] words) where T : struct, Enum =>
        words.Length == Enum.GetValues<T>().Length
            ? [.. words.Select((word, value) => new FactWord(word, value))]
            : throw new InvalidOperationException(
                $"Bug in SimLab: {typeof(T).Name} has {Enum.GetValues<T>().Length} values, the facts file {words.Length} words.");

    private static Fact Enter(Fact fact)
    {
        Written.Add(fact);
        return fact;
    }
}
