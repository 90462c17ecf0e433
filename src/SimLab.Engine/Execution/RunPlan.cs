using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Policies;
using SimLab.Model.Populations;

namespace SimLab.Engine.Execution;

/// <summary>
/// One arm of a run: its policy and, where an experiment varies them, its behavioural and macroeconomic assumptions.
/// </summary>
public sealed record ArmPlan(string Name, ImmutableArray<Measure> Measures)
{
    /// <summary>Name in Chinese; null: none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NameZh { get; init; }

    /// <summary>Later phases of the policy, each with all its measures, in order of month.</summary>
    public ImmutableArray<Phase> Later { get; init; } = [];

    /// <summary>Behavioural parameters; null: those of the run.</summary>
    public BehaviouralParameters? Behaviour { get; init; }

    /// <summary>Macroeconomic assumptions; null: those of the run.</summary>
    public Macro? Macro { get; init; }

    /// <summary>
    /// Figures of the population's recipe that an experiment varies, by key; empty: those of the run. A run has one population, so an
    /// experiment makes one for each set of figures before it runs its arms.
    /// </summary>
    [JsonIgnore]
    public ImmutableSortedDictionary<string, double> Figures { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>The measures reach a random half of some firms only; null: they reach all firms.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Trial? Trial { get; init; }

    /// <summary>Measures of the policy in the month, in force or not.</summary>
    public ImmutableArray<Measure> In(Month month) => Later.LastOrDefault(phase => phase.From <= month)?.Measures ?? Measures;

    /// <summary>Every measure of any month, once, in order of id.</summary>
    [JsonIgnore]
    public IEnumerable<Measure> Ever => Later.IsEmpty ? Measures
        : Measures.Concat(Later.SelectMany(phase => phase.Measures)).DistinctBy(m => m.GetType()).OrderBy(m => m.Clause.Id);
}

/// <summary>Everything that determines the result of a run. Sent to silos as JSON, which loses nothing.</summary>
public sealed record RunPlan
{
    /// <summary>First month to simulate; month zero is the one before.</summary>
    public required Month Start { get; init; }
    /// <summary>Number of months to simulate.</summary>
    public required int Months { get; init; }
    /// <summary>Replicates per arm: draws of randomness that all arms share.</summary>
    public required int Replicates { get; init; }
    /// <summary>Seed of the population and of all draws.</summary>
    public required ulong Seed { get; init; }
    /// <summary>Macroeconomic assumptions of arms without their own.</summary>
    public required Macro Macro { get; init; }
    /// <summary>Behavioural parameters of arms without their own.</summary>
    public required BehaviouralParameters Behaviour { get; init; }
    /// <summary>Arms; a baseline comes first.</summary>
    public required ImmutableArray<ArmPlan> Arms { get; init; }
    public required PopulationRecipe Population { get; init; }

    /// <summary>Last month simulated.</summary>
    public Month LastMonth => Start + (Months - 1);

    /// <summary>Behavioural parameters of an arm: its own, or the run's.</summary>
    public BehaviouralParameters BehaviourOf(int arm) => Arms[arm].Behaviour ?? Behaviour;

    /// <summary>Macroeconomic assumptions of an arm: its own, or the run's.</summary>
    public Macro MacroOf(int arm) => Arms[arm].Macro ?? Macro;

    /// <summary>
    /// The measures by number: those of SimLab.Model, and those of the arms that it lacks. The former have the same
    /// numbers in every plan, so that a plan can go on from the months of another.
    /// </summary>
    public MeasureIndex NumberMeasures()
    {
        List<Measure> others = [.. Arms.SelectMany(arm => arm.Ever).Where(m => !MeasureCatalog.Default.Has(m.GetType()))];
        return others.Count == 0 ? MeasureCatalog.Default.Index
            : new(MeasureCatalog.Default.Measures.Select(m => m.AsWritten()).Concat(others));
    }

    /// <summary>Plan of a scenario and its baseline, if it has one.</summary>
    public static RunPlan Of(Scenario scenario, PopulationRecipe population) => new()
    {
        Start = scenario.Start,
        Months = scenario.Months,
        Replicates = scenario.Replicates,
        Seed = scenario.Seed,
        Macro = scenario.Macro,
        Behaviour = scenario.Behaviour,
        // The baseline comes first, as in every table.
        Arms = [.. scenario.Arms.Reverse().Select(arm => new ArmPlan(arm.Name, arm.Measures) { NameZh = arm.NameZh, Later = arm.Later })],
        Population = population,
    };

    /// <summary>JSON that <see cref="FromJson"/> reads; measures appear by id.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Format(MeasureCatalog.Default));

    /// <summary>Reads a plan, with measures from the catalogue.</summary>
    /// <exception cref="InvalidOperationException">The catalogue lacks a measure of the plan.</exception>
    public static RunPlan FromJson(string json, MeasureCatalog catalog) =>
        JsonSerializer.Deserialize<RunPlan>(json, Format(catalog))
        ?? throw new InvalidOperationException("Bug in SimLab: a run plan arrived empty.");

    /// <summary>The province in the JSON of a plan, whose measures this build may lack.</summary>
    internal static Province ProvinceIn(JsonNode plan) =>
        plan[nameof(Population)]?[nameof(PopulationRecipe.Province)]?.Deserialize<Province>(Format(MeasureCatalog.Default))
        ?? throw new JsonException("it names no province");

    /// <summary>Ids of all measures in the JSON of a plan, in order.</summary>
    internal static IReadOnlyList<MeasureId> MeasuresIn(JsonNode plan) =>
    [
        .. (plan[nameof(Arms)]?.AsArray() ?? []).OfType<JsonNode>()
            .SelectMany(arm => (arm[nameof(ArmPlan.Later)]?.AsArray() ?? []).Append(arm)).OfType<JsonNode>()
            .SelectMany(phase => phase[nameof(ArmPlan.Measures)]?.AsArray() ?? [])
            .Select(measure => MeasureId.TryParse((string?)measure?[MeasureJsonConverter.IdKey] ?? "", out var id) ? id : (MeasureId?)null)
            .OfType<MeasureId>().Distinct().Order(),
    ];

    internal static JsonSerializerOptions Format(MeasureCatalog catalog) => new()
    {
        Converters =
            { new MonthJsonConverter(), new MeasureJsonConverter(catalog), new JsonStringEnumConverter(),
            new Populations.OwnFirmsPacked() },
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    internal sealed class MonthJsonConverter : JsonConverter<Month>
    {
        public override Month Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => Month.Parse(reader.GetString()!);
        public override void Write(Utf8JsonWriter writer, Month value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }

    private sealed class MeasureJsonConverter(MeasureCatalog catalog) : JsonConverter<Measure>
    {
        internal const string IdKey = "measure";

        public override Measure Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            var node = JsonNode.Parse(ref reader)!.AsObject();
            var id = (string)node[IdKey]!;
            var known = catalog.Find(id)
                ?? throw new InvalidOperationException($"This silo has no measure \"{id}\": all silos must run the same build.");
            node.Remove(IdKey);
            return (Measure)node.Deserialize(known.Type, options)!;
        }

        public override void Write(Utf8JsonWriter writer, Measure value, JsonSerializerOptions options)
        {
            var node = JsonSerializer.SerializeToNode(value, value.GetType(), options)!.AsObject();
            node.Remove(nameof(Measure.Clause));
            node.Remove(nameof(Measure.Name));
            node[IdKey] = $"{value.Clause.Id}";
            node.WriteTo(writer, options);
        }
    }
}
