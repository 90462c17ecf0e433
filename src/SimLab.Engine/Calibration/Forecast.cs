using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SimLab.Model;

namespace SimLab.Engine.Calibration;

/// <summary>Forecast of the calibrated model for the coming year ends, under the notice as written.</summary>
public sealed record Forecast(CalibrationOrder Order, ImmutableArray<Prediction> Predictions)
{
    private const ulong Replicate = 9_001;                      // used by no round of the calibration and by no back-test

    /// <summary>Years whose ends are forecast.</summary>
    public static ImmutableArray<int> Years { get; } = [2024, 2025, 2026];

    /// <summary>Names of the forecast moments.</summary>
    public static ImmutableArray<string> Moments { get; } =
    [
        "high_tech_enterprises", "technology_smes", "specialised_smes", "new_specialised_smes", "above_scale_firms", "new_above_scale",
        "smes", "small_micro_loans", "small_micro_loan_increase", "inclusive_loan_growth", "all_loan_growth", "credit_volume",
            "rnd_spending",
    ];

    /// <summary>Simulates the draws and reads the moments at year ends.</summary>
    /// <param name="order">The calibration.</param>
    /// <param name="draws">Draws of its posterior.</param>
    /// <param name="worlds">Simulates the worlds.</param>
    /// <param name="years">Years whose ends are read.</param>
    /// <param name="cancel">Stops soon, also within a month.</param>
    public static async Task<Forecast> Run(
        CalibrationOrder order, IReadOnlyList<double[]> draws, ICalibrationWorlds worlds, IReadOnlyList<int> years,
            CancellationToken cancel = default)
    {
        var lived = await worlds.Simulate(
            [.. draws.Select((draw, i) => order.Arm($"draw {i}", order.At(draw)))], 1, Month.Of(years.Max(), 12),
            order.Seed + Replicate, cancel: cancel);
        var asked = from name in Moments from year in years select (Moment: Calibration.Moments.Find(name)!, At: Month.Of(year, 12));
        return new(order,
            [.. asked.Select(a => Prediction.Of(a.Moment, a.At, lived.Select(draw => draw.Mean(a.Moment.At(a.At))))).OfType<Prediction>()]);
    }

    /// <summary>
    /// CSV with a header of comments; numbers to four significant digits, since further digits are not credible.
    /// </summary>
    /// <param name="made">Date of the freeze.</param>
    /// <param name="command">Command that reproduces it.</param>
    public string ToCsv(DateOnly made, string command)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture,
            $"# Forecasts for Gansu with the notice 甘工信发〔2023〕75号 as written, frozen on {made:yyyy-MM-dd}.\n")
            .Append("# Do not edit: a test holds this file to its hash, so that it can be compared with what comes.\n")
            .Append(CultureInfo.InvariantCulture,
                $"# made by     {command}\n# seed        {Order.Seed}, {Predictions.FirstOrDefault()?.Draws} draws of the posterior, "
                + $"each with its luck\n")
            .Append(CultureInfo.InvariantCulture,
                $"# data        sha256 {Order.FactsHash} (calibration and facts)\n# model build {ModelBuild.Hash}\n")
            .Append("# p05 to p95 holds 90 % of the draws, p25 to p75 half of them.\n")
            .Append("moment,unit,month,p05,p25,median,p75,p95\n");
        foreach (var p in Predictions)
            text.Append(CultureInfo.InvariantCulture,
                $"{p.Moment.Name},{p.Moment.Unit},{p.At},{Four(p.P05)},{Four(p.P25)},{Four(p.Median)},{Four(p.P75)},{Four(p.P95)}\n");
        return text.ToString();
    }

    private static string Four(double value)
    {
        if (value == 0) return "0";
        var unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 3);
        return ((decimal)(Math.Round(value / unit) * unit)).ToString("0.######", CultureInfo.InvariantCulture);
    }
}
