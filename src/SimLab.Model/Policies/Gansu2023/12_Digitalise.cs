using SimLab.Model.Forms;
using SimLab.Model.Messages;

namespace SimLab.Model.Policies;

/// <summary>Small firms digitalise and move to the cloud, specialised ones first: 95 % of them.</summary>
[Channel(Indicator.SpecialisedOnCloud, Direction.Up, "specialised SMEs on the cloud")]
public sealed record Digitalise : Measure, IActsOn<DigitalPlan>
{
    public override Clause Clause => new(Gansu2023.Document, 12, "引导中小企业数字化转型",
        "深入实施数字化赋能中小企业专项行动…鼓励大企业建云建平台,中小微企业用云用平台…“专精特新”中小企业上云率达到95%以上.",
        "省工信厅、省发展改革委、省政府国资委、省通信管理局")
    {
        FinancedBy = Payer.Spending,
        NotModelled = "pilots, digital platforms and products as such, industrial internet in parks, new forms of business: "
            + "there is one digital level of a firm, and the cloud.",
        NotModelledZh = "试点、数字化平台和产品本身、工业互联网进园区、新业态新模式：企业只有一个数字化水平指标和是否上云。",
    };

    /// <summary>Additional chance a month that a specialised SME moves to the cloud.</summary>
    [Lever("chance a month", 0, 0.5,
        "clause 12: 专精特新上云率95%; assumption: a campaign that reaches a firm with the title every eight months",
        NameZh = "专精特新企业上云推动", UnitZh = "每月概率", SourceZh = "第12条：专精特新上云率95%；假设：行动平均每八个月覆盖一次有称号的企业",
        Effect = "Caldarola & Fontanelli 2024")]
    public double SpecialisedToCloud { get; init; } = 0.12;

    /// <summary>Additional chance a month that another SME moves to the cloud.</summary>
    [Lever("chance a month", 0, 0.5, "clause 12: 中小微企业用云用平台; assumption",
        NameZh = "其他中小企业上云推动", UnitZh = "每月概率", SourceZh = "第12条：中小微企业用云用平台；假设",
        Effect = "Caldarola & Fontanelli 2024")]
    public double OthersToCloud { get; init; } = 0.004;

    /// <summary>Digital levels that industrial and software SMEs gain a year.</summary>
    [Lever("digital levels a year", 0, 1, "clause 12: 数字化、网络化、智能化改造; assumption, industrial and software SMEs",
        NameZh = "数字化水平提升", UnitZh = "数字化级别/年", SourceZh = "第12条：数字化、网络化、智能化改造；假设，适用于工业和软件业中小企业")]
    public double LevelGain { get; init; } = 0.06;

    /// <summary>Public cost per firm moved to the cloud, yuan.</summary>
    [Lever("yuan per firm moved", 0, 200_000, "assumption: cloud vouchers, booked as public cost",
        NameZh = "上云券金额", UnitZh = "元/户", SourceZh = "假设：上云券，计入公共成本")]
    public long CloudVoucher { get; init; } = 5_000;

    public void Apply(ref DigitalPlan plan, in Card applicant)
    {
        if (!applicant.IsSme) return;
        if (applicant.Industry.IsIndustrial() || applicant.Industry == Industry.Software) plan.LevelStep += LevelGain;
        if (plan.CloudChance == 0) return;                 // there already
        var extra = applicant.Holds(Title.Specialised) ? SpecialisedToCloud : OthersToCloud;
        plan.CloudChance += extra;
        plan.PublicCost += Fen.FromYuan(extra * CloudVoucher);
    }
}
