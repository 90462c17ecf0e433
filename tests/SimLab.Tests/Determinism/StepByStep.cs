using System.Runtime.InteropServices;
using SimLab.Engine.Execution;
using SimLab.Engine.Execution.Grains;
using SimLab.Model.Economy;

namespace SimLab.Tests.Determinism;

/// <summary>A run of one batch, driven grain by grain as an executor would do it.</summary>
internal sealed class StepByStep(IGrainFactory grains, string name, RunMaterials materials, WorldBatch batch)
{
    public string ModelBuild { get; init; } = Engine.ModelBuild.Hash;

    public IRunGrain Run => grains.GetGrain<IRunGrain>(name);

    public StartRequest Opening => new()
    {
        PlanHash = $"the plan of {name}",
        Batch = batch,
        Watch = true,
        PopulationPrint = RunCache.PrintOf(materials.Population),
        SimulatedTo = materials.Plan.Start - 1,
        ModelBuild = ModelBuild,
    };

    private IDistrictGrain[] Districts => DistrictGrain.All(grains, name, materials);

    public async Task Begin()
    {
        await Run.Begin(Opening, materials.Plan.ToJson());
        await Task.WhenAll(MarketGrain.All(grains, name).Select(market => market.Begin(Opening, null)));
        await Task.WhenAll(Districts.Select(district => district.Begin(Opening, null)));
    }

    public async Task<(MonthReport Month, DistrictReport[] Districts)> Simulate(MacroState macroState)
    {
        var month = await Run.Step(batch.Number, macroState);
        return (month, await Task.WhenAll(Districts.Select(district => district.Report(batch.Number, macroState.Month))));
    }

    /// <summary>States of all enterprises of one world, as bytes.</summary>
    public async Task<byte[]> Look(int world)
    {
        var states = await Task.WhenAll(Districts.Select(district => district.Inspect(batch.Number, world)));
        return [.. states.SelectMany(district => MemoryMarshal.AsBytes(district.All.AsSpan()).ToArray())];
    }
}
