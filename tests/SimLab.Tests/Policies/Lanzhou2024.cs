using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Forms;
using SimLab.Model.Policies;

namespace SimLab.Tests.Policies;

/// <summary>
/// A second document, never issued, to stack on the notice of Gansu: its clauses 1, 5 and 9 have the numbers of measures there, and
/// the first has the name of one too. Nested, so that no catalogue has them unasked.
/// </summary>
public static class Lanzhou2024
{
    public static PolicyDocument Document { get; } =
        new("lanzhou-2024", "", "兰州市示例", "A sample for Lanzhou", "nobody", null, "(in no document)");

    /// <summary>The measures of the notice and of this document.</summary>
    public static MeasureCatalog WithNotice { get; } =
        new(MeasureCatalog.Default.Measures.Select(measure => measure.Type)
            .Concat([typeof(TaxRelief), typeof(NightMarkets), typeof(WageVouchers)]));

    /// <summary>Adds to the unemployment-insurance refund and takes a little off the surcharges.</summary>
    public sealed record TaxRelief : Measure, IActsOn<TaxReturn>, IActsOn<EmploymentReport>
    {
        public override Clause Clause => new(Document, 1, "示例减负", "(in no document)", "nobody");

        [Lever("share of the premium", 0, 1, "what-if", NameZh = "返还比例", UnitZh = "保费的比例", SourceZh = "假设")]
        public double Refund { get; init; } = 0.2;

        [Lever("share", 0, 1, "what-if", NameZh = "附加税费减征比例", UnitZh = "比例", SourceZh = "假设")]
        public double Surcharges { get; init; } = 0.1;

        public void Apply(ref TaxReturn form, in Card applicant) => form.SixTaxesDue *= 1 - Surcharges;

        public void Apply(ref EmploymentReport form, in Card applicant) => form.RefundShare += Refund;
    }

    /// <summary>More vouchers, and every small shop takes part in the campaign.</summary>
    public sealed record NightMarkets : Measure, IActsOn<CampaignPlan>, IActsOn<SalesPlan>
    {
        public override Clause Clause => new(Document, 5, "示例夜市", "(in no document)", "nobody");

        [Lever("yuan a year", 0, 1_000_000_000, "what-if", NameZh = "消费券", UnitZh = "元/年", SourceZh = "假设")]
        public long Vouchers { get; init; } = 30_000_000;

        public void Apply(ref CampaignPlan plan, in Card applicant) => plan.VouchersPerYear += Vouchers * Fen.PerYuan;

        public void Apply(ref SalesPlan plan, in Card applicant) =>
            plan.JoinsCampaign |= Vouchers > 0 && applicant is { IsSme: true, Industry: Industry.Retail };
    }

    /// <summary>Pays part of the wage of new people to firms that claim it.</summary>
    public sealed record WageVouchers : Measure, IClaimedOn<StaffPlan>
    {
        public override Clause Clause => new(Document, 9, "示例用工补贴", "(in no document)", "nobody");

        [Lever("yuan a person", 0, 50_000, "what-if", NameZh = "每人补贴", UnitZh = "元/人", SourceZh = "假设")]
        public long PerPerson { get; init; } = 20_000;

        public void Apply(ref StaffPlan plan, in Card applicant) => plan.Support += plan.People * PerPerson * Fen.PerYuan;

        public double WorthOf(in StaffPlan before, in StaffPlan after) => Fen.ToYuan(after.Support - before.Support);
    }
}
