using SimLab.Model;

namespace SimLab.Engine.Experiments.Methods;

/// <summary>A method received impossible settings or values. The message addresses the user who requested it.</summary>
public sealed class MethodException(Sentence message) : SentenceException(message);
