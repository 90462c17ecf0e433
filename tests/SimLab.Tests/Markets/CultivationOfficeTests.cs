using System.Runtime.InteropServices;
using SimLab.Model;
using SimLab.Model.Chance;
using SimLab.Model.Economy;
using SimLab.Model.Markets;
using SimLab.Model.Messages;
using SimLab.Model.Policies;
using SimLab.Tests.Populations;
using Xunit;

namespace SimLab.Tests.Markets;

[Fast]
public sealed class CultivationOfficeTests
{
    private static readonly CultivateSpecialisedSmes Nothing = new() { ListPlaces = 0 };

    [Fact]
    public void Each_prefecture_coaches_those_that_lack_least_as_far_as_it_has_places()
    {
        // One for 500 researchers: two places in the first prefecture, one in the second.
        var (listed, cost) = Settle(Nothing, Month.Of(2023, 6), [
            (0, 90_000), (0, 0), (1, 50_000), (0, 40_000), (1, 60_000)]);
        Assert.Equal([1, 2, 3], listed.Order());
        Assert.Equal(0, cost);
    }

    [Fact]
    public void The_notice_adds_places_and_pays_for_those_it_adds()
    {
        // As many again: three places for 1,500 researchers, 10,000 yuan each.
        var (listed, cost) = Settle(Nothing with { ListPlaces = 0.002, PlaceCost = 10_000 }, Month.Of(2023, 6), [
            (0, 90_000), (0, 0), (1, 50_000), (0, 40_000), (1, 60_000)]);
        Assert.Equal([0, 1, 2, 3, 4], listed.Order());
        Assert.Equal(30_000 * Fen.PerYuan, cost);
    }

    [Fact]
    public void Between_quarters_no_list_is_drawn_up() => Assert.Empty(Settle(Nothing, Month.Of(2023, 5), []).Listed);

    private static (int[] Listed, long Cost) Settle(
        CultivateSpecialisedSmes measure, Month month, (int Region, double Lacks)[] firms)
    {
        var conditions = new MacroConditions(GansuPopulation.Province);
        (conditions.RndStaff[0], conditions.RndStaff[1]) = (1_000, 500);
        var information = new PublicInformation
        {
            Province = GansuPopulation.Province,
            Month = month,
            Behaviours = [new BehaviouralParameters { UsualListPlaces = 0.002 }],
            Macro = [new()],
            Industries = [],
            Worlds = [new World(0, 0, default(RandomKey), false)],
            Conditions = [conditions],
            Desks = [new PolicyDesk(new MeasureIndex([measure]), [measure], month, 4)],
        };
        var office = new CultivationOffice();
        office.Begin(1, GansuPopulation.Province, 1);
        Message<CultivationRequest>[] requests =
            [.. firms.Select((firm, number) => new Message<CultivationRequest>(number, 0, 1, new((Region)firm.Region, firm.Lacks)))];
        office.Receive([MemoryMarshal.AsBytes(requests.AsSpan()).ToArray()]);
        office.Sort();
        var (settlements, costs) = (new ReusableBuffer<Settlement>(), new ReusableBuffer<MarketCost>());
        office.Settle(information, 0, settlements, costs);
        Assert.All(settlements.All.ToArray(), settlement => Assert.Equal(SettlementKind.Listed, settlement.Kind));
        return ([.. settlements.All.ToArray().Select(settlement => settlement.Enterprise)], costs.All.ToArray().Sum(c => c.Amount));
    }
}
