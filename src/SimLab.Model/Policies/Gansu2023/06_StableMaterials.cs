using SimLab.Model.Forms;
using SimLab.Model.Messages;

namespace SimLab.Model.Policies;

/// <summary>
/// Secures the supply of raw materials and dampens their price rises for small firms: supply is matched along chains,
/// prices are monitored and published.
/// </summary>
[Channel(Indicator.SupplyStops, Direction.Down, "months in which supply stopped")]
public sealed record StableMaterials : Measure, IActsOn<MaterialOrder>
{
    public override Clause Clause => new(Gansu2023.Document, 6, "做好大宗原材料保供稳价",
        "推动建立健全原材料重点产业链上下游供需对接机制…疏通产业链供应链运转中梗阻环节…加强原粮、钢材、有色金属、煤炭、农业生产资料等大宗商品价格监测预警…严厉打击囤积居奇、哄抬价格等违法违规行为.",
        "省发展改革委、省工信厅、省市场监管局、甘肃证监局")
    {
        FinancedBy = Payer.Spending,
        NotModelled = "lists of leading firms and their suppliers, and matching of buyers and sellers other than by fewer "
            + "supply stops; supervision of futures markets; warnings and published prices, to which no firm of the "
            + "model reacts.",
        NotModelledZh = "龙头企业及其配套企业名单；供需对接（仅体现为断供减少）；期货市场监管；价格预警和价格发布（模型中企业对此没有反"
            + "应）。",
    };

    /// <summary>Share of supply stops prevented.</summary>
    [Lever("share of supply stops", 0, 1, "clause 6: 疏通梗阻, 供需对接; assumption: a third of the stops are prevented",
        NameZh = "避免的断供比例", UnitZh = "占断供次数", SourceZh = "第6条：疏通梗阻、供需对接；假设：避免三分之一的断供")]
    public double StopsPrevented { get; init; } = 0.33;

    /// <summary>Share of a price rise above the level of month zero that small firms do not pay.</summary>
    [Lever("share of a price rise", 0, 1,
        "clause 6: 稳价, 打击哄抬价格; assumption: a tenth of a rise above the level of month zero is kept from small firms",
        NameZh = "平抑涨价比例", UnitZh = "占涨价幅度", SourceZh = "第6条：稳价、打击哄抬价格；假设：价格高于起始月水平的涨幅中，小企业少承担十分之一")]
    public double RisesDamped { get; init; } = 0.1;

    /// <summary>Public cost per firm and month, yuan.</summary>
    [Lever("yuan per firm and month", 0, 1_000, "assumption: monitoring and matching, booked as public cost",
        NameZh = "监测保供成本", UnitZh = "元/户·月", SourceZh = "假设：监测和对接费用，计入公共成本")]
    public long WatchCost { get; init; } = 4;

    public void Apply(ref MaterialOrder order, in Card applicant)
    {
        if (!applicant.IsSme) return;
        order.StopChance *= 1 - StopsPrevented;
        if (order.Price > 1) order.Price = 1 + (order.Price - 1) * (1 - RisesDamped);
        order.PublicCost += WatchCost * Fen.PerYuan;
    }
}
