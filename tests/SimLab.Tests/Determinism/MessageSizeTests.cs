using System.Diagnostics.Metrics;
using SimLab.Engine.Execution;
using SimLab.Engine.Execution.Grains;
using SimLab.Model.Enterprises;
using Xunit;

namespace SimLab.Tests.Determinism;

/// <summary>What crosses from process to process grows with a district, which has a largest size, and not with the province.</summary>
[Slow]
public sealed class MessageSizeTests(ITestOutputHelper output)
{
    [Fact]
    public async Task No_message_carries_more_than_a_district()
    {
        var materials = SmallProvince.Materials(plan => plan with { Months = 3 });
        var cancel = TestContext.Current.CancellationToken;
        var batch = WorldBatch.Split(materials.Plan, materials.Population.Firms.Length, long.MaxValue)[0];
        var largest = 0L;
        using var sizes = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "orleans-messaging-sent-messages-size") listener.EnableMeasurementEvents(instrument);
            },
        };
        sizes.SetMeasurementEventCallback<int>((_, size, _, _) => InterlockedMax(ref largest, size));
        sizes.Start();

        await using var cluster = await TestClusters.Start(2);
        await using var executor = new GrainExecutor(cluster.Client);
        var economy = materials.Economy(batch.In(materials.Plan, watch: true));
        await executor.Begin(materials, batch, watch: true, cancel: cancel);
        MonthOutput last = null!;
        for (var month = materials.Plan.Start; month <= materials.Plan.LastMonth; month += 1)
        {
            var macroState = economy.Next(month);
            last = await executor.Step(macroState, cancel);
            last.Close(economy, macroState);
        }
        var snapshot = await executor.Save(last, economy, cancel);
        await executor.Begin(materials, batch, watch: true, snapshot, cancel);
        await executor.Inspect(0, cancel);
        await executor.Finish(cancel);

        var (district, whole) = (materials.Districts.Max(d => d.Count), materials.Population.Firms.Length);
        var states = (long)district * batch.Worlds * Enterprise.Bytes;
        output.WriteLine($"Largest message {largest:N0} bytes; "
            + $"states of the largest district ({district} of {whole} firms, {batch.Worlds} worlds) {states:N0}.");
        // Its snapshot is a district's largest message: the states and some letters.
        Assert.InRange(largest, states, states * 3 / 2);
        Assert.True(states * 3 / 2 < (long)whole * batch.Worlds * Enterprise.Bytes, "The province is too small for this test.");
    }

    private static void InterlockedMax(ref long largest, long size)
    {
        for (var seen = Volatile.Read(ref largest); size > seen;)
        {
            var before = Interlocked.CompareExchange(ref largest, size, seen);
            if (before == seen) return;
            seen = before;
        }
    }
}
