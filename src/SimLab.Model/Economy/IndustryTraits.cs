namespace SimLab.Model.Economy;

/// <summary>Typical ratios of an industry: those of the population's recipe, at the levels of an arm.</summary>
/// <param name="Materials">Purchased goods and services, share of sales.</param>
/// <param name="Depreciation">Share of fixed assets a year.</param>
/// <param name="CommodityExposure">Share of materials that follows the commodity index.</param>
public readonly record struct IndustryTraits(double Materials, double Depreciation, double CommodityExposure)
{
    /// <summary>The ratios at an arm's levels; never more than all materials follow the commodity index.</summary>
    public IndustryTraits At(BehaviouralParameters levels) => new(
        Materials * levels.MaterialsLevel, Depreciation * levels.DepreciationLevel,
        Math.Min(1, CommodityExposure * levels.CommodityExposureLevel));
}
