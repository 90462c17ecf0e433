using Orleans.Placement;
using Orleans.Runtime.Placement;

namespace SimLab.Engine.Execution.Grains;

/// <summary>
/// Places a grain on the silo at its number modulo the number of silos. A month waits for its slowest silo, so an even
/// spread counts more than the load that general strategies weigh (at the start of a run there is none).
/// </summary>
[GenerateSerializer, Immutable, SuppressReferenceTracking]
public sealed class ModuloPlacement : PlacementStrategy
{
    internal static readonly ModuloPlacement Strategy = new();
}

/// <summary>Places grains of the class by <see cref="ModuloPlacement"/>.</summary>
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
