using SimLab.Engine.Recording;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Messages;

namespace SimLab.Engine.Experiments.Models;

/// <summary>
/// Totals of a recorded run: for each column of its series and each replicate of the policy, the last month's stock or
/// the whole run's flow.
/// </summary>
/// <param name="Columns">Indicators, and public cost by clause.</param>
/// <param name="Values">By column, then replicate.</param>
internal sealed record RunTotals(IReadOnlyList<string> Columns, IReadOnlyDictionary<string, double[]> Values)
{
    private const string CostPrefix = "cost_";

    private static readonly string[] Places = ["month", "arm", "replicate", "region", "industry"];

    /// <summary>Indicators by column; a column unknown to this build counts as a stock of a count.</summary>
    private static readonly Dictionary<string, Indicator> Known = Enum.GetValues<Indicator>().ToDictionary(Names.ColumnOf);

    public static async Task<RunTotals> Of(RunReader run)
    {
        var last = Names.Number(Month.TryParse(run.Manifest.Start, out var start) ? start + (run.Manifest.Months - 1)
            : throw new RunFolderException(run.Path, $"its manifest begins in \"{run.Manifest.Start}\", which is no month."));
        var first = Names.Number(start);
        // Plans list the baseline first, the scenario last.
        var policy = run.Manifest.Arms[^1].Name;
        if (run.Manifest.Arms.Count(arm => arm.Name == policy) > 1)
            throw new RunFolderException(
                run.Path, $"both arms are named \"{policy}\", so nobody can tell the policy from its baseline. Give them different names "
                + $"and run again.");
        var sums = new Dictionary<string, long[]>();
        List<string> columns = [];
        await foreach (var part in run.Read(RunFolder.Series))
        {
            if (columns.Count == 0) columns = [.. part.Columns.Except(Places)];
            var (months, arms, replicates) = (
                await part.Numbers<int>("month"), await part.Texts("arm"), await part.Numbers<int>("replicate"));
            foreach (var column in columns)
            {
                if (!sums.TryGetValue(column, out var sum)) sums.Add(column, sum = new long[run.Manifest.Replicates]);
                var values = await part.Numbers<long>(column);
                // Whole numbers: the order of addition does not change the sum.
                for (var row = 0; row < values.Length; row++)
                    if (arms[row] == policy && (IsFlow(column) ? months[row] >= first : months[row] == last)) sum[
                        replicates[row]] += values[row];
            }
        }
        return new(columns, sums.ToDictionary(s => s.Key, s => s.Value.Select(v => v / Scale(s.Key)).ToArray()));
    }

    public static string UnitOf(string column) =>
        IsMoney(column) ? "yuan" : Known.TryGetValue(column, out var known) ? Indicators.ShownUnit(known) : "count";

    /// <summary>The Chinese name of a column; null: this build does not know it.</summary>
    public static string? ChineseOf(string column) =>
        Known.TryGetValue(column, out var known) ? Indicators.Chinese(known)
        : Names.MeasureOf(column) is { } id && MeasureCatalog.Default.Find($"{id}") is { } measure
            ? $"“{measure.Clause.Heading}”公共成本" : null;

    /// <summary>"over the run" or "in the last month".</summary>
    public static string SpanOf(string column) => IsFlow(column) ? "over the run" : "in the last month";

    public static bool IsFlow(string column) =>
        column.StartsWith(CostPrefix, StringComparison.Ordinal) || Known.TryGetValue(column, out var known) && Indicators.IsFlow(known);

    private static bool IsMoney(string column) =>
        column.StartsWith(CostPrefix, StringComparison.Ordinal) || Known.TryGetValue(column, out var known)
        && Indicators.IsMoney(known);

    private static double Scale(string column) =>
        Known.TryGetValue(column, out var known) ? Indicators.PerShownUnit(known) : IsMoney(column) ? Fen.PerYuan : 1;
}
