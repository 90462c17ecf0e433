using System.Collections.Immutable;
using SimLab.Engine.Execution;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Messages;

namespace SimLab.Engine.Reporting;

/// <summary>
/// The target indicators, computed from the run series of one world. Money in yuan, growth and shares as shares (0–1).
/// Yearly ones cover the twelve months that end with the given month.
/// </summary>
public static class Outcomes
{
    /// <summary>Context indicators beside the targets: id and unit.</summary>
    public static ImmutableArray<(string Id, string Unit)> Context { get; } =
    [
        ("jobs", "people"), ("firms", "firms"), ("sales", "yuan"), ("investment", "yuan"), ("rnd_spending", "yuan"),
        ("public_orders", "yuan"), ("arrears", "yuan"), ("arrears_over_a_year", "yuan"), ("second_tier_arrears", "yuan"),
            ("insolvencies", "firms"),
    ];

    /// <summary>Value of the indicator; null: months not covered, or denominator not positive.</summary>
    public static double? Of(string id, RunSeries series, int arm, int replicate, Month month)
    {
        if (!series.Covers(month)) return null;
        var world = new OneWorld(series, arm, replicate);
        return id switch
        {
            "high_tech_enterprises" => world.Stock(month, Indicator.HighTech),
            "new_specialised_smes" => world.Year(month, Indicator.NewSpecialised),
            "new_above_scale" => world.Year(month, Indicator.NewAboveScale),
            "new_sme_loans" => world.Increase(month, Indicator.SmeLoansOwed) / Fen.PerYuan,
            "inclusive_loan_growth" =>
                Growth(world.Stock(month - 12, Indicator.InclusiveLoansOwed), world.Stock(month, Indicator.InclusiveLoansOwed)),
            "all_loan_growth" => Growth(world.AllLoans(month - 12), world.AllLoans(month)),
            "first_loan_firms" => world.Year(month, Indicator.FirstLoanFirms),
            "credit_volume" => world.AllLoans(month) - world.AllLoans(month - 12),
            "cloud_share_of_specialised" =>
                Share(world.Stock(month, Indicator.SpecialisedOnCloud), world.Stock(month, Indicator.Specialised)),
            "jobs" => world.Stock(month, Indicator.Staff),
            "firms" => world.Stock(month, Indicator.Firms),
            "sales" => world.Year(month, Indicator.Sales) / Fen.PerYuan,
            "investment" => world.Year(month, Indicator.Investment) / Fen.PerYuan,
            "rnd_spending" => world.Year(month, Indicator.RndReported) / Fen.PerYuan,
            "public_orders" => world.Year(month, Indicator.PublicOrdersWon) / Fen.PerYuan,
            "arrears" => (world.Stock(month, Indicator.PublicArrears) + world.Stock(month, Indicator.LargeArrears)) / Fen.PerYuan,
            "arrears_over_a_year" =>
                (world.Stock(month, Indicator.PublicLateOverYear) + world.Stock(month, Indicator.LargeLateOverYear)) / Fen.PerYuan,
            "second_tier_arrears" => world.Stock(month, Indicator.FirstTierArrears) / Fen.PerYuan,
            "insolvencies" => world.Year(month, Indicator.Insolvent),
            _ => throw new InvalidOperationException($"Bug in SimLab: indicator {id} has no formula."),
        };
    }

    /// <summary>The benchmark of the target in that world; null if unknown.</summary>
    public static double? Yardstick(Target target, RunSeries series, int arm, int replicate) =>
        target.Value ?? (target.Other is { } other
            ? Of(other, series, arm, replicate, target.By)
            : Of(target.Id, series, arm, replicate, target.By - 12));

    private static double? Growth(double? before, double? now) => before > 0 ? now / before - 1 : null;

    private static double? Share(double? part, double? whole) => whole > 0 ? part / whole : null;

    private readonly record struct OneWorld(RunSeries Series, int Arm, int Replicate)
    {
        public double? Stock(Month month, Indicator indicator) =>
            Series.Covers(month) ? Series.Value(Arm, Replicate, month, indicator) : null;

        public double? Year(Month last, Indicator indicator) =>
            last - 11 >= Series.Plan.Start && last <= Series.Plan.LastMonth ? Series.Sum(Arm, Replicate, last - 11, last, indicator) : null;

        public double? Increase(Month month, Indicator indicator) => Stock(month, indicator) - Stock(month - 12, indicator);

        /// <summary>SME loans of the model plus exogenous loans to large firms and households; yuan.</summary>
        public double? AllLoans(Month month)
        {
            if (Stock(month, Indicator.SmeLoansOwed) is not { } sme) return null;
            var macro = Series.Plan.MacroOf(Arm);
            var others = macro.OtherLoans;
            for (var each = Series.Plan.Start; each <= month; each += 1) others *= Math.Pow(
                1 + macro.OtherLoansGrowth.In(each.Year), 1 / 12.0);
            return sme / Fen.PerYuan + others;
        }
    }
}
