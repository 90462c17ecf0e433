using SimLab.Engine.Execution;
using SimLab.Model.Enterprises;
using SimLab.Model.Markets;
using Xunit;

namespace SimLab.Tests.Determinism;

/// <summary>Alone on the machine: a collection that another test causes shows up as a few thousand bytes of this thread.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>A month of a firm allocates nothing on the heap once piles have found their size.</summary>
[Collection(nameof(Alone))]
public sealed class AllocationTests
{
    private static readonly ParallelOptions OneThread = new() { MaxDegreeOfParallelism = 1 };

    [Fact]
    public void The_kernel_allocates_nothing_once_warm()
    {
        var materials = SmallProvince.Materials();
        var wave = Wave.Split(materials.Plan, materials.Population.Firms.Length, long.MaxValue)[0];
        District[] districts = [.. materials.Districts.Select(range => new District(materials, range, wave.Worlds, Market.All().Length))];

        // A collection that some other thread causes charges this one with the rest of its allocation buffer, now and then.
        // What the kernel allocates it would allocate every time, so the least of several lives is its own.
        Live(materials, wave, districts);
        var allocated = Enumerable.Range(0, 3).Min(_ => Live(materials, wave, districts));
        Assert.Equal(0, allocated);
    }

    /// <summary>Lives all months; returns the bytes allocated while enterprises lived.</summary>
    private static long Live(RunMaterials materials, Wave wave, District[] districts)
    {
        var plan = materials.Plan;
        var worlds = wave.In(plan, watch: true);
        MarketHall[] markets = [.. Market.All().Select((market, index) => new MarketHall(market, index, materials, wave.Worlds))];
        Enterprise[][] states = [.. materials.Population.Initial.Select(initial => Enumerable.Repeat(initial, wave.Worlds).ToArray())];
        var sheet = new NewsSheet
        {
            Commodity = [.. worlds.Select(_ => 1.0)],
            Totals = [.. worlds.Select(_ => RegionTotals.AtMonthZero(materials, materials.Plan.Habits))],
        };

        long allocated = 0;
        for (var month = plan.Start; month <= plan.LastMonth; month += 1)
        {
            // The news stands still: it is enough for firms to live under, and the same both times.
            var briefing = Province.Brief(materials, worlds, new NewsSheet { Month = month, Commodity = sheet.Commodity, Totals = sheet.Totals });
            foreach (var district in districts)
            {
                district.Open();
                var before = GC.GetAllocatedBytesForCurrentThread();
                for (var slot = 0; slot < district.Range.Count; slot++) district.Live(slot, states[district.Range.First + slot], briefing);
                allocated += GC.GetAllocatedBytesForCurrentThread() - before;
                foreach (var market in markets) market.HandIn(district.Range.Index, market.Collect(district.Tray));
            }
            foreach (var market in markets)
            {
                var (letters, _) = market.Settle(briefing, OneThread);
                // The last letters stay unsent, so that the next life begins with empty boxes.
                if (month < plan.LastMonth) foreach (var district in districts) district.Deliver(market.Index, letters[district.Range.Index]);
            }
        }
        return allocated;
    }
}
