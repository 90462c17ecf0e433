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
public sealed class TreasuryTests
{
    [Fact]
    public void A_budget_is_never_exceeded_by_one_fen_and_those_left_out_are_told()
    {
        // Budget 1,000,000 yuan: three claims of 300,000 fit; the fourth does not; a later small one still does.
        var settlements = Settle(1_000_000, 1, 300_000, 300_000, 300_000, 300_000, 100_000);
        Assert.Equal(
            [SettlementKind.SupportPaid, SettlementKind.SupportPaid, SettlementKind.SupportPaid, SettlementKind.SupportRefused,
                SettlementKind.SupportPaid],
            settlements.Select(l => l.Kind));
        Assert.Equal(1_000_000 * Fen.PerYuan, settlements.Where(l => l.Kind == SettlementKind.SupportPaid).Sum(l => l.Amount));
    }

    [Fact]
    public void A_firm_that_stands_for_ten_draws_ten_times_its_claim()
    {
        var settlements = Settle(1_000_000, 10, 100_001);
        Assert.Equal(SettlementKind.SupportRefused, Assert.Single(settlements).Kind);
    }

    private static Settlement[] Settle(long budget, int weight, params long[] claims)
    {
        var month = Month.Of(2023, 4);
        var measure = new CultivateSpecialisedSmes { BudgetPerYear = budget };
        var information = new PublicInformation
        {
            Province = GansuPopulation.Province,
            Month = month,
            Behaviours = [new()],
            Macro = [new()],
            Industries = [],
            Worlds = [new World(0, 0, default(RandomKey), false)],
            Conditions = [new MacroConditions(GansuPopulation.Province)],
            Desks = [new PolicyDesk(new MeasureIndex([measure]), [measure], month, 4)],
        };
        var buffer = new ReusableBuffer<Message<SupportClaim>>();
        for (var i = 0; i < claims.Length; i++) buffer.Add(new(i, 0, weight, new SupportClaim(0, claims[i] * Fen.PerYuan)));
        var treasury = new Treasury();
        treasury.Begin(1, GansuPopulation.Province, 1);
        treasury.Receive([MemoryMarshal.AsBytes(buffer.All).ToArray()]);
        treasury.Sort();
        var settlements = new ReusableBuffer<Settlement>();
        treasury.Settle(information, 0, settlements, new ReusableBuffer<MarketCost>());
        return settlements.All.ToArray();
    }
}
