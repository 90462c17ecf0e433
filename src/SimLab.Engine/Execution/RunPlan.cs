using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using SimLab.Engine.Populations;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;
using SimLab.Model.Markets;
using SimLab.Model.Policies;
using SimLab.Model.Populations;

namespace SimLab.Engine.Execution;

/// <summary>One variant of a run: its policy and, where a study varies them, what is assumed of people and of the world.</summary>
public sealed record ArmPlan(string Name, ImmutableArray<Measure> Measures)
{
    /// <summary>The measures as they stand from later months on, in order of month.</summary>
    public ImmutableArray<Phase> Later { get; init; } = [];

    /// <summary>Null: the run's.</summary>
    public BehaviouralParameters? Behaviour { get; init; }

    /// <summary>Null: the run's.</summary>
    public Macro? Macro { get; init; }

    /// <summary>The measures as they stand in the month, in force or not.</summary>
    public ImmutableArray<Measure> In(Month month) => Later.LastOrDefault(phase => phase.From <= month)?.Measures ?? Measures;

    /// <summary>Every measure that stands in some month, once, in clause order.</summary>
    [JsonIgnore]
    public IEnumerable<Measure> Ever => Later.IsEmpty ? Measures
        : Measures.Concat(Later.SelectMany(phase => phase.Measures)).DistinctBy(m => m.Name).OrderBy(m => m.Clause.Number).ThenBy(m => m.Name, StringComparer.Ordinal);
}

/// <summary>Everything that determines the result of a run. It travels to silos as JSON and is the same there.</summary>
public sealed record RunPlan
{
    public required Month Start { get; init; }
    public required int Months { get; init; }
    public required int Replicates { get; init; }
    public required ulong Seed { get; init; }
    public required Macro Macro { get; init; }
    public required BehaviouralParameters Behaviour { get; init; }
    public required ImmutableArray<ArmPlan> Arms { get; init; }
    public required PopulationRecipe Population { get; init; }

    public Month LastMonth => Start + (Months - 1);

    public BehaviouralParameters BehaviourOf(int arm) => Arms[arm].Behaviour ?? Behaviour;

    public Macro MacroOf(int arm) => Arms[arm].Macro ?? Macro;

    public static RunPlan Of(Scenario scenario, PopulationRecipe population) => new()
    {
        Start = scenario.Start,
        Months = scenario.Months,
        Replicates = scenario.Replicates,
        Seed = scenario.Seed,
        Macro = scenario.Macro,
        Behaviour = scenario.Behaviour,
        // The baseline comes first, as in every table.
        Arms = [.. scenario.Arms.Reverse().Select(arm => new ArmPlan(arm.Name, arm.Measures) { Later = arm.Later })],
        Population = population,
    };

    public string ToJson() => JsonSerializer.Serialize(this, Format(MeasureCatalog.Default));

    public static RunPlan FromJson(string json, MeasureCatalog catalog) =>
        JsonSerializer.Deserialize<RunPlan>(json, Format(catalog))
        ?? throw new InvalidOperationException("Bug in SimLab: a run plan arrived empty.");

    internal static JsonSerializerOptions Format(MeasureCatalog catalog) => new()
    {
        Converters = { new MonthJsonConverter(), new MeasureJsonConverter(catalog), new JsonStringEnumConverter(), new Populations.OwnFirmsPacked() },
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    internal sealed class MonthJsonConverter : JsonConverter<Month>
    {
        public override Month Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => Month.Parse(reader.GetString()!);
        public override void Write(Utf8JsonWriter writer, Month value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    private sealed class MeasureJsonConverter(MeasureCatalog catalog) : JsonConverter<Measure>
    {
        private const string NameKey = "measure";

        public override Measure Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            var node = JsonNode.Parse(ref reader)!.AsObject();
            var name = (string)node[NameKey]!;
            var known = catalog.Find(name)
                ?? throw new InvalidOperationException($"This silo has no measure \"{name}\": all silos must run the same build.");
            node.Remove(NameKey);
            return (Measure)node.Deserialize(known.Type, options)!;
        }

        public override void Write(Utf8JsonWriter writer, Measure value, JsonSerializerOptions options)
        {
            var node = JsonSerializer.SerializeToNode(value, value.GetType(), options)!.AsObject();
            node.Remove(nameof(Measure.Clause));
            node.Remove(nameof(Measure.Name));
            node[NameKey] = value.Name;
            node.WriteTo(writer, options);
        }
    }
}
