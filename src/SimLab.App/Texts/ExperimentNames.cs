using System.Collections.Frozen;
using System.Globalization;
using SimLab.Engine.Experiments;
using SimLab.Engine.Explaining;
using SimLab.Engine.Reporting;
using SimLab.Engine.Scenarios;
using SimLab.Engine.Scenarios.Outcomes;
using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Messages;

namespace SimLab.App.Texts;

/// <summary>
/// Names of outcomes, factors and columns of experiments in the viewer's language. Unknown names stay as in the file.
/// </summary>
internal static class ExperimentNames
{
    private const string CostPrefix = "cost.", MetPrefix = "met_", Figures = "population.", Tied = " (tied)";

    private static readonly FrozenDictionary<string, Phrase> Factors = AllFactors().ToFrozenDictionary(f => f.Name, f => f.Words);

    /// <summary>An outcome by its name in the file, or by the quantity it reads.</summary>
    public static Phrase Outcome(string name)
    {
        if (OutcomeCatalog.Find(name) is not null) return PlanNames.Of(name);
        if (name == "cost") return ExperimentTexts.Cost;
        if (name.StartsWith(CostPrefix, StringComparison.Ordinal) && MeasureCatalog.Default.Find(name[CostPrefix.Length..]) is { } measure)
            return new($"{ParameterTexts.Of(measure).Zh}的公共成本", $"Public cost of {ParameterTexts.Of(measure).En}");
        if (name.StartsWith(MetPrefix, StringComparison.Ordinal) && OutcomeCatalog.Find(name[MetPrefix.Length..]) is not null)
            return new($"{Outcome(name[MetPrefix.Length..]).Zh}达标", $"Target met: {Outcome(name[MetPrefix.Length..]).En}");
        if (Enum.GetValues<Indicator>().Cast<Indicator?>()
            .FirstOrDefault(i => Engine.Recording.Names.ColumnOf(i!.Value) == name) is { } indicator) return ParameterTexts.Of(indicator);
        return new(name, name.Replace('_', ' '));
    }

    /// <summary>An outcome of an experiment: by its own name if known, else by the quantity it reads.</summary>
    public static Phrase Outcome(ExperimentOutcome outcome) =>
        Outcome(outcome.Name) is var words && words.Zh != outcome.Name ? words : outcome switch
        {
            IndicatorAt read => Outcome(read.Id),
            PublicCostOver { Measure: { } id } when MeasureCatalog.Default.Measures.FirstOrDefault(m => m.Id == id) is { } measure =>
                Outcome(CostPrefix + measure.Name),
            PublicCostOver => ExperimentTexts.Cost,
            IndicatorOver over => ParameterTexts.Of(over.Indicator),
            AllMet met =>
                new($"{string.Join("、", met.Targets.Select(t => Outcome(t.Id).Zh))}{(met.Targets.Length > 1 ? "同时达标" : "达标")}",
                $"{string.Join(" and ", met.Targets.Select(t => Outcome(t.Id).En))} met"),
            _ => words,
        };

    /// <summary>A factor by its name, such as behaviour.readinessToAsk.</summary>
    public static Phrase Factor(string name)
    {
        if (Factors.TryGetValue(name, out var words)) return words;
        if (name.StartsWith(Figures, StringComparison.Ordinal)) return ParameterTexts.Figure(name);
        var dot = name.LastIndexOf('.');
        return dot > 0 && Factors.TryGetValue(name[..dot], out var path)
            ? new($"{path.Zh}（{name[(dot + 1)..]} 年）", $"{path.En} in {name[(dot + 1)..]}") : new(name, name);
    }

    /// <summary>
    /// All factors by group: measures in the order of their clauses, then behavioural assumptions, then the
    /// macroeconomy.
    /// </summary>
    public static IEnumerable<(Phrase Group, string Name, Phrase Words)> AllFactors()
    {
        foreach (var measure in MeasureCatalog.Default.Measures)
        {
            var group = new Phrase(
                $"{measure.Clause.Number} {ParameterTexts.Of(measure).Zh}", $"{measure.Clause.Number} {ParameterTexts.Of(measure).En}");
            (Phrase, string, Phrase) Of(string part, Phrase words) =>
                (group, $"{measure.Name}.{part}",
                new($"{ParameterTexts.Of(measure).Zh}：{words.Zh}", $"{ParameterTexts.Of(measure).En}: {words.En.ToLowerInvariant()}"));
            foreach (var lever in measure.Levers) yield return Of(lever.Name, ParameterTexts.Of(measure.Name, lever));
            yield return Of("from", ExperimentTexts.FirstMonth);
            yield return Of("until", ExperimentTexts.LastMonth);
        }
        foreach (var parameter in Parameter.Of(new BehaviouralParameters())) yield return (
            PlanTexts.Behaviour, $"behaviour.{parameter.Name}", ParameterTexts.Of("behaviour", parameter));
        foreach (var parameter in Parameter.Of(new Macro())) yield return (
            PlanTexts.Macro, $"macro.{parameter.Name}", ParameterTexts.Of("macro", parameter));
    }

    /// <summary>The parameter of a factor; null: the factor is a date, or has none.</summary>
    public static Parameter? ParameterOf(string factor)
    {
        var parts = factor.Split('.');
        if (parts.Length < 2) return null;
        var parameters = parts[0]
            switch
        {
            "behaviour" => Parameter.Of(new BehaviouralParameters()),
            "macro" => Parameter.Of(new Macro()),
            _ =>
            MeasureCatalog.Default.Find(parts[0])?.Levers ?? []
        };
        return parameters.FirstOrDefault(parameter => parameter.Name == parts[1]);
    }

    /// <summary>A value of a factor: 15.5%, 600 万元, 2023-03.</summary>
    public static string Value(Viewer viewer, double value, string unit) => unit switch
    {
        "month" => MonthOf(value).ToString(),
        "" or "number" => value.ToString(Math.Abs(value) >= 1e4 ? "N0" : "G4", CultureInfo.InvariantCulture),
        _ => viewer.Amount(value, unit),
    };

    /// <summary>Converts a month of the tables, such as 202303.</summary>
    public static Month MonthOf(double number) => Month.Of((int)number / 100, (int)number % 100);

    /// <summary>Heading of a column of a table; some are called otherwise in one table than in the others.</summary>
    public static string Column(Viewer viewer, string table, TableColumn column) =>
        viewer.Language == Language.Zh && (ExperimentTexts.Columns.TryGetValue($"{table}.{column.Name}", out var zh)
            || ExperimentTexts.Columns.TryGetValue(column.Name, out zh)) ? zh
        : column.Words.Contains('.', StringComparison.Ordinal) ? viewer.Say(Factor(column.Words)) : column.Words;

    /// <summary>A cell of text: limits in the viewer's language, else a word.</summary>
    public static string Cell(Viewer viewer, FindingsTable table, string column, string text) =>
        viewer.Language == Language.Zh && table.Limits.TryGetValue(text, out var limits)
            ? string.Join("，且", limits.Select(limit => Limit(viewer, Any(viewer, limit.Name), limit.Low, limit.High, limit.Unit)))
            : Cell(viewer, column, text);

    /// <summary>"readiness to ask stays at or below 0.3", with NaN for no limit on one side.</summary>
    public static string Limit(Viewer viewer, string name, double low, double high, string unit) =>
        double.IsNaN(low) ? viewer.Say(ExperimentTexts.NotAbove, name, Value(viewer, high, unit))
        : double.IsNaN(high) ? viewer.Say(ExperimentTexts.NotBelow, name, Value(viewer, low, unit))
        : viewer.Say(ExperimentTexts.Between, name, Value(viewer, low, unit), Value(viewer, high, unit));

    // A factor or an outcome.
    private static string Any(Viewer viewer, string name) =>
        viewer.Say(Factor(name) is var factor && factor.Zh != name ? factor : Outcome(name));

    /// <summary>A word in a cell: an outcome, a factor, a measure, a form, a rank, or another translatable word.</summary>
    public static string Cell(Viewer viewer, string column, string word) => column switch
    {
        "outcome" => viewer.Say(Outcome(word)),
        "factor" => viewer.Say(Factor(word)),
        "measure" when MeasureCatalog.Default.Find(word) is { } measure => viewer.Say(ParameterTexts.Of(measure)),
        "unit" => viewer.Say(ParameterTexts.Unit(word)),
        "form" => viewer.Language == Language.Zh ? ParameterTexts.Form(StoryText.Plain(word)).Zh : word,
        "field" => viewer.Language == Language.Zh ? ParameterTexts.Field(StoryText.Plain(word)).Zh : word,
        ['r', 'a', 'n', 'k', ..] when word.EndsWith(Tied, StringComparison.Ordinal) =>
            viewer.Say(ExperimentTexts.TiedRank, word[..^Tied.Length]),
        _ => ExperimentTexts.Cells.TryGetValue(word, out var words) ? viewer.Say(words)
            : word.StartsWith("point ", StringComparison.Ordinal) ? viewer.Say(ExperimentTexts.PointOf, word["point ".Length..]) : word,
    };

    /// <summary>The findings with scenarios renamed; scenarios without a new name are unchanged.</summary>
    public static ExperimentFindings WithScenarios(ExperimentFindings findings, IReadOnlyDictionary<string, string> names)
    {
        return findings with { Tables = [.. findings.Tables.Select(Renamed)] };

        FindingsTable Renamed(FindingsTable table)
        {
            if (!table.Columns.Any(IsScenario)) return table;
            var other = new FindingsTable(table.Name, table.Title, table.Columns) { Shown = table.Shown, Limits = table.Limits };
            foreach (var row in table.Rows) other.Add(
                [.. row.Select((cell, i) => IsScenario(table.Columns[i]) && names.TryGetValue((string)cell, out var name) ? name : cell)]);
            return other;
        }

        static bool IsScenario(TableColumn column) => column.IsText && column.Name is "scenario" or "other" or "policy";
    }

    public static string Title(Viewer viewer, FindingsTable table) =>
        viewer.Language == Language.Zh && ExperimentTexts.Tables.TryGetValue(table.Name, out var zh) ? zh : table.Title;
}
