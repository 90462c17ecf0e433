using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;
using SimLab.Model.Policies;
using SimLab.Model.Populations;

namespace SimLab.Engine.Execution;

/// <summary>A shard of a region: <c>Count</c> enterprises with consecutive numbers.</summary>
public readonly record struct DistrictRange(int Index, Region Region, int First, int Count)
{
    /// <summary>Whether the enterprise belongs to the district.</summary>
    public bool Holds(int enterprise) => (uint)(enterprise - First) < (uint)Count;
}

/// <summary>
/// Everything a process needs to simulate any part of a run: the plan, the population generated from it, the districts.
/// </summary>
public sealed class RunMaterials
{
    private const int LargestDistrict = 1_200;

    private readonly ImmutableArray<Lazy<MonthZero>> _monthZero;            // by arm; arms with the same assumptions begin alike

    /// <summary>Generates the population from the plan's recipe and seed.</summary>
    public RunMaterials(RunPlan plan) : this(plan, PopulationGenerator.Generate(plan.Population, plan.Seed))
    {
    }

    /// <summary>Uses a population generated before.</summary>
    public RunMaterials(RunPlan plan, Population population)
    {
        Plan = plan;
        Population = population;
        Districts = Divide(population);
        DistrictOf = new int[population.Firms.Length];
        foreach (var district in Districts) DistrictOf.AsSpan(district.First, district.Count).Fill(district.Index);
        Measures = plan.NumberMeasures();
        Setting = new(
            plan.Population.Province, Measures, plan.Start, [.. plan.Arms.Select((_, arm) => plan.BehaviourOf(arm))],
            [.. plan.Arms.Select((_, arm) => plan.MacroOf(arm))],
            [.. Districts.Select(district => district.Region)], IndustriesOf(plan.Population.Industries),
            [.. plan.Arms.Select(PayersOf)]);
        var begun = new Dictionary<(BehaviouralParameters, Macro), Lazy<MonthZero>>();
        foreach (var arm in Enumerable.Range(0, plan.Arms.Length))
            begun.TryAdd((Setting.Behaviour[arm], Setting.Macro[arm]), new(() => MonthZero.Of(this, arm)));
        _monthZero = [.. Setting.Behaviour.Zip(Setting.Macro).Select(assumed => begun[assumed])];
    }

    public RunPlan Plan { get; }
    public Population Population { get; }
    /// <summary>The measures of the run, by number.</summary>
    public MeasureIndex Measures { get; }
    /// <summary>Shards of regions, at most 1,200 enterprises each, in order of enterprise number.</summary>
    public ImmutableArray<DistrictRange> Districts { get; }

    /// <summary>District index by enterprise number.</summary>
    public int[] DistrictOf { get; }

    /// <summary>States of the enterprises before the first month, in order of their numbers: equal in all worlds of an arm.</summary>
    public ImmutableArray<Enterprise> InitialOf(int arm) => _monthZero[arm].Value.Before.States;

    /// <summary>Fills in the state of an enterprise before the first month, by world.</summary>
    public void FillInitial(int enterprise, World[] worlds, Span<Enterprise> states)
    {
        for (var world = 0; world < states.Length; world++)
            states[world] = world > 0 && worlds[world].Arm == worlds[world - 1].Arm
                ? states[world - 1] : InitialOf(worlds[world].Arm)[enterprise];
    }

    /// <summary>Tally cells of the month before the first, by district, of one world of an arm.</summary>
    public long[][] CellsAtMonthZeroOf(int arm) => _monthZero[arm].Value.Cells;

    /// <summary>Settings of the macroeconomy, from the plan.</summary>
    public EconomySetting Setting { get; }

    /// <summary>The macroeconomy before the first month.</summary>
    public Macroeconomy Economy(World[] worlds) => new(Setting, worlds, Macroeconomy.AtMonthZero(Setting, worlds, CellsAtMonthZeroOf,
        arm => _monthZero[arm].Value.Before.Markets, arm => _monthZero[arm].Value.Before.Payments));

    /// <summary>The macroeconomy at the end of the month of a snapshot.</summary>
    public Macroeconomy Economy(World[] worlds, Snapshot from, WorldMapping mapping) =>
        new(Setting, worlds, from.Macro.Continued([.. Enumerable.Range(0, worlds.Length).Select(mapping.ParentOf)]));

    /// <summary>Public information for the month of the macro state.</summary>
    public PublicInformation Inform(World[] worlds, MacroState state) =>
        Macroeconomy.Inform(
            Setting, worlds, state, [.. Plan.Arms.Select(arm => arm.In(state.Month))], [.. Plan.Arms.Select(arm => arm.Trial)]);

    private ImmutableArray<Payer> PayersOf(ArmPlan arm)
    {
        var payers = new Payer[Measures.Count];
        foreach (var measure in arm.Ever) payers[Measures.Of(measure.Clause.Id)] = measure.PaidBy;
        return ImmutableCollectionsMarshal.AsImmutableArray(payers);
    }

    private static ImmutableArray<IndustryTraits> IndustriesOf(IndustryTables tables) =>
        [.. Enum.GetValues<Industry>().Select(industry => new IndustryTraits(
            tables.Materials.Of(industry), tables.Depreciation.Of(industry), tables.CommodityExposure.Of(industry)))];

    private static ImmutableArray<DistrictRange> Divide(Population population)
    {
        var districts = ImmutableArray.CreateBuilder<DistrictRange>();
        var firms = population.Firms;
        for (var first = 0; first < firms.Length;)
        {
            var region = firms[first].Region;
            var end = first;
            while (end < firms.Length && firms[end].Region == region) end++;
            var shards = (end - first + LargestDistrict - 1) / LargestDistrict;
            for (var shard = 0; shard < shards; shard++)
            {
                var from = first + (int)((long)(end - first) * shard / shards);
                var to = first + (int)((long)(end - first) * (shard + 1) / shards);
                districts.Add(new(districts.Count, region, from, to - from));
            }
            first = end;
        }
        return districts.DrainToImmutable();
    }
}
