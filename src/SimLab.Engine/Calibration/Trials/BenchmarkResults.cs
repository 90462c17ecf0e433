using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SimLab.Engine.Scenarios;
using SimLab.Engine.Statistics;

namespace SimLab.Engine.Calibration.Trials;

/// <summary>One outcome of a recorded benchmark.</summary>
/// <param name="Effect">Id of the effect.</param>
/// <param name="Outcome">Name of the outcome.</param>
/// <param name="Verdict">How our estimate stood to the published one.</param>
/// <param name="Levers">Levers whose effect the trial examined, as Measure.lever.</param>
public sealed record RecordedTrial(string Effect, string Outcome, TrialVerdict Verdict, ImmutableArray<string> Levers);

/// <summary>The results of a benchmark as a file, from which the grades of levers follow.</summary>
public static class BenchmarkResults
{
    private static readonly string[] Columns =
        ["effect", "outcome", "unit", "low", "centre", "high", "ours", "ours low", "ours high", "against controls", "its low", "its high",
            "verdict", "levers"];

    /// <summary>Name of the results of a file of effects, which stand beside it.</summary>
    public static string FileOf(string effects) => Path.ChangeExtension(effects, ".results.csv");

    /// <summary>CSV with a header of comments.</summary>
    /// <param name="order">The benchmark.</param>
    /// <param name="results">Results of its trials.</param>
    /// <param name="command">Command that made them, as typed.</param>
    public static string ToCsv(EffectsOfOthers order, ImmutableArray<TrialResult> results, string command)
    {
        var text = new StringBuilder("# Effects that others measured, measured again in the model. Generated; do not edit.\n")
            .Append(CultureInfo.InvariantCulture,
                $"# made by {command}; model build {ModelBuild.Hash}, seed {order.Scenario.Seed}, {order.Replicates} replicates\n")
            .AppendJoin(',', Columns).Append('\n');
        foreach (var result in results)
            foreach (var estimate in result.Estimates)
                text.AppendJoin(',', [
                    result.Trial.Id, estimate.Published.Outcome.Name, estimate.Published.Outcome.Unit,
                    Short(estimate.Published.Low), Short(estimate.Published.Centre), Short(estimate.Published.High),
                    .. Short(estimate.Ours), .. Short(estimate.AgainstControls),
                    $"{estimate.Verdict}", string.Join(' ', result.Trial.Grades)]).Append('\n');
        return text.ToString();
    }

    /// <summary>Reads recorded results.</summary>
    /// <exception cref="ScenarioException">The file is not such a record.</exception>
    public static ImmutableArray<RecordedTrial> Read(string file)
    {
        var problems = new Problems();
        return Parse(TextFile.Read(file, null, problems), file, problems);
    }

    /// <summary>Reads recorded results from a text.</summary>
    /// <param name="text">CSV as <see cref="ToCsv"/> writes it.</param>
    /// <param name="file">Name of the file in messages.</param>
    /// <exception cref="ScenarioException">The text is not such a record.</exception>
    public static ImmutableArray<RecordedTrial> Parse(string text, string file) => Parse(text, file, new Problems());

    private static ImmutableArray<RecordedTrial> Parse(string text, string file, Problems problems)
    {
        var read = ImmutableArray.CreateBuilder<RecordedTrial>();
        foreach (var (number, line) in text.ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (line.Length == 0 || line[0] == '#' || line.StartsWith("effect,", StringComparison.Ordinal)) continue;
            var cells = line.Split(',');
            if (cells.Length != Columns.Length || !Enum.TryParse<TrialVerdict>(cells[^2], out var verdict))
                throw problems.Fatal(
                    new(file, number + 1, 1),
                    $"{Columns.Length} columns with a verdict are wanted, found {cells.Length}. Make the file again with simlab validate "
                    + $"--effects --format md.");
            read.Add(new(cells[0], cells[1], verdict, [.. cells[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries)]));
        }
        return read.ToImmutable();
    }

    private static string[] Short(PairedDifference? estimate) =>
        [Short(estimate?.Mean), Short(estimate?.Interval?.Low), Short(estimate?.Interval?.High)];

    private static string Short(double? value) => value?.ToString("G5", CultureInfo.InvariantCulture) ?? "";
}
