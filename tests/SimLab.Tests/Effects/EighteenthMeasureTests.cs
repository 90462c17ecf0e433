using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SimLab.App.Describing;
using SimLab.App.Lab.Plan;
using SimLab.App.Lab.Policies;
using SimLab.App.Texts;
using SimLab.Engine.Effects;
using SimLab.Engine.Execution;
using SimLab.Engine.Experiments.Files;
using SimLab.Engine.Reporting;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Enterprises;
using SimLab.Model.Forms;
using SimLab.Model.Messages;
using SimLab.Model.Policies;
using SimLab.Tests.Determinism;
using SimLab.Tests.Scenarios;
using Xunit;

namespace SimLab.Tests.Effects;

/// <summary>
/// A new measure is one new file, <see cref="GreenUpgradeLoans"/>, and nothing else is touched: it is in the catalogue of the repository
/// and in all that is made from it.
/// </summary>
[Slow]
public sealed class EighteenthMeasureTests
{
    private static readonly MeasureId Green = new("samples", 18);

    // The repository's own catalogue, with the measures of the tests.
    private static readonly MeasureCatalog Catalog = new(typeof(GreenUpgradeLoans).Assembly);

    private static CataloguedMeasure Known => Catalog.Find(nameof(GreenUpgradeLoans))!;

    [Fact]
    public void The_catalog_has_it_beside_all_others()
    {
        Assert.Equal(["rateCut", "priority", "equipmentSupport", "budgetPerYear"], Known.Levers.Select(l => l.Name));
        Assert.Equal("samples/18", Known.Id.ToString());
        Assert.Equal(
            MeasureCatalog.Default.Measures.Select(m => m.Name),
            Catalog.Measures.Select(m => m.Name).Intersect(MeasureCatalog.Default.Measures.Select(m => m.Name)));
    }

    [Fact]
    public void The_schema_offers_it_with_its_levers()
    {
        var schema = ScenarioSchema.Json(Catalog);
        Assert.Contains("\"GreenUpgradeLoans\"", schema, StringComparison.Ordinal);
        Assert.Contains("18 绿色技改贷款贴息", schema, StringComparison.Ordinal);
        Assert.Contains("\"rateCut\"", schema, StringComparison.Ordinal);
        Assert.Contains("\"GreenUpgradeLoans.rateCut\"", ExperimentSchema.Json(Catalog), StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_with_it_is_read_back_as_written()
    {
        var plan = SmallProvince.Plan with { Arms = [new("green", [new GreenUpgradeLoans { Priority = 0.1, Until = Month.Of(2022, 5) }])] };
        Assert.Equal(plan.Arms[0].Measures, RunPlan.FromJson(plan.ToJson(), Catalog).Arms[0].Measures);
    }

    [Fact]
    public void The_page_of_its_document_has_its_clause()
    {
        var page = PolicyMarkdown.Write(SampleDocument.Document, Catalog);
        Assert.Contains("## 18 绿色技改贷款贴息: `GreenUpgradeLoans`\n\n> 对绿色技改贷款给予贴息.\n", page, StringComparison.Ordinal);
        Assert.Contains(
            "Acts on: LoanApplication, LoanContract, InvestmentPlan (claimed)\n\nNot modelled: what makes an upgrade green.\n", page,
            StringComparison.Ordinal);
        Assert.Contains("| `equipmentSupport` | 设备补助 | 0.1 | 0 to 0.5 | share of green equipment | what-if: on top |", page,
            StringComparison.Ordinal);
        Assert.DoesNotContain("TaxRelief", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.Zh, "设备补助", "占绿色设备", "假想:另加", "绿色技改的认定。", "示例")]
    [InlineData(Language.En, "Equipment support", "share of green equipment", "what-if: on top", "what makes an upgrade green.",
        "Samples for tests")]
    public async Task The_lab_has_its_document_its_clause_and_its_form(
        Language language, string name, string unit, string source, string missing, string title)
    {
        var viewer = new Viewer(language, default, default);
        var page = await Rendered<PolicyPage>(new() { ["Id"] = "samples", ["Catalog"] = Catalog, ["Viewer"] = viewer });
        Assert.All([title, name, unit, source, missing, "绿色技改贷款贴息", "href=\"policies/samples#clause-18\""],
            words => Assert.Contains(words, page, StringComparison.Ordinal));

        var card = await Rendered<MeasureCard>(new()
        {
            ["Known"] = Known,
            ["Current"] = Known.AsWritten(),
            ["Start"] = Month.Of(2022, 1),
            ["Last"] = Month.Of(2024, 12),
            ["Viewer"] = viewer,
        });
        Assert.Contains(language == Language.Zh ? "绿色技改贷款贴息" : "Green upgrade loans", card, StringComparison.Ordinal);
        Assert.Contains("data-measure=\"GreenUpgradeLoans\"", card, StringComparison.Ordinal);

        var lever = Known.Lever("equipmentSupport")!;
        var slider = await Rendered<LeverSlider>(new()
        {
            ["Owner"] = Known.Name,
            ["Parameter"] = lever,
            ["Value"] = 0.2,
            ["Written"] = lever.Default,
            ["Viewer"] = viewer,
        });
        Assert.All([name, unit, source, "type=\"range\""], words => Assert.Contains(words, slider, StringComparison.Ordinal));
    }

    [Fact]
    public void The_scenario_reader_knows_it_and_its_ranges()
    {
        using var folder = new ScenarioFolder();
        var read = Read(folder, "{ rateCut: 0.02, from: 2023-03 }");
        Assert.Equal(new GreenUpgradeLoans { RateCut = 0.02, From = Month.Of(2023, 3) }, Assert.Single(read.Measures));
        var mistake = Assert.Throws<ScenarioException>(() => Read(folder, "{ rateCut: 0.2 }"));
        Assert.Contains("GreenUpgradeLoans.rateCut is 0.2, outside [0, 0.05]", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_lived_and_its_changes_are_in_the_ledger_and_its_cost_in_the_books()
    {
        using var folder = new ScenarioFolder();
        var measures = Read(folder, "{ from: 2022-03 }").Measures;
        var ledger = new Ledger();
        var run = await MeasuresAlone.Simulate(1, 6, [new("none", []), new("green", measures)], ledger);

        var changed = ledger.Lines.Where(line => run.Materials.Measures.Ids[line.Measure] == Green).ToList();
        Assert.Contains(changed, line =>
            line.Form == FormKind.LoanApplication && FormColumns.Names<LoanApplication>()[line.Field] == "rateCut"
            && line is { Before: 0, After: 0.01 });
        Assert.Equal(0, run.Series.Cost(0, 0, run.Series.Plan.Start, run.Series.Plan.LastMonth, Green));
        Assert.Equal(0, run.Series.Cost(1, 0, Month.Of(2022, 1), Month.Of(2022, 2), Green));
        Assert.True(run.Series.Cost(1, 0, Month.Of(2022, 3), Month.Of(2022, 6), Green) > 0);
        Assert.Equal(nameof(GreenUpgradeLoans), Assert.Single(PublicCost.Of(run.Series, 2022)).Measure);
    }

    [Fact]
    public async Task Its_take_up_is_counted_among_the_firms_it_is_meant_for()
    {
        var census = new TakeUp.Census();
        await MeasuresAlone.Simulate(
            1, 12, [new("green", [new GreenUpgradeLoans { From = Month.Of(2022, 3) }])], census);
        var counted = Assert.Single(census.All, take => take.Month == Month.Of(2022, 12));
        Assert.Equal(
            (nameof(GreenUpgradeLoans), "industrial SMEs with a title or on the above-scale roster"), (counted.Measure, counted.For));
        Assert.True(counted.Eligible > counted.Know && counted.Know > counted.Claimed && counted.Claimed > 0, $"{counted}");
    }

    [Fact]
    public async Task The_page_on_effects_has_its_rows()
    {
        var scenario = ScenarioFile.Read(Repository.File("scenarios", "gansu-2023.yaml"), MeasureCatalog.Default) with { Months = 12 };
        var order = new EffectsOrder(
            scenario, SmallProvince.Plan.Population, SmallProvince.Materials().Population,
            new([typeof(PublicServices), typeof(GreenUpgradeLoans)]), Month.Of(2022, 3), Replicates: 2, Memory: 1L << 30);
        var page = new EffectsPage(await MeasureEffects.Run(order, cancel: TestContext.Current.CancellationToken)).Write();
        Assert.Contains("| samples/18 | GreenUpgradeLoans | interest paid for green upgrades, 亿元 |", page, StringComparison.Ordinal);
        Assert.Contains("| GreenUpgradeLoans | industrial SMEs with a title or on the above-scale roster | 2022-12 |", page,
            StringComparison.Ordinal);
        // Jobs, sales, insolvencies and cost; then money, shares, winners and losers: a row for each measure and one for both.
        var economy = page[page.IndexOf("## Jobs, sales and insolvencies", StringComparison.Ordinal)..];
        Assert.Equal(6, Cells(economy, "GreenUpgradeLoans").Length);
        var who = page[page.IndexOf("## Who gets the money", StringComparison.Ordinal)..];
        Assert.Equal(14, Cells(who, "GreenUpgradeLoans").Length);
        Assert.Equal(14, Cells(who, "All 2").Length);
        Assert.EndsWith(" %", Cells(who, "GreenUpgradeLoans")[^1], StringComparison.Ordinal);
        Assert.Contains("### samples/18 绿色技改贷款贴息: `GreenUpgradeLoans`", page, StringComparison.Ordinal);
        Assert.Contains(
            "| equipmentSupport | 0.1 | 0 – 0.5 | share of green equipment | what-if: on top |", page, StringComparison.Ordinal);
    }

    private static string[] Cells(string page, string measure) => page.Split('\n').First(line =>
        line.StartsWith('|') && line.Contains($"| {measure} |", StringComparison.Ordinal))
        .Split('|', StringSplitOptions.TrimEntries)[1..^1];

    private static async Task<string> Rendered<TComponent>(Dictionary<string, object?> parameters) where TComponent : IComponent
    {
        await using var services = new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<Cascaded>(ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(Cascaded.Shown)] = typeof(TComponent),
                [nameof(Cascaded.Parameters)] = parameters,
            }))).ToHtmlString());
    }

    /// <summary>A component with the viewer that the layout of the lab gives to all.</summary>
    private sealed class Cascaded : ComponentBase
    {
        [Parameter] public Type Shown { get; set; } = null!;
        [Parameter] public Dictionary<string, object?> Parameters { get; set; } = [];

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenComponent<CascadingValue<Viewer>>(0);
            builder.AddComponentParameter(1, nameof(CascadingValue<Viewer>.Value), Parameters["Viewer"]);
            builder.AddComponentParameter(2, nameof(CascadingValue<Viewer>.ChildContent), (RenderFragment)(child =>
            {
                child.OpenComponent(0, Shown);
                child.AddMultipleAttributes(1, Parameters.Where(each => each.Key != "Viewer")!);
                child.CloseComponent();
            }));
            builder.CloseComponent();
        }
    }

    private static Scenario Read(ScenarioFolder folder, string written) =>
        ScenarioFile.Read(folder.Write("green.yaml", ScenarioFolder.Plain + $"measures:\n  GreenUpgradeLoans: {written}"), Catalog);

    private sealed class Ledger : IRecorder
    {
        public List<LedgerLine> Lines { get; } = [];

        public Task Record(RunMaterials materials, WorldBatch batch, MonthOutput output)
        {
            Lines.AddRange(output.Ledger.SelectMany(district => district));
            return Task.CompletedTask;
        }

        public Task RecordPanel(RunMaterials materials, Month month, int arm, int replicate, Enterprise[] states) => Task.CompletedTask;
    }
}
