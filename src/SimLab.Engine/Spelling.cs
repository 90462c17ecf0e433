using System.Text;

namespace SimLab.Engine;

/// <summary>Names of the code as files and options spell them.</summary>
public static class Spelling
{
    /// <summary>HighTech as high_tech.</summary>
    public static string Snake(string name) => Joined(name, '_');

    /// <summary>HighTech as high-tech.</summary>
    public static string Hyphenated(string name) => Joined(name, '-');

    private static string Joined(string name, char joint)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0) text.Append(joint);
            text.Append(char.ToLowerInvariant(letter));
        }
        return text.ToString();
    }
}
