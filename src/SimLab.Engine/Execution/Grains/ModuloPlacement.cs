using Orleans.Placement;
using Orleans.Runtime.Placement;

namespace SimLab.Engine.Execution.Grains;

/// <summary>
/// Deals grains out to silos by their number, like cards. A month waits for its slowest silo, so an even deal matters more
/// than what the general strategies weigh (they know a silo's load, and at the start of a run there is none).
/// </summary>
[GenerateSerializer, Immutable, SuppressReferenceTracking]
public sealed class ModuloPlacement : PlacementStrategy
{
    internal static readonly ModuloPlacement Strategy = new();
}

[AttributeUsage(AttributeTargets.Class)]
public sealed class ModuloPlacementAttribute() : PlacementAttribute(ModuloPlacement.Strategy);

internal sealed class ModuloPlacementDirector : IPlacementDirector
{
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var silos = context.GetCompatibleSilos(target);
        Array.Sort(silos);
        var number = target.GrainIdentity.GetIntegerKey(out _);
        return Task.FromResult(silos[(int)(number % silos.Length)]);
    }
}
