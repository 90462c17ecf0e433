using System.Collections.Immutable;
using SimLab.Model;
using SimLab.Model.Messages;

namespace SimLab.App.Export.Tables;

/// <summary>
/// Title flows of firms, counted from events.parquet since series.parquet lacks them. An innovative firm that renews
/// its title earns it again.
/// </summary>
internal static class FirmFlows
{
    /// <summary>The flows counted, by event and title.</summary>
    public static ImmutableArray<(string Name, EventKind Kind, string Which)> Kinds { get; } =
    [
        ("innovativeUp", EventKind.TitleEarned, nameof(Title.Innovative)),
            ("innovativeDown", EventKind.TitleLost, nameof(Title.Innovative)),
        ("specialisedDown", EventKind.TitleLost, nameof(Title.Specialised)), ("giantDown", EventKind.TitleLost, nameof(Title.LittleGiant)),
        ("aboveDown", EventKind.LeftAboveScale, ""),
    ];

    private static readonly Dictionary<(string Kind, string Which),
        int> Index = Kinds.Index().ToDictionary(kind => ($"{kind.Item.Kind}", kind.Item.Which), kind => kind.Index);

    /// <summary>Index in <see cref="Kinds"/> of an event of events.parquet; null: not counted.</summary>
    public static int? KindOf(string kind, string which) => Index.TryGetValue((kind, which), out var found) ? found : null;
}
