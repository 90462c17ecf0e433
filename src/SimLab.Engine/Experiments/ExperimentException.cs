using SimLab.Model;

namespace SimLab.Engine.Experiments;

/// <summary>An experiment cannot run as requested. The message addresses the user who requested it.</summary>
public sealed class ExperimentException(Sentence message, Exception? cause = null) : SentenceException(message, cause);

/// <summary>
/// An experiment stopped before it finished. The message says why, what was stored, and how to continue.
/// </summary>
public sealed class ExperimentStoppedException(Sentence message, Exception? cause = null) : SentenceException(message, cause);
