using System.Text.RegularExpressions;
using SimLab.App.Texts;
using SimLab.Engine.Calibration;
using SimLab.Engine.Populations;
using SimLab.Engine.Recording;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Populations;
using SimLab.Model.Rulebook;
using SimLab.Tests.Populations;
using Xunit;

namespace SimLab.Tests.Lab;

[Slow]
public partial class SourceTextsTests
{
    // The population of the notice; its report names every total there is.
    private static readonly Lazy<ReportLine[]> Report = new(() =>
    {
        var scenario = ScenarioFile.Read(Repository.File("scenarios", "gansu-2023.yaml"), MeasureCatalog.Default);
        var file = PopulationSource.Of(scenario);
        return [.. PopulationReport.Of(file.Recipe, file.Generate(scenario.Seed))];
    });

    private static readonly PopulationFile Ningxia =
        PopulationFile.Read(Repository.File("scenarios", "provinces", "ningxia", "population.yaml"));

    private static readonly Lazy<ReportLine[]> NingxiaReport =
        new(() => [.. PopulationReport.Of(Ningxia.Recipe, Ningxia.Generate(1))]);

    private static IEnumerable<string> OfNumbers =>
        Parameter.Of(new BehaviouralParameters()).Concat(Parameter.Of(new Macro())).Select(parameter => parameter.Source);

    private static IEnumerable<string> OfRecipes =>
        from recipe in new[] { GansuPopulation.Recipe, Ningxia.Recipe }
        from figure in Register.Of(null, [], recipe)
        where figure.Group == "population"
        from source in figure.Table is { } table ? table.Cells.Select(cell => cell.Source).Prepend(table.Source) : [figure.Source]
        let own = Taken().Replace(source, "")
        where Latin().IsMatch(own)
        select own;

    private static IEnumerable<string> OfTargets =>
        from file in new[] { "gansu-2023.yaml", "provinces/ningxia/gansu-notice.yaml" }
        from target in ScenarioFile.Read(Path.Combine(Repository.File("scenarios"), file), MeasureCatalog.Default).Targets
        select target.Source;

    private static IEnumerable<Phrase> OfLevers =>
        MeasureCatalog.Default.Measures.SelectMany(m => m.Levers).Select(SourceTexts.Of).Distinct();

    private static IEnumerable<string> OfRules => RuleBook.All.Select(version => version.Note).Where(note => note.Length > 0);

    // What is Chinese in the file needs no wording. A figure of another province keeps that province's source.
    private static IEnumerable<string> OfProvinces => Documents
        .Concat(NingxiaReport.Value.Select(line => Taken().Match(line.Source).Groups["why"].Value).Where(why => why.Length > 0))
        .Append(GansuPopulation.Province.Name);

    private static IEnumerable<string> Documents =>
        from province in new[] { GansuPopulation.Province, Ningxia.Recipe.Province }
        from rates in province.Law.Rules
        from step in rates.Steps
        let own = Taken().Replace(step.Document, "")
        where Latin().IsMatch(own)
        select own;

    private static IEnumerable<string> OfTotals =>
        Report.Value.Concat(NingxiaReport.Value).SelectMany(line => new[] { Taken().Replace(line.Source, ""), line.Beside })
            .OfType<string>().Where(text => Latin().IsMatch(text));

    // A count that is a firm off, and one that is far off.
    private static IEnumerable<string> OfMisses =>
        new[] { 4.0, 50 }.Select(made => new ReportLine("", 3, made, "firms", "", Confidence.Assumed).Why!);

    [Fact]
    public void Every_source_of_a_behavioural_and_a_macro_number_has_a_Chinese_wording() => Unworded(OfNumbers);

    [Fact]
    public void Every_source_of_a_figure_of_a_shipped_recipe_has_a_Chinese_wording() => Unworded(OfRecipes);

    [Fact]
    public void Every_source_of_a_target_of_a_shipped_scenario_has_a_Chinese_wording() => Unworded(OfTargets);

    [Fact]
    public void Every_note_of_the_rulebook_and_every_source_of_the_population_has_a_Chinese_wording() =>
        Unworded(OfRules.Concat(OfTotals).Concat(OfMisses).Concat(OfProvinces));

    [Fact]
    public void Every_total_of_the_population_and_its_unit_has_a_Chinese_name()
    {
        foreach (var line in Report.Value)
        {
            Assert.True(IsChinese(TotalNames.Of(line.Name, GansuPopulation.Province).Zh), $"sources.zh.txt has no line for: {line.Name}");
            Assert.True(ParameterTexts.HasChinese($"unit {line.Unit}"), $"parameters.zh.txt has no line for: unit {line.Unit}");
        }
        Assert.Equal(
            new Phrase("兰州新区：省级专精特新中小企业", "Specialised SMEs in Lanzhou New Area"),
            TotalNames.Of("Specialised SMEs in LanzhouNewArea", GansuPopulation.Province));
        Assert.Equal("产业链上的工业企业", TotalNames.Of("Industrial firms in a chain", GansuPopulation.Province).Zh);
    }

    [Fact]
    public void No_line_is_left_of_a_source_that_is_gone()
    {
        var names = Report.Value.SelectMany(line => new[] { line.Name, line.Name[..(line.Name.LastIndexOf(' '))] });
        var left = SourceTexts.Worded
            .Except(OfNumbers.Concat(OfRecipes).Concat(OfRules).Concat(OfTotals).Concat(OfMisses).Concat(OfProvinces).Concat(names)
                .Concat(OfTargets))
            .ToList();
        Assert.True(left.Count == 0, $"sources.zh.txt has lines that nothing asks for: {string.Join(" | ", left)}");
    }

    [Fact]
    public void A_wording_names_the_same_documents_and_years_as_the_source()
    {
        var lost = from source in SourceTexts.Worded.Select(SourceTexts.Of).Concat(OfLevers)
                   from Match match in YearOrDocument().Matches(source.En)
                   where !source.Zh.Contains(match.Value, StringComparison.Ordinal)
                   select $"{match.Value} of \"{source.En}\"";
        Assert.Empty(lost);
    }

    [Fact]
    public void What_is_taken_from_another_province_says_so_in_Chinese()
    {
        Assert.Equal("假设，取自甘肃：20000元，上浮幅度见省份文件。", SourceTexts.Of(
            "assumed, taken from Gansu: 20000 yuan; the file of the province says by how much it is raised.").Zh);
        Assert.Equal("假设，取自甘肃，乘以0.084（residents: 2.1 of 25.0 million）：our own survey", SourceTexts.Of(
            "assumed, taken from Gansu times 0.084 (residents: 2.1 of 25.0 million): our own survey").Zh);
    }

    [Fact]
    public void What_a_user_wrote_of_their_own_figure_is_shown_as_written() =>
        Assert.Equal(new Phrase("our own survey", "our own survey"), SourceTexts.Of("our own survey"));

    // All of them at once: whoever adds a number adds the line of its source to sources.zh.txt.
    private static void Unworded(IEnumerable<string> sources)
    {
        var missing = sources.Distinct()
            .Where(source => !IsChinese(SourceTexts.Of(source).Zh) || SourceTexts.Of(source).Zh == source).ToList();
        Assert.True(missing.Count == 0, $"sources.zh.txt has no line for: {string.Join(" | ", missing)}");
    }

    private static bool IsChinese(string text) => text.Any(settlement => settlement is >= '一' and <= '鿿');

    [GeneratedRegex(@"^assumed, taken from [^:(]+?( times [0-9.]+ \((?<why>[^)]*)\))?: ")]
    private static partial Regex Taken();

    [GeneratedRegex("[a-z]{2}")]
    private static partial Regex Latin();

    [GeneratedRegex(@"(?<!\d)(19|20)\d\d(?!\d)|〔\d+〕\d+号")]
    private static partial Regex YearOrDocument();
}
