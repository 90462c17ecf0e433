namespace SimLab.Engine.Scenarios;

/// <summary>A former name that was read as the current one. Its text is one line for the user.</summary>
/// <param name="Where">"scenarios/x.yaml, line 7", or the command-line option.</param>
/// <param name="Former">The name as written.</param>
/// <param name="Today">The current name.</param>
public sealed record FormerName(string Where, string Former, string Today)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"{Where}: {NearestWord.Quoted(Former)} is now called {NearestWord.Quoted(Today)}; the old word is still read.";
}
