namespace SimLab.Model.Rulebook;

/// <summary>Level of the firm's research unit; the highest one counts.</summary>
public enum RndInstitution : byte { None, BelowCity, City, Province, Nation }

/// <summary>
/// Best science or technology award within the window the law looks at (three years; five for technology SMEs),
/// ordered.
/// </summary>
public enum ScienceAward : byte { None, Provincial, ProvincialTopThree, NationalTopFive, NationalTopThree }

/// <summary>The firm's role in making national or industry standards.</summary>
public enum StandardsRole : byte { None, TookPart, Led }

/// <summary>Purpose of the main product.</summary>
[Flags]
public enum ProductField : byte
{
    Other = 0,
    /// <summary>
    /// Strategic emerging industry (战略性新兴产业), also read as one of the ten priority fields of the little-giant standard.
    /// </summary>
    Strategic = 1,
    /// <summary>Six industrial foundations (六基), time-honoured brand, or supplier of a leader of a key chain.</summary>
    KeyChain = 2,
    /// <summary>Proven in mending, lengthening or filling a gap of a key chain (补短板, 锻长板, 填空白).</summary>
    FillsGap = 4,
    /// <summary>One of the eight fields of state-supported high technology (国家重点支持的高新技术领域).</summary>
    HighTech = 8,
}

/// <summary>
/// The facts an office may know of a firm when it judges a title. Money in fen, shares 0 to 1. Years are closed
/// accounting years: the latest, the one before, and the third. No rule derives the fields marked latent from other
/// facts.
/// </summary>
public struct FirmFacts
{
    /// <summary>Month of the application; chooses the version of the law.</summary>
    public Month Month;

    /// <summary>Unknown facts, so that a judgement can report what it lacks; none in the simulation.</summary>
    public Facts Missing;

    public Industry Industry;
    public long Revenue, RevenueBefore, RevenueThird;
    public long Rnd, RndBefore, RndThird;
    public long NetAssets, NetAssetsBefore, NetAssetsThird; // at year end
    public long Assets;
    public long NetProfit;
    public long CostAndExpense;                             // 成本费用总额; 0: only R&D to sales is judged
    public double DebtRatio;                                // 资产负债率
    public int Staff, RndStaff, TechStaff;                  // 职工总数, 研发人员, 科技人员

    public int Class1Ip;                                    // Ⅰ类, own and acquired
    public int Class1IpOwn;                                 // of which from own R&D
    public int Class1IpHighValue;                           // of which 高价值
    public int Class2Ip;                                    // Ⅱ类, taken as from own R&D
    public int Class2IpUsed;                                // of which used in an earlier high-tech application: usable once
    public int TransfersThreeYears;                         // 科技成果转化, all three years together

    public double MainBusinessShare;                        // 主营业务收入占比
    public double HighTechIncomeShare;                      // 高新技术产品（服务）收入占比
    public double DomesticRndShare;                         // 境内研发费用占比
    public int RegisteredDays;
    public double NicheYears;                               // 从事特定细分市场年限
    public double NicheMarketShare;                         // national, 主导产品全国细分市场占有率
    public int NationalNicheRank;                           // 0: not known or none
    public bool AheadInNiche;                               // latent: 2026 "在省内或全国细分市场较为靠前" has no number

    public double DigitalLevel;                             // 0 to 4, 数字化水平评测; from 1 on a core process runs on IT
    public bool QualityAward;                               // 省级以上质量奖
    public bool QualityCertified;                           // ISO 9001 or a product certificate
    public bool OwnBrand;
    public StandardsRole Standards;
    public RndInstitution RndInstitution;
    public ProductField Field;
    public ScienceAward Award;
    public int MakerChinaRank;                              // “创客中国” finals within three years; 0: none
    public bool InnovationHonour;                           // 国家级技术创新示范企业, 知识产权示范或优势企业
    public long EquityTwoYears, EquityThreeYears;           // paid in by qualified investors

    /// <summary>Titles valid now, one bit each; see <see cref="Hold"/>.</summary>
    public byte TitlesHeld;

    /// <summary>The firm applies for confirmation of its running title (复核), not for a first one.</summary>
    public bool Recheck;

    public bool MajorAccident;                              // safety, quality or environment, in the window
    public bool OnAbnormalList;                             // 经营异常名录, 严重失信

    /// <summary>
    /// Latent, 0 to 1: experts' rating of how advanced the IP is and how far it supports the main product (high-tech, 8
    /// + 8 points).
    /// </summary>
    public double ExpertOnIp;

    /// <summary>
    /// Latent, 0 to 1: experts' rating of the organisation and management of research (high-tech, 20 points).
    /// </summary>
    public double ExpertOnManagement;

    /// <summary>
    /// Latent, 0 to 1: position that experts give the firm in the band of an item (say 25 to 30 points).
    /// </summary>
    public double ExpertInBand;

    /// <summary>Latent, 0 to 15: points of 特色化, set by the province. Gansu's items were not found.</summary>
    public double ProvincialFeaturePoints;

    /// <summary>Latent, 0 to 100: 专精特新发展评价, computed only inside the ministry's platform from 2026.</summary>
    public double DevelopmentScore;

    /// <summary>Whether the title is valid now.</summary>
    public readonly bool Holds(Title title) => (TitlesHeld & (1 << (int)title)) != 0;

    /// <summary>Marks the title as valid now.</summary>
    public void Hold(Title title) => TitlesHeld |= (byte)(1 << (int)title);

    /// <summary>Statistical size class.</summary>
    public readonly SizeClass Size => SizeClasses.Of(Industry, Staff, Revenue, Assets);

    /// <summary>Whether the main product serves any of the fields.</summary>
    public readonly bool Is(ProductField any) => (Field & any) != 0;

    /// <summary>R&amp;D to revenue of the latest year, share.</summary>
    public readonly double RndShare => Exactly.ShareOf(Rnd, Revenue);
    /// <summary>R&amp;D to revenue of the year before, share.</summary>
    public readonly double RndShareBefore => Exactly.ShareOf(RndBefore, RevenueBefore);
    /// <summary>R&amp;D staff to all staff, share.</summary>
    public readonly double RndStaffShare => Exactly.ShareOf(RndStaff, Staff);
    /// <summary>Technology staff to all staff, share.</summary>
    public readonly double TechStaffShare => Exactly.ShareOf(TechStaff, Staff);
    /// <summary>Net profit to revenue, share; −1 without revenue.</summary>
    public readonly double ProfitMargin => Revenue > 0 ? NetProfit / (double)Revenue : -1;

    /// <summary>
    /// Revenue growth of the latest year, share; <see cref="Growth.None"/> for a firm without sales the year before.
    /// </summary>
    public readonly double RevenueGrowth => Growth.OfYear(RevenueBefore, Revenue);

    /// <summary>Number of quality marks: award, certificate, own brand, standards; 0 to 4.</summary>
    public readonly int QualityMarks =>
        (QualityAward ? 1 : 0) + (QualityCertified ? 1 : 0) + (OwnBrand ? 1 : 0) + (Standards != StandardsRole.None ? 1 : 0);
}

/// <summary>The facts a rule may need, so that a judgement can name missing ones.</summary>
[Flags]
public enum Facts : ulong
{
    None = 0,
    Industry = 1UL << 0, Revenue = 1UL << 1, RevenuePrior = 1UL << 2, Rnd = 1UL << 3, RndPrior = 1UL << 4,
    NetAssetsPrior = 1UL << 5, NetAssets = 1UL << 6, Assets = 1UL << 7, NetProfit = 1UL << 8,
    DebtRatio = 1UL << 10, Staff = 1UL << 11, RndStaff = 1UL << 12, TechStaff = 1UL << 13, Class1Ip = 1UL << 14,
    Class1IpOwn = 1UL << 15, Class1IpHighValue = 1UL << 16, Class2Ip = 1UL << 17, Transfers = 1UL << 18,
    MainBusinessShare = 1UL << 19, HighTechIncomeShare = 1UL << 20, DomesticRndShare = 1UL << 21, RegisteredDays = 1UL << 22,
    NicheYears = 1UL << 23, NicheMarket = 1UL << 24, DigitalLevel = 1UL << 25, QualitySystem = 1UL << 26, OwnBrand = 1UL << 27,
    Standards = 1UL << 28, RndInstitution = 1UL << 29, Field = 1UL << 30, Award = 1UL << 31, Equity = 1UL << 32,
    Titles = 1UL << 33, Record = 1UL << 34, ExpertOnIp = 1UL << 35, ExpertOnManagement = 1UL << 36,
    ProvincialFeaturePoints = 1UL << 37, DevelopmentScore = 1UL << 38,
}
