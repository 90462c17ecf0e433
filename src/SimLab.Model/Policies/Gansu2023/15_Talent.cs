using SimLab.Model.Forms;
using SimLab.Model.Messages;

namespace SimLab.Model.Policies;

/// <summary>Brings more researchers to the province and makes firms with a title more attractive to them.</summary>
[Channel(Indicator.ResearchersHired, Direction.Up, "researchers hired")]
public sealed record Talent : Measure, IActsOn<TalentPlan>, IActsOn<HiringPlan>
{
    public override Clause Clause => new(Gansu2023.Document, 15, "加大人才兴企支持力度",
        "精准实施科技人才激励政策,完善科技人才培养引进机制…实施“校企双聘”制度…支持符合条件的专精特新“小巨人”企业备案设立博士后科研工作站…吸引更多高校毕业生到中小微企业创新创业.",
        "省教育厅、省人社厅、省科技厅、省工信厅、省政府国资委")
    {
        FinancedBy = Payer.Spending,
        NotModelled = "training of managers, evaluation of titles of staff, volunteers, professors as mentors of firms "
            + "(校企双聘), graduates apart from researchers.",
        NotModelledZh = "经营管理领军人才培训、职称评审、志愿服务、专家教授担任企业导师（校企双聘）、科研人员以外的高校毕业生。",
    };

    /// <summary>Additional arrivals a year, share of the province's R&amp;D staff.</summary>
    [Lever("share of R&D staff a year", 0, 0.3, "clause 15: 引进, 高校毕业生; assumption: one in fifty more",
        NameZh = "引进人才增加比例", UnitZh = "占研发人员/年", SourceZh = "第15条：引进、高校毕业生；假设：多引进五十分之一")]
    public double MoreArrive { get; init; } = 0.02;

    /// <summary>Public cost per additional arrival, yuan.</summary>
    [Lever("yuan per person", 0, 500_000, "assumption: settling-in money and training, booked as public cost",
        NameZh = "每人引才成本", UnitZh = "元/人", SourceZh = "假设：安家补助和培训，计入公共成本")]
    public long CostPerPerson { get; init; } = 30_000;

    /// <summary>Additional attractiveness of SMEs with a title.</summary>
    [Lever("attraction, about 1", 0, 2, "clause 15: 校企双聘, 博士后工作站; assumption: for SMEs with a title",
        NameZh = "有资质企业的吸引力提升", UnitZh = "吸引力，约为1", SourceZh = "第15条：校企双聘、博士后工作站；假设：适用于有资质的中小企业")]
    public double TitledAttraction { get; init; } = 0.2;

    public void Apply(ref TalentPlan plan, in Card applicant)
    {
        plan.Arriving += MoreArrive;
        plan.PublicCost += Fen.FromYuan(plan.RndStaff * MoreArrive / 12 * CostPerPerson);
    }

    public void Apply(ref HiringPlan plan, in Card applicant)
    {
        if (applicant.IsSme && applicant.Titles != 0) plan.Attraction += TitledAttraction;
    }
}
