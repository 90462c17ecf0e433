using SimLab.Engine.Effects;
using SimLab.Engine.Execution;
using SimLab.Model;
using SimLab.Model.Messages;
using SimLab.Model.Policies;
using Xunit;

namespace SimLab.Tests.Effects;

/// <summary>More of a lever does more, and less and less of it where something else runs out.</summary>
[Slow]
public sealed class DoseTests(ITestOutputHelper output)
{
    private const int Replicates = 4;

    private static readonly Measure[][] Ladders =
    [
        [.. new[] { 0.3, 0.5, 0.7, 0.9 }
            .Select(x => new ProcurementSupport { WorksReserve = x, PriceDeduction = 0, EquipmentSupport = 0 })],
        [.. new[] { 0L, 300_000, 1_000_000 }.Select(x => new CultivateSpecialisedSmes { ProvincialReward = x, NationalReward = 0 })],
        [.. new[] { 0.0, 0.02, 0.06, 0.12 }.Select(x => new FinancialSupport { RelendingRoom = x })],
        [.. new[] { 0.0, 0.03, 0.12, 0.48 }.Select(x => new Digitalise { SpecialisedToCloud = x })],
        [.. new[] { 0.0, 0.08, 0.2, 0.5 }.Select(x => new ProtectRights { ArrearsCleared = x })],
        [.. new[] { 0.0, 0.02, 0.06, 0.18 }
            .Select(x => new ProcurementSupport
            { EquipmentSupport = x, BudgetPerYear = Cap, PriceDeduction = 0, WorksReserve = 0, Vouchers = 0, StandHelp = 0 })],
    ];

    private const long Cap = 3_000_000;

    private static readonly Lazy<Task<RunResult>> Run = new(() => MeasuresAlone.Simulate(Replicates, 24,
        [.. Ladders.SelectMany((ladder, l) =>
            ladder.Select((measure, step) => new ArmPlan($"{l}.{step}", [measure with { From = MeasuresAlone.From }])))]));

    [Fact]
    public async Task Works_reserved_for_SMEs_bring_the_provinces_firms_more_public_orders() =>
        AssertRises(await Steps(0, Sum(Indicator.PublicOrdersWon)));

    [Fact]
    public async Task A_higher_reward_costs_more() => AssertRises(await Steps(1, Cost(9)));

    [Fact]
    public async Task More_relending_room_means_more_loans_to_SMEs() => AssertRises(await Steps(2, Sum(Indicator.SmeLoansGranted)));

    [Fact]
    public async Task More_cloud_campaigning_puts_more_specialised_firms_on_the_cloud_until_nearly_all_are_there()
    {
        var steps = await Steps(3, Last(Indicator.SpecialisedOnCloud));
        AssertRises(steps);
        // A fourfold effort first, a fourfold effort again: the second adds four times as much and brings less for
        // it, for there are few left to bring.
        Assert.True((steps[3] - steps[2]) / 4 < steps[2] - steps[1], string.Join(", ", steps));
        var all = (await Steps(3, Last(Indicator.Specialised)))[3];
        Assert.InRange(steps[3], 0.95 * all, all);
    }

    [Fact]
    public async Task The_more_arrears_are_cleared_the_fewer_are_left() =>
        AssertRises([.. (await Steps(4, Last(Indicator.PublicArrears))).Select(arrears => -arrears)]);

    [Fact]
    public async Task Support_stops_growing_when_the_budget_binds()
    {
        var paid = await Steps(5, Cost(5));
        Assert.Equal(0, paid[0]);
        Assert.True(paid[1] > 0);
        Assert.All(paid, yuan => Assert.True(yuan <= 2.0 * Cap));
        // Nine times the support of the second step would be paid nearly in full if the money lasted.
        Assert.True(paid[3] < 4 * paid[1], string.Join(", ", paid));
    }

    private async Task<double[]> Steps(int ladder, Gauge gauge)
    {
        var series = (await Run.Value).Series;
        var first = Ladders.Take(ladder).Sum(l => l.Length);
        double[] means = [.. Ladders[ladder].Select((_, step) => new SimulatedArm(series, first + step).Mean(gauge)!.Value)];
        output.WriteLine(string.Join(", ", means));
        return means;
    }

    private static Gauge Sum(Indicator flow) => (c, arm, r) => c.Sum(arm, r, MeasuresAlone.From, c.Plan.LastMonth, flow);

    private static Gauge Last(Indicator stock) => (c, arm, r) => c.Value(arm, r, c.Plan.LastMonth, stock);

    private static Gauge Cost(int clause) => (c, arm, r) =>
        c.Cost(arm, r, MeasuresAlone.From, c.Plan.LastMonth, new MeasureId("gansu-2023", clause)) / (double)Fen.PerYuan;

    private static void AssertRises(double[] steps) =>
        Assert.All(steps.Zip(steps.Skip(1)), step => Assert.True(step.Second > step.First, string.Join(", ", steps)));
}
