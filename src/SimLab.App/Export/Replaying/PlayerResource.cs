using System.Text;

namespace SimLab.App.Export.Replaying;

/// <summary>Scripts and styles of the player, embedded in the command as text.</summary>
internal static class PlayerResource
{
    private const string Folder = "player/";

    /// <summary>
    /// The text of a resource, such as player.js. Line endings are normalised as browsers do, so that the hash matches.
    /// </summary>
    public static string Read(string name)
    {
        using var stream = typeof(PlayerResource).Assembly.GetManifestResourceStream(Folder + name)
            ?? throw new InvalidOperationException($"Bug in SimLab: the player's {name} is not in the program.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
