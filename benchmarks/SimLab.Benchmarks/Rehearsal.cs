using SimLab.Engine.Execution;
using SimLab.Model.Enterprises;
using SimLab.Model.Markets;
using SimLab.Model.Papers;
using SimLab.Model.Populations;

namespace SimLab.Benchmarks;

/// <summary>
/// Two years lived beforehand: one under the old law, one in which the notice comes into force. Given the same state,
/// briefing and mail a month is the same to the bit, so a benchmark can live the years again as often as it likes: real
/// months, year ends and tax quarters included, in which the state moves on and is put back when they are over.
/// </summary>
internal sealed class Rehearsal
{
    public const int Months = 24;

    /// <summary>What a month was lived with, and what came of it.</summary>
    /// <param name="Mail">In order of enterprise, world and market.</param>
    /// <param name="Starts">Where an enterprise's mail starts; one more than there are enterprises.</param>
    /// <param name="Papers">Handed in, by market and district.</param>
    public sealed record LivedMonth(Briefing Briefing, Settlement[] Mail, int[] Starts, byte[][][][] Papers);

    private readonly Population _population;
    private readonly int _worlds;

    public Rehearsal(Population population, int worlds)
    {
        (_population, _worlds) = (population, worlds);
        var plan = Gansu.Plan with { Arms = [Gansu.Plan.Arms[^1]], Replicates = worlds, Months = Months };
        var materials = new RunMaterials(plan, population);
        var inWorlds = Wave.Split(plan, population.Firms.Length, long.MaxValue)[0].In(plan, watch: false);
        var province = new Province(materials, inWorlds);
        var markets = Market.All();
        foreach (var market in markets) market.Begin(worlds);
        Tray[] trays = [.. materials.Districts.Select(_ => new Tray(worlds))];
        var states = AtMonthZero();
        Settlement[] mail = [];

        for (var month = plan.Start; month <= plan.LastMonth; month += 1)
        {
            var news = province.News(month);
            var briefing = Province.Brief(materials, inWorlds, news);
            var starts = StartsOf(mail);
            foreach (var district in materials.Districts)
            {
                trays[district.Index].Clear();
                for (var i = district.First; i < district.First + district.Count; i++)
                    Live(i, states, briefing, mail, starts, trays[district.Index]);
            }
            province.Close(news, [.. trays.Select(tray => tray.Tally.Cells)]);
            byte[][][][] papers = [.. markets.Select(market => trays.Select(market.Collect).ToArray())];
            Lived.Add(new(briefing, mail, starts, papers));
            mail = [.. markets.SelectMany((market, m) => Settle(market, papers[m], briefing)).OrderBy(letter => letter.Enterprise).ThenBy(letter => letter.World)];
        }
    }

    public List<LivedMonth> Lived { get; } = [];

    /// <summary>By enterprise, then world.</summary>
    public Enterprise[] AtMonthZero() => [.. _population.Initial.SelectMany(state => Enumerable.Repeat(state, _worlds))];

    public void Live(int enterprise, Enterprise[] states, Briefing briefing, Settlement[] mail, int[] starts, Tray tray)
    {
        var firm = _population.Firms[enterprise];
        EnterpriseMonth.Live(
            in firm, states.AsSpan(enterprise * _worlds, _worlds), briefing, mail.AsSpan(starts[enterprise]..starts[enterprise + 1]), tray);
    }

    private Settlement[] Settle(Market market, byte[][][] papers, Briefing briefing)
    {
        var (letters, costs) = (new Pile<Settlement>(), new Pile<MarketCost>());
        foreach (var district in papers) market.HandIn(district);
        market.Sort();
        for (var world = 0; world < _worlds; world++) market.Settle(briefing, world, letters, costs);
        return letters.All.ToArray();
    }

    private int[] StartsOf(Settlement[] mail)
    {
        var starts = new int[_population.Firms.Length + 1];
        foreach (var letter in mail) starts[letter.Enterprise + 1]++;
        for (var i = 1; i < starts.Length; i++) starts[i] += starts[i - 1];
        return starts;
    }
}
