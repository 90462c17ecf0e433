using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SimLab.Engine.Execution;
using SimLab.Engine.Scenarios;
using SimLab.Model;

namespace SimLab.Engine.Calibration;

/// <summary>Effect of one parameter on each moment at a smaller and a larger value, all others unchanged.</summary>
/// <param name="Number">Name in a scenario.</param>
/// <param name="Low">The smaller value; of a path by year, its first.</param>
/// <param name="High">The larger value; of a path by year, its first.</param>
/// <param name="AtLow">Change of each moment at the smaller value.</param>
/// <param name="AtHigh">Change of each moment at the larger value.</param>
public sealed record ParameterSensitivity(
    string Number, double Low, double High, ImmutableArray<double> AtLow, ImmutableArray<double> AtHigh);

/// <summary>
/// One number at a time (the tornado diagram of decision analysis): every parameter is halved, and raised by half, as
/// far as its range allows, with common random numbers. A file records the effect on the targets of 2,000 and 60, and
/// on some others.
/// </summary>
public static class SensitivityRanking
{
    /// <summary>Recorded moments, and the months at whose end they are read.</summary>
    public static ImmutableArray<(string Moment, Month At)> Outcomes { get; } =
    [
        ("high_tech_enterprises", Month.Of(2023, 12)), ("new_specialised_smes", Month.Of(2023, 12)),
            ("new_above_scale", Month.Of(2023, 12)),
        ("credit_volume", Month.Of(2023, 12)), ("inclusive_loan_growth", Month.Of(2023, 12)), ("specialised_smes", Month.Of(2023, 3)),
        ("small_micro_loan_increase", Month.Of(2022, 12)), ("rnd_spending", Month.Of(2022, 12)),
    ];

    private const double Less = 0.5, More = 1.5;

    /// <summary>Computes the ranking.</summary>
    /// <param name="scenario">Gives measures and the base values of all parameters.</param>
    /// <param name="worlds">Simulates the arms.</param>
    /// <param name="replicates">Replicates of each arm.</param>
    /// <param name="seed">Seed of their common random numbers.</param>
    /// <param name="cancel">Stops soon, also within a month.</param>
    public static async Task<ImmutableArray<ParameterSensitivity>> Run(
        Scenario scenario, ICalibrationWorlds worlds, int replicates, ulong seed, CancellationToken cancel = default)
    {
        var start = new Assumptions(scenario.Behaviour, scenario.Macro);
        var numbers = Numbers(start).ToArray();
        ArmPlan[] arms =
        [
            Arm("base", start),
            .. numbers.SelectMany(n => new[] { Arm(n.Parameter.Name, n.At(n.Low)), Arm(n.Parameter.Name, n.At(n.High)) }),
        ];
        var lived = await worlds.Simulate(
            arms, replicates, Outcomes.Max(o => o.At.Number) is var last ? new Month(last) : default, seed, BatchKeys.Common, cancel);
        double[] Read(int arm) => [.. Outcomes.Select(o => lived[arm].Mean(Moments.Find(o.Moment)!.At(o.At)) ?? double.NaN)];
        var basis = Read(0);
        ImmutableArray<double> Change(int arm) => [.. Read(arm).Zip(basis, (value, from) => value - from)];
        return [.. numbers.Select((n, i) =>
            new ParameterSensitivity(n.Parameter.Name, First(n.Low), First(n.High), Change(1 + 2 * i), Change(2 + 2 * i)))];

        ArmPlan Arm(string name, Assumptions assumed) =>
            new(name, scenario.Measures) { Later = scenario.Later, Behaviour = assumed.Behaviour, Macro = assumed.Macro };
    }

    private sealed record Number(Parameter Parameter, object Low, object High, Func<object, Assumptions> At);

    private static IEnumerable<Number> Numbers(Assumptions start)
    {
        foreach (var parameter in Parameter.Of(start.Behaviour)) yield return new(
            parameter, Scaled(parameter, Less), Scaled(parameter, More), value =>
        {
            var behaviour = start.Behaviour with { };
            parameter.Set(behaviour, value);
            return start with { Behaviour = behaviour };
        });
        foreach (var parameter in Parameter.Of(start.Macro)) yield return new(
            parameter, Scaled(parameter, Less), Scaled(parameter, More), value =>
        {
            var macro = start.Macro with { };
            parameter.Set(macro, value);
            return start with { Macro = macro };
        });
    }

    private static object Scaled(Parameter parameter, double by) => parameter.Default switch
    {
        YearPath path =>
            new YearPath(path.ByYear.ToImmutableSortedDictionary(y => y.Key, y => Math.Clamp(y.Value * by, parameter.Min, parameter.Max))),
        var value => Math.Clamp((double)value * by, parameter.Min, parameter.Max),
    };

    private static double First(object value) => value is YearPath path ? path.ByYear.First().Value : (double)value;

    /// <summary>CSV with a header of comments.</summary>
    public static string ToCsv(IEnumerable<ParameterSensitivity> all, DateOnly made, string command, ulong seed, int replicates)
    {
        var text = new StringBuilder();
        text.Append("# What every behavioural number does to some outcomes: halved and raised by half (or as far as its range goes), all "
            + "others as they are.\n")
            .Append("# Changes against the base with the same luck; policy as the notice has it. Generated; do not edit.\n")
            .Append(CultureInfo.InvariantCulture,
                $"# made {made:yyyy-MM-dd} by {command}; seed {seed}, {replicates} {(replicates == 1 ? "replicate" : "replicates")}\n")
            .Append("number,low,high,")
                .AppendJoin(',', Outcomes.SelectMany(o => new[] { $"{o.Moment} {o.At} at low", $"{o.Moment} {o.At} at high" }))
                .Append('\n');
        foreach (var one in all)
            text.Append(CultureInfo.InvariantCulture, $"{one.Number},{Short(one.Low)},{Short(one.High)},")
                .AppendJoin(',', one.AtLow.Zip(one.AtHigh, (low, high) => $"{Short(low)},{Short(high)}")).Append('\n');
        return text.ToString();
    }

    /// <summary>Reads a recorded ranking.</summary>
    /// <exception cref="ScenarioException">The file is not such a ranking.</exception>
    public static ImmutableArray<ParameterSensitivity> Read(string file)
    {
        var problems = new Problems();
        var read = ImmutableArray.CreateBuilder<ParameterSensitivity>();
        foreach (var (number, line) in TextFile.Read(file, null, problems).ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (line.Length == 0 || line[0] == '#' || line.StartsWith("number,", StringComparison.Ordinal)) continue;
            var cells = line.Split(',');
            double[] values = [
                .. cells.Skip(1)
                .Select(cell =>
                double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN)];
            if (values.Length != 2 + 2 * Outcomes.Length)
                throw problems.Fatal(
                    new(file, number + 1, 1),
                    $"{3 + 2 * Outcomes.Length} columns are wanted, found {cells.Length}. Make the file again with simlab assumptions "
                    + $"--rank.");
            read.Add(new(cells[0], values[0], values[1],
                [.. values.Skip(2).Where((_, i) => i % 2 == 0)], [.. values.Skip(2).Where((_, i) => i % 2 == 1)]));
        }
        return read.ToImmutable();
    }

    private static string Short(double value) => double.IsNaN(value) ? "" : value.ToString("G5", CultureInfo.InvariantCulture);
}
