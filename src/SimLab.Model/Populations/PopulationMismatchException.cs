namespace SimLab.Model.Populations;

/// <summary>
/// Two figures of a recipe contradict each other. The message names them, the difference, and what to change.
/// </summary>
public sealed class PopulationMismatchException : Exception
{
    public PopulationMismatchException() : this("", "The figures of the recipe contradict each other.") { }

    public PopulationMismatchException(string message) : this("", message) { }

    public PopulationMismatchException(string message, Exception inner) : base(message, inner) => Key = "";

    /// <summary>Creates the exception with the key of the recipe to check first.</summary>
    public PopulationMismatchException(string key, string message) : base(message) => Key = key;

    /// <summary>Key of the recipe to check first.</summary>
    public string Key { get; }
}
