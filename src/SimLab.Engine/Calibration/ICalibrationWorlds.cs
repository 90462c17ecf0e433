using System.Collections.Immutable;
using System.Globalization;
using SimLab.Engine.Effects;
using SimLab.Engine.Execution;
using SimLab.Model;

namespace SimLab.Engine.Calibration;

/// <summary>Lives worlds for a calibration. What it gives for an arm depends on its place in the order and on nothing that was asked before.</summary>
public interface ICalibrationWorlds
{
    /// <param name="arms">What is assumed in each; any number.</param>
    /// <param name="replicates">Of each arm.</param>
    /// <param name="last">Month they are lived to.</param>
    /// <param name="seed">Of their luck.</param>
    /// <param name="randomKey">Whether batches share it.</param>
    /// <param name="cancel">Stops soon, also within a month.</param>
    Task<ImmutableArray<SimulatedArm>> Simulate(
        IReadOnlyList<ArmPlan> arms, int replicates, Month last, ulong seed, BatchKeys randomKey = BatchKeys.Own, CancellationToken cancel = default);

    /// <summary>What is read of each arm, every batch with luck of its own. Batches read before, by a calibration that was stopped, are not lived again.</summary>
    Task<ImmutableArray<double[]>> Read(
        IReadOnlyList<ArmPlan> arms, int replicates, Month last, ulong seed, WorldReading reading, CancellationToken cancel = default);
}

/// <summary>What is wanted of an arm that was lived.</summary>
/// <param name="Address">Tells one reading from another.</param>
/// <param name="Of">As many numbers for every arm; NaN: it cannot be known.</param>
public sealed record WorldReading(string Address, Func<SimulatedArm, double[]> Of);
