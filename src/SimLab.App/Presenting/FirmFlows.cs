using System.Collections.Immutable;
using SimLab.Engine.Recording;
using SimLab.Model;
using SimLab.Model.Papers;

namespace SimLab.App.Presenting;

/// <summary>
/// Firms that moved between statuses in a month of a world, from events.parquet. Each event is a simulated firm; it counts
/// with the firm's weight from enterprises.parquet, and firms that no panel knows count once. Only what series.parquet does
/// not count is counted here. An innovative firm that renews its title earns it again.
/// </summary>
internal sealed class FirmFlows
{
    /// <summary>What is counted, by event and title.</summary>
    public static ImmutableArray<(string Name, EventKind Kind, string Which)> Kinds { get; } =
    [
        ("innovativeUp", EventKind.TitleEarned, nameof(Title.Innovative)), ("innovativeDown", EventKind.TitleLost, nameof(Title.Innovative)),
        ("specialisedDown", EventKind.TitleLost, nameof(Title.Specialised)), ("giantDown", EventKind.TitleLost, nameof(Title.LittleGiant)),
        ("aboveDown", EventKind.LeftAboveScale, ""),
    ];

    /// <summary>By kind; then world and month, see <see cref="ShownRun.Place"/>.</summary>
    public required long[][] Counts { get; init; }

    public static async Task<FirmFlows> Read(ShownRun run)
    {
        var weights = await Weights(run.Run);
        long[][] counts = [.. Kinds.Select(_ => new long[run.Worlds * run.Months.Length])];
        var kindOf = Kinds.Index().ToDictionary(kind => (Kind: $"{kind.Item.Kind}", kind.Item.Which), kind => kind.Index);
        await foreach (var part in run.Run.Read(RunFolder.Events))
        {
            var places = await run.WorldMonths(part, RunFolder.Events);
            var (kinds, which, enterprises) = (await part.Texts("kind"), await part.Texts("which"), await part.Numbers<int>("enterprise"));
            for (var row = 0; row < places.Length; row++)
                if (kindOf.TryGetValue((kinds[row], which[row]), out var kind)) counts[kind][places[row]] += weights.GetValueOrDefault(enterprises[row], 1);
        }
        return new() { Counts = counts };
    }

    private static async Task<Dictionary<int, int>> Weights(RunReader run)
    {
        var weights = new Dictionary<int, int>();
        await foreach (var part in run.Read(RunFolder.Enterprises))
        {
            var (enterprises, weight) = (await part.Numbers<int>("enterprise"), await part.Numbers<int>("weight"));
            for (var row = 0; row < enterprises.Length; row++) weights[enterprises[row]] = weight[row];
        }
        return weights;
    }
}
