namespace SimLab.Model.Populations;

/// <summary>Two figures of a recipe cannot both be met. The message says which, by how much, and what to change.</summary>
public sealed class PopulationMismatchException : Exception
{
    public PopulationMismatchException() : this("", "The figures of the recipe contradict each other.") { }

    public PopulationMismatchException(string message) : this("", message) { }

    public PopulationMismatchException(string message, Exception inner) : base(message, inner) => Key = "";

    public PopulationMismatchException(string key, string message) : base(message) => Key = key;

    /// <summary>The key of the recipe where a reader should look first.</summary>
    public string Key { get; }
}
