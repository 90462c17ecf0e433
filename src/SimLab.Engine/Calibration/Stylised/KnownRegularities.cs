using System.Collections.Immutable;
using SimLab.Engine.RuleQueries;
using SimLab.Engine.Scenarios;
using SimLab.Model;

namespace SimLab.Engine.Calibration.Stylised;

/// <summary>A regularity of the firms of a province, as published for that province.</summary>
/// <param name="Low">Lower end, a share.</param>
/// <param name="High">Upper end, a share; as the lower one where one number was published.</param>
/// <param name="Source">Publication.</param>
/// <param name="Tag">How it was obtained.</param>
/// <param name="Note">What else must be known of the comparison; empty: nothing.</param>
public sealed record KnownRegularity(double Low, double High, string Source, Confidence Tag, string Note);

/// <summary>
/// What is known of the firms of a province that is no total of a month: the file beside its calibrations, such as
/// <c>specialised_with_loan: { low: 68.6 %, high: 68.6 %, tag: published, source: … }</c>.
/// </summary>
public sealed class KnownRegularities
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "stylised.yaml";

    /// <summary>Regularities that depend on the province, by their key in the file.</summary>
    public const string ExitRate = "exit_rate", JobsGrowth = "jobs_growth", LoanRate = "loan_rate";

    private static readonly string[] Keys = [ExitRate, JobsGrowth, LoanRate, .. Enum.GetValues<Title>().Select(WithLoan)];
    private static readonly string[] Parts = ["low", "high", "tag", "source", "note"];
    private static readonly string[] Tags = [.. Enum.GetNames<Confidence>().Select(name => name.ToLowerInvariant())];

    /// <summary>Nothing is known.</summary>
    public static KnownRegularities None { get; } = new();

    private ImmutableDictionary<string, KnownRegularity> All { get; init; } = ImmutableDictionary<string, KnownRegularity>.Empty;

    /// <summary>The regularity of that key; null: it is not known for the province.</summary>
    public KnownRegularity? this[string key] => All.GetValueOrDefault(key);

    /// <summary>Key of the share of a title's holders, large firms left out, that have a loan: <c>specialised_with_loan</c>.</summary>
    public static string WithLoan(Title title) => $"{Wording.Snake(title)}_with_loan";

    /// <summary>What is known beside a calibration.</summary>
    /// <param name="calibration">Path of the calibration; without the file in its folder nothing is known.</param>
    /// <exception cref="ScenarioException">The file has errors.</exception>
    public static KnownRegularities Beside(string calibration)
    {
        var file = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(calibration))!, FileName);
        if (!File.Exists(file)) return None;
        var problems = new Problems();
        var tree = YamlTree.Read(TextFile.Read(file, null, problems), file, problems);
        var values = new Values(problems);
        var read = new Dictionary<string, KnownRegularity>();
        foreach (var (key, node) in tree.Entries)
            if (!Keys.Contains(key.Value))
                problems.Add(
                    key.Position,
                    $"there is no regularity {NearestWord.Quoted(key.Value)}.{NearestWord.Instead(key.Value, $"regularities", Keys)}");
            else if (One(key, values.Map(key.Value, node), values, problems) is { } one) read.Add(key.Value, one);
        problems.ThrowIfAny();
        return new() { All = read.ToImmutableDictionary() };
    }

    private static KnownRegularity? One(TextNode key, MapNode map, Values values, Problems problems)
    {
        foreach (var (part, _) in map.Entries.Where(e => !Parts.Contains(e.Key.Value)))
            problems.Add(
                part.Position,
                $"there is no key {NearestWord.Quoted(part.Value)} in {key.Value}.{NearestWord.Instead(part.Value, $"keys", Parts)}");
        foreach (var part in Parts[..^1].Where(part => map[part] is null))
            problems.Add(key.Position, $"{key.Value} has no {part}. Add \"{part}: …\".");
        if (Parts[..^1].Any(part => map[part] is null)) return null;
        var low = values.Number($"{key.Value}.low", map["low"]!, "share");
        var high = values.Number($"{key.Value}.high", map["high"]!, "share");
        if (low > high) problems.Add(
            map["low"]!.Position, $"{key.Value} is no interval: low and high must not decrease.");
        var source = values.Text($"{key.Value}.source", map["source"]!);
        var note = map["note"] is { } remark ? values.Text($"{key.Value}.note", remark) : "";
        if (map["tag"] is not TextNode { Value: var tag } || !Tags.Contains(tag))
        {
            problems.Add(
                map["tag"]!.Position, $"{key.Value}.tag is {Values.Found(map["tag"]!)}. The tags are: {string.Join(", ", Tags)}.");
            return null;
        }
        return low is null || high is null || source is null || note is null ? null
            : new(low.Value, high.Value, source, Enum.Parse<Confidence>(tag, ignoreCase: true), note);
    }
}
