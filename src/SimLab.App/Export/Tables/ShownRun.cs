using System.Text.Json;
using System.Text.Json.Nodes;
using SimLab.Engine;
using SimLab.Engine.Recording;
using SimLab.Model;
using SimLab.Model.Messages;
using SimLab.Model.Policies;

namespace SimLab.App.Export.Tables;

/// <summary>
/// The data of a recording for the planners' workbook: the province, by month in every world. Money in fen.
/// </summary>
internal sealed class ShownRun
{
    private readonly Dictionary<int, int> _monthIndex = [];
    private readonly Dictionary<string, int> _armIndex;

    private ShownRun(RunReader run, JsonObject targets)
    {
        Run = run;
        Targets = targets;
        var start = Month.Parse(run.Manifest.Start);
        Months = [.. Enumerable.Range(-1, run.Manifest.Months + 1).Select(i => Names.Number(start + i))];
        foreach (var (index, month) in Months.Index()) _monthIndex.Add(month, index);
        _armIndex = run.Manifest.Arms.Index().ToDictionary(arm => arm.Item.Name, arm => arm.Index);
        Province = [.. Indicators.ForPlanners.Select(_ => new long[Worlds * Months.Length])];
    }

    public RunReader Run { get; }

    /// <summary>The content of targets.json.</summary>
    public JsonObject Targets { get; }

    /// <summary>Months as in the tables, 202201; starts with the month before the first.</summary>
    public int[] Months { get; }

    public int Arms => Run.Manifest.Arms.Count;
    public int Replicates => Run.Manifest.Replicates;
    public int Worlds => Arms * Replicates;

    /// <summary>By <see cref="Indicators.ForPlanners"/>; then world (arm by arm) and month.</summary>
    public long[][] Province { get; }

    /// <summary>Public cost by measure; then world and month.</summary>
    public SortedDictionary<MeasureId, long[]> Costs { get; } = [];

    /// <summary>The model build that recorded the run; null: this build.</summary>
    public string? OtherBuild => Run.Manifest.ModelBuild == ModelBuild.Hash ? null : Run.Manifest.ModelBuild;

    /// <summary>Index of a world's month in the arrays of a column.</summary>
    public int Place(int arm, int replicate, int month) => (arm * Replicates + replicate) * Months.Length + month;

    /// <exception cref="RunFolderException">A table lacks a column that the workbook shows; the message names
    /// it.</exception>
    public static async Task<ShownRun> Read(RunReader run)
    {
        var shown = new ShownRun(run, ReadTargets(run));
        await foreach (var part in run.Read(RunFolder.Series)) await shown.Add(part);
        return shown;
    }

    /// <summary>Array index for each row of a table.</summary>
    private async Task<int[]> WorldMonths(TablePart part, string table)
    {
        var (months, arms, replicates) = (await part.Numbers<int>("month"), await part.Texts("arm"), await part.Numbers<int>("replicate"));
        var places = new int[part.Rows];
        for (var row = 0; row < places.Length; row++)
        {
            if (!_monthIndex.TryGetValue(months[row], out var month) || !_armIndex.TryGetValue(arms[row], out var arm)
                || replicates[row] < 0 || replicates[row] >= Replicates)
                throw Refused(
                    table, $"holds month {months[row]} of replicate {replicates[row]} of \"{arms[row]}\", which is not in the run "
                    + $"according to its manifest");
            places[row] = Place(arm, replicates[row], month);
        }
        return places;
    }

    private RunFolderException Refused(string table, string why) =>
        new(Path.Combine(Run.Path, table), $"{why}. Export it with the SimLab that recorded it, or run the scenario again.");

    internal static JsonObject ReadTargets(RunReader run)
    {
        try
        {
            if (JsonNode.Parse(run.ReadTargets()) is JsonObject found && found["targets"] is JsonArray
                && found["publicCost"] is JsonArray && found["armNames"] is JsonObject) return found;
        }
        catch (JsonException)
        {
            // Reported below.
        }
        throw new RunFolderException(
            Path.Combine(run.Path, RunFolder.Targets),
            $"holds no targets, costs and names of arms. Export it with the SimLab that recorded it, or run the scenario again.");
    }

    private async Task Add(TablePart part)
    {
        var lacking = Indicators.ForPlanners.Select(Names.ColumnOf).Where(column => !part.Columns.Contains(column)).ToList();
        if (lacking.Count > 0) throw Refused(RunFolder.Series, $"has no column {string.Join(", ", lacking)}");
        var places = await WorldMonths(part, RunFolder.Series);
        foreach (var (index, indicator) in Indicators.ForPlanners.Index())
        {
            var values = await part.Numbers<long>(Names.ColumnOf(indicator));
            for (var row = 0; row < values.Length; row++) Province[index][places[row]] += values[row];
        }
        foreach (var measure in part.Columns.Select(Names.MeasureOf).OfType<MeasureId>())
        {
            if (!Costs.TryGetValue(measure, out var costs)) Costs.Add(measure, costs = new long[Worlds * Months.Length]);
            var values = await part.Numbers<long>(Names.CostColumn(measure));
            for (var row = 0; row < values.Length; row++) costs[places[row]] += values[row];
        }
    }
}
