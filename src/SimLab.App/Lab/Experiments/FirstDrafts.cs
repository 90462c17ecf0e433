using System.Globalization;
using SimLab.App.Lab.Scenarios;
using SimLab.Engine.Experiments.Kinds;
using SimLab.Engine.Scenarios;

namespace SimLab.App.Lab.Experiments;

/// <summary>Initial experiments of the form: small enough to finish soon, and fully editable.</summary>
internal static class FirstDrafts
{
    public static ExperimentDraft Blank()
    {
        var draft = Begun("My experiment", null, $"../{LabScenarios.AsWritten}");
        draft.Last = "2023-12";
        draft.Factors.AddRange(Usual(hasRewards: true));
        draft.Outcomes.Add(new() { Name = "new_specialised_smes" });
        return draft;
    }

    /// <summary>
    /// The effect on the targets of each changed number: set back to its original value, all others as in the mix.
    /// </summary>
    /// <param name="mix">The scenario draft.</param>
    /// <param name="scenario">Its name in an experiment file.</param>
    public static ExperimentDraft Of(PlanDraft mix, string scenario)
    {
        var draft = Begun($"An experiment with {mix.Scenario.Name}", $"研究：{mix.Scenario.NameZh ?? mix.Scenario.Name}", scenario);
        draft.Factors.AddRange(Moved(mix));
        if (draft.Factors.Count == 0) draft.Factors.AddRange(Usual(mix.Scenario.Measures.Any(measure => measure.Name == Rewards)));
        draft.Outcomes.AddRange(mix.Scenario.Targets.Select(target => target.Id).Distinct().Select(id => new OutcomeDraft { Name = id }));
        if (mix.Scenario.Targets.Length > 0) draft.Last = $"{mix.Scenario.Targets.Max(target => target.By)}";
        return draft;
    }

    private const string Rewards = "CultivateSpecialisedSmes";

    private static ExperimentDraft Begun(string name, string? nameZh, string scenario)
    {
        var draft = new ExperimentDraft
        { Name = name, NameZh = nameZh ?? "", Kind = Sensitivity.Form.Name, Enterprises = "2000", Replicates = "4" };
        draft.Scenarios.Add(scenario);
        draft.Settings["methods"] = "tornado";
        return draft;
    }

    private static IEnumerable<FactorDraft> Usual(bool hasRewards)
    {
        if (hasRewards) yield return new() { Name = $"{Rewards}.provincialReward", Low = "0", High = "1000000" };
        yield return new() { Name = "behaviour.readinessToAsk", Low = "0.2", High = "0.7" };
    }

    private static IEnumerable<FactorDraft> Moved(PlanDraft mix)
    {
        var (now, before) = (mix.Scenario, mix.From.Scenario!);
        return
        [
            .. now.Measures.SelectMany(measure =>
                before.Measures.FirstOrDefault(m => m.Name == measure.Name) is { } other ? Moved(measure.Name, measure, other) : []),
            .. Moved("behaviour", now.Behaviour, before.Behaviour),
            .. Moved("macro", now.Macro, before.Macro),
        ];
    }

    // Only single numbers: a Boolean has no range, and a path has one per year.
    private static IEnumerable<FactorDraft> Moved(string owner, object now, object before) =>
        from parameter in Parameter.Of(now)
        where parameter.Type == typeof(double) || parameter.Type == typeof(int) || parameter.Type == typeof(long)
        let values = new[] { parameter.In(now), parameter.In(before) }
        where !values[0].Equals(values[1])
        let ends = values.OrderBy(value => Convert.ToDouble(value, CultureInfo.InvariantCulture)).Select(ScenarioYaml.Number).ToArray()
        select new FactorDraft { Name = $"{owner}.{parameter.Name}", Low = ends[0], High = ends[1] };
}
