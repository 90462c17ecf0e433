namespace SimLab.Model.Populations;

/// <summary>
/// Two figures of a recipe contradict each other. The message names them, the difference, and what to change.
/// </summary>
/// <param name="key">Key of the recipe to check first.</param>
/// <param name="mismatch">The contradiction.</param>
public sealed class PopulationMismatchException(string key, Sentence mismatch) : SentenceException(mismatch)
{
    /// <summary>Key of the recipe to check first.</summary>
    public string Key { get; } = key;
}
