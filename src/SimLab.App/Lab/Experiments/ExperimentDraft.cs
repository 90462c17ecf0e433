using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SimLab.App.Lab.Scenarios;
using SimLab.Engine.Experiments.Files;
using SimLab.Engine.Experiments.Kinds;
using SimLab.Engine.Scenarios;

namespace SimLab.App.Lab.Experiments;

/// <summary>What is varied, as it stands in the form: texts, as in the file.</summary>
internal sealed class FactorDraft
{
    public string Name { get; set; } = "";
    public string Low { get; set; } = "";
    public string High { get; set; } = "";

    /// <summary>Values with commas between them; then there is no range.</summary>
    public string Values { get; set; } = "";

    public bool Log { get; set; }
    public bool Integer { get; set; }
}

/// <summary>What is read, as it stands in the form.</summary>
internal sealed class OutcomeDraft
{
    public string Name { get; set; } = "";

    /// <summary>What is read when the name does not say it.</summary>
    public string Of { get; set; } = "";

    public string At { get; set; } = "";
    public string From { get; set; } = "";
    public string To { get; set; } = "";

    /// <summary>Targets that must all be met, with commas between them.</summary>
    public string Met { get; set; } = "";
}

/// <summary>What is wanted of an outcome: a goal, or a limit.</summary>
internal sealed class WishDraft
{
    public string Outcome { get; set; } = "";

    /// <summary>most or least of a goal; atLeast, atMost or blank (the scenario's target) of a limit.</summary>
    public string Direction { get; set; } = "";

    public string Number { get; set; } = "";
}

/// <summary>
/// An experiment file while somebody fills in its form: every word of the file in the box it belongs to, right or wrong. What the file
/// means is read from <see cref="Write"/>, by the reader that the command line has.
/// </summary>
internal sealed partial class ExperimentDraft
{
    public string Name { get; set; } = "";
    public string NameZh { get; set; } = "";
    public string Note { get; set; } = "";
    public string Kind { get; set; } = "";
    public List<string> Scenarios { get; private init; } = [];
    public string Last { get; set; } = "";
    public string Replicates { get; set; } = "";
    public string Enterprises { get; set; } = "";
    public string Seed { get; set; } = "";
    public string UntilOutcome { get; set; } = "";
    public string UntilHalfWidth { get; set; } = "";
    public string UntilWorlds { get; set; } = "";
    public List<FactorDraft> Factors { get; private init; } = [];
    public List<OutcomeDraft> Outcomes { get; private init; } = [];

    /// <summary>Settings of the kind that are a word or a number; several words have commas between them.</summary>
    public Dictionary<string, string> Settings { get; private init; } = [];

    /// <summary>Settings of the kind that name outcomes: goals, wants, subjectTo.</summary>
    public Dictionary<string, List<WishDraft>> Wishes { get; private init; } = [];

    /// <summary>The settings that the kind has.</summary>
    public IEnumerable<Setting> KindSettings => ExperimentKindInfo.Find(Kind)?.Settings ?? [];

    public string SettingOf(Setting setting) => Settings.GetValueOrDefault(setting.Key, "");

    public List<WishDraft> WishesOf(Setting setting) => Wishes.TryGetValue(setting.Key, out var wishes) ? wishes : Wishes[setting.Key] = [];

    /// <summary>Former words of the file it was read from; it writes today's.</summary>
    public ImmutableArray<FormerName> FormerNames { get; private init; } = [];

    /// <exception cref="ScenarioException">This is no YAML, or a key stands in it twice.</exception>
    public static ExperimentDraft Read(string yaml)
    {
        var problems = new Problems();
        const string file = "my-experiment.yaml";
        var tree = YamlTree.Read(TextFile.Plain(yaml, file, problems), file, problems, ExperimentFile.Wanted);
        problems.ThrowIfAny();
        var until = tree["until"] as MapNode;
        var draft = new ExperimentDraft
        {
            Name = Text(tree["name"]),
            NameZh = Text(tree["nameZh"]),
            Note = Text(tree["note"]),
            Kind = Text(tree["kind"]),
            Scenarios = [.. Texts(tree["scenarios"] ?? tree["scenario"])],
            Last = Text(tree["last"]),
            Replicates = Text(tree["replicates"]),
            Enterprises = Text(tree["enterprises"]),
            Seed = Text(tree["seed"]),
            UntilOutcome = Text(until?["outcome"]),
            UntilHalfWidth = Text(until?["halfWidth"]),
            UntilWorlds = Text(until?["worlds"]),
            Factors = [.. Entries(tree["factors"]).Select(ReadFactor)],
            Outcomes = [.. Entries(tree["outcomes"]).Select(ReadOutcome)],
            FormerNames = problems.FormerNames,
        };
        foreach (var setting in ExperimentKindInfo.All.SelectMany(kind => kind.Settings).DistinctBy(setting => setting.Key))
            if (tree[setting.Key] is MapNode map) draft.Wishes[setting.Key] = [.. map.Entries.Select(ReadWish)];
            else if (tree[setting.Key] is { } node) draft.Settings[setting.Key] = string.Join(", ", Texts(node));
        return draft;
    }

    /// <summary>The file. What is left blank is left out.</summary>
    public string Write()
    {
        var text = new StringBuilder();
        void Line(string key, string value)
        {
            if (value.Trim().Length > 0) text.Append(CultureInfo.InvariantCulture, $"{key}: {Scalar(value)}\n");
        }
        void Map(string key, IEnumerable<string> lines)
        {
            if (lines.ToList() is { Count: > 0 } all) text.Append(key).Append(":\n").AppendJoin("", all.Select(line => $"  {line}\n"));
        }
        Line("name", Name);
        Line("nameZh", NameZh);
        Line("note", Note);
        Line("kind", Kind);
        if (Scenarios.Count == 1) Line("scenario", Scenarios[0]);
        else if (Scenarios.Count > 1) text.Append(CultureInfo.InvariantCulture, $"scenarios: {List(Scenarios)}\n");
        Line("last", Last);
        Line("replicates", Replicates);
        if (UntilOutcome.Length > 0) text.Append(CultureInfo.InvariantCulture, $"until: {Inline([("outcome", UntilOutcome), ("halfWidth", UntilHalfWidth), ("worlds", UntilWorlds)])}\n");
        Line("enterprises", Enterprises);
        Line("seed", Seed);
        foreach (var setting in KindSettings)
        {
            if (setting is GoalsSetting) Map(setting.Key, WishesOf(setting).Select(wish => $"{Scalar(wish.Outcome)}: {wish.Direction}"));
            else if (setting is WishesSetting) Map(setting.Key, WishesOf(setting).Select(wish => $"{Scalar(wish.Outcome)}: {(wish.Direction.Length > 0 ? Inline([(wish.Direction, wish.Number)]) : "{}")}"));
            else if (setting is WordsSetting && SettingOf(setting).Length > 0) text.Append(CultureInfo.InvariantCulture, $"{setting.Key}: {List(Split(SettingOf(setting)))}\n");
            else Line(setting.Key, SettingOf(setting));
        }
        if (ExperimentKindInfo.Find(Kind) is { NeedsFactors: true } || Factors.Count > 0) Map("factors", Factors.Select(Written));
        Map("outcomes", Outcomes.Select(Written));
        return text.ToString();
    }

    public string ToLink() => PackedText.Pack(Write());

    private static string Written(FactorDraft factor) => factor.Values.Length > 0
        ? $"{Scalar(factor.Name)}: {{ values: {List(Split(factor.Values))} }}"
        : $"{Scalar(factor.Name)}: {Inline([("low", factor.Low), ("high", factor.High), ("log", factor.Log ? "true" : ""), ("integer", factor.Integer ? "true" : "")])}";

    private static string Written(OutcomeDraft outcome) => outcome.Met.Length > 0
        ? $"{Scalar(outcome.Name)}: {{ met: {List(Split(outcome.Met))} }}"
        : $"{Scalar(outcome.Name)}: {Inline([("of", outcome.Of), ("at", outcome.At), ("from", outcome.From), ("to", outcome.To)])}";

    private static string Inline(IEnumerable<(string Key, string Value)> parts)
    {
        var given = parts.Where(part => part.Value.Trim().Length > 0).Select(part => $"{part.Key}: {Scalar(part.Value)}").ToList();
        return given.Count == 0 ? "{}" : $"{{ {string.Join(", ", given)} }}";
    }

    private static string List(IEnumerable<string> items) => $"[{string.Join(", ", items.Select(Scalar))}]";

    internal static IEnumerable<string> Split(string list) => list.Split([',', ',', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Scalar(string text) => Plain().IsMatch(text.Trim()) ? text.Trim() : ScenarioYaml.Quoted(string.Join(' ', text.Split((char[])['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));

    private static FactorDraft ReadFactor(KeyValuePair<TextNode, Node> entry) => entry.Value is not MapNode map
        ? new() { Name = entry.Key.Value, Values = string.Join(", ", Texts(entry.Value)) }
        : new()
        {
            Name = entry.Key.Value,
            Low = Text(map["low"]),
            High = Text(map["high"]),
            Values = string.Join(", ", Texts(map["values"])),
            Log = Text(map["log"]) == "true",
            Integer = Text(map["integer"]) == "true",
        };

    private static OutcomeDraft ReadOutcome(KeyValuePair<TextNode, Node> entry)
    {
        var map = entry.Value as MapNode;
        return new()
        {
            Name = entry.Key.Value,
            Of = Text(map?["of"]),
            At = Text(map?["at"]),
            From = Text(map?["from"]),
            To = Text(map?["to"]),
            Met = string.Join(", ", Texts(map?["met"])),
        };
    }

    private static WishDraft ReadWish(KeyValuePair<TextNode, Node> entry) => entry.Value switch
    {
        TextNode { Value: var direction } => new() { Outcome = entry.Key.Value, Direction = direction },
        MapNode { Entries: [var (key, number), ..] } => new() { Outcome = entry.Key.Value, Direction = key.Value, Number = Text(number) },
        _ => new() { Outcome = entry.Key.Value },
    };

    private static ImmutableArray<KeyValuePair<TextNode, Node>> Entries(Node? node) => node is MapNode map ? map.Entries : [];

    private static string Text(Node? node) => node is TextNode text ? text.Value : "";

    private static IEnumerable<string> Texts(Node? node) => node switch
    {
        ListNode list => list.Items.Select(Text),
        TextNode { Value.Length: > 0 } text => [text.Value],
        _ => [],
    };

    // A word that YAML reads as it stands.
    [GeneratedRegex(@"^[\p{L}\p{N}./_%][\p{L}\p{N}./_%+-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
