using SimLab.Engine.Execution;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;
using SimLab.Model.Enterprises.Steps;
using SimLab.Model.Markets;
using SimLab.Model.Messages;
using SimLab.Model.Populations;

namespace SimLab.Benchmarks;

/// <summary>
/// Two years simulated beforehand: one under the old law, one in which the notice comes into force. Given the same
/// state, public information and settlements a month is the same to the bit, so a benchmark can replay the years
/// repeatedly: real months, year ends and tax quarters included, in which the state advances and is then reset.
/// </summary>
internal sealed class Rehearsal
{
    /// <summary>Rehearsed months.</summary>
    public const int Months = 24;

    /// <summary>Inputs and outputs of a simulated month.</summary>
    /// <param name="Settlements">Settlements in order of enterprise, world and market.</param>
    /// <param name="Starts">Start of each enterprise's settlements; one more than there are enterprises.</param>
    /// <param name="Messages">Messages sent, by market and district.</param>
    public sealed record SimulatedMonth(PublicInformation Information, Settlement[] Settlements, int[] Starts, byte[][][][] Messages);

    private readonly Population _population;
    private readonly int _worlds;

    public Rehearsal(Population population, int worlds)
    {
        (_population, _worlds) = (population, worlds);
        var plan = Gansu.Plan with { Arms = [Gansu.Plan.Arms[^1]], Replicates = worlds, Months = Months };
        var materials = new RunMaterials(plan, population);
        var inWorlds = WorldBatch.Split(plan, population.Firms.Length, long.MaxValue)[0].In(plan, watch: false);
        var economy = materials.Economy(inWorlds);
        var markets = Market.All();
        foreach (var market in markets) market.Begin(worlds, plan.Population.Province, materials.Measures.Count);
        Outbox[] outboxes = [.. materials.Districts.Select(_ => new Outbox(worlds, plan.Population.Province, materials.Measures.Count))];
        var states = AtMonthZero();
        Settlement[] received = [];

        for (var month = plan.Start; month <= plan.LastMonth; month += 1)
        {
            var macroState = economy.Next(month);
            var information = materials.Inform(inWorlds, macroState);
            var starts = StartsOf(received);
            foreach (var district in materials.Districts)
            {
                outboxes[district.Index].Clear();
                for (var i = district.First; i < district.First + district.Count; i++)
                    Simulate(i, states, information, received, starts, outboxes[district.Index]);
            }
            // What measures cost in markets moves only the income of households: it makes no work.
            economy.Close(macroState, [.. outboxes.Select(outbox => outbox.Tally.Cells)], []);
            byte[][][][] papers = [.. markets.Select(market => outboxes.Select(market.Collect).ToArray())];
            Simulated.Add(new(information, received, starts, papers));
            received = [.. markets.SelectMany((market, m) => Settle(market, papers[m], information))
                .OrderBy(settlement => settlement.Enterprise).ThenBy(settlement => settlement.World)];
        }
    }

    /// <summary>The rehearsed months, in order.</summary>
    public List<SimulatedMonth> Simulated { get; } = [];

    /// <summary>States at month zero, by enterprise, then world.</summary>
    public Enterprise[] AtMonthZero() => [.. _population.Initial.SelectMany(state => Enumerable.Repeat(state, _worlds))];

    /// <summary>Steps an enterprise one month in all worlds.</summary>
    public void Simulate(
        int enterprise, Enterprise[] states, PublicInformation information, Settlement[] received, int[] starts, Outbox outbox)
    {
        var firm = _population.Firms[enterprise];
        EnterpriseMonth.Step(
            in firm, states.AsSpan(enterprise * _worlds, _worlds), information,
                received.AsSpan(starts[enterprise]..starts[enterprise + 1]), outbox);
    }

    private Settlement[] Settle(Market market, byte[][][] papers, PublicInformation information)
    {
        var (settlements, costs) = (new ReusableBuffer<Settlement>(), new ReusableBuffer<MarketCost>());
        foreach (var district in papers) market.Receive(district);
        market.Sort();
        for (var world = 0; world < _worlds; world++) market.Settle(information, world, settlements, costs);
        return settlements.All.ToArray();
    }

    private int[] StartsOf(Settlement[] received)
    {
        var starts = new int[_population.Firms.Length + 1];
        foreach (var settlement in received) starts[settlement.Enterprise + 1]++;
        for (var i = 1; i < starts.Length; i++) starts[i] += starts[i - 1];
        return starts;
    }
}
