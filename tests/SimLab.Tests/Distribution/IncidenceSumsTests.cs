using SimLab.Engine.Distribution;
using SimLab.Engine.Execution;
using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;
using SimLab.Model.Policies;
using SimLab.Model.Populations;
using SimLab.Tests.Populations;
using Xunit;

namespace SimLab.Tests.Distribution;

/// <summary>
/// Five firms made by hand, with their figures in both arms at the end of December. The measure pays the first and the third.
/// </summary>
[Fast]
public sealed class IncidenceSumsTests
{
    private static readonly Month Start = Month.Of(2022, 1);

    // weight; sales of the year (yuan) and jobs without and with the policy
    private static readonly (int Weight, long Sales, int Jobs, long SalesThen, int JobsThen)[] Firms =
    [
        (2, 1_000, 10, 1_100, 11),                         // wins
        (1, 2_000, 20, 1_500, 20),                         // loses sales, and no job
        (3, 4_000, 40, 4_020, 40),                         // half a per cent more: nothing changed
        (1, 0, 0, 500, 5),                                 // founded only with the policy
        (1, 700, 7, 700, 7),                               // another firm took the place
    ];

    /// <summary>The result of the five firms, for tests of what shows it.</summary>
    internal static Incidence Result { get; } = Summed();

    [Fact]
    public void A_firm_wins_or_loses_where_it_differs_by_more_than_one_per_cent()
    {
        var sales = Result.All.Sales!;
        // The first (2) and the fourth win, and the firm that took the fifth place; the second loses, and the firm that lost the place.
        Assert.Equal((4.0, 2.0), (sales.Winners, sales.Losers));
        Assert.Equal((4.0, 1.0), (Result.All.Jobs!.Winners, Result.All.Jobs.Losers));
    }

    [Fact]
    public void What_is_won_less_what_is_lost_is_the_difference()
    {
        var sales = Result.All.Sales!;
        Assert.Equal((2 * 1_000 + 2_000 + 3 * 4_000 + 700.0, 2 * 1_100 + 1_500 + 3 * 4_020 + 500 + 700.0), (sales.Baseline, sales.Policy));
        Assert.Equal((2 * 100 + 3 * 20 + 500 + 700.0, 500 + 700.0), (sales.Won, sales.Lost));
        Assert.Equal(sales.Difference, sales.Won - sales.Lost);
        Assert.Equal(1_200 / 1_460.0, sales.Displaced);
        var jobs = Result.All.Jobs!;
        Assert.Equal((2 + 5 + 7.0, 7.0, 7.0), (jobs.Won, jobs.Lost, jobs.Difference));
    }

    [Fact]
    public void The_money_of_firms_in_which_nothing_changed_is_deadweight()
    {
        // 5 yuan for each of the two, 7 for each of the three; 11 went to no firm.
        var measure = Assert.Single(Result.Measures);
        Assert.Equal(
            ("CultivateSpecialisedSmes", 31.0, 11.0, 31.0, 21.0, 5.0),
            (measure.Measure, measure.ToFirms, measure.Elsewhere, measure.Extra, measure.Unchanged, measure.Firms));
        Assert.Equal(21 / 31.0, Result.Deadweight);
    }

    [Fact]
    public void A_group_that_received_nothing_has_no_money()
    {
        var retail = Result.By(FirmGrouping.Industry).Single(group => group.Group == nameof(Industry.Retail));
        Assert.Empty(retail.Received);
        Assert.Equal((0.0, 1.0), (retail.Money, retail.Firms));
        Assert.Equal(31, Result.By(FirmGrouping.Industry).Single(group => group.Group == nameof(Industry.Manufacturing)).Money);
    }

    [Fact]
    public void A_policy_alone_has_money_and_nothing_to_compare()
    {
        var alone = Summed(arms: 1);
        Assert.Equal((31.0, null, null), (alone.All.Money, alone.All.Sales, alone.Deadweight));
        Assert.Null(Assert.Single(alone.Measures).Unchanged);
    }

    [Fact]
    public void A_title_more_is_a_change()
    {
        var (before, after) = States();
        after[2].SetUntil(Title.Specialised, Expiry.Of(Start + 40));
        Assert.Equal(0, Summed(before, after).Deadweight);
    }

    private static Incidence Summed(int arms = 2)
    {
        var (before, after) = States();
        return Summed(arms == 2 ? before : null, after);
    }

    private static Incidence Summed(Enterprise[]? before, Enterprise[] after)
    {
        var materials = Materials(before is null ? 1 : 2);
        var measure = materials.Measures.Of(new("gansu-2023", 9));
        var money = new SupportLedger(materials.Measures.Count, Firms.Length);
        money.Add(measure, 0, 3 * Fen.PerYuan);
        money.Add(measure, 0, 2 * Fen.PerYuan);
        money.Add(measure, 2, 7 * Fen.PerYuan);
        money.Elsewhere[measure] = 11 * Fen.PerYuan;
        var sums = new IncidenceSums(materials, new(() => new(materials)), replicates: 1);
        sums.Add(before, after, before is null ? null : new(materials.Measures.Count, Firms.Length), money);
        return sums.Mean();
    }

    private static (Enterprise[] Before, Enterprise[] After) States()
    {
        var before = Firms.Select(firm => Of(firm.Sales, firm.Jobs)).ToArray();
        var after = Firms.Select(firm => Of(firm.SalesThen, firm.JobsThen)).ToArray();
        after[4].AgeMonths = 3;
        return (before, after);
    }

    private static Enterprise Of(long sales, int jobs) => jobs == 0 ? default : new()
    {
        Standing = Standing.Alive,
        SalesLastYear = sales * Fen.PerYuan,
        Staff = jobs,
        AgeMonths = 50,
    };

    private static RunMaterials Materials(int arms)
    {
        var measure = new CultivateSpecialisedSmes();
        var plan = new RunPlan
        {
            Start = Start,
            Months = 12,
            Replicates = 1,
            Seed = 5,
            Macro = new Macro(),
            Behaviour = new BehaviouralParameters(),
            Population = GansuPopulation.Recipe,
            Arms = arms == 2 ? [new("without", []), new("with", [measure])] : [new("with", [measure])],
        };
        // Vacant before the first month, and never founded by the model: the states at the end are the test's.
        return new(plan, new Population(
            Start - 1,
            [.. Firms.Select((firm, id) => new Firm
            {
                Id = id,
                Industry = id == 3 ? Industry.Retail : Industry.Manufacturing,
                Region = default,
                Stratum = Stratum.AboveScale,
                Weight = firm.Weight,
            })],
            [.. Firms.Select(_ => default(Enterprise))]));
    }
}
