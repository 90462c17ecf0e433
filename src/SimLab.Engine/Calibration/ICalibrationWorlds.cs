using System.Collections.Immutable;
using SimLab.Engine.Effects;
using SimLab.Engine.Execution;
using SimLab.Model;

namespace SimLab.Engine.Calibration;

/// <summary>
/// Simulates worlds for a calibration. The result for an arm depends on its place in the order, not on earlier
/// requests.
/// </summary>
public interface ICalibrationWorlds
{
    /// <summary>Simulates arms; the result has their order.</summary>
    /// <param name="arms">Assumptions of each; any number.</param>
    /// <param name="replicates">Replicates of each arm.</param>
    /// <param name="last">Last simulated month.</param>
    /// <param name="seed">Seed of their random keys.</param>
    /// <param name="randomKey">Whether batches share it.</param>
    /// <param name="cancel">Stops soon, also within a month.</param>
    Task<ImmutableArray<SimulatedArm>> Simulate(
        IReadOnlyList<ArmPlan> arms, int replicates, Month last, ulong seed, BatchKeys randomKey = BatchKeys.Own,
            CancellationToken cancel = default);

    /// <summary>
    /// Reads numbers of each arm, every batch with a random key of its own. Batches stored by a stopped calibration are
    /// not simulated again.
    /// </summary>
    Task<ImmutableArray<double[]>> Read(
        IReadOnlyList<ArmPlan> arms, int replicates, Month last, ulong seed, WorldReading reading, CancellationToken cancel = default);
}

/// <summary>Numbers to read of a simulated arm.</summary>
/// <param name="Address">Identifies the reading.</param>
/// <param name="Of">Gives the same count of numbers for every arm; NaN: unknown.</param>
public sealed record WorldReading(string Address, Func<SimulatedArm, double[]> Of);
