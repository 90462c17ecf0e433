using System.Collections.Immutable;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Populations;
using SimLab.Model.Rulebook;
using YamlDotNet.RepresentationModel;

namespace SimLab.Engine.Populations;

/// <summary>Reads the law of a province: for each rule the steps, oldest first, each with its document.</summary>
internal static class LocalLawReader
{
    private static readonly string[] StepKeys = ["from", "until", "value", "document", "tag"];

    public static LocalLaw Read(RecipeYaml yaml, YamlMappingNode map)
    {
        yaml.AllowOnly(map, "law", [.. LocalRules.All.Select(rule => rule.Key)]);
        return new([.. LocalRules.All.Where(IsSet).Select(rule => new LocalRates(rule.Key, Steps(yaml, map, rule)))]);

        // What the province does not set is national law, where that has a number.
        bool IsSet(LocalRule rule) => rule.National is null || RecipeYaml.Child(map, rule.Key) is not null;
    }

    private static ImmutableArray<LocalRate> Steps(RecipeYaml yaml, YamlMappingNode law, LocalRule rule)
    {
        var what = $"law.{rule.Key}";
        var node = yaml.Required(law, rule.Key, "law");
        var rates = ImmutableArray.CreateBuilder<LocalRate>();
        foreach (var item in yaml.Items(node, what))
        {
            var rate = Step(yaml, yaml.Map(item, what), what, rule);
            if (rates.Count > 0 && rates[^1].From >= rate.From) throw yaml.Wrong(
                RecipeYaml.Line(item), $"{what}: {rate.From} stands after {rates[^1].From}. Write the steps in order, oldest first.");
            rates.Add(rate);
        }
        return rates.Count > 0 ? rates.DrainToImmutable() : throw yaml.Wrong(RecipeYaml.Line(node), $"{what} has no step.");
    }

    private static LocalRate Step(RecipeYaml yaml, YamlMappingNode map, string what, LocalRule rule)
    {
        yaml.AllowOnly(map, what, StepKeys);
        var value = yaml.Required(map, "value", what);
        var until = RecipeYaml.Child(map, "until") is null ? (Month?)null : MonthOf("until");
        var from = MonthOf("from");
        if (until < from) throw yaml.Wrong(RecipeYaml.Line(map), $"{what} ends in {until}, before it begins in {from}.");
        var (least, most) = rule.Range(from, until ?? from);
        var unit = rule.IsMonthOfYear ? "month of the year" : "share (the most that national law allows)";
        var number = new FigureReader(yaml).Number(value, what, new RecipeFigureAttribute(unit, least, most));
        if (rule.IsMonthOfYear && number != Math.Floor(number)) throw yaml.Wrong(
            RecipeYaml.Line(value), $"{what} is {number}, which is no month of the year. Write a whole number from 1 to 12.");
        return new(
            from, until, number,
            yaml.Scalar(map, "document", what), FigureReader.Tag(yaml, map, what));

        Month MonthOf(string key)
        {
            var text = yaml.Scalar(map, key, what);
            return Month.TryParse(text, out var month) ? month : throw yaml.Wrong(
                RecipeYaml.Line(RecipeYaml.Child(map, key)!),
                $"{what}: {key} is {NearestWord.Quoted(text)}, not a month. Write it as 2023-01.");
        }
    }
}
