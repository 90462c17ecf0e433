using System.Collections.Immutable;
using SimLab.Model;
using SimLab.Model.Enterprises;
using SimLab.Model.Enterprises.Decisions;
using SimLab.Model.Enterprises.Operations;
using SimLab.Model.Forms;
using SimLab.Model.Messages;
using SimLab.Model.Policies;
using SimLab.Model.Rulebook;

namespace SimLab.Engine.Calibration.Trials;

/// <summary>What treatment does to a price a firm pays: log change, and the weight of the firm in the mean.</summary>
public delegate (double LogChange, double Weight) PriceChange(in FirmContext context, ImmutableArray<Measure> measures);

/// <summary>
/// An outcome of a trial, in the unit in which such effects are published: read from treated firms in the trial and in its twin.
/// </summary>
/// <param name="Name">Name in the file of trials.</param>
/// <param name="NameZh">Name in Chinese.</param>
/// <param name="Unit">Unit of the estimate.</param>
/// <param name="Ours">Treated firms against themselves in the twin; null or not finite: no estimate.</param>
/// <param name="AgainstControls">The same less what the controls gained or lost; null or not finite: no estimate.</param>
public sealed record TrialOutcome(
    string Name, string NameZh, string Unit, Func<TrialSums, double?> Ours, Func<TrialSums, double?> AgainstControls)
{
    /// <summary>The price the outcome is an elasticity to; null: none.</summary>
    public PriceChange? Price { get; init; }

    /// <summary>All outcomes.</summary>
    public static ImmutableArray<TrialOutcome> All { get; } =
    [
        Elasticity("rnd_to_user_cost", "研发对使用成本", Indicator.RndReported, UserCostOfRnd),
        Elasticity("investment_to_price", "投资对价格", Indicator.Investment, EquipmentPrice),
        Effect("employment_growth", "用工增长", "percentage points", Indicator.Staff,
            (moved, twin, sums) => 100 * (moved - twin) / sums.StaffBefore),
        Effect("payroll_per_payment_brought_forward", "提前回款带动的工资支出", "yuan per yuan", Indicator.Wages,
            (moved, twin, sums) => (moved - twin) / (sums.Of(Indicator.PublicPaid) is var paid ? paid.Trial - paid.Twin : 0)),
        Effect("lending_not_had_otherwise", "本不会发放的贷款", "share of the loans granted", Indicator.LoansGranted,
            (moved, twin, sums) => (moved - twin) / sums.Guaranteed),
        Effect("sales_per_public_yuan", "每元公共支出带动的销售", "yuan per yuan", Indicator.Sales,
            (moved, twin, sums) => (moved - twin) / sums.PublicCost),
        Effect("rnd_crowded_out", "被挤出的研发", "share of the grant", Indicator.RndReported,
            (moved, twin, sums) => 1 - (moved - twin) / sums.Flow(Indicator.ResearchSupport)),
        // Terms of tenders hold for all firms of the arm: there are no controls.
        new("bids_of_smes", "中小企业投标", "times",
            sums => sums.Of(Indicator.Bids) is var bids ? Finite(bids.Trial / bids.Twin) : null, _ => null),
        Change("insolvencies", "破产企业", Indicator.Insolvent),
        Change("investment", "设备投资", Indicator.Investment),
        Change("employment", "用工", Indicator.Staff),
        Change("rnd", "研发费用", Indicator.RndReported),
        Change("sales", "销售", Indicator.Sales),
        Change("profit", "利润", Indicator.Profit),
        // Support is paid a month after the equipment was bought.
        Level("unclaimed_support", "未申领的补助", "share of eligible investment", sums =>
            1 - sums.Flow(Indicator.SupportPaid, later: 1)
                / ((1 - Math.Exp(sums.LogPrice)) * sums.Flow(Indicator.Investment, earlier: 1))) with { Price = EquipmentPrice },
        Level("relabelled_rnd", "改头换面的研发", "share of reported R&D", sums =>
            1 - sums.Flow(Indicator.RndReal) / sums.Flow(Indicator.RndReported)),
    ];

    /// <summary>The outcome of that name; null: there is none.</summary>
    public static TrialOutcome? Find(string name) => All.FirstOrDefault(outcome => outcome.Name == name);

    private static TrialOutcome Elasticity(string name, string nameZh, Indicator indicator, PriceChange price) =>
        Effect(name, nameZh, "elasticity", indicator, (moved, twin, sums) => Math.Log(moved / twin) / sums.LogPrice) with { Price = price };

    private static TrialOutcome Change(string name, string nameZh, Indicator indicator) =>
        Effect(name, nameZh, "per cent", indicator, (moved, twin, _) => 100 * (moved / twin - 1));

    // Of what treated firms have in the trial (or have less what the controls gained), and of what they have in the twin.
    private static TrialOutcome Effect(
        string name, string nameZh, string unit, Indicator indicator, Func<double, double, TrialSums, double> effect) => new(
        name, nameZh, unit,
        sums => sums.Of(indicator) is var of ? Finite(effect(of.Trial, of.Twin, sums)) : null,
        sums => sums.Of(indicator) is var of ? Finite(effect(of.LessControls, of.Twin, sums)) : null);

    // Read in the trial alone: neither twin nor controls have it.
    private static TrialOutcome Level(string name, string nameZh, string unit, Func<TrialSums, double> level) =>
        new(name, nameZh, unit, sums => Finite(level(sums)), _ => null);

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;

    /// <summary>After-tax user cost of R&amp;D at the firm's marginal tax rate of the year so far, weighted by planned R&amp;D.</summary>
    private static (double, double) UserCostOfRnd(in FirmContext context, ImmutableArray<Measure> measures)
    {
        var months = (context.Month - 1).OfYear;
        var profit = context.State.ProfitThisYear * 12 / months;
        var tau = profit > 0 ? IncomeTax.MarginalRate(PayTaxes.FactsFor(context, profit)) : 0;
        var law = PayTaxes.ReturnUnderLaw(context);
        var form = law;
        foreach (var measure in measures.OfType<IActsOn<TaxReturn>>()) measure.Apply(ref form, context.Card);
        return (Math.Log(Cost(form, tau) / Cost(law, tau)), context.State.RndIntensity * context.State.Demand * context.Firm.Weight);

        static double Cost(in TaxReturn form, double tau) => UserCost.BIndex(form.SuperDeduction * form.ClaimChance, tau);
    }

    /// <summary>Price of equipment after support, weighted by planned investment.</summary>
    private static (double, double) EquipmentPrice(in FirmContext context, ImmutableArray<Measure> measures)
    {
        var form = new InvestmentPlan { Cost = Fen.FromYuan(1_000_000) };
        foreach (var measure in measures.OfType<IActsOn<InvestmentPlan>>()) measure.Apply(ref form, context.Card);
        return (Math.Log(1 - form.Support / (double)form.Cost), (double)Invest.Plan(context) * context.Firm.Weight);
    }
}
