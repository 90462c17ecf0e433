using SimLab.Model;
using SimLab.Model.Rulebook;

namespace SimLab.Engine.RuleQueries;

/// <summary>Maps the facts of the file to those an office needs to judge a title, and marks the missing ones.</summary>
internal static class TitleFacts
{
    /// <summary>The keys to report when a fact of the rulebook is missing.</summary>
    public static readonly (Facts Flag, Fact[] Keys)[] Keys =
    [
        (Facts.Industry, [FactKeys.Industry]), (Facts.Revenue, [FactKeys.Revenue]), (Facts.RevenuePrior, [FactKeys.RevenuePrior]),
        (Facts.Rnd, [FactKeys.RndExpense]), (Facts.RndPrior, [FactKeys.RndPrior]), (Facts.NetAssets, [FactKeys.NetAssets]),
        (Facts.NetAssetsPrior, [FactKeys.NetAssetsPrior]), (Facts.Assets, [FactKeys.Assets]), (Facts.NetProfit, [FactKeys.NetProfit]),
        (Facts.DebtRatio, [FactKeys.DebtRatio]), (Facts.Staff, [FactKeys.Staff]), (Facts.RndStaff, [FactKeys.RndStaff]),
            (Facts.TechStaff, [FactKeys.TechStaff]),
        (Facts.Class1Ip, [FactKeys.Class1Ip]), (Facts.Class1IpOwn, [FactKeys.Class1IpOwn]), (Facts.Class2Ip, [FactKeys.Class2Ip]),
            (Facts.Transfers, [FactKeys.Transfers3y]),
        (Facts.MainBusinessShare, [FactKeys.MainBusinessShare]), (Facts.HighTechIncomeShare, [FactKeys.HighTechIncomeShare]),
        (Facts.DomesticRndShare, [FactKeys.DomesticRndShare]), (Facts.RegisteredDays, [FactKeys.RegisteredDays]),
            (Facts.NicheYears, [FactKeys.NicheYears]),
        (Facts.NicheMarket, [FactKeys.NicheMarketShare, FactKeys.AheadInNiche]), (Facts.DigitalLevel, [FactKeys.DigitalLevel]),
            (Facts.QualitySystem, [FactKeys.QualitySystem]),
        (Facts.OwnBrand, [FactKeys.OwnBrand]), (Facts.RndInstitution, [FactKeys.RndInstitution]),
            (Facts.Field, [FactKeys.Field, FactKeys.HighTechField]),
        (Facts.Equity, [FactKeys.EquityRaised2y]), (Facts.Titles, [FactKeys.Titles]), (Facts.ExpertOnIp, [FactKeys.ExpertIp]),
        (Facts.ExpertOnManagement, [FactKeys.ExpertManagement]), (Facts.ProvincialFeaturePoints, [FactKeys.ProvincialFeaturePoints]),
        (Facts.DevelopmentScore, [FactKeys.DevelopmentScore]),
    ];

    /// <param name="band">Position within a band of points decided by experts, 0 to 1; the facts override it.</param>
    public static FirmFacts Of(FirmYear year, LawDate date, Title title, double band)
    {
        var facts = new FirmFacts
        {
            Month = date.Month,
            ExpertInBand = year.Number(FactKeys.ExpertBand) ?? band,
            Recheck = year.YesNo(FactKeys.Recheck) ?? false
        };
        var missing = Facts.None;

        facts.Industry = (Industry)Value(FactKeys.Industry, Facts.Industry);
        facts.Revenue = Value(FactKeys.Revenue, Facts.Revenue);
        facts.Rnd = Value(FactKeys.RndExpense, Facts.Rnd);
        facts.NetAssets = Value(FactKeys.NetAssets, Facts.NetAssets);
        facts.Assets = Value(FactKeys.Assets, Facts.Assets);
        facts.NetProfit = Value(FactKeys.NetProfit, Facts.NetProfit);
        facts.DebtRatio = Number(FactKeys.DebtRatio, Facts.DebtRatio);
        facts.Staff = (int)Value(FactKeys.Staff, Facts.Staff);
        facts.RndStaff = (int)Value(FactKeys.RndStaff, Facts.RndStaff);
        facts.TechStaff = (int)Value(FactKeys.TechStaff, Facts.TechStaff);
        facts.Class1Ip = (int)Value(FactKeys.Class1Ip, Facts.Class1Ip);
        facts.Class1IpOwn = (int)Value(FactKeys.Class1IpOwn, facts.Class1Ip == 0 ? Facts.None : Facts.Class1IpOwn);
        facts.Class2Ip = (int)Value(FactKeys.Class2Ip, Facts.Class2Ip);
        facts.TransfersThreeYears = (int)Value(FactKeys.Transfers3y, Facts.Transfers);
        facts.MainBusinessShare = Number(FactKeys.MainBusinessShare, Facts.MainBusinessShare);
        facts.HighTechIncomeShare = Number(FactKeys.HighTechIncomeShare, Facts.HighTechIncomeShare);
        facts.DomesticRndShare = Number(FactKeys.DomesticRndShare, Facts.DomesticRndShare);
        facts.RegisteredDays = (int)Value(FactKeys.RegisteredDays, Facts.RegisteredDays);
        facts.NicheYears = Number(FactKeys.NicheYears, Facts.NicheYears);
        facts.DigitalLevel = Number(FactKeys.DigitalLevel, Facts.DigitalLevel);
        facts.RndInstitution = (RndInstitution)Value(FactKeys.RndInstitution, Facts.RndInstitution);
        facts.EquityTwoYears = Value(FactKeys.EquityRaised2y, Facts.Equity);
        facts.EquityThreeYears = Math.Max(facts.EquityTwoYears, year.Value(FactKeys.EquityRaised3y) ?? 0);
        facts.TitlesHeld = (byte)Value(FactKeys.Titles, Facts.Titles);
        facts.ExpertOnIp = Number(FactKeys.ExpertIp, Facts.ExpertOnIp);
        facts.ExpertOnManagement = Number(FactKeys.ExpertManagement, Facts.ExpertOnManagement);
        facts.ProvincialFeaturePoints = Number(FactKeys.ProvincialFeaturePoints, Facts.ProvincialFeaturePoints);
        facts.DevelopmentScore = Number(FactKeys.DevelopmentScore, Facts.DevelopmentScore);

        facts.Missing = missing;
        Honours(year, ref facts);
        Earlier(year, title, ref facts);
        Product(year, title, ref facts);
        Quality(year, ref facts);
        Niche(year, title, ref facts);
        if (title == Title.Innovative && year.Has(FactKeys.EquityRaised3y)) facts.Missing &= ~Facts.Equity;
        // For the ladder, assets decide only the size, which is often known without them.
        if (title > Title.TechSme && RuleJudge.Size(year, date).Size is not null) facts.Missing &= ~Facts.Assets;
        return facts;

        long Value(Fact fact, Facts flag)
        {
            if (year.Value(fact) is { } value) return value;
            missing |= flag;
            return 0;
        }

        double Number(Fact fact, Facts flag)
        {
            if (year.Number(fact) is { } value) return value;
            missing |= flag;
            return 0;
        }
    }

    // Assumed to be none unless given; listed in Judgement.TakenAsNone.
    private static void Honours(FirmYear year, ref FirmFacts facts)
    {
        facts.CostAndExpense = year.Value(FactKeys.CostAndExpense) ?? 0;
        facts.Class1IpHighValue = (int)(year.Value(FactKeys.Class1IpHighValue) ?? 0);
        facts.Class2IpUsed = (int)(year.Value(FactKeys.Class2IpUsed) ?? 0);
        facts.Award = (ScienceAward)(year.Value(FactKeys.Award) ?? 0);
        facts.MakerChinaRank = (int)(year.Value(FactKeys.MakerChinaRank) ?? 0);
        facts.InnovationHonour = year.YesNo(FactKeys.InnovationHonour) ?? false;
        facts.MajorAccident = year.YesNo(FactKeys.MajorAccident) ?? false;
        facts.OnAbnormalList = year.YesNo(FactKeys.AbnormalList) ?? false;
    }

    // One flag stands for both earlier years, so a title that looks back only one year must not require two.
    private static void Earlier(FirmYear year, Title title, ref FirmFacts facts)
    {
        var old = Ladder.EditionFor(facts) == LadderEdition.Of2022;
        var revenueYears = title switch { Title.Innovative => 1, Title.Specialised when !old => 1, _ => 2 };
        var rndYears = title == Title.HighTech ? 2 : 1;

        facts.RevenueBefore = year.Earlier(FactKeys.RevenuePrior, FactKeys.Revenue, 1) ?? 0;
        facts.RevenueThird = year.Earlier(FactKeys.RevenuePrior, FactKeys.Revenue, 2) ?? 0;
        facts.RndBefore = year.Earlier(FactKeys.RndPrior, FactKeys.RndExpense, 1) ?? 0;
        facts.RndThird = year.Earlier(FactKeys.RndPrior, FactKeys.RndExpense, 2) ?? 0;
        facts.NetAssetsBefore = year.Earlier(FactKeys.NetAssetsPrior, FactKeys.NetAssets, 1) ?? 0;
        facts.NetAssetsThird = year.Earlier(FactKeys.NetAssetsPrior, FactKeys.NetAssets, 2) ?? 0;
        if (!Known(FactKeys.RevenuePrior, FactKeys.Revenue, revenueYears)) facts.Missing |= Facts.RevenuePrior;
        if (!Known(FactKeys.RndPrior, FactKeys.RndExpense, rndYears)) facts.Missing |= Facts.RndPrior;
        if (!Known(FactKeys.NetAssetsPrior, FactKeys.NetAssets, 2)) facts.Missing |= Facts.NetAssetsPrior;

        bool Known(Fact prior, Fact own, int years) =>
            year.Earlier(prior, own, 1) is not null && (years == 1 || year.Earlier(prior, own, 2) is not null);
    }

    // The eight high-tech fields are separate from the fields of the ladder: a firm that names one says nothing about
    // the other.
    private static void Product(FirmYear year, Title title, ref FirmFacts facts)
    {
        var field = (ProductField)(year.Value(FactKeys.Field) ?? 0);
        var highTech = year.YesNo(FactKeys.HighTechField) ?? ((field & ProductField.HighTech) != 0 ? true : null);
        facts.Field = highTech == true ? field | ProductField.HighTech : field & ~ProductField.HighTech;
        if (title == Title.HighTech ? highTech is null : !year.Has(FactKeys.Field)) facts.Missing |= Facts.Field;
    }

    // A list of quality marks covers all four; "true" only a certificate.
    private static void Quality(FirmYear year, ref FirmFacts facts)
    {
        var marks = year.Value(FactKeys.QualitySystem);
        facts.QualityCertified = (marks & 1) > 0;
        facts.QualityAward = (marks & 2) > 0;
        facts.OwnBrand = year.YesNo(FactKeys.OwnBrand) ?? (marks & 4) > 0;
        facts.Standards = (StandardsRole)(year.Value(FactKeys.Standards) ?? ((marks & 8) > 0 ? (long)StandardsRole.TookPart : 0));
        if (marks is null) facts.Missing |= Facts.QualitySystem;
        if (!year.Has(FactKeys.OwnBrand) && !facts.OwnBrand) facts.Missing |= Facts.OwnBrand;
    }

    private static void Niche(FirmYear year, Title title, ref FirmFacts facts)
    {
        facts.NicheMarketShare = year.Number(FactKeys.NicheMarketShare) ?? 0;
        facts.NationalNicheRank = (int)(year.Value(FactKeys.NicheRank) ?? 0);
        facts.AheadInNiche = year.YesNo(FactKeys.AheadInNiche) ?? false;
        if (!year.Has(title == Title.Specialised ? FactKeys.AheadInNiche : FactKeys.NicheMarketShare)) facts.Missing |= Facts.NicheMarket;
    }
}
