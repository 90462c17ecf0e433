using System.Collections.Immutable;
using SimLab.Engine.RuleQueries;
using SimLab.Model;
using SimLab.Model.Populations;
using SimLab.Model.Recognition;

namespace SimLab.Engine.Populations;

/// <summary>A column of a file of own firms: how its cells are written and which property they set.</summary>
/// <param name="Fact">Key, kind, range and meaning.</param>
/// <param name="Put">Sets the property from the value as <see cref="FactReader"/> reads it.</param>
/// <param name="Required">Whether every row must have a value.</param>
internal sealed record OwnColumn(Fact Fact, Action<OwnFirm, long> Put, bool Required = false)
{
    public const string Id = "id";

    private const int MostStaff = 2_000_000;

    /// <summary>In documented order; a new column is a line here and a property of <see cref="OwnFirm"/>.</summary>
    /// <param name="province">Gives the words for regions and chains.</param>
    public static ImmutableArray<OwnColumn> Of(Province province) =>
    [
        new(Key(Id, FactKind.Name, "the firm's own key; no two rows have the same"), (_, _) => { }, Required: true),
        new(Choice("region", "region of the province", Regions(province)), (f, v) => f.Region = (Region)v, Required: true),
        new(Choice("industry", "industry of the main business", IndustryNames.Words), (f, v) => f.Industry = (Industry)v, Required: true),
        new(Whole("staff", "staff at the end of the month", 1, MostStaff), (f, v) => f.Staff = (int)v, Required: true),
        new(Money("sales_last_year", "sales of the year that ends with the population's month"), (f, v) =>
            f.SalesLastYear = v, Required: true),
        new(Whole("weight", "how many such firms the row stands for", 1, 1_000_000), (f, v) => f.Weight = (int)v),
        new(Key("founded", FactKind.Month, "month it was founded"), (f, v) => f.Founded = new((int)v)),

        new(Money("sales_year_before", "sales one year earlier"), (f, v) => f.SalesYearBefore = v),
        new(Money("sales_third_year", "sales two years earlier"), (f, v) => f.SalesThirdYear = v),
        new(Money("cash", "cash at banks and in hand"), (f, v) => f.Cash = v),
        new(Money("fixed_assets", "fixed assets, net"), (f, v) => f.FixedAssets = v),
        new(Money("loan", "owed to banks; 0: no loan"), (f, v) => f.Loan = v),
        new(Key("loan_rate", FactKind.Share, "interest a year, share of the loan"), (f, v) => f.LoanRate = Double(v)),
        new(Money("receivable_public", "owed by public bodies, not yet due"), (f, v) => f.ReceivablePublic = v),
        new(Money("arrears_public", "owed by public bodies, overdue"), (f, v) => f.ArrearsPublic = v),
        new(Money("loss_carried", "tax loss carried forward"), (f, v) => f.LossCarried = v),
        new(Key("public_sales_share", FactKind.Share, "share of sales to public bodies"), (f, v) => f.PublicSalesShare = Double(v)),

        new(Money("rnd_last_year", "R&D of the year, as reported; 0: none"), (f, v) => f.RndLastYear = v),
        new(Money("rnd_year_before", "R&D one year earlier"), (f, v) => f.RndYearBefore = v),
        new(Money("rnd_third_year", "R&D two years earlier"), (f, v) => f.RndThirdYear = v),
        new(Whole("rnd_staff", "R&D staff", 0, ushort.MaxValue), (f, v) => f.RndStaff = (int)v),
        new(Whole("class1_ip", "class I intellectual property", 0, ushort.MaxValue), (f, v) => f.Class1Ip = (int)v),
        new(Whole("class2_ip", "class II intellectual property", 0, ushort.MaxValue), (f, v) => f.Class2Ip = (int)v),
        new(Whole("transfers_last_year", "research results put to use in the year", 0, byte.MaxValue), (f, v) =>
            f.TransfersLastYear = (int)v),
        new(Whole("transfers_year_before", "the same one year earlier", 0, byte.MaxValue), (f, v) => f.TransfersYearBefore = (int)v),
        new(Key("main_business_share", FactKind.Share, "main business over revenue"), (f, v) => f.MainBusinessShare = Double(v)),
        new(Key("high_tech_income_share", FactKind.Share, "high-tech income over revenue"), (f, v) => f.HighTechIncomeShare = Double(v)),
        new(Number("niche_years", "years in its niche", 300), (f, v) => f.NicheYears = Double(v)),
        new(Number("digital_level", "digital level, as in the digitalisation grades", 4), (f, v) => f.DigitalLevel = Double(v)),

        new(YesNo("above_scale", "on the roster of above-scale industry (规上工业)"), (f, v) => f.AboveScale = v != 0),
        new(Choice("chain", "industrial chain it sells along", Chains(province)), (f, v) => f.Chain = (Chain)v),
        new(YesNo("leads_chain", "large firm that orders from smaller ones of its chain (链主)"), (f, v) => f.LeadsChain = v != 0),
        new(YesNo("state_owned", "belongs to the state"), (f, v) => f.StateOwned = v != 0),
        new(YesNo("strategic_field", "main business in a strategic emerging industry or a high-tech field"), (f, v) =>
            f.StrategicField = v != 0),
        new(YesNo("western_encouraged", "main business in the western catalogue"), (f, v) => f.WesternEncouraged = v != 0),
        new(YesNo("quality_certified", "holds an ISO 9001 certificate"), (f, v) => f.QualityCertified = v != 0),
        new(YesNo("on_cloud", "runs its business on cloud services (上云)"), (f, v) => f.OnCloud = v != 0),

        .. TitleCatalog.All.Select(title => new OwnColumn(
            Until($"{Wording.Snake(title.Title)}_until", title.Chinese), (f, v) => f.SetUntil(title.Title, new((int)v)))),
    ];

    private static double Double(long bits) => BitConverter.Int64BitsToDouble(bits);

    private static Fact Key(string key, FactKind kind, string meaning) => new(0, key, kind, meaning);

    private static Fact Money(string key, string meaning) => Key(key, FactKind.Money, meaning);

    private static Fact YesNo(string key, string meaning) => Key(key, FactKind.YesNo, meaning);

    private static Fact Until(string key, string title) => Key(key, FactKind.Month, $"last month in which it is a {title}");

    private static Fact Whole(string key, string meaning, int least, int most) =>
        new(0, key, FactKind.Whole, meaning) { Least = least, Most = most };

    private static Fact Number(string key, string meaning, double most) => new(0, key, FactKind.Number, meaning) { Most = most };

    private static Fact Choice(string key, string meaning, ImmutableArray<FactWord> words) =>
        new(0, key, FactKind.Choice, meaning) { Words = words, Bilingual = true };

    // 兰州市 is also written 兰州.
    private static ImmutableArray<FactWord> Regions(Province province) =>
    [
        .. province.AllRegions().Select(region => Word(region, province.Of(region).Name, province.Of(region).NameZh)),
    ];

    private static FactWord Word(Region region, string name, string chinese) => new(
        Spelling.Snake(name), (long)region, [name, chinese, .. chinese[^1] is '市' or '州' ? new[] { chinese[..^1] } : []]);

    private static ImmutableArray<FactWord> Chains(Province province) =>
    [
        new("none", (long)Chain.None, ["None", "无"]),
        .. province.Chains.Select((chain, n) => new FactWord(Spelling.Snake(chain.Name), n + 1, [chain.Name, chain.NameZh])),
    ];
}
