using SimLab.Model.Forms;
using SimLab.Model.Messages;

namespace SimLab.Model.Policies;

/// <summary>
/// Promotes quality management, certification, standards and brands: certified firms score in recognition and win more
/// bids.
/// </summary>
[Channel(Indicator.CertifiedFirms, Direction.Up, "firms with certified quality management")]
public sealed record QualityAndBrands : Measure, IClaimedOn<QualityPlan>
{
    public override Clause Clause => new(Gansu2023.Document, 13, "提升中小企业质量标准品牌水平",
        "实施质量标准品牌赋值中小企业专项行动,开展可靠性“筑基”和“倍增”工程…“小微企业质量管理体系认证提升行动”…支持中小企业牵头或参与国内外标准编制…品牌创建与培育.",
        "省市场监管局、省工信厅、省商务厅")
    {
        FinancedBy = Payer.Spending,
        NotModelled = "metrology, reliability, standards and brands one by one, and the service stations for trade marks: "
            + "there is one quality level of a firm, and the certificate.",
        NotModelledZh = "计量、可靠性、标准、品牌未分别建模，商标品牌指导站：企业只有一个质量水平指标和是否通过认证。",
    };

    /// <summary>Additional chance a month that a firm certifies its quality management.</summary>
    [Lever("chance a month", 0, 0.5, "clause 13: 质量管理体系认证提升行动; assumption, for firms that know of it",
        NameZh = "质量认证推动", UnitZh = "每月概率", SourceZh = "第13条：质量管理体系认证提升行动；假设，适用于知晓该政策的企业")]
    public double Certification { get; init; } = 0.012;

    /// <summary>Quality level gained a year, 0–1.</summary>
    [Lever("quality level a year, 0–1", 0, 0.2, "clause 13: 可靠性, 标准, 品牌; assumption, for firms that know of it",
        NameZh = "质量水平提升", UnitZh = "质量水平/年，0–1", SourceZh = "第13条：可靠性、标准、品牌；假设，适用于知晓该政策的企业")]
    public double LevelGain { get; init; } = 0.02;

    /// <summary>Public cost per certificate, yuan.</summary>
    [Lever("yuan per certificate", 0, 200_000, "assumption: guidance and part of the fee, booked as public cost",
        NameZh = "每张证书补助", UnitZh = "元/张", SourceZh = "假设：辅导费用和部分认证费，计入公共成本")]
    public long CertificateCost { get; init; } = 6_000;

    public void Apply(ref QualityPlan plan, in Card applicant)
    {
        if (!applicant.IsSme) return;
        plan.LevelStep += LevelGain;
        if (plan.CertificationChance == 0) return;         // certified already
        plan.CertificationChance += Certification;
        plan.PublicCost += Fen.FromYuan(Certification * CertificateCost);
    }

    public double WorthOf(in QualityPlan before, in QualityPlan after) => Fen.ToYuan(before.CertificateWorth)
        * (before.CertificateYears * 12 * (after.CertificationChance - before.CertificationChance)
            + before.LevelWorth * (after.LevelStep - before.LevelStep));
}
