namespace SimLab.Model.Rulebook;

/// <summary>The statistical roster of above-scale firms (规模以上, “规上”), by main-business revenue of the year.</summary>
public static class AboveScale
{
    /// <summary>The threshold of an industry the roster does not cover.</summary>
    public const long NotCovered = long.MaxValue;

    /// <summary>Threshold of revenue, fen a year, by industry.</summary>
    public static readonly Dated<long[]> Table = new(
        new("above-scale", "Above-scale roster", "规模以上统计单位"),
        new Step<long[]>("2011-01", null, "国家统计局统计调查制度", "统计范围", SourceTag.Known, Thresholds(),
            "Construction and real-estate development enter with a qualification, whatever their revenue; agriculture is not covered."));

    /// <summary>Minimum revenue of a year, fen; 0: every qualified firm; <see cref="NotCovered"/>: none.</summary>
    public static long Threshold(Industry industry) => Current[(int)industry];

    /// <summary>Whether a firm of the industry with the revenue, in fen a year, belongs on the roster.</summary>
    public static bool Qualifies(Industry industry, long revenueFen) =>
        Threshold(industry) is var threshold && threshold != NotCovered && revenueFen >= threshold;

    private static readonly long[] Current = Table.At(Month.Of(2011, 1));

    private static long[] Thresholds()
    {
        var thresholds = new long[Places.Industries];
        foreach (var industry in Enum.GetValues<Industry>())
            thresholds[(int)industry] = industry switch
            {
                Industry.Agriculture => NotCovered,
                Industry.Construction or Industry.RealEstateDevelopment => 0,
                Industry.Retail => 500 * Fen.PerWan,
                Industry.Accommodation or Industry.Catering => 200 * Fen.PerWan,
                Industry.LeasingAndBusiness or Industry.ResearchAndTechnical or Industry.Education
                    or Industry.PropertyManagement => 1_000 * Fen.PerWan,
                Industry.ResidentServices or Industry.CultureAndSports => 500 * Fen.PerWan,
                _ => 2_000 * Fen.PerWan,                   // 工业, 批发, 交通运输仓储邮政, 信息软件, 水利环境, 卫生
            };
        return thresholds;
    }
}
