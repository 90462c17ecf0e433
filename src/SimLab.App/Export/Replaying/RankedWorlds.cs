using SimLab.Engine.Recording;
using SimLab.Model.Messages;

namespace SimLab.App.Export.Replaying;

/// <summary>
/// The worlds a presenter can choose, ranked by the first target under the policy at its month; without such a target,
/// by high-tech enterprises at the end. Ties go by number. For an even count the median is the lower one.
/// </summary>
internal sealed record RankedWorlds(int Worst, int Median, int Best)
{
    public static async Task<RankedWorlds> Of(RunReader run, ReplayTables tables, int[] months, ShownTargets targets)
    {
        var lead = targets.Shown.FirstOrDefault(target => target.Month >= 0);
        var (figures, last) = (new ReplayFigures(tables, targets, whole: true), lead?.Month ?? months.Length - 1);
        long[][] counts = [.. tables.Places.All.Select(_ => new long[tables.Columns.Length * tables.Worlds])];
        // A target's window reaches back to the previous December at most.
        var january = last;
        while (january > 0 && months[january] % 100 != 1) january--;
        for (var month = Math.Max(0, january - 1); month <= last; month++)
        {
            await tables.Read(months[month], counts, null);
            figures.Take(counts[0], month, months[month] % 100);
        }
        var (replicates, figure) = (
            run.Manifest.Replicates, figures.All.IndexOf(lead?.Figure ?? Names.ColumnOf(Indicator.HighTech)));
        var policy = figures.Values.AsSpan(figure * tables.Worlds + (run.Manifest.Arms.Count - 1) * replicates, replicates).ToArray();
        int[] order = [.. Enumerable.Range(0, replicates).OrderBy(replicate => policy[replicate]).ThenBy(replicate => replicate)];
        return new(order[0], order[(replicates - 1) / 2], order[^1]);
    }
}
