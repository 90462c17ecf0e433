using System.Globalization;
using System.Text.RegularExpressions;
using SimLab.Engine.Execution;
using SimLab.Engine.Populations;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Messages;
using SimLab.Model.Populations;
using SimLab.Model.Recognition;
using SimLab.Tests.App;
using Xunit;

namespace SimLab.Tests.Populations;

/// <summary>Follows src/docs/own-province.md: writes its files, and types its commands.</summary>
[Slow]
public sealed partial class OwnProvinceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("simlab-province-").FullName;

    public OwnProvinceTests()
    {
        foreach (var province in new[] { "gansu", "threelakes" })
            Directory.CreateDirectory(Path.Combine(_folder, "scenarios", "provinces", province));
        foreach (var name in new[] { "province.yaml", "population.yaml" })
            File.Copy(Repository.File("scenarios", "provinces", "gansu", name), In("gansu", name));
        foreach (Match file in Block().Matches(Page)) File.WriteAllText(
            Path.Combine(_folder, file.Groups["path"].Value), file.Groups["text"].Value);
    }

    private static string Page { get; } = File.ReadAllText(Repository.File("src", "docs", "own-province.md"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string In(string province, string name) => Path.Combine(_folder, "scenarios", "provinces", province, name);

    [Fact]
    public async Task Every_command_of_the_page_succeeds_on_its_files()
    {
        string[] commands = [.. Command().Matches(Page).Select(line => line.Groups["words"].Value)];
        Assert.Equal(3, commands.Length);
        foreach (var command in commands)
        {
            var words = command.Split(' ').Select(word =>
                word.StartsWith("scenarios/", StringComparison.Ordinal) ? Path.Combine(_folder, word) : word);
            var said = await Said.By(
                [.. words, .. command.StartsWith("run", StringComparison.Ordinal) ? new[] { "--executor", "loop", "--no-record" } : []]);
            Assert.True(said.Exit == 0, $"simlab {command}: {said.Error}");
        }
    }

    [Fact]
    public void What_is_not_given_is_taken_in_proportion_and_says_so()
    {
        var (recipe, gansu) = (PopulationFile.Read(In("threelakes", "population.yaml")).Recipe, GansuPopulation.Recipe);
        Assert.Equal((150, "invented"), (recipe.Titles.HighTech.Count, recipe.Titles.HighTech.Source));
        Assert.Equal(Math.Round(gansu.Firms.Smes.Value * 0.084), recipe.Firms.Smes.Value);
        Assert.Equal(Confidence.Assumed, recipe.Firms.Smes.Tag);
        Assert.StartsWith(
            "assumed, taken from Gansu times 0.084 (residents: 2.1 of 25.0 million): B3",
            recipe.Firms.Smes.Source, StringComparison.Ordinal);
        Assert.Equal(gansu.Loans.LittleGiantMean.Value, recipe.Loans.LittleGiantMean.Value);
        Assert.StartsWith("assumed, taken from Gansu: ", recipe.Industries.Smes.Source, StringComparison.Ordinal);
        Assert.Equal(gansu.Industries.Smes.Values, recipe.Industries.Smes.Values);
    }

    [Fact]
    public async Task Two_provinces_run_in_one_process_as_each_does_alone()
    {
        var gansu = SmallGansuPlan();
        var lakes = Plan(In("threelakes", "baseline.yaml"));
        Assert.Equal((15, 8, 3, 3), (
            gansu.Population.Province.Regions.Length, gansu.Population.Province.ChainCells(),
            lakes.Population.Province.Regions.Length, lakes.Population.Province.ChainCells()));
        var alone = (await Hash(gansu), await Hash(lakes));
        var together = await Task.WhenAll(Hash(lakes), Hash(gansu));
        Assert.Equal(alone, (together[1], together[0]));
    }

    [Fact]
    public void The_plan_carries_the_province_so_that_a_silo_needs_no_file()
    {
        var plan = Plan(In("threelakes", "baseline.yaml"));
        var sent = RunPlan.FromJson(plan.ToJson(), MeasureCatalog.Default).Population;
        Assert.Equal(["Northshore", "Hills", "Delta"], sent.Province.RegionNames());
        Assert.Equal(ProvinceFile.Lines(plan.Population.Province), ProvinceFile.Lines(sent.Province));
    }

    [Fact]
    public void A_province_takes_applications_in_its_own_month_and_for_other_titles_in_that_of_all()
    {
        var (lakes, gansu) = (Plan(In("threelakes", "baseline.yaml")).Population.Province.Law, GansuPopulation.Recipe.Province.Law);
        Month[] Of(Title title, LocalLaw law) =>
        [
            .. Enumerable.Range(1, 12).Select(month => Month.Of(2022, month))
                .Where(month => TitleCatalog.Of(title).IsAppliedForIn(month, law)),
        ];
        Assert.Equal([Month.Of(2022, 5)], Of(Title.HighTech, lakes));
        Assert.Equal([Month.Of(2022, 8)], Of(Title.HighTech, gansu));
        Assert.All(Enum.GetValues<Title>().Where(title => title != Title.HighTech), title =>
            Assert.Equal(Of(title, gansu), Of(title, lakes)));
    }

    [Fact]
    public async Task Firms_of_a_province_file_in_its_month_alone()
    {
        var plan = Plan(In("threelakes", "baseline.yaml")) with { Months = 8 };
        var lived = await Simulation.Run(
            new RunMaterials(plan), new LoopExecutor(), long.MaxValue, cancel: TestContext.Current.CancellationToken);
        var filed = Enumerable.Range(0, plan.Months).Select(month => plan.Start + month)
            .Where(month => lived.Series.Value(0, 0, month, Indicator.FilesHighTech) > 0);
        Assert.Equal([Month.Of(2022, 5)], filed);
    }

    [Fact]
    public void Firms_stand_in_the_regions_and_chains_of_their_province()
    {
        var plan = Plan(In("threelakes", "baseline.yaml"));
        var firms = PopulationGenerator.Generate(plan.Population, plan.Seed).Firms;
        Assert.Equal([0, 1, 2], firms.Select(firm => (int)firm.Region).Distinct().Order());
        Assert.Equal([0, 1, 2], firms.Select(firm => (int)firm.Chain).Distinct().Order());
        Assert.Equal(4, firms.Count(firm => firm.LeadsChain));
    }

    [Theory]
    [InlineData("province.yaml", "tile: [2, 1]", "tile: [1, 1]", "has the tile [1, 1] of Northshore")]
    [InlineData("province.yaml", "  Hills: { zh", "  Mining: { zh", "cannot name a region")]
    [InlineData("province.yaml", "home: [Northshore]", "home: [Northshire]", "Nearest: Northshore")]
    [InlineData("province.yaml", "Hills: 60", "Hill: 60", "Nearest: Hills")]
    [InlineData("province.yaml", "value: 0.1,", "value: 0.4,", "law.keyGroupCredit is 0.4, outside [0, 0.3]")]
    [InlineData("province.yaml", "keyGroupCredit:", "keyGroupsCredit:", "Nearest: keyGroupCredit")]
    [InlineData("province.yaml", "sixTaxesTwoFees:", "refundToLarge:", "law has no \"sixTaxesTwoFees\"")]
    [InlineData("province.yaml", "veteranCredit:", "disabledQuota:", "law.disabledQuota is 0, outside [0.015, 1]")]
    [InlineData("province.yaml", "value: 5,", "value: 13,", "law.highTechApplications is 13, outside [1, 12] month of the year")]
    [InlineData("province.yaml", "value: 5,", "value: 5.5,", "law.highTechApplications is 5.5, which is no month of the year")]
    [InlineData("province.yaml", "capital: yes", "capital: maybe", "must be yes or no")]
    [InlineData("population.yaml", "province: province.yaml\n", "", "scale is for a population that extends one of another province")]
    [InlineData(
        "population.yaml", "  mining: { unit", "  # mining: { unit",
        "regions has no \"mining\" (times): that of Gansu has other regions")]
    [InlineData("population.yaml", "value: 0.084", "value: 0", "scale is 0, outside")]
    [InlineData("population.yaml", "chainLeaders: { value: 4", "chainLeaders: { value: 1", "Threelakes has 2 chains")]
    public void A_mistake_is_answered_with_its_file_its_line_and_what_is_allowed(string name, string found, string instead, string answer)
    {
        var file = In("threelakes", name);
        var text = File.ReadAllText(file);
        Assert.Contains(found, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(found, instead, StringComparison.Ordinal));
        var said = Assert.Throws<PopulationException>(() => PopulationFile.Read(In("threelakes", "population.yaml")).Generate(1));
        Assert.Contains(answer, said.Message, StringComparison.Ordinal);
        Assert.EndsWith(name, said.File, StringComparison.Ordinal);
        Assert.True(said.Line > 0, said.Message);
    }

    private static RunPlan SmallGansuPlan() => Determinism.SmallProvince.Plan with { Months = 3, Replicates = 1 };

    private static RunPlan Plan(string scenario)
    {
        var read = ScenarioFile.Read(scenario, MeasureCatalog.Default);
        return RunPlan.Of(read, PopulationFile.Read(read.Population).Recipe) with { Months = 3, Replicates = 1 };
    }

    private static async Task<string> Hash(RunPlan plan)
    {
        await using var executor = new LoopExecutor();
        return (await Simulation.Run(new RunMaterials(plan), executor, 1L << 30)).Hash;
    }

    // A file is named in the line before its block.
    [GeneratedRegex(@"`(?<path>scenarios/provinces/[^`]+)`:\n\n```yaml\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^simlab (?<words>.+)$", RegexOptions.Multiline)]
    private static partial Regex Command();
}
