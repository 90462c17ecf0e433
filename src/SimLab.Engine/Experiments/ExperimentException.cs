namespace SimLab.Engine.Experiments;

/// <summary>An experiment cannot be run as it is asked for. The message is for the person who asked.</summary>
public sealed class ExperimentException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>An experiment ended before it was done. The message says why, what was kept, and how to go on.</summary>
public sealed class ExperimentStoppedException(string message, Exception? cause = null) : Exception(message, cause);
