namespace SimLab.Model.Rulebook;

/// <summary>Every condition and scored item of the five titles. Names are the ids a report shows.</summary>
public enum Condition : byte
{
    // High-tech enterprise
    RegisteredDays, OwnsIp, HighTechField, TechStaffShare, RndShareThreeYears, DomesticRndShare, HighTechIncomeShare, NoMajorAccident,
    IpAdvance, IpCoreSupport, IpCount, IpOrigin, IpStandards, Transfers, RndOrganisation, NetAssetGrowth, SalesGrowth, TotalScore,
    // Technology SME
    StaffLimit, SalesLimit, AssetsLimit, CleanRecord, HasTechStaff, RndInput, IpResults, HoldsHighTech, NationalAward,
    ProvincialInstitution, LedStandard,
    // The ladder of good small and medium firms
    IsSme, ScienceAward, InnovationHonour, EquityRaised, InnovationScore, GrowthScore, SpecialisationScore, RndShare, RndShareBefore,
    RevenueGrowth, DebtRatio, Field, MainBusinessShare, NicheYears, RndAmount, RndAmountBefore, RndTwoYears, Revenue, MeanRnd,
    MakerChina, ProvincialFeatures,
    DigitalLevel, QualityMarks, ProfitMargin, RndStaffShare, RndInstitution, ItInCoreProcess, QualityCertified, NicheMarketShare, OwnBrand,
    Class1Ip, KeyLink, PriorityProduct, HoldsPriorTitle, NationalNicheRank, AheadInNiche, DevelopmentScore,
}

/// <summary>Unit of the value of a condition.</summary>
public enum ConditionUnit : byte { YesNo, Share, Fen, Count, Years, Days, Points }

/// <summary>Units of the conditions.</summary>
public static class Conditions
{
    /// <summary>Unit of the condition's value; shares 0 to 1, money in fen.</summary>
    public static ConditionUnit Unit(this Condition condition) => condition switch
    {
        Condition.RegisteredDays => ConditionUnit.Days,
        Condition.NicheYears => ConditionUnit.Years,
        Condition.TechStaffShare or Condition.RndShareThreeYears or Condition.DomesticRndShare or Condition.HighTechIncomeShare
            or Condition.NetAssetGrowth or Condition.SalesGrowth or Condition.RndInput or Condition.RndShare or Condition.RndShareBefore
            or Condition.RevenueGrowth or Condition.DebtRatio or Condition.MainBusinessShare or Condition.ProfitMargin
            or Condition.RndStaffShare or Condition.NicheMarketShare or Condition.IpAdvance or Condition.IpCoreSupport
            or Condition.RndOrganisation => ConditionUnit.Share,
        Condition.SalesLimit or Condition.AssetsLimit or Condition.EquityRaised or Condition.RndAmount or Condition.RndAmountBefore
            or Condition.RndTwoYears or Condition.Revenue or Condition.MeanRnd => ConditionUnit.Fen,
        Condition.OwnsIp or Condition.IpCount or Condition.IpResults or Condition.Transfers or Condition.StaffLimit
            or Condition.HasTechStaff or Condition.MakerChina
            or Condition.QualityMarks or Condition.Class1Ip or Condition.NationalNicheRank => ConditionUnit.Count,
        Condition.TotalScore or Condition.InnovationScore or Condition.GrowthScore or Condition.SpecialisationScore
            or Condition.ProvincialFeatures or Condition.DevelopmentScore or Condition.DigitalLevel => ConditionUnit.Points,
        _ => ConditionUnit.YesNo,
    };
}
