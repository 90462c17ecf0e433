namespace SimLab.Engine.Experiments;

/// <summary>An experiment cannot run as requested. The message addresses the user who requested it.</summary>
public sealed class ExperimentException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>
/// An experiment stopped before it finished. The message says why, what was stored, and how to continue.
/// </summary>
public sealed class ExperimentStoppedException(string message, Exception? cause = null) : Exception(message, cause);
