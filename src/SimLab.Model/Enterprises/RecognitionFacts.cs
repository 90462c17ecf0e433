using SimLab.Model.Chance;
using SimLab.Model.Economy;
using SimLab.Model.Rulebook;

namespace SimLab.Model.Enterprises;

/// <summary>Facts of a title application, as the rulebook reads them.</summary>
public static class RecognitionFacts
{
    private const int NicheEffect = 102, FeatureEffect = 103, GapEffect = 110; // addresses of firm effects

    /// <summary>Facts of a firm for a title application this month.</summary>
    /// <param name="context">The firm.</param>
    /// <param name="coaching">Points that coaching adds to research management and to the province's own items.</param>
    public static FirmFacts Facts(ref FirmContext context, double coaching)
    {
        ref readonly var e = ref context.State;
        ref readonly var firm = ref context.Firm;
        var behaviour = context.Behaviour;
        var facts = new FirmFacts
        {
            Month = context.Month,
            Industry = firm.Industry,
            Revenue = e.SalesLastYear,
            RevenueBefore = e.SalesYearBefore,
            RevenueThird = e.SalesThirdYear,
            Rnd = e.RndLastYear,
            RndBefore = e.RndYearBefore,
            RndThird = e.RndThirdYear,
            NetAssets = Fen.FromYuan(e.NetAssetsLastYear),
            NetAssetsBefore = Fen.FromYuan(e.NetAssetsYearBefore),
            NetAssetsThird = Fen.FromYuan(e.NetAssetsThirdYear),
            Assets = e.TotalAssets,
            NetProfit = e.ProfitThisYear * 12 / context.Month.OfYear,
            DebtRatio = (e.Loan + e.Payable) / Math.Max(1.0, e.TotalAssets),
            Staff = e.Staff,
            RndStaff = e.RndStaff,
            TechStaff = e.RndStaff,
            Class1Ip = e.Class1Ip,
            Class1IpOwn = e.Class1Ip,
            Class2Ip = e.Class2Ip,
            TransfersThreeYears = e.TransfersThisYear + e.TransfersLastYear + e.TransfersYearBefore,
            MainBusinessShare = firm.MainBusinessShare,
            HighTechIncomeShare = firm.HighTechIncomeShare,
            DomesticRndShare = 1,
            RegisteredDays = e.AgeMonths * 30,
            NicheYears = Math.Max(0, Math.Min(firm.NicheYears + (context.Month.Year - 2021), e.AgeMonths / 12.0)),
            DigitalLevel = e.DigitalLevel,
            QualityCertified = e.Is(Standing.QualityCertified),
            OwnBrand = e.QualityLevel > behaviour.BrandFrom,
            Standards = e.QualityLevel > behaviour.StandardsFrom ? StandardsRole.TookPart : StandardsRole.None,
            RndInstitution = InstitutionOf(e.RndStaff, behaviour),
            Field = Field(firm, context.Card.Holds(Title.Specialised)),
            TitlesHeld = context.Card.Titles,
        };
        var view = behaviour.ExpertMean + context.Draws.Logistic(DrawId.ExpertView, behaviour.ExpertSpread);
        Latent(context, ref facts, Math.Clamp(view, 0, 1), coaching);
        return facts;
    }

    /// <summary>
    /// Facts as the firm expects them in a later application month if it goes on as planned: books of the year in hand, once
    /// that is closed by then, and experts who judge as usual.
    /// </summary>
    /// <param name="context">The firm.</param>
    /// <param name="batch">The application month.</param>
    /// <param name="coaching">Points that coaching adds.</param>
    /// <param name="rndShare">R&amp;D of the rest of the year, share of sales.</param>
    public static FirmFacts Expected(ref FirmContext context, Month batch, double coaching, double rndShare)
    {
        var facts = Facts(ref context, coaching);
        Latent(context, ref facts, context.Behaviour.ExpertMean, coaching);
        facts.Month = batch;
        facts.RegisteredDays += 30 * (batch - context.Month);
        if (batch.Year == context.Month.Year) return facts;

        ref readonly var e = ref context.State;
        var left = Fen.FromYuan((12 - context.Month.OfYear) * context.ExpectedSales);
        (facts.RevenueThird, facts.RevenueBefore, facts.Revenue) = (facts.RevenueBefore, facts.Revenue, e.SalesThisYear + left);
        (facts.RndThird, facts.RndBefore, facts.Rnd) = (facts.RndBefore, facts.Rnd, e.RndThisYear + Fen.Share(left, rndShare));
        (facts.NetAssetsThird, facts.NetAssetsBefore, facts.NetAssets) = (facts.NetAssetsBefore, facts.NetAssets, e.NetAssets);
        facts.NicheYears += 1;
        return facts;
    }

    // Research units are recognised by size.
    internal static RndInstitution InstitutionOf(int researchers, BehaviouralParameters behaviour) =>
        researchers >= behaviour.NationalUnitFrom ? RndInstitution.Nation
        : researchers >= behaviour.ProvincialUnitFrom ? RndInstitution.Province
        : researchers >= behaviour.CityUnitFrom ? RndInstitution.City
        : researchers >= behaviour.OwnUnitFrom ? RndInstitution.BelowCity
        : RndInstitution.None;

    // A specialised firm proved its place in a key chain when it earned the title.
    private static ProductField Field(in Firm firm, bool specialised) =>
        (firm.StrategicField ? ProductField.Strategic | ProductField.HighTech : ProductField.Other)
        | (firm.HighTechIncomeShare > 0 ? ProductField.HighTech : ProductField.Other)
        | (specialised || firm.Chain != Chain.None ? ProductField.KeyChain : ProductField.Other);

    // Facts that only experts or the market know: their view (0 to 1) of the month, and firm effects.
    private static void Latent(in FirmContext context, ref FirmFacts facts, double view, double coaching)
    {
        var behaviour = context.Behaviour;
        var randomKey = context.Information.Worlds[context.World].Key;
        var niche = Draws.FirmEffect(FirmEffectId.OfModel(NicheEffect), randomKey, context.Firm.Id);
        var feature = Draws.FirmEffect(FirmEffectId.OfModel(FeatureEffect), randomKey, context.Firm.Id);

        if (context.Firm.StrategicField
            && Draws.FirmEffect(FirmEffectId.OfModel(GapEffect), randomKey, context.Firm.Id) < behaviour.FillsGap)
            facts.Field |= ProductField.FillsGap;
        facts.ExpertOnIp = view;
        facts.ExpertOnManagement = Math.Min(1, view + coaching / HighTech.PointsForManagement);
        facts.ExpertInBand = view;
        facts.ProvincialFeaturePoints = Math.Min(
            SpecialisedScore.PointsOfProvince,
            SpecialisedScore.PointsOfProvince
                * (behaviour.ProvincialItemsFloor + (1 - behaviour.ProvincialItemsFloor) * feature) + coaching);
        // A little giant has proved its market share and keeps it.
        facts.NicheMarketShare = context.Card.Holds(Title.LittleGiant) ? behaviour.LittleGiantNicheShare
            : behaviour.LargestNicheShare * niche * niche;
        facts.AheadInNiche = niche > behaviour.BehindInNiche;
        facts.DevelopmentScore = Math.Min(
            100, 100 * view * (behaviour.DevelopmentFloor + (1 - behaviour.DevelopmentFloor) * feature) + coaching);
    }
}
