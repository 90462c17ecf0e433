using SimLab.Model;
using SimLab.Model.Rulebook;
using static SimLab.Tests.Rulebook.Money;

namespace SimLab.Tests.Rulebook;

/// <summary>Firms made by hand that stand at the bounds of a title; tests move one fact at a time.</summary>
internal static class TitleCases
{
    /// <summary>
    /// At every bound of the conditions. Sales and net assets grow 35 % a year. Score 16 + 25 + 10 + 18 = 69:
    /// IP 4 (half of 8) + 4 (half of 8) + 7 (one class I) + 1 (own) = 16; 15 transfers: 25; organisation half of 20: 10; growth 9 + 9.
    /// </summary>
    public static FirmFacts HighTechAt69() => new()
    {
        Month = On("2023-09"),
        Industry = Industry.Manufacturing,
        Staff = 100,
        TechStaff = 10,
        RegisteredDays = 365,
        RevenueThird = Wan(2000),
        RevenueBefore = Wan(2700),
        Revenue = Wan(3645),
        NetAssetsThird = Wan(1000),
        NetAssetsBefore = Wan(1350),
        NetAssets = Wan("1822.5"),
        RndThird = Wan(100),
        RndBefore = Wan(135),
        Rnd = Wan("182.25"),     // 417.25 of 8345: 5 % exactly
        Class1Ip = 1,
        Class1IpOwn = 1,
        TransfersThreeYears = 15,
        Field = ProductField.HighTech,
        DomesticRndShare = 0.60,
        HighTechIncomeShare = 0.60,
        ExpertOnIp = 0.5,
        ExpertOnManagement = 0.5,
    };

    /// <summary>20 % technical staff 12 + R&amp;D 4 % of sales 30 + three class II 18 = 60.</summary>
    public static FirmFacts TechSmeAt60() => new()
    {
        Month = On("2023-03"),
        Industry = Industry.Software,
        Staff = 50,
        TechStaff = 10,
        Revenue = Wan(1000),
        Rnd = Wan(40),
        Assets = Wan(800),
        Class2Ip = 3,
    };

    /// <summary>
    /// Innovation: class II 5 + R&amp;D 3 % 15 = 20. Growth: sales +10 % 15 + debt 55 % 10 = 25. Specialisation:
    /// field 5 + main business 60 % 15 = 20. Sum 65.
    /// </summary>
    public static FirmFacts InnovativeAt65() => new()
    {
        Month = On("2023-06"),
        Industry = Industry.Manufacturing,
        Staff = 60,
        Assets = Wan(1000),
        RevenueBefore = Wan(1000),
        Revenue = Wan(1100),
        Rnd = Wan(33),
        Class2Ip = 1,
        DebtRatio = 0.55,
        MainBusinessShare = 0.60,
    };

    /// <summary>
    /// 专业化: main business 80 % 5 + growth 10 % 10 + six years 3 + key chain 3 = 21. 精细化: digital level 2 3 +
    /// two quality marks 5 + margin 4 % 4 + debt 60 % 3 = 15.
    /// 特色化 8. 创新能力: own class I 8 + R&amp;D 121万, 5 % of sales 4 + research staff 10 % 3 + city unit 4 = 19. Sum 63.
    /// </summary>
    public static FirmFacts SpecialisedAt63() => new()
    {
        Month = On("2023-04"),
        Industry = Industry.Manufacturing,
        Staff = 100,
        RndStaff = 10,
        Assets = Wan(3000),
        RevenueThird = Wan(2000),
        RevenueBefore = Wan(2200),
        Revenue = Wan(2420),
        RndBefore = Wan(110),
        Rnd = Wan(121),
        NetProfit = Wan("96.8"),
        MainBusinessShare = 0.80,
        NicheYears = 6,
        Field = ProductField.KeyChain,
        DigitalLevel = 2,
        QualityCertified = true,
        OwnBrand = true,
        DebtRatio = 0.60,
        ProvincialFeaturePoints = 8,
        Class1Ip = 1,
        Class1IpOwn = 1,
        RndInstitution = RndInstitution.City,
    };

    /// <summary>At every bound of 63号: sales 1亿, R&amp;D 3 % in both years, growth (5.56 % + 5.26 %) ÷ 2 = 5.41 %.</summary>
    public static FirmFacts LittleGiantOf2022() => new()
    {
        Month = On("2023-07"),
        Industry = Industry.Manufacturing,
        Staff = 200,
        RndStaff = 20,
        Assets = Wan(12000),
        RevenueThird = Wan(9000),
        RevenueBefore = Wan(9500),
        Revenue = Wan(10000),
        RndBefore = Wan(285),
        Rnd = Wan(300),
        NicheYears = 3,
        MainBusinessShare = 0.70,
        DigitalLevel = 1,
        QualityCertified = true,
        DebtRatio = 0.70,
        NicheMarketShare = 0.10,
        OwnBrand = true,
        RndInstitution = RndInstitution.BelowCity,
        Class1Ip = 2,
        Field = ProductField.KeyChain,
    };

    /// <summary>At every bound of 2026〔2〕: sales 1500万, R&amp;D 100万 in both years, niche three years.</summary>
    public static FirmFacts SpecialisedOf2026()
    {
        var facts = new FirmFacts
        {
            Month = On("2026-04"),
            Industry = Industry.Manufacturing,
            Staff = 80,
            Assets = Wan(2000),
            RevenueBefore = Wan(1400),
            Revenue = Wan(1500),
            RndBefore = Wan(100),
            Rnd = Wan(100),
            NicheYears = 3,
            MainBusinessShare = 0.80,
            DebtRatio = 0.80,
            Class1Ip = 1,
            AheadInNiche = true,
            DevelopmentScore = 50,
        };
        facts.Hold(Title.Innovative);
        return facts;
    }

    /// <summary>At every bound of 2026〔2〕: sales 20000万 × 1.05² = 22050万; R&amp;D 600 + 661.5 = 1261.5万, 3 % of
    /// 20000 is 600 and of 22050 is 661.5.</summary>
    public static FirmFacts LittleGiantOf2026()
    {
        var facts = new FirmFacts
        {
            Month = On("2026-07"),
            Industry = Industry.Manufacturing,
            Staff = 250,
            Assets = Wan(15000),
            RevenueThird = Wan(20000),
            RevenueBefore = Wan(20000),
            Revenue = Wan(22050),
            RndBefore = Wan(600),
            Rnd = Wan("661.5"),
            NicheYears = 3,
            MainBusinessShare = 0.90,
            DebtRatio = 0.75,
            Class1Ip = 4,
            NicheMarketShare = 0.10,
            Field = ProductField.KeyChain,
            DevelopmentScore = 60,
        };
        facts.Hold(Title.Specialised);
        return facts;
    }
}
