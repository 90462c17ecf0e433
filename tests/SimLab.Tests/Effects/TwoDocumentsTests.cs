using System.Collections.Immutable;
using SimLab.Engine.Effects;
using SimLab.Engine.Execution;
using SimLab.Engine.Reporting;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Enterprises;
using SimLab.Model.Messages;
using SimLab.Model.Policies;
using SimLab.Tests.Policies;
using SimLab.Tests.Scenarios;
using Xunit;

namespace SimLab.Tests.Effects;

/// <summary>A second document stacked on the notice, with clauses of the same numbers.</summary>
[Slow]
public sealed class TwoDocumentsTests
{
    private const int None = 0, NoticeAlone = 1, LanzhouAlone = 2, Both = 3;

    private static readonly string[] Notice = ["gansu-2023/01", "gansu-2023/05", "gansu-2023/09"];
    private static readonly string[] Lanzhou = ["lanzhou-2024/01", "lanzhou-2024/05", "lanzhou-2024/09"];

    private static readonly Lazy<Task<(RunResult Run, Watcher Seen)>> Simulated = new(async () =>
    {
        var seen = new Watcher();
        return (await MeasuresAlone.Simulate(1, 24, Arms, seen), seen);
    });

    private static ImmutableArray<ArmPlan> Arms =>
    [
        new("none", []), new("notice", Read(Notice)), new("lanzhou", Read(Lanzhou)), new("both", Read([.. Lanzhou, .. Notice])),
    ];

    // Through the reader, with both documents in one file.
    private static ImmutableArray<Measure> Read(string[] measures)
    {
        using var folder = new ScenarioFolder();
        return ScenarioFile.Read(folder.Write("two.yaml", ScenarioFolder.Plain + "measures:\n"
            + string.Concat(measures.Select(measure => $"  {measure}: {{ from: 2022-03 }}\n"))), Lanzhou2024.WithNotice).Measures;
    }

    [Fact]
    public async Task The_costs_of_both_are_told_apart_and_reported_by_document_and_clause()
    {
        var (run, _) = await Simulated.Value;
        var costs = PublicCost.Of(run.Series, 2023);
        string[] Booked(int arm) => [.. costs.Where(cost => cost.Arm == arm && cost.Yuan != 0).Select(cost => cost.Id.ToString())];
        Assert.Empty(Booked(None));
        Assert.Equal(Notice, Booked(NoticeAlone));
        Assert.Equal(Lanzhou, Booked(LanzhouAlone));
        Assert.Equal([.. Notice, .. Lanzhou], Booked(Both));
        Assert.Equal(["TaxRelief", "TaxRelief"], costs.Where(cost => cost.Arm == Both && cost.Id.Clause == 1).Select(cost => cost.Measure));
        var plan = run.Series.Plan;
        Assert.Equal(
            run.Series.Cost(Both, 0, plan.Start, plan.LastMonth),
            Notice.Concat(Lanzhou).Sum(id => run.Series.Cost(Both, 0, plan.Start, plan.LastMonth, Id(id))));
    }

    [Fact]
    public async Task Both_take_effect()
    {
        var series = (await Simulated.Value).Run.Series;
        long Sum(int arm, Indicator indicator) => series.Sum(arm, 0, series.Plan.Start, series.Plan.LastMonth, indicator);
        foreach (var indicator in new[] { Indicator.RefundsPaid, Indicator.CampaignSales, Indicator.SupportPaid })
        {
            Assert.True(Sum(NoticeAlone, indicator) > Sum(None, indicator), $"{indicator} of the notice");
            Assert.True(Sum(LanzhouAlone, indicator) > Sum(None, indicator), $"{indicator} of Lanzhou");
            Assert.True(Sum(Both, indicator) > Math.Max(Sum(NoticeAlone, indicator), Sum(LanzhouAlone, indicator)), $"{indicator}");
        }
    }

    [Fact]
    public async Task Take_up_and_the_ledger_are_told_apart()
    {
        var (run, seen) = await Simulated.Value;
        var claimed = seen.Census.All.Where(count => count.Arm == Both && count.Month == Month.Of(2023, 12)).ToDictionary(c => c.Id);
        var (ninth, other) = (claimed[Id("gansu-2023/09")], claimed[Id("lanzhou-2024/09")]);
        Assert.True(ninth.Claimed > 0 && other.Claimed > 0);
        // Firms hear of one measure and not of the other.
        Assert.NotEqual(ninth.Know / (double)ninth.Eligible, other.Know / (double)other.Eligible);
        var written = seen.Ledger.Where(line => line.World == Both)
            .Select(line => run.Materials.Measures.Ids[line.Measure].ToString()).ToHashSet();
        Assert.Superset(Lanzhou.Concat(Notice).Where(id => !id.EndsWith("/05", StringComparison.Ordinal)).ToHashSet(), written);
        Assert.DoesNotContain(
            seen.Ledger.Where(line => line.World == LanzhouAlone),
            line => run.Materials.Measures.Ids[line.Measure].Document == "gansu-2023");
    }

    [Fact]
    public async Task The_result_is_the_same_again_and_in_whatever_order_the_measures_stand_and_beside_whatever_arms()
    {
        var worlds = (await Simulated.Value).Run.WorldHashes;
        var again = await MeasuresAlone.Simulate(1, 24, [Arms[None], new("both", [.. Arms[Both].Measures.Reverse()])]);
        Assert.Equal([worlds[None], worlds[Both]], again.WorldHashes);
    }

    [Fact]
    public async Task A_document_beside_it_changes_nothing_of_the_first()
    {
        var worlds = (await Simulated.Value).Run.WorldHashes;
        var alone = await MeasuresAlone.Simulate(1, 24, [Arms[NoticeAlone]]);
        Assert.Equal(MeasureCatalog.Default.Index, alone.Materials.Measures);
        Assert.Equal(worlds[NoticeAlone], Assert.Single(alone.WorldHashes));
    }

    private static MeasureId Id(string text) => MeasureId.TryParse(text, out var id) ? id.Value : throw new ArgumentException(text);

    private sealed class Watcher : IRecorder
    {
        public TakeUp.Census Census { get; } = new();
        public List<LedgerLine> Ledger { get; } = [];

        public Task Record(RunMaterials materials, WorldBatch batch, MonthOutput output)
        {
            Ledger.AddRange(output.Ledger.SelectMany(district => district));
            return Task.CompletedTask;
        }

        public Task RecordPanel(RunMaterials materials, Month month, int arm, int replicate, Enterprise[] states) =>
            Census.RecordPanel(materials, month, arm, replicate, states);
    }
}
