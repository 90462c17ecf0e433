using SimLab.Model;

namespace SimLab.Engine.Scenarios;

/// <summary>A former name that was read as the current one. Its text is one line for the user.</summary>
/// <param name="File">The file it stands in, or the command-line option.</param>
/// <param name="Line">Its line, from 1; 0: none.</param>
/// <param name="Former">The name as written.</param>
/// <param name="Today">The current name.</param>
public sealed record FormerName(string File, int Line, string Former, string Today)
{
    /// <summary>The line for the user.</summary>
    public Sentence Sentence
    {
        get
        {
            Sentence renamed = $"{NearestWord.Quoted(Former)} is now called {NearestWord.Quoted(Today)}; the old word is still read.";
            return Line == 0 ? Sentence.Of($"{File}: {renamed}") : $"{Position.Shown(File)}, line {Line}: {renamed}";
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Sentence.ToString();
}
