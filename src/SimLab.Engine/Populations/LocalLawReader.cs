using System.Collections.Immutable;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Populations;
using SimLab.Model.Rulebook;
using YamlDotNet.RepresentationModel;

namespace SimLab.Engine.Populations;

/// <summary>Reads the law of a province: for each rate the steps, oldest first, each with its document.</summary>
internal static class LocalLawReader
{
    private static readonly string[] StepKeys = ["from", "until", "value", "document", "tag"];

    // The key of a rate, and the most that national law allows.
    private static readonly (string Key, double Most)[] Keys =
    [
        ("sixTaxesTwoFees", SixTaxesTwoFees.MostSpared), ("keyGroupCredit", EmploymentCredit.MostForKeyGroups),
        ("veteranCredit", EmploymentCredit.MostForVeterans),
    ];

    /// <summary>The rates by their keys in the file.</summary>
    public static IEnumerable<(string Key, ImmutableArray<LocalRate> Rates)> Rates(LocalLaw law) =>
        Keys.Select(key => key.Key).Zip([law.SixTaxesTwoFees, law.KeyGroupCredit, law.VeteranCredit]);

    public static LocalLaw Read(RecipeYaml yaml, YamlMappingNode map)
    {
        yaml.AllowOnly(map, "law", [.. Keys.Select(key => key.Key)]);
        ImmutableArray<LocalRate>[] rates = [.. Keys.Select(key => Rate(yaml, map, key.Key, key.Most))];
        return new() { SixTaxesTwoFees = rates[0], KeyGroupCredit = rates[1], VeteranCredit = rates[2] };
    }

    private static ImmutableArray<LocalRate> Rate(RecipeYaml yaml, YamlMappingNode law, string key, double most)
    {
        var what = $"law.{key}";
        var node = yaml.Required(law, key, "law");
        var rates = ImmutableArray.CreateBuilder<LocalRate>();
        foreach (var item in yaml.Items(node, what))
        {
            var rate = Step(yaml, yaml.Map(item, what), what, most);
            if (rates.Count > 0 && rates[^1].From >= rate.From) throw yaml.Wrong(
                RecipeYaml.Line(item), $"{what}: {rate.From} stands after {rates[^1].From}. Write the steps in order, oldest first.");
            rates.Add(rate);
        }
        return rates.Count > 0 ? rates.DrainToImmutable() : throw yaml.Wrong(RecipeYaml.Line(node), $"{what} has no step.");
    }

    private static LocalRate Step(RecipeYaml yaml, YamlMappingNode map, string what, double most)
    {
        yaml.AllowOnly(map, what, StepKeys);
        var value = yaml.Required(map, "value", what);
        var until = RecipeYaml.Child(map, "until") is null ? (Month?)null : MonthOf("until");
        var from = MonthOf("from");
        if (until < from) throw yaml.Wrong(RecipeYaml.Line(map), $"{what} ends in {until}, before it begins in {from}.");
        return new(
            from, until, new FigureReader(yaml).Number(
                value, what, new RecipeFigureAttribute("share (the most that national law allows)", 0, most)),
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
