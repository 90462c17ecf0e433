using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Policies;

namespace SimLab.Engine.Scenarios;

/// <summary>A scenario as text: complete, for its content address, or as differences, for people.</summary>
public static class ScenarioText
{
    private static readonly JsonSerializerOptions Readable = new()
    { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// JSON of everything in the scenario that determines its result, with every number spelled out, in a stable order.
    /// Omits file paths, notes and sources, and the content of the population, which has its own hash.
    /// </summary>
    public static string Canonical(Scenario scenario)
    {
        var whole = new JsonObject
        {
            ["start"] = scenario.Start.ToString(),
            ["months"] = scenario.Months,
            ["replicates"] = scenario.Replicates,
            ["seed"] = scenario.Seed,
            ["macro"] = Numbers(scenario.Macro),
            ["behaviour"] = Numbers(scenario.Behaviour),
            ["targets"] = new JsonArray([.. scenario.Targets.OrderBy(t => t.Id, StringComparer.Ordinal).Select(TargetJson)]),
            ["arms"] = new JsonArray([.. scenario.Arms.Select(ArmJson)]),
        };
        return whole.ToJsonString(Readable) + "\n";
    }

    /// <summary>
    /// The inputs of the simulation of the scenario's own arm, population aside: two scenarios with the same text
    /// simulate the same months, whatever their names and baselines.
    /// </summary>
    public static string SimulatedInputs(Scenario scenario) =>
        $"{scenario.Start} {scenario.Months} {scenario.Replicates} "
            + $"{scenario.Seed}\n{OfArm(scenario.Measures, scenario.Later, scenario.Behaviour, scenario.Macro)}";

    /// <summary>JSON of the inputs specific to one arm of a run, every number spelled out, on one line.</summary>
    public static string OfArm(IEnumerable<Measure> measures, ImmutableArray<Phase> later, BehaviouralParameters behaviour, Macro macro)
    {
        var arm = new JsonObject
        {
            ["measures"] = new JsonArray([.. measures.Select(MeasureJson)]),
            ["behaviour"] = Numbers(behaviour),
            ["macro"] = Numbers(macro),
        };
        if (!later.IsEmpty) arm["changes"] = PhasesJson(later);
        return arm.ToJsonString();
    }

    /// <summary>One sentence for each difference of the policy from the baseline; none if they are the same.</summary>
    public static ImmutableArray<Sentence> Difference(Scenario policy, Scenario baseline) =>
    [
        .. Frame(policy, baseline),
        .. Turned("macro", policy.Macro, baseline.Macro),
        .. Turned("behaviour", policy.Behaviour, baseline.Behaviour),
        .. policy.Measures.SelectMany(m => baseline.Measures.FirstOrDefault(m.IsSameAs) is { } other
            ? Changed(m, other)
            : [$"{m.Name} is on {When(m)}.",
                .. m.FinancedBy is { } payer ? (Sentence[])[$"{m.Name} is paid by {Payers.Said(payer)}."] : [],
                .. Turned(m.Name, m, (Measure)Activator.CreateInstance(m.GetType())!, ofDocument: true)]),
        .. baseline.Measures.Where(b => !policy.Measures.Any(b.IsSameAs)).Select(b => Sentence.Of($"{b.Name} is off.")),
        .. OnTheWay(policy).ExceptBy(OnTheWay(baseline).Select(sentence => $"{sentence}"), sentence => $"{sentence}"),
    ];

    /// <summary>One sentence for each change during the run.</summary>
    public static IEnumerable<Sentence> OnTheWay(Scenario scenario)
    {
        var before = scenario.Measures;
        foreach (var phase in scenario.Later)
        {
            foreach (var measure in phase.Measures)
            {
                if (before.FirstOrDefault(measure.IsSameAs)
                    is not { } other) yield return $"From {phase.From} {measure.Name} is on.";
                else foreach (var sentence in Turned(measure.Name, measure, other)) yield return $"From {phase.From} {sentence}";
            }
            foreach (var gone in before.Where(m =>
                !phase.Measures.Any(m.IsSameAs))) yield return $"From {phase.From} {gone.Name} is off.";
            before = phase.Measures;
        }
    }

    private static IEnumerable<Sentence> Frame(Scenario policy, Scenario baseline)
    {
        (Sentence What, object Policy, object Baseline)[] frame =
        [
            ($"start", policy.Start, baseline.Start), ($"months", policy.Months, baseline.Months),
            ($"replicates", policy.Replicates, baseline.Replicates), ($"seed", policy.Seed, baseline.Seed),
            ($"population", Path.GetFileName(policy.Population), Path.GetFileName(baseline.Population)),
        ];
        return frame.Where(f => !f.Policy.Equals(f.Baseline))
            .Select(f => Sentence.Of($"{f.What} is {f.Policy} instead of {f.Baseline}."));
    }

    private static IEnumerable<Sentence> Changed(Measure policy, Measure baseline)
    {
        if ((policy.From, policy.Until) != (baseline.From, baseline.Until))
            yield return $"{policy.Name} is in force {When(policy)} instead of {When(baseline)}.";
        if (policy.PaidBy != baseline.PaidBy)
            yield return $"{policy.Name} is paid by {Payers.Said(policy.PaidBy)} instead of {Payers.Said(baseline.PaidBy)}.";
        foreach (var sentence in Turned(policy.Name, policy, baseline)) yield return sentence;
    }

    private static IEnumerable<Sentence> Turned(string owner, object policy, object baseline, bool ofDocument = false) =>
        from parameter in Parameter.Of(policy)
        let name = $"{owner}.{parameter.Name}"
        let unit = Term.Unit(parameter.Unit)
        let now = Shown(parameter.In(policy))
        let other = Shown(parameter.In(baseline))
        where !parameter.In(policy).Equals(parameter.In(baseline))
        select ofDocument ? Sentence.Of($"{name} is {now} instead of the document's {other} ({unit}).")
            : Sentence.Of($"{name} is {now} instead of {other} ({unit}).");

    /// <summary>When a measure is in force: "all the time", "from 2023-01" …</summary>
    public static Sentence When(Measure measure) => (measure.From, measure.Until) switch
    {
        (null, null) => Sentence.Of($"all the time"),
        ({ } from, null) => $"from {from}",
        (null, { } until) => $"until {until}",
        ({ } from, { } until) => $"from {from} until {until}",
    };

    private static Sentence Shown(object value) => value switch
    {
        YearPath path => $"{WordList.Listed(path.ByYear.Select(y => Sentence.Of($"{NearestWord.Number(y.Value)} from {y.Key}")))}",
        bool yes => yes ? Sentence.Of($"true") : $"false",
        double number => Sentence.Verbatim(NearestWord.Number(number)),
        _ => Sentence.Verbatim(Convert.ToString(value, CultureInfo.InvariantCulture)!),
    };

    // Scenarios that leave it to the document who pays have the same address as before payers existed.
    private static JsonNode MeasureJson(Measure measure)
    {
        var json = new JsonObject
        {
            ["id"] = $"{measure.Clause.Id}",
            ["measure"] = measure.Name,
            ["from"] = measure.From?.ToString(),
            ["until"] = measure.Until?.ToString(),
            ["levers"] = Numbers(measure),
        };
        if (measure.FinancedBy is { } payer) json[Payers.Key] = Payers.Written(payer);
        return json;
    }

    // Scenarios without changes during the run have the same address as before changes existed.
    private static JsonObject ArmJson(Scenario arm)
    {
        var json = new JsonObject { ["name"] = arm.Name, ["measures"] = new JsonArray([.. arm.Measures.Select(MeasureJson)]) };
        if (!arm.Changes.IsEmpty) json["changes"] = PhasesJson(arm.Later);
        return json;
    }

    private static JsonArray PhasesJson(ImmutableArray<Phase> phases) => new([.. phases.Select(phase => new JsonObject
    {
        ["from"] = phase.From.ToString(),
        ["measures"] = new JsonArray([.. phase.Measures.Select(MeasureJson)]),
    })]);

    private static JsonNode TargetJson(Target target) => new JsonObject
    {
        ["id"] = target.Id,
        ["unit"] = target.Unit,
        ["comparison"] = target.Comparison.ToString(),
        ["value"] = target.Value,
        ["other"] = target.Other,
        ["tolerance"] = target.Tolerance,
        ["by"] = target.By.ToString(),
    };

    private static JsonObject Numbers(object owner) =>
        new(Parameter.Of(owner).OrderBy(d => d.Name, StringComparer.Ordinal)
            .Select(d => KeyValuePair.Create(d.Name, NumberJson(d.In(owner)))));

    // System.Text.Json writes the shortest text that reads back as the same double.
    internal static JsonNode? NumberJson(object value) => value switch
    {
        YearPath path =>
            new JsonObject(
            path.ByYear.Select(y => KeyValuePair.Create<string, JsonNode?>(y.Key.ToString(CultureInfo.InvariantCulture), y.Value))),
        bool yes => yes,
        int whole => whole,
        long whole => whole,
        double number => number,
        _ => throw new InvalidOperationException($"Bug in SimLab: {value.GetType().Name} is not a kind of number a scenario holds."),
    };
}
