using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SimLab.App.Lab.Scenarios;
using SimLab.Engine.Experiments.Files;
using SimLab.Engine.Experiments.Kinds;
using SimLab.Engine.Scenarios;

namespace SimLab.App.Lab.Experiments;

/// <summary>A factor as entered in the form: texts, as in the file.</summary>
internal sealed class FactorDraft
{
    public string Name { get; set; } = "";
    public string Low { get; set; } = "";
    public string High { get; set; } = "";

    /// <summary>Comma-separated values, instead of a range.</summary>
    public string Values { get; set; } = "";

    public bool Log { get; set; }
    public bool Integer { get; set; }
}

/// <summary>An outcome as entered in the form.</summary>
internal sealed class OutcomeDraft
{
    public string Name { get; set; } = "";

    /// <summary>The quantity to read, if the name does not say it.</summary>
    public string Of { get; set; } = "";

    public string At { get; set; } = "";
    public string From { get; set; } = "";
    public string To { get; set; } = "";

    /// <summary>Comma-separated targets that must all be met.</summary>
    public string Met { get; set; } = "";
}

/// <summary>A goal or limit for an outcome.</summary>
internal sealed class WishDraft
{
    public string Outcome { get; set; } = "";

    /// <summary>For a goal: most or least; for a limit: atLeast, atMost, or empty for the scenario's target.</summary>
    public string Direction { get; set; } = "";

    public string Number { get; set; } = "";
}

/// <summary>
/// An experiment file being edited in its form: every value of the file in its field, valid or not. The reader of the
/// command line interprets the file from <see cref="Write"/>.
/// </summary>
internal sealed partial class ExperimentDraft
{
    public string Name { get; set; } = "";
    public string NameZh { get; set; } = "";
    public string Note { get; set; } = "";
    /// <summary>The note in Chinese.</summary>
    public string NoteZh { get; set; } = "";
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

    /// <summary>Settings of the kind with a word or a number; several words are separated by commas.</summary>
    public Dictionary<string, string> Settings { get; private init; } = [];

    /// <summary>Settings of the kind that name outcomes: goals, wants, subjectTo.</summary>
    public Dictionary<string, List<WishDraft>> Wishes { get; private init; } = [];

    /// <summary>The settings of the kind.</summary>
    public IEnumerable<Setting> KindSettings => ExperimentKindInfo.Find(Kind)?.Settings ?? [];

    /// <summary>A setting's value; empty: not set.</summary>
    public string SettingOf(Setting setting) => Settings.GetValueOrDefault(setting.Key, "");

    /// <summary>The editable list of outcomes in a setting.</summary>
    public List<WishDraft> WishesOf(Setting setting) => Wishes.TryGetValue(setting.Key, out var wishes) ? wishes : Wishes[setting.Key] = [];

    /// <summary>Former words in the file it was read from; <see cref="Write"/> uses the current ones.</summary>
    public ImmutableArray<FormerName> FormerNames { get; private init; } = [];

    /// <exception cref="ScenarioException">The text is not YAML, or repeats a key.</exception>
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
            NoteZh = Text(tree["noteZh"]),
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

    /// <summary>The draft as an experiment file, without empty values.</summary>
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
        Line("noteZh", NoteZh);
        Line("kind", Kind);
        if (Scenarios.Count == 1) Line("scenario", Scenarios[0]);
        else if (Scenarios.Count > 1) text.Append(CultureInfo.InvariantCulture, $"scenarios: {List(Scenarios)}\n");
        Line("last", Last);
        Line("replicates", Replicates);
        if (UntilOutcome.Length > 0) text.Append(
            CultureInfo.InvariantCulture,
            $"until: {Inline([("outcome", UntilOutcome), ("halfWidth", UntilHalfWidth), ("worlds", UntilWorlds)])}\n");
        Line("enterprises", Enterprises);
        Line("seed", Seed);
        foreach (var setting in KindSettings)
        {
            if (setting is GoalsSetting) Map(setting.Key, WishesOf(setting).Select(wish => $"{Scalar(wish.Outcome)}: {wish.Direction}"));
            else if (setting is WishesSetting) Map(
                setting.Key, WishesOf(setting)
                .Select(wish => $"{Scalar(wish.Outcome)}: {(wish.Direction.Length > 0 ? Inline([(wish.Direction, wish.Number)]) : "{}")}"));
            else if (setting is WordsSetting && SettingOf(setting).Length > 0) text.Append(
                CultureInfo.InvariantCulture, $"{setting.Key}: {List(Split(SettingOf(setting)))}\n");
            else Line(setting.Key, SettingOf(setting));
        }
        if (ExperimentKindInfo.Find(Kind) is { NeedsFactors: true } || Factors.Count > 0) Map("factors", Factors.Select(Written));
        Map("outcomes", Outcomes.Select(Written));
        return text.ToString();
    }

    /// <summary>The draft as a part of an address.</summary>
    public string ToLink() => PackedText.Pack(Write());

    private static string Written(FactorDraft factor) => factor.Values.Length > 0
        ? $"{Scalar(factor.Name)}: {{ values: {List(Split(factor.Values))} }}"
        : $"{Scalar(factor.Name)}: "
            + Inline([
                ("low", factor.Low), ("high", factor.High), ("log", factor.Log ? "true" : ""), ("integer", factor.Integer ? "true" : "")]);

    private static string Written(OutcomeDraft outcome) => outcome.Met.Length > 0
        ? $"{Scalar(outcome.Name)}: {{ met: {List(Split(outcome.Met))} }}"
        : $"{Scalar(outcome.Name)}: {Inline([("of", outcome.Of), ("at", outcome.At), ("from", outcome.From), ("to", outcome.To)])}";

    private static string Inline(IEnumerable<(string Key, string Value)> parts)
    {
        var given = parts.Where(part => part.Value.Trim().Length > 0).Select(part => $"{part.Key}: {Scalar(part.Value)}").ToList();
        return given.Count == 0 ? "{}" : $"{{ {string.Join(", ", given)} }}";
    }

    private static string List(IEnumerable<string> items) => $"[{string.Join(", ", items.Select(Scalar))}]";

    internal static IEnumerable<string> Split(string list) =>
        list.Split([',', ',', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Scalar(string text) =>
        Plain().IsMatch(text.Trim()) ? text.Trim()
        : ScenarioYaml.Quoted(
        string.Join(' ', text.Split((char[])['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));

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

    // A word that needs no quotes in YAML.
    [GeneratedRegex(@"^[\p{L}\p{N}./_%][\p{L}\p{N}./_%+-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
