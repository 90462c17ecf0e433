using System.Collections.Immutable;
using SimLab.Model;
using SimLab.Model.Messages;

namespace SimLab.App.Export.Tables;

/// <summary>
/// Movements of firms between statuses that events.parquet tells one by one and series.parquet does not count. An innovative
/// firm that renews its title earns it again.
/// </summary>
internal static class FirmFlows
{
    /// <summary>What is counted, by event and title.</summary>
    public static ImmutableArray<(string Name, EventKind Kind, string Which)> Kinds { get; } =
    [
        ("innovativeUp", EventKind.TitleEarned, nameof(Title.Innovative)), ("innovativeDown", EventKind.TitleLost, nameof(Title.Innovative)),
        ("specialisedDown", EventKind.TitleLost, nameof(Title.Specialised)), ("giantDown", EventKind.TitleLost, nameof(Title.LittleGiant)),
        ("aboveDown", EventKind.LeftAboveScale, ""),
    ];

    private static readonly Dictionary<(string Kind, string Which), int> Index = Kinds.Index().ToDictionary(kind => ($"{kind.Item.Kind}", kind.Item.Which), kind => kind.Index);

    /// <summary>Place in <see cref="Kinds"/> of an event as events.parquet has it; null: it is not counted.</summary>
    public static int? KindOf(string kind, string which) => Index.TryGetValue((kind, which), out var found) ? found : null;
}
