using SimLab.Engine.Execution;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;
using SimLab.Model.Messages;
using SimLab.Model.Policies;
using SimLab.Model.Populations;
using SimLab.Tests.Populations;

namespace SimLab.Tests.Reporting;

/// <summary>
/// A chronicle written by hand: 24 months from 2022-01, baseline and policy, four replicates. Clause 9 costs the policy
/// 7 yuan a month in 2022 and 3 yuan a month in 2023.
/// </summary>
internal static class HandMadeRun
{
    public static readonly Month Start = Month.Of(2022, 1), End = Month.Of(2023, 12);
    public static readonly long[][] HighTechAtTheEnd = [[10, 11, 12, 13], [13, 15, 15, 17]];

    // A month, every month of 2023; one in every month of 2022.
    public static readonly long[][] NewSpecialised = [[1, 1, 1, 1], [2, 1, 2, 1]];

    /// <summary>Fills further cells of a month's row.</summary>
    public delegate void Fill(Span<long> row, int arm);

    public static RunResult Result(int arms = 2, Fill? also = null)
    {
        var plan = Plan(arms);
        var firm = new Population(
            Start - 1, [new Firm { Id = 0, Industry = Industry.Manufacturing, Region = default, Stratum = default, Weight = 1 }],
            [default]);
        var materials = new RunMaterials(plan, firm);
        var series = new RunSeries(materials);
        var batch = new WorldBatch(0, 0, plan.Replicates, arms);
        for (var month = Start; month <= End; month += 1) series.Add(materials, batch, Taken(month, batch, also));
        return new(materials, series, new string('a', 64), [], new(12.5, 1.5, 1000, 2000, 3000));
    }

    public static Target HighTech(double atLeast) =>
        new("high_tech_enterprises", "firms", Comparison.AtLeast, atLeast, null, 0, End, "clause 9");

    public static readonly Target Specialised = new("new_specialised_smes", "firms", Comparison.Above, null, null, 0, End, "clause 9");

    public static Scenario Scenario(int arms, params Target[] targets)
    {
        var baseline = new Scenario
        {
            Name = "Nothing done",
            NameZh = "无政策",
            File = "/x/nothing.yaml",
            Start = Start,
            Months = 24,
            Population = "/x/people.yaml"
        };
        return baseline with
        {
            Name = "Something done",
            NameZh = "有政策",
            File = "/x/something.yaml",
            Replicates = 4,
            Seed = 5,
            Targets = [.. targets],
            Measures = [new PublicServices(), new CultivateSpecialisedSmes()],
            Baseline = arms == 2 ? baseline : null,
        };
    }

    private static RunPlan Plan(int arms) => new()
    {
        Start = Start,
        Months = 24,
        Replicates = 4,
        Seed = 5,
        Macro = new Macro(),
        Behaviour = new BehaviouralParameters(),
        Population = GansuPopulation.Recipe,
        Arms = arms == 2 ? [new("Nothing done", []), new("Something done", [new PublicServices(), new CultivateSpecialisedSmes()])]
            : [new("Something done", [new PublicServices(), new CultivateSpecialisedSmes()])],
    };

    private static MonthOutput Taken(Month month, WorldBatch batch, Fill? also)
    {
        var measures = MeasureCatalog.Default.Index;
        var tally = new Tally(batch.Worlds, GansuPopulation.Province.ChainCells(), measures.Count);
        for (var arm = 0; arm < batch.Arms; arm++)
        {
            var data = batch.Arms == 2 ? arm : 1;
            for (var replicate = 0; replicate < batch.Replicates; replicate++)
            {
                var row = tally.Row(Industry.Manufacturing, batch.World(arm, replicate));
                row[(int)Indicator.HighTech] = month == End ? HighTechAtTheEnd[data][replicate] : 0;
                row[(int)Indicator.NewSpecialised] = month.Year == 2023 ? NewSpecialised[data][replicate] : 1;
                also?.Invoke(row, arm);
                if (data == 1) row[Indicators.Count + measures.Of(new("gansu-2023", 7))] = (month.Year == 2022 ? 7 : 3) * Fen.PerYuan;
            }
        }
        return new(new MacroState { Month = month, Commodity = [], Totals = [] }, [tally.Cells], [], [], [], []);
    }
}
