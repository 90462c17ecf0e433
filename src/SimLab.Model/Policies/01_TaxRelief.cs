using SimLab.Model.Forms;

namespace SimLab.Model.Policies;

/// <summary>
/// Carry through the tax and fee reliefs already decided. The law itself is in the rulebook and in every arm; this
/// measure can better it, and brings reliefs that must be claimed to firms that would not have claimed them.
/// </summary>
public sealed record TaxRelief : Measure, IActsOn<TaxReturn>, IActsOn<EmploymentReport>
{
    // Asked on every return; Clause.Number would make a clause each time.
    private const int Number = 1;

    public override Clause Clause => new(Number, "强化政策落实和支持力度",
        "落实科技型中小企业研发费用加计扣除税收支持政策…再按照实际发生额的100%在税前加计扣除;…落实减税降费、稳岗返还等政策…减征“六税两费”.",
        "省财政厅、省税务局、省科技厅、省工信厅、省人社厅");

    [Lever("share of R&D expense", 0, 2, "clause 1: 100 % for technology SMEs; the law gives it to everybody from 2023 (财税公告2023年第7号), so only more than 1 adds to it then")]
    public double SuperDeduction { get; init; } = 1.0;

    [Lever("share", 0, 1, "clause 1: 减征“六税两费”; the law's half (财税公告2022年第10号, 2023年第12号) for small and micro firms")]
    public double SixTaxesRelief { get; init; } = 0.5;

    [Lever("share of those who would not claim", 0, 1, "clause 1: 推动已出台政策措施落地见效; assumption: tax staff reach three in ten")]
    public double ClaimsHelped { get; init; } = 0.3;

    [Lever("share of those who would not claim", 0, 1, "clause 1: 落实稳岗返还; assumption: half are paid without asking (免申即享)")]
    public double RefundsHelped { get; init; } = 0.5;

    public void Apply(ref TaxReturn form, in Card applicant)
    {
        var before = form;
        if (applicant.Holds(Title.TechSme)) form.SuperDeduction = Math.Max(form.SuperDeduction, SuperDeduction);
        if (applicant.IsSmallOrMicro) form.SixTaxesDue = Math.Min(form.SixTaxesDue, 1 - SixTaxesRelief);
        form.ClaimChance += (1 - form.ClaimChance) * ClaimsHelped;
        if (form.SuperDeduction != before.SuperDeduction || form.SixTaxesDue != before.SixTaxesDue || form.ClaimChance != before.ClaimChance)
            form.BetteredBy = Number;
    }

    public void Apply(ref EmploymentReport form, in Card applicant)
    {
        if (RefundsHelped == 0 || !applicant.IsSme) return;
        form.ClaimChance += (1 - form.ClaimChance) * RefundsHelped;
        form.BetteredBy = Number;
    }
}
