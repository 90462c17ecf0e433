using System.Collections.Immutable;
using System.Text;

namespace SimLab.App.Export.Replaying;

/// <summary>Scripts and styles of the player, embedded in the command as text.</summary>
internal static class PlayerResource
{
    private const string Folder = "player/";

    /// <summary>
    /// The parts of the player, one concern each: <c>player.words.js</c> … They share one scope, and what a part computes
    /// when it is loaded it takes from those before it.
    /// </summary>
    public static ImmutableArray<string> Parts { get; } =
        ["words", "state", "figures", "scenes", "picture", "guess", "moves", "controls", "host"];

    /// <summary>The player: its parts in one function, so that a page has nothing but <c>SimLabPlayer</c> of it.</summary>
    public static string Program =>
        $"'use strict';\n(() => {{\n{string.Join('\n', Parts.Select(part => Read($"player.{part}.js")))}}})();\n";

    /// <summary>
    /// The text of a resource, such as story.js. Line endings are normalised as browsers do, so that the hash matches.
    /// </summary>
    public static string Read(string name)
    {
        using var stream = typeof(PlayerResource).Assembly.GetManifestResourceStream(Folder + name)
            ?? throw new InvalidOperationException($"Bug in SimLab: the player's {name} is not in the program.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
