using SimLab.Engine.Execution;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;
using SimLab.Model.Markets;
using Xunit;

namespace SimLab.Tests.Determinism;

/// <summary>A month of a firm allocates nothing on the heap once piles have found their size.</summary>
[Collection(nameof(Alone))]
[Slow]
public sealed class AllocationTests
{
    private static readonly ParallelOptions OneThread = new() { MaxDegreeOfParallelism = 1 };

    [Fact]
    public void The_kernel_allocates_nothing_once_warm()
    {
        var materials = SmallProvince.Materials();
        var batch = WorldBatch.Split(materials.Plan, materials.Population.Firms.Length, long.MaxValue)[0];
        District[] districts = [.. materials.Districts.Select(range => new District(materials, range, batch.Worlds, Market.All().Length))];

        // A collection that some other thread causes charges this one with the rest of its allocation buffer, now and then.
        // What the kernel allocates it would allocate every time, so the least of several lives is its own.
        Simulate(materials, batch, districts);
        var allocated = Enumerable.Range(0, 3).Min(_ => Simulate(materials, batch, districts));
        Assert.Equal(0, allocated);
    }

    /// <summary>Simulates all months; returns the bytes allocated while enterprises lived.</summary>
    private static long Simulate(RunMaterials materials, WorldBatch batch, District[] districts)
    {
        var plan = materials.Plan;
        var worlds = batch.In(plan, watch: true);
        MarketHost[] markets = [.. Market.All().Select((market, index) => new MarketHost(market, index, materials, batch.Worlds))];
        Enterprise[][] states = [.. materials.InitialOf(0).Select(initial => Enumerable.Repeat(initial, batch.Worlds).ToArray())];
        var macroState = materials.Economy(worlds).Closed;

        long allocated = 0;
        for (var month = plan.Start; month <= plan.LastMonth; month += 1)
        {
            // The news stands still: it is enough for firms to live under, and the same both times.
            var information = materials.Inform(worlds, macroState with { Month = month });
            foreach (var district in districts)
            {
                district.SortSettlements();
                var before = GC.GetAllocatedBytesForCurrentThread();
                for (var slot = 0; slot < district.Range.Count; slot++) district.Step(
                    slot, states[district.Range.First + slot], information);
                allocated += GC.GetAllocatedBytesForCurrentThread() - before;
                foreach (var market in markets) market.Receive(district.Range.Index, market.Collect(district.Outbox));
            }
            foreach (var market in markets)
            {
                var (settlements, _) = market.Settle(information, OneThread);
                // The last letters stay unsent, so that the next life begins with empty boxes.
                if (month < plan.LastMonth) foreach (var district in districts) district.Deliver(
                    market.Index, settlements[district.Range.Index]);
            }
        }
        return allocated;
    }
}
