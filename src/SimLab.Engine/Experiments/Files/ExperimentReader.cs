using System.Collections.Immutable;
using SimLab.Engine.Experiments.Kinds;
using SimLab.Engine.Scenarios;
using SimLab.Model;

namespace SimLab.Engine.Experiments.Files;

/// <summary>Turns the tree of an experiment file into an <see cref="Experiment"/>, and notes every error.</summary>
/// <param name="within">Full path of the folder that must contain the scenarios; null: any folder.</param>
/// <param name="elsewhere">
/// Path of a scenario stored outside it, by its name in the file; null: none of that name.
/// </param>
internal sealed class ExperimentReader(
    MapNode tree, string file, MeasureCatalog catalog, Problems problems, string? within = null, Func<string, string?>? elsewhere = null)
{
    internal const int FewestEnterprises = 500, MostEnterprises = 1_000_000, MostUntilWorlds = Laboratory.MostWorlds, PilotReplicates = 8;

    internal static readonly string[] Keys =
    [
        "name", "nameZh", "note", "noteZh", "kind", "scenario", "scenarios", "enterprises", "last", "replicates", "until", "seed",
            "factors", "outcomes",
    ];

    private readonly Values values = new(problems);

    /// <summary>Null: the noted problems leave nothing to read.</summary>
    public Experiment? Read()
    {
        if (Kind() is not { } kind) return null;
        foreach (var (key, _) in tree.Entries.Where(e => !Keys.Contains(e.Key.Value) && kind.Settings.All(s => s.Key != e.Key.Value)))
            problems.Add(key.Position, Unknown(key.Value, kind));
        var name = Required("name") is { } given ? values.Text("name", given) : null;
        var scenarios = Scenarios(kind);
        if (scenarios.IsEmpty) return null;

        var frame = scenarios[0];
        var last = Last(frame);
        var seed = tree["seed"] is { } s ? values.Seed(s) : frame.Seed;
        var outcomes = tree["outcomes"] is { } o ? new OutcomeReader(values, problems, frame, last)
            .Read(values.Map("outcomes", o)) : OutcomeReader.Default(frame, last);
        var settings = Settings(kind, new(values, problems, frame, outcomes));
        var factors = Factors(kind, frame, last);
        var until = tree["until"] is { } u ? Until(u, outcomes) : null;
        var replicates = tree["replicates"] is { } r ? values.Whole("replicates", r, 1, ScenarioReader.MostReplicates)
            : until is null ? frame.Replicates : PilotReplicates;
        var enterprises = tree["enterprises"] is { } e ? values.Whole("enterprises", e, FewestEnterprises, MostEnterprises) : null;
        if (kind == Attribution.Form && frame.Measures.IsEmpty)
            problems.Add(
                (tree["scenario"] ?? tree).Position,
                $"\"{frame.Said}\" has no measures, so there is nothing to share out. Name a scenario with measures.");
        if (outcomes.IsEmpty && tree["outcomes"] is null) problems.Add(
            tree.Position, $"no outcome can be read: \"{frame.Said}\" has no target due by {last}. Name some under outcomes.");
        if (name is null || seed is null || replicates is null) return null;
        var experiment = new Experiment
        {
            Name = name,
            NameZh = tree["nameZh"] is { } nameZh ? values.Text("nameZh", nameZh) : null,
            Note = tree["note"] is { } note ? values.Text("note", note, severalLines: true) : null,
            NoteZh = tree["noteZh"] is { } noteZh ? values.Text("noteZh", noteZh, severalLines: true) : null,
            File = file,
            Kind = kind.Read(settings),
            Scenarios = Named(scenarios),
            Enterprises = enterprises,
            Last = last,
            Replicates = replicates.Value,
            Until = until,
            Seed = seed.Value,
            Factors = factors,
            Outcomes = outcomes,
        };
        foreach (var (key, sentence) in experiment.Kind.Complaints(experiment)) problems.Add(
            tree[key]?.Position ?? new(file, 1, 1), sentence);
        return experiment.Kind.Completed(experiment);
    }

    /// <summary>Distinguishes scenarios of the same name by their files.</summary>
    public static ImmutableArray<Scenario> Named(ImmutableArray<Scenario> scenarios) =>
    [
        .. scenarios.Select((scenario, i) => scenarios.Count(s => s.Name == scenario.Name) == 1 ? scenario
            : scenario with { Name = $"{scenario.Name} ({NameOfFile(scenarios, i)})" }),
    ];

    // With its number in the list where another of that name has a file of the same name.
    private static string NameOfFile(ImmutableArray<Scenario> scenarios, int at)
    {
        var file = Path.GetFileName(scenarios[at].File);
        var alike = scenarios.Count(other => other.Name == scenarios[at].Name && Path.GetFileName(other.File) == file);
        return alike > 1 ? $"{file} {at + 1}" : $"{file}";
    }

    /// <summary>Why scenarios cannot share random draws; null: they can.</summary>
    public static Sentence? Unlike(ImmutableArray<Scenario> scenarios)
    {
        var first = scenarios[0];
        foreach (var other in scenarios.Skip(1))
        {
            if (other.Start != first.Start) return $"\"{first.Said}\" begins in {first.Start} and \"{other.Said}\" in {other.Start}; "
                + $"only scenarios that begin in the same month can share their luck. Change start in one of them.";
            if (other.Population != first.Population) return $"\"{first.Said}\" has the population {Position.Shown(first.Population)} "
                + $"and \"{other.Said}\" {Position.Shown(other.Population)}; only scenarios with the same firms can be compared firm "
                + $"by firm. Change population in one of them.";
        }
        return null;
    }

    private ExperimentKindInfo? Kind()
    {
        string[] kinds = [.. ExperimentKindInfo.All.Select(k => k.Name)];
        if (Required("kind") is not { } node || values.Text("kind", node) is not { } name) return null;
        if (ExperimentKindInfo.Find(name) is { } kind) return kind;
        problems.Add(
            node.Position, $"there is no kind of experiment {NearestWord.Quoted(name)}.{NearestWord.Instead(name, $"kinds", kinds)}");
        return null;
    }

    private static Sentence Unknown(string key, ExperimentKindInfo kind)
    {
        var elsewhere = ExperimentKindInfo.All.Where(k => k.Settings.Any(s => s.Key == key)).Select(k => k.Word).ToList();
        return elsewhere.Count > 0
            ? Sentence.Of($"{key} has no meaning for kind {kind.Word}, only for {WordList.Both(elsewhere)}. Remove it, or change the kind.")
            : $"there is no key "
                + $"{NearestWord.Quoted(key)}.{NearestWord.Instead(key, $"keys", [.. Keys, .. kind.Settings.Select(s => s.Key)])}";
    }

    private SettingValues Settings(ExperimentKindInfo kind, SettingContext at)
    {
        var given = new Dictionary<string, object>();
        foreach (var setting in kind.Settings)
            if (tree[setting.Key] is { } node && setting.Read(at, node) is { } value) given.Add(setting.Key, value);
        return new(given);
    }

    private ImmutableArray<Scenario> Scenarios(ExperimentKindInfo kind)
    {
        if (tree["scenario"] is { } both && tree["scenarios"] is not null)
            problems.Add(both.Position, $"scenario and scenarios both stand here. Keep one of them.");
        var named = tree["scenarios"] ?? tree["scenario"];
        Node[] nodes = named is ListNode list ? [.. list.Items] : named is null ? [] : [named];
        if (nodes.Length == 0) problems.Add(
            named?.Position ?? new(file, 1, 1),
            $"scenario is missing. Add \"scenario: ../gansu-2023.yaml\", the file whose firms, months and measures the experiment starts "
            + $"from.");
        if (nodes.Length > 1 && !kind.SeveralScenarios) problems.Add(
            named!.Position, $"{nodes.Length} scenarios stand here; kind {kind.Word} works on one. Keep one, or compare them first.");
        var scenarios = nodes.Select(Scenario).ToList();
        if (scenarios.Contains(null) || scenarios.Count == 0) return [];
        ImmutableArray<Scenario> read = [.. scenarios.OfType<Scenario>()];
        if (kind.SeveralScenarios && read is [{ Baseline: not null } alone]) return [alone.Arms[1], alone];
        if (kind.SeveralScenarios && read.Length == 1) problems.Add(
            named!.Position, $"\"{read[0].Said}\" names no baseline to be compared with. List a second file under scenarios.");
        if (Unlike(read) is { } unlike) problems.Add(named!.Position, unlike);
        return read;
    }

    private Scenario? Scenario(Node node)
    {
        if (values.Text("scenario", node) is not { } named) return null;
        var apart = elsewhere?.Invoke(named);
        var path = apart ?? Layers.Resolve((TextNode)node, problems);
        if (within is not null && apart is null && !ScenarioFile.IsWithin(within, path))
        {
            problems.Add(node.Position, $"{NearestWord.Quoted(named)} lies outside the folder of scenarios. Name a file of that folder.");
            return null;
        }
        if (!File.Exists(path))
        {
            TextFile.NoteMissing(path, node.Position, problems);
            return null;
        }
        try
        {
            var scenario = ScenarioFile.Read(path, catalog);
            problems.Note(scenario.FormerNames);
            return scenario;
        }
        catch (ScenarioException mistakes)
        {
            problems.Add(mistakes);
            return null;
        }
    }

    private Month Last(Scenario frame)
    {
        if (tree["last"] is not { } node || values.Month("last", node) is not { } last) return frame.LastMonth;
        if (last >= frame.Start && last - frame.Start < ScenarioReader.MostMonths) return last;
        problems.Add(
            node.Position,
            $"last is {last}, but the run begins in {frame.Start} and may have {ScenarioReader.MostMonths} months. Write a month from "
            + $"{frame.Start} to {frame.Start + (ScenarioReader.MostMonths - 1)}.");
        return frame.LastMonth;
    }

    private ImmutableArray<ExperimentFactor> Factors(ExperimentKindInfo kind, Scenario frame, Month last)
    {
        var node = tree["factors"];
        var factors = new FactorReader(values, problems, catalog, frame, last).Read(values.Map("factors", node));
        if (kind.NeedsFactors && factors.IsEmpty && (node is null or TextNode { Value: "" } || node is MapNode { Entries.IsEmpty: true }))
            problems.Add(
                node?.Position ?? new(file, 1, 1),
                $"kind {kind.Word} needs factors to vary, such as \"factors: {{ CultivateSpecialisedSmes.provincialReward: {{ low: 0, "
                + $"high: 1000000 }} }}\".");
        if (!kind.NeedsFactors && node is not null)
            problems.Add(node.Position, $"factors have no meaning for kind {kind.Word}. Remove them, or change the kind.");
        return factors;
    }

    private Until? Until(Node node, ImmutableArray<ExperimentOutcome> outcomes)
    {
        string[] keys = ["outcome", "halfWidth", "worlds"];
        var map = values.Map("until", node);
        foreach (var (key, _) in map.Entries.Where(e => !keys.Contains(e.Key.Value)))
            problems.Add(
                key.Position, $"there is no key {NearestWord.Quoted(key.Value)} in until.{NearestWord.Instead(key.Value, $"keys", keys)}");
        foreach (var key in keys.Where(key => map[key] is null))
            problems.Add(
                node.Position,
                $"until has no {key}. Write it as {{ outcome: high_tech_enterprises, halfWidth: 5, worlds: 2000 }}: run until its 95 % "
                + $"interval is ± 5 or 2000 worlds are simulated.");
        if (map["outcome"] is not { } o || map["halfWidth"] is not { } h || map["worlds"] is not { } w) return null;
        var named = values.Text("until.outcome", o);
        var outcome = outcomes.Select(x => x.Name).ToList().IndexOf(named ?? "");
        if (named is not null && outcome < 0)
            problems.Add(
                o.Position, $"until.outcome is {NearestWord.Quoted(named)}, which is not among the "
                + $"outcomes.{NearestWord.Instead(named, $"outcomes", [.. outcomes.Select(x => x.Name)])}");
        var half = outcome >= 0 ? values.Number("until.halfWidth", h, outcomes[outcome].Unit) : null;
        if (half <= 0) problems.Add(
            h.Position,
            $"until.halfWidth is {NearestWord.Number(half.Value)}. Write a number above 0, in {Term.Unit(outcomes[outcome].Unit)}.");
        var worlds = values.Whole("until.worlds", w, 2, MostUntilWorlds);
        return outcome >= 0 && half > 0 && worlds is { } budget ? new(outcome, half.Value, budget) : null;
    }

    private Node? Required(string key)
    {
        if (tree[key] is { } node) return node;
        problems.Add(
            new(file, 1, 1),
            key == "kind"
            ? Sentence.Of(
                $"kind is missing. Add \"kind: {ExperimentKindInfo.All[0].Name}\"; the kinds are: "
                + $"{ExperimentKindInfo.All.Select(k => k.Name)}.")
            : $"{key} is missing. Add \"{key}: …\".");
        return null;
    }
}
