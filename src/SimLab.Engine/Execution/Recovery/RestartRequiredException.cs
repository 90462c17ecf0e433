namespace SimLab.Engine.Execution.Recovery;

/// <summary>
/// Thrown when the state of a grain does not match the run: its silo was lost, or it belongs to an earlier activation.
/// The run itself is sound; its driver begins the batch again, from a checkpoint if it has one.
/// </summary>
[GenerateSerializer]
public sealed class RestartRequiredException(string message) : InvalidOperationException(message);
