namespace SimLab.Engine.Execution.Recovery;

/// <summary>
/// A grain cannot go on where the run is: its silo was lost, or it came late from an earlier life of the run. Nothing is
/// wrong with the run; whoever drives it begins the wave again, from a checkpoint if it has one.
/// </summary>
[GenerateSerializer]
public sealed class RestartRequiredException(string message) : InvalidOperationException(message);
