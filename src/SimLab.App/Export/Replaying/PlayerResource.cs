using System.Text;

namespace SimLab.App.Export.Replaying;

/// <summary>Programs and styles of the player, which lie in the command as text.</summary>
internal static class PlayerResource
{
    private const string Folder = "player/";

    /// <summary>The text of a part, such as player.js. Lines end as a browser reads them, or its hash would not be the program's.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(PlayerResource).Assembly.GetManifestResourceStream(Folder + name)
            ?? throw new InvalidOperationException($"Bug in SimLab: the player's {name} is not in the program.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
