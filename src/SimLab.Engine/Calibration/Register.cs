using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SimLab.Engine.Populations;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Populations;

namespace SimLab.Engine.Calibration;

/// <summary>
/// An entry of the register with its documentation: a behavioural or macro parameter, or a figure or table of the population.
/// </summary>
/// <param name="Name">Name in a scenario, or key in the recipe such as "industries.wage".</param>
/// <param name="Group">behaviour, macro or population.</param>
/// <param name="Value">Documented value.</param>
/// <param name="Fitted">Value in the shipped scenarios, where a calibration changed it; null: as documented.</param>
/// <param name="Drives">Parts of the program that read it.</param>
/// <param name="Sensitivity">Its effect on the recorded outcomes; null: not examined.</param>
public sealed record Assumption(
    string Name, string Group, string Value, string? Fitted, string Unit, double Min, double Max, string Source, Confidence Confidence,
    ImmutableArray<string> Drives, ParameterSensitivity? Sensitivity)
{
    /// <summary>The part of the register it stands in: its group, and of the population the group of the recipe.</summary>
    [JsonIgnore] public string Part => Group == "population" ? $"{Group}.{Name[..Name.IndexOf('.')]}" : Group;

    /// <summary>Of a table: the parameter that raises or lowers all its values in a run; null: none.</summary>
    public string? VariedBy { get; init; }

    /// <summary>Of a table of the population: the table, with the sources of single values; null: one number.</summary>
    [JsonIgnore] public RecipeTable? Table { get; init; }

    /// <summary>Of a table: its values by region, industry or other member; a share of nothing is left out.</summary>
    [JsonIgnore] public ImmutableArray<(string Member, string Value)> Members { get; init; } = [];

    /// <summary>
    /// The larger of the two changes of an outcome of the ranking, in absolute size; null: not examined.
    /// </summary>
    public double? Swing(int outcome) => Sensitivity is { } s ? Math.Max(Math.Abs(s.AtLow[outcome]), Math.Abs(s.AtHigh[outcome])) : null;
}

/// <summary>The assumption register: every number that is neither law nor policy.</summary>
public static class Register
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    // Tables of the recipe whose whole level a parameter raises or lowers.
    private static readonly ImmutableDictionary<string, string> Levels = new Dictionary<string, string>
    {
        [nameof(IndustryTables.Materials)] = nameof(BehaviouralParameters.MaterialsLevel),
        [nameof(IndustryTables.Labour)] = nameof(BehaviouralParameters.PayLevel),
        [nameof(IndustryTables.Wage)] = nameof(BehaviouralParameters.PayLevel),
        [nameof(IndustryTables.Depreciation)] = nameof(BehaviouralParameters.DepreciationLevel),
        [nameof(IndustryTables.CommodityExposure)] = nameof(BehaviouralParameters.CommodityExposureLevel),
    }.ToImmutableDictionary();

    /// <summary>All entries: behavioural parameters, macro parameters, figures and tables of the population.</summary>
    /// <param name="fitted">Values in the shipped scenarios; null: no calibration.</param>
    /// <param name="studied">Recorded sensitivity ranking; empty: none.</param>
    /// <param name="recipe">Recipe of the shipped scenarios; null: without its figures.</param>
    public static ImmutableArray<Assumption> Of(
        Assumptions? fitted, ImmutableArray<ParameterSensitivity> studied, PopulationRecipe? recipe) =>
        [.. Group("behaviour", new BehaviouralParameters(), fitted?.Behaviour, studied),
            .. Group("macro", new Macro(), fitted?.Macro, studied),
            .. recipe is null ? [] : Population(recipe, studied)];

    // Published totals are no assumptions: nothing is fitted to them.
    private static IEnumerable<Assumption> Population(PopulationRecipe recipe, ImmutableArray<ParameterSensitivity> studied) =>
        from entry in RecipeShape.Entries
        where entry.GroupProperty.Name != nameof(PopulationRecipe.Published)
        let level = entry.GroupProperty.Name == nameof(PopulationRecipe.Industries)
            ? Levels.GetValueOrDefault(entry.Property.Name) is { } name ? JsonNamingPolicy.CamelCase.ConvertName(name) : null : null
        select Entry(entry, recipe, level, studied);

    private static Assumption Entry(
        RecipeEntry entry, PopulationRecipe recipe, string? level, ImmutableArray<ParameterSensitivity> studied)
    {
        var given = entry.Of(recipe);
        var members = given is RecipeTable values ? Members(values, entry, recipe.Province) : [];
        var (value, source, tag) = given switch
        {
            Figure figure => (Short(figure.Value), figure.Source, figure.Tag),
            RecipeTable table => (string.Join(", ", members.Select(one => $"{one.Member} {one.Value}")),
                string.Join("; ", [table.Source, .. table.Cells]), table.Tag),
            _ => throw new InvalidOperationException($"Bug in SimLab: {entry.Key} is neither figure nor table."),
        };
        return new(entry.Key, "population", value, null, entry.Given.Unit, entry.Given.Min, entry.Given.Max, source, tag,
            Readers.All.GetValueOrDefault($"{entry.Property.DeclaringType!.Name}.{entry.Property.Name}", []),
            level is null ? null : studied.FirstOrDefault(s => s.Number == level))
        { VariedBy = level, Table = given as RecipeTable, Members = members };
    }

    // A share of nothing is left out, as in the file.
    private static ImmutableArray<(string Member, string Value)> Members(RecipeTable table, RecipeEntry entry, Province province) =>
    [
        .. entry.MembersIn(province).Zip(table.Values)
            .Where(pair => !entry.Given.SumsToOne || pair.Second != 0).Select(pair => (pair.First, Short(pair.Second))),
    ];

    private static IEnumerable<Assumption> Group(
        string name, object documented, object? fitted, ImmutableArray<ParameterSensitivity> studied) =>
        from parameter in Parameter.Of(documented)
        let value = Shown(parameter.Default)
        let shipped = fitted is null ? value : Shown(parameter.In(fitted))
        select new Assumption(
            parameter.Name, name, value, shipped == value ? null : shipped, parameter.Unit, parameter.Min, parameter.Max,
                parameter.Source, ((AssumptionAttribute)parameter.Number).Confidence,
            Readers.All.GetValueOrDefault($"{parameter.Property.DeclaringType!.Name}.{parameter.Property.Name}", []),
                studied.FirstOrDefault(s => s.Number == parameter.Name));

    /// <summary>The register as JSON.</summary>
    public static string ToJson(ImmutableArray<Assumption> all) => JsonSerializer.Serialize(all, Layout) + "\n";

    /// <summary>The register as a page of the documentation.</summary>
    public static string ToMarkdown(ImmutableArray<Assumption> all)
    {
        var text = new StringBuilder();
        text.Append("# Assumptions\n\nGenerated by `simlab assumptions --format md`; do not edit. Every number of the model that is "
            + "neither law nor policy, with its range, how far it can be ")
            .Append("trusted, the parts of the program that read it (a type has the name of its file), and what halving it and raising "
                + "it by half does to the targets of 2,000 high-tech ")
            .Append("enterprises and of 60 newly recognised 专精特新 SMEs at the end of 2023, all other numbers as they are "
                + "(`scenarios/provinces/gansu/calibration/sensitivity.csv`, made by `simlab assumptions --rank`; "
                + "its head says when and with which "
                + "luck); of a table of the population, what its level does. ")
            .Append("A change of a few firms is luck. A fitted value is the one scenarios start from; "
                + "`scenarios/provinces/gansu/calibration/gansu-2023.parameters.yaml` says how it was found.\n");
        text.Append(CultureInfo.InvariantCulture,
            $"\n{all.Length} numbers and tables: "
            + $"{string.Join(", ", Enum.GetValues<Confidence>().Select(c => $"{all.Count(a => a.Confidence == c)} "
            + $"{c.ToString().ToLowerInvariant()}"))}.\n");
        MatterMost(text, all);
        foreach (var group in all.GroupBy(a => a.Group))
        {
            text.Append(CultureInfo.InvariantCulture,
                $"\n## {group.Key}\n\n| number | value | unit | range | confidence | drives | 2,000: half / half more | 60: half / half "
                + $"more | source |\n|---|---|---|---|---|---|---|---|---|\n");
            foreach (var a in group)
                text.Append(CultureInfo.InvariantCulture,
                    $"| `{a.Name}` | {a.Value}{(a.Fitted is null ? "" : $"; fitted {a.Fitted}")}"
                    + $"{(a.VariedBy is null ? "" : $"; times `{a.VariedBy}`")} | {Cell(a.Unit)} | {Short(a.Min)} to "
                    + $"{Short(a.Max)} | {a.Confidence.ToString().ToLowerInvariant()} | {string.Join(", ", a.Drives)} | {Changes(a, 0)} "
                    + $"| {Changes(a, 1)} | {Cell(a.Source)} |\n");
        }
        return text.ToString();
    }

    private static void MatterMost(StringBuilder text, ImmutableArray<Assumption> all)
    {
        const int Most = 10;
        if (all.All(a => a.Sensitivity is null)) return;
        foreach (var (outcome, target) in new[] { "the 2,000 high-tech enterprises", "the 60 new 专精特新 SMEs" }.Index())
        {
            var first = all.Where(a => a.Swing(outcome) is > 0).OrderByDescending(a => a.Swing(outcome))
                .ThenBy(a => a.Name, StringComparer.Ordinal).Take(Most);
            text.Append(CultureInfo.InvariantCulture,
                $"\nMost important for {target}: "
                + $"{string.Join(", ", first.Select(a => $"`{a.Name}` ({Changes(a, outcome)}; "
                + $"{a.Confidence.ToString().ToLowerInvariant()})"))}.\n");
        }
    }

    private static string Changes(Assumption a, int outcome) => a.Sensitivity is { } s
        ? string.Create(CultureInfo.InvariantCulture, $"{s.AtLow[outcome]:+0;-0;0} / {s.AtHigh[outcome]:+0;-0;0}") : "";

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static string Shown(object value) => value switch
    {
        YearPath path => string.Join(", ", path.ByYear.Select(y => $"{y.Key}: {Short(y.Value)}")),
        bool yes => yes ? "true" : "false",
        _ => Short(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
    };

    private static string Short(double value) =>
        value.ToString(Math.Abs(value) >= 1e5 ? "#,##0" : "0.######", CultureInfo.InvariantCulture);
}
