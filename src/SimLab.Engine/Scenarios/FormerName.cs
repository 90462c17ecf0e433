namespace SimLab.Engine.Scenarios;

/// <summary>A former word that was read as what it is called now. Its text is one line for the user.</summary>
/// <param name="Where">"scenarios/x.yaml, line 7", or the option it was given to.</param>
/// <param name="Former">As it was written.</param>
/// <param name="Today">What it is called now.</param>
public sealed record FormerName(string Where, string Former, string Today)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"{Where}: {NearestWord.Quoted(Former)} is now called {NearestWord.Quoted(Today)}; the old word is still read.";
}
