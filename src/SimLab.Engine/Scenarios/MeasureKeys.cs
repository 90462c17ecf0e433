using System.Collections.Immutable;
using SimLab.Model.Policies;

namespace SimLab.Engine.Scenarios;

/// <summary>
/// The ways to write a measure: by name (<c>CultivateSpecialisedSmes</c>) and, with its document, by clause
/// (<c>gansu-2023/09</c>) or by name in either spelling (<c>gansu-2023/cultivate-specialised-smes</c>). Its key is the
/// name or, where another document has a measure of that name, the clause with its document.
/// </summary>
internal static class MeasureKeys
{
    /// <summary>Whether the text names the measure.</summary>
    public static bool Names(string written, MeasureId id, string name) => written.Split('/') switch
    {
        [var alone] => alone == name,
        [var document, var part] when document == id.Document => part == name || part == Spelling.Hyphenated(name)
            || MeasureId.TryParse(written, out var asked) && asked == id,
        _ => false,
    };

    /// <summary>
    /// The scenario file with its measures by key, so that layers which write a measure differently mean the same.
    /// Unknown words stay as written.
    /// </summary>
    public static MapNode Normal(MapNode file, MeasureCatalog catalog, Problems problems) => file with
    {
        Entries =
        [
            .. file.Entries.Select(entry => KeyValuePair.Create(entry.Key, (entry.Key.Value, entry.Value) switch
            {
                ("measures", MapNode measures) => Keyed(measures, catalog, problems),
                ("changes", MapNode months) => months with
                {
                    Entries = [.. months.Entries.Select(month => KeyValuePair.Create(
                        month.Key, month.Value is MapNode measures ? Keyed(measures, catalog, problems) : month.Value))],
                },
                _ => entry.Value,
            })),
        ],
    };

    private static MapNode Keyed(MapNode measures, MeasureCatalog catalog, Problems problems)
    {
        var keyed = ImmutableArray.CreateBuilder<KeyValuePair<TextNode, Node>>();
        var written = new Dictionary<string, TextNode>();
        foreach (var (name, node) in measures.Entries)
        {
            var key = catalog.Find(name.Value)?.Key ?? name.Value;
            if (written.TryGetValue(key, out var other))
            {
                problems.Add(
                    name.Position, $"{NearestWord.Quoted(name.Value)} is the measure {NearestWord.Quoted(other.Value)} of line "
                    + $"{other.Position.Line}. Keep one of them.");
                continue;
            }
            written.Add(key, name);
            keyed.Add(new(name with { Value = key }, node));
        }
        return measures with { Entries = keyed.ToImmutable() };
    }
}
