namespace SimLab.Engine.Experiments.Methods;

/// <summary>A method cannot do what it was asked, or cannot read what it was told. The message is for the person who asked.</summary>
public sealed class MethodException(string message) : Exception(message);
