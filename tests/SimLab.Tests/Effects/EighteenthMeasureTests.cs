using SimLab.Engine.Execution;
using SimLab.Engine.Reporting;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Enterprises;
using SimLab.Model.Forms;
using SimLab.Model.Messages;
using SimLab.Model.Policies;
using SimLab.Tests.Scenarios;
using Xunit;

namespace SimLab.Tests.Effects;

/// <summary>A new measure is one new file, <see cref="GreenUpgradeLoans"/>, and nothing else is touched.</summary>
[Slow]
public sealed class EighteenthMeasureTests
{
    private static readonly MeasureId Green = new("samples", 18);
    private static readonly MeasureCatalog Catalog = new(typeof(GreenUpgradeLoans).Assembly);

    [Fact]
    public void The_catalog_has_it_behind_the_seventeen()
    {
        var measure = Catalog.Measures[17];
        Assert.Equal((18, nameof(GreenUpgradeLoans)), (measure.Clause.Number, measure.Name));
        Assert.Equal(["rateCut", "priority", "budgetPerYear"], measure.Levers.Select(l => l.Name));
    }

    [Fact]
    public void The_schema_offers_it_with_its_levers()
    {
        var schema = ScenarioSchema.Json(Catalog);
        Assert.Contains("\"GreenUpgradeLoans\"", schema, StringComparison.Ordinal);
        Assert.Contains("18 绿色技改贷款贴息", schema, StringComparison.Ordinal);
        Assert.Contains("\"rateCut\"", schema, StringComparison.Ordinal);
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
        var run = await SeventeenAlone.Simulate(1, 6, [new("none", []), new("green", measures)], ledger);

        var changed = ledger.Lines.Where(line => run.Materials.Measures.Ids[line.Measure] == Green).ToList();
        Assert.Contains(changed, line =>
            line.Form == FormKind.LoanApplication && FormColumns.Names<LoanApplication>()[line.Field] == "rateCut"
            && line is { Before: 0, After: 0.01 });
        Assert.Equal(0, run.Series.Cost(0, 0, run.Series.Plan.Start, run.Series.Plan.LastMonth, Green));
        Assert.Equal(0, run.Series.Cost(1, 0, Month.Of(2022, 1), Month.Of(2022, 2), Green));
        Assert.True(run.Series.Cost(1, 0, Month.Of(2022, 3), Month.Of(2022, 6), Green) > 0);
        Assert.Equal(nameof(GreenUpgradeLoans), Assert.Single(PublicCost.Of(run.Series, 2022)).Measure);
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
