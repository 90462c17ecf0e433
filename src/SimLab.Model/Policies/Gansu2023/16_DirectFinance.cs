using SimLab.Model.Forms;
using SimLab.Model.Messages;

namespace SimLab.Model.Policies;

/// <summary>
/// A listing pipeline, the Gansu equity exchange and public funds bring investors to good small firms.
/// </summary>
[Channel(Indicator.EquityRaised, Direction.Up, "equity raised")]
public sealed record DirectFinance : Measure, IActsOn<InvestorPlan>, IActsOn<EquityRound>
{
    public override Clause Clause => new(Gansu2023.Document, 16, "加大对优质中小企业直接融资支持",
        "优化充实上市挂牌后备资源库…支持“专精特新”企业等优质中小企业在甘肃股权交易中心非公开发行股票或可转债进行融资.发挥国家中小企业发展基金、国家科技成果转化引导基金的政策引导作用.",
        "甘肃证监局、甘肃银保监局、省金融监管局、省财政厅、省工信厅、省科技厅、省政府国资委、省金控集团")
    {
        FinancedBy = Payer.Spending,
        NotModelled = "listing on an exchange, private shares and convertible bonds one by one: there is one equity "
            + "round; plans of banks and insurers made for single firms.",
        NotModelledZh = "上市、非公开发行股票、可转债未分别建模：合为一轮股权融资；银行保险机构量身定做的方案。",
    };

    /// <summary>Yearly investment of public funds, yuan.</summary>
    [Lever("yuan a year", 0, 10_000_000_000, "clause 16: 引导基金; no figure in the document, assumption",
        NameZh = "引导基金规模", UnitZh = "元/年", SourceZh = "第16条：引导基金；文件未列金额，假设")]
    public long FundMoney { get; init; } = 200_000_000;

    /// <summary>Expected public loss on the fund's investments, share.</summary>
    [Lever("share of the fund's money", 0, 1,
        "assumption: what the public expects to lose on it, booked as public cost; the rest comes back",
        NameZh = "基金预期损失比例", UnitZh = "占基金规模", SourceZh = "假设：预计由公共资金承担的损失，计入公共成本；其余可收回")]
    public double ExpectedLoss { get; init; } = 0.1;

    /// <summary>Additional chance a month that a specialised or high-tech firm seeks equity.</summary>
    [Lever("chance a month", 0, 0.2, "clause 16: 上市挂牌后备资源库; assumption: titled firms look for investors more often",
        NameZh = "后备库企业寻求股权融资频率", UnitZh = "每月概率", SourceZh = "第16条：上市挂牌后备资源库；假设：有资质的企业更常寻求投资")]
    public double PipelineGain { get; init; } = 0.006;

    public void Apply(ref InvestorPlan plan, in Card applicant)
    {
        plan.MoneyPerYear += FundMoney * Fen.PerYuan;
        plan.PublicCost += Fen.FromYuan(FundMoney / 12.0 * ExpectedLoss);
    }

    public void Apply(ref EquityRound round, in Card applicant)
    {
        if (!applicant.IsSme) return;
        if (applicant.Holds(Title.Specialised) || applicant.Holds(Title.HighTech)) round.Chance += PipelineGain;
    }
}
