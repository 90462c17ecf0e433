using System.Collections.Immutable;
using SimLab.Engine.Effects;
using SimLab.Engine.Execution;
using SimLab.Engine.Reporting;
using SimLab.Model;
using SimLab.Model.Messages;

namespace SimLab.Engine.Calibration;

/// <summary>A number of the model to compare with a published figure.</summary>
/// <param name="Name">Name in a facts file.</param>
/// <param name="Unit">Money in 100 million yuan, as the published figures are; rates as shares.</param>
/// <param name="MonthsBefore">Months it reads before the requested month; the run must start by then.</param>
/// <param name="Read">Reads one world; null where the number is unknown.</param>
public sealed record Moment(string Name, string Unit, int MonthsBefore, Func<RunSeries, int, int, Month, double?> Read)
{
    /// <summary>Reads the moment at a month.</summary>
    public Gauge At(Month month) => (series, arm, replicate) => Read(series, arm, replicate, month);
}

/// <summary>All moments available to facts.</summary>
public static class Moments
{
    private const string Yi = "100 million yuan", Firms = "firms", Share = "share", AYear = "share a year";
    private const int Year = 12, ThisYear = 11, SevenMonths = 7;
    private const double YuanPerYi = Fen.PerYi / Fen.PerYuan;

    /// <summary>All moments.</summary>
    public static ImmutableArray<Moment> All { get; } =
    [
        new("high_tech_enterprises", Firms, 0, Stock(Indicator.HighTech)),
        new("technology_smes", Firms, 0, Stock(Indicator.TechSme)),
        new("specialised_smes", Firms, 0, Stock(Indicator.Specialised)),
        new("new_specialised_smes", Firms, ThisYear, Outcome("new_specialised_smes")),
        new("above_scale_firms", Firms, 0, Stock(Indicator.AboveScale)),
        new("new_above_scale", Firms, ThisYear, Outcome("new_above_scale")),
        new("smes", Firms, 0, Stock(Indicator.Smes)),
        new("sme_growth", AYear, Year, Growth(Indicator.Smes)),
        new("entry_rate", AYear, Year, RateOfStock(Indicator.Founded)),
        new("exit_rate", AYear, Year, RateOfStock(Indicator.Left)),
        new("sme_loan_increase", Yi, Year, InYi(Outcome("new_sme_loans"), YuanPerYi)),
        new("sme_loan_increase_in_7_months", Yi, SevenMonths - 1, InYi(Increase(Indicator.SmeLoansOwed, SevenMonths))),
        new("small_micro_loans", Yi, 0, InYi(Stock(Indicator.SmallMicroLoansOwed))),
        new("small_micro_loan_increase", Yi, Year, InYi(Increase(Indicator.SmallMicroLoansOwed, Year))),
        new("inclusive_loan_growth", AYear, Year, Outcome("inclusive_loan_growth")),
        new("all_loan_growth", AYear, Year, Outcome("all_loan_growth")),
        new("credit_volume", Yi, Year, InYi(Outcome("credit_volume"), YuanPerYi)),
        new("specialised_with_loans", Share, 0, PartOf(Indicator.SpecialisedWithLoan, Indicator.Specialised)),
        new("rnd_spending", Yi, ThisYear, InYi(Outcome("rnd_spending"), YuanPerYi)),
    ];

    /// <summary>The moment of that name; null: none.</summary>
    public static Moment? Find(string name) => All.FirstOrDefault(moment => moment.Name == name);

    private static Func<RunSeries, int, int, Month, double?> Stock(Indicator indicator) => (series, arm, replicate, month) =>
        series.Covers(month) ? series.Value(arm, replicate, month, indicator) : null;

    private static Func<RunSeries, int, int, Month, double?> Outcome(string id) => (series, arm, replicate, month) =>
        Outcomes.Of(id, series, arm, replicate, month);

    private static Func<RunSeries, int, int, Month, double?> Increase(Indicator indicator, int months) => (series, arm, replicate, month) =>
        Stock(indicator)(series, arm, replicate, month) - Stock(indicator)(series, arm, replicate, month - months);

    private static Func<RunSeries, int, int, Month, double?> Growth(Indicator indicator) => (series, arm, replicate, month) =>
        Stock(indicator)(series, arm, replicate, month - Year) is > 0 and var before
            ? Stock(indicator)(series, arm, replicate, month) / before - 1 : null;

    // Entries or exits in twelve months, over the firms there were before them.
    private static Func<RunSeries, int, int, Month, double?> RateOfStock(Indicator flow) => (series, arm, replicate, month) =>
        series.Covers(month - Year) && series.Covers(month) && series.Value(arm, replicate, month - Year, Indicator.Firms) is > 0
            and var firms
            ? series.Sum(arm, replicate, month - ThisYear, month, flow) / (double)firms : null;

    private static Func<RunSeries, int, int, Month, double?> PartOf(Indicator part, Indicator whole) => (series, arm, replicate, month) =>
        Stock(whole)(series, arm, replicate, month) is > 0 and var all ? Stock(part)(series, arm, replicate, month) / all : null;

    private static Func<RunSeries, int, int, Month,
        double?> InYi(Func<RunSeries, int, int, Month, double?> read, double unit = Fen.PerYi) =>
        (series, arm, replicate, month) => read(series, arm, replicate, month) / unit;
}
