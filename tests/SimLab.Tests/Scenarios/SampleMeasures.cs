using SimLab.Model.Policies;

namespace SimLab.Tests.Scenarios;

// Measures in no document, each a public record and nothing else: what the catalog must find by itself.

/// <summary>A document that was never issued, for measures of tests.</summary>
public static class SampleDocument
{
    public static PolicyDocument Document { get; } =
        new("samples", "", "示例", "Samples for tests", "nobody", null, "(in no document)");
}

public sealed record SampleRewards : Measure
{
    public override Clause Clause => new(SampleDocument.Document, 901, "示例奖励", "每户奖励30万元.", "nobody");

    [Lever("yuan", 0, 2_000_000, "clause 9: 每户奖励30万元", NameZh = "示例奖励", UnitZh = "元", SourceZh = "第9条:每户奖励30万元")]
    public double ProvincialReward { get; init; } = 300_000;

    [Lever("share of cost", 0, 1, "assumption: to be calibrated", NameZh = "剩余材料", UnitZh = "占成本", SourceZh = "假设:待校准")]
    public double PaperworkLeft { get; init; } = 0.5;

    [Lever("points of 100", 0, 20, "assumption: to be calibrated", NameZh = "辅导加分", UnitZh = "百分制分数", SourceZh = "假设:待校准")]
    public int CoachingGain { get; init; } = 4;

    [Lever("firms", 0, 10_000_000_000, "what-if", NameZh = "名单上限", UnitZh = "户", SourceZh = "假想")]
    public long LargestList { get; init; } = 5_000_000_000;

    [Lever("yes or no", 0, 1, "what-if", NameZh = "重复奖励", UnitZh = "是或否", SourceZh = "假想")]
    public bool PaidTwice { get; init; }
}

public sealed record SampleLoans : Measure
{
    public override Clause Clause => new(SampleDocument.Document, 900, "示例贷款", "(in no document)", "nobody");

    [Lever("share of rate", 0, 1, "what-if", NameZh = "贴息比例", UnitZh = "占利率", SourceZh = "假想")]
    public double InterestPaid { get; init; } = 0.5;
}
