using SimLab.Engine.Calibration;
using SimLab.Engine.Experiments.Running;
using SimLab.Model;
using SimLab.Model.Economy;
using Xunit;

namespace SimLab.Tests.Calibration;

[Slow]
public sealed class CalibratorTests
{
    private const double TrueExit = 0.10, TrueEntry = 0.20;

    private static readonly FreeParameter Exit = SmallCalibration.Free("exitRate", 0.02, 0.15),
        Entry = SmallCalibration.Free("entryRate", 0.10, 0.30);

    // What the model itself gives at known values stands in for the facts, so that the answer is known.
    private static async Task<CalibrationOrder> OrderForKnownAnswer()
    {
        var order = SmallCalibration.Order(
            [SmallCalibration.Fact("exit_rate", 1, 0.004), SmallCalibration.Fact("entry_rate", 1, 0.004)], [Exit, Entry]);
        var truth = order.Arm("truth", order.At([TrueExit, TrueEntry]));
        var lived = await SmallCalibration.Worlds()
            .Simulate([truth], 16, order.LastFitted, 99, cancel: TestContext.Current.CancellationToken);
        return order with
        {
            Size = order.Size with { Draws = 120 },
            AllFacts = [.. order.AllFacts.Select(fact => fact with { Observed = lived[0].Mean(fact.Measures.At(fact.At))!.Value })],
        };
    }

    // The same every time, so that once is enough for most.
    private static readonly Lazy<Task<CalibrationResult>> KnownAnswer = new(async () => await Calibrate(await OrderForKnownAnswer()));

    private static Task<CalibrationResult> Calibrate(CalibrationOrder order) =>
        new Calibrator(order, SmallCalibration.Worlds()).Run(TestContext.Current.CancellationToken);

    [Fact]
    public async Task Values_that_made_the_facts_are_found_again()
    {
        var result = await KnownAnswer.Value;
        Assert.InRange(result.Best[0], TrueExit - 0.02, TrueExit + 0.02);
        Assert.InRange(result.Best[1], TrueEntry - 0.03, TrueEntry + 0.03);
        Assert.InRange(TrueExit, result.Parameters[0].P05, result.Parameters[0].P95);
        Assert.True(result.Distance < result.DistanceBefore,
            $"{result.Distance} against {result.DistanceBefore} of the register, whose exit is 0.06");
    }

    [Fact]
    public async Task A_number_that_the_facts_do_not_touch_is_said_to_be_unknown()
    {
        var order = await OrderForKnownAnswer();
        order = order with { Size = order.Size with { Draws = 60 } };        // three numbers need more points than two
        var result = await Calibrate(order with { Parameters = [Exit, Entry, SmallCalibration.Free("certificateWorth", 0, 0.1)] });
        Assert.True(result.Parameters[2].IsPrior, result.Parameters[2].ToString());
        Assert.False(result.Parameters[0].IsPrior, result.Parameters[0].ToString());
        Assert.Contains("certificateWorth", ParametersText.Layer(result, "none", "test"), StringComparison.Ordinal);
        Assert.Contains(
            "Not identified: the posterior is the prior.", ParametersText.Layer(result, "none", "test"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calibration_that_was_stopped_goes_on_from_what_it_had_lived_to_the_same_bytes()
    {
        var order = await OrderForKnownAnswer();
        using var kept = WorldStore.InMemory();
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new Calibrator(order, SmallCalibration.Worlds(kept, new Stopper(stop))).Run(stop.Token));
        Assert.Equal(Stopper.Batches * BatchedWorlds.ArmsOfABatch, kept.Count);
        var result = await new Calibrator(order, SmallCalibration.Worlds(kept)).Run(TestContext.Current.CancellationToken);
        Assert.Equal(ParametersText.Posterior(await KnownAnswer.Value), ParametersText.Posterior(result));
        // With all of it kept nothing is lived, and so nothing is there to be stopped.
        var again = await new Calibrator(order, SmallCalibration.Worlds(kept)).Run(stop.Token);
        Assert.Equal(ParametersText.Posterior(result), ParametersText.Posterior(again));
    }

    private sealed class Stopper(CancellationTokenSource stop) : IProgress<Sentence>
    {
        public const int Batches = 3;

        private int _told;

        public void Report(Sentence value)
        {
            if (++_told == Batches) stop.Cancel();
        }
    }

    [Fact]
    public async Task The_same_seed_writes_the_same_bytes_and_another_does_not()
    {
        var order = await OrderForKnownAnswer();
        var (first, second, other) = (await KnownAnswer.Value, await Calibrate(order), await Calibrate(order with { Seed = 6 }));
        Assert.Equal(ParametersText.Layer(first, "none", "test"), ParametersText.Layer(second, "none", "test"));
        Assert.Equal(ParametersText.Posterior(first), ParametersText.Posterior(second));
        Assert.NotEqual(ParametersText.Posterior(first), ParametersText.Posterior(other));
    }

    [Fact]
    public async Task The_posterior_reads_back_to_the_same_bits()
    {
        var (order, result) = (await OrderForKnownAnswer(), await KnownAnswer.Value);
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, ParametersText.Posterior(result), TestContext.Current.CancellationToken);
            Assert.Equal(result.Draws.ToArray(), ParametersText.ReadPosterior(file, order));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_batch_has_luck_of_its_own_unless_arms_are_to_be_compared()
    {
        var order = SmallCalibration.Order([SmallCalibration.Fact("exit_rate", 0.06, 0.01)], [Exit]);
        var arms = Enumerable.Repeat(order.Arm("same", Assumptions.Documented), BatchedWorlds.ArmsOfABatch + 1).ToArray();
        async Task<double?[]> Exits(BatchKeys randomKey) =>
            [.. (await SmallCalibration.Worlds().Simulate(arms, 1, Month.Of(2022, 12), 3, randomKey, TestContext.Current.CancellationToken))
            .Select(arm => arm.Mean(Moments.Find("exit_rate")!.At(Month.Of(2022, 12))))];
        Assert.Equal(2, (await Exits(BatchKeys.Own)).Distinct().Count());
        Assert.Single((await Exits(BatchKeys.Common)).Distinct());
    }

    [Fact]
    public void A_year_of_a_path_moves_without_the_years_after_it()
    {
        var parameter = Engine.Scenarios.Parameter.Of(new Macro()).First(d => d.Name == "bankCreditGrowth");
        var free = new FreeParameter(
            parameter, IsMacro: true, Year: 2024, Engine.Experiments.Methods.Factor.Range("bankCreditGrowth.2024", 0, 1), "test");
        var moved = SmallCalibration.Order([SmallCalibration.Fact("exit_rate", 0.06, 0.01)], [free]).At([0.5]).Macro.BankCreditGrowth;
        Assert.Equal((0.095, 0.5, 0.08), (moved.In(2023), moved.In(2024), moved.In(2025)));
    }
}
