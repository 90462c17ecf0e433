using SimLab.Model.Forms;

namespace SimLab.Model.Policies;

/// <summary>Public buyers favour small firms more than the law must, and equipment renewal is supported.</summary>
public sealed record ProcurementSupport : Measure, IActsOn<Tender>, IClaimedOn<InvestmentPlan>
{
    public override Clause Clause => new(5, "有效扩大市场需求",
        "货物、服务类政府采购项目给予小微企业的价格扣除优惠提高至10%—20%,超过400万元的工程采购项目面向中小企业的预留份额阶段性提高至40%以上…支持中小企业设备更新和技术改造.",
        "省商务厅、省工信厅、省发展改革委、省财政厅");

    [Lever("share of price", 0, 0.3, "clause 5: 价格扣除10%—20%; the law's least is 10 % from 2022-07 (财库〔2022〕19号), the middle is taken")]
    public double PriceDeduction { get; init; } = 0.15;

    [Lever("share of works above 4 million yuan", 0, 1, "clause 5: 预留份额40%以上; the law's 30 % otherwise (财库〔2020〕46号)")]
    public double WorksReserve { get; init; } = 0.40;

    [Lever("share of the equipment's price", 0, 0.5, "clause 5: 支持设备更新和技术改造; assumption: 3 % on what industrial SMEs with a title or on the roster buy")]
    public double EquipmentSupport { get; init; } = 0.03;

    public void Apply(ref Tender tender, in Card applicant)
    {
        if (tender.What is TenderKind.Goods or TenderKind.Services) tender.PriceDeduction = Math.Max(tender.PriceDeduction, PriceDeduction);
        if (tender.What == TenderKind.LargeWorks) tender.ReservedForSmes = Math.Max(tender.ReservedForSmes, WorksReserve);
    }

    public void Apply(ref InvestmentPlan plan, in Card applicant)
    {
        if (applicant.IsSme && applicant.Industry.IsIndustrial() && (applicant.AboveScale || applicant.Titles != 0))
            plan.Support += Fen.Share(plan.Cost, EquipmentSupport);
    }
}
