using SimLab.Model.Forms;
using SimLab.Model.Messages;

namespace SimLab.Model.Policies;

/// <summary>
/// Public bodies and large firms pay small firms sooner, old arrears are cleared, and irregular fees are stopped.
/// </summary>
[Channel(Indicator.PublicArrears, Direction.Down, "overdue invoices of public bodies")]
public sealed record ProtectRights : Measure, IActsOn<Invoice>, IActsOn<TaxReturn>
{
    private const int Number = 8;

    public override Clause Clause => new(Gansu2023.Document, Number, "强化合法权益保护",
        "严格执行《保障中小企业款项支付条例》,防范和化解拖欠中小企业账款,落实机关、事业单位、大型企业逾期未支付中小微企业账款信息披露制度…深入开展涉企违规收费整治…坚决查处乱收费、乱罚款、乱摊派.",
        "省市场监管局、省发展改革委、省工信厅、省财政厅等")
    {
        FinancedBy = Payer.Spending,
        NotModelled = "protection of property rights and of intellectual property; disclosure of late payers and complaints "
            + "one by one (they show as shares paid sooner); fines and levies apart from fees, joint sanctions.",
        NotModelledZh = "产权和知识产权保护；逾期信息披露、投诉处理未单列（合并体现为提前付款的比例）；乱罚款、乱摊派未与乱收费区分，联"
            + "合惩戒。",
    };

    /// <summary>Late payments of public bodies made on time instead, share.</summary>
    [Lever("share of late payments", 0, 1,
        "clause 8: 及时支付, 国务院令728号 art. 8; assumption: a third of what public bodies pay late is paid in time",
        NameZh = "公共部门延迟付款改为按时的比例", UnitZh = "占延迟付款", SourceZh = "第8条：及时支付，国务院令第728号第八条；假设：公共部门延迟付款的三分之一改为按时",
        Effect = "Barrot & Nanda 2020; Barrot 2016")]
    public double PaidInTime { get; init; } = 0.33;

    /// <summary>Public arrears overdue up to a year and cleared a month, share of those left.</summary>
    [Lever("share of arrears left a month", 0, 1, "clause 8: 防范和化解拖欠; assumption: of what has been overdue for up to a year",
        NameZh = "每月清理拖欠比例", UnitZh = "占剩余拖欠/月", SourceZh = "第8条：防范和化解拖欠；假设：逾期一年以内欠款的清理比例",
        Effect = "Barrot & Nanda 2020; Barrot 2016")]
    public double ArrearsCleared { get; init; } = 0.08;

    /// <summary>Public arrears overdue for more than a year and cleared a month, share of those left.</summary>
    [Lever("share of arrears left a month", 0, 1,
        "clause 8: 化解拖欠, 逾期未支付信息披露; assumption: of what has been overdue for more than a year, cleared by campaigns (清欠)",
        NameZh = "每月清理陈欠比例", UnitZh = "占剩余拖欠/月", SourceZh = "第8条：化解拖欠、逾期未支付信息披露；假设：逾期一年以上欠款，由清欠行动清理的比例",
        Effect = "Barrot & Nanda 2020; Barrot 2016")]
    public double OldArrearsCleared { get; init; } = 0.05;

    /// <summary>Additional payment of chain leaders a month, share of what would stay unpaid.</summary>
    [Lever("share of what is not paid a month", 0, 1, "clause 8: 大型企业, 信息披露; assumption: chain leaders pay a little sooner",
        NameZh = "大企业提前付款比例", UnitZh = "占未付款/月", SourceZh = "第8条：大型企业、信息披露；假设：链主付款略有提前",
        Effect = "Barrot 2016")]
    public double LeadersPaySooner { get; init; } = 0.12;

    /// <summary>Share of irregular fees stopped.</summary>
    [Lever("share", 0, 1, "clause 8: 涉企违规收费整治; assumption: a third of irregular fees is stopped",
        NameZh = "制止违规收费比例", UnitZh = "比例", SourceZh = "第8条：涉企违规收费整治；假设：制止三分之一的违规收费")]
    public double FeesStopped { get; init; } = 0.33;

    /// <summary>Public cost per invoice and month, yuan.</summary>
    [Lever("yuan per invoice and month", 0, 1_000, "assumption: complaints and supervision, booked as public cost",
        NameZh = "每张账单监督成本", UnitZh = "元/张·月", SourceZh = "假设：投诉受理和监督费用，计入公共成本")]
    public long SupervisionCost { get; init; } = 5;

    public void Apply(ref Invoice invoice, in Card applicant)
    {
        if (invoice.PublicBody)
        {
            if (!applicant.IsSme) return;                  // the regulation protects small and medium suppliers
            invoice.PaidWhenDue += (1 - invoice.PaidWhenDue) * PaidInTime;
            invoice.ArrearsPaid += (1 - invoice.ArrearsPaid) * ArrearsCleared;
            invoice.OldArrearsPaid += (1 - invoice.OldArrearsPaid) * OldArrearsCleared;
        }
        else if (applicant.IsSme)
        {
            return;                                        // the regulation binds public bodies and large firms
        }
        else
        {
            invoice.PaidWhenDue += (1 - invoice.PaidWhenDue) * LeadersPaySooner;
        }
        invoice.PublicCost += SupervisionCost * Fen.PerYuan;
    }

    // Unlawful fees are no revenue forgone.
    public void Apply(ref TaxReturn form, in Card applicant)
    {
        if (applicant.IsSme) form.IrregularFees *= 1 - FeesStopped;
    }
}
