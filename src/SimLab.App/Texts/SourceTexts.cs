using System.Collections.Frozen;

namespace SimLab.App.Texts;

/// <summary>
/// Sources of numbers, and notes beside rules and totals, in both languages. The English is in the code and the
/// population files, the Chinese in sources.zh.txt. Texts from users' own files are shown as written.
/// </summary>
public static class SourceTexts
{
    private static readonly FrozenDictionary<string, string> Chinese = TextTable.Read("sources.zh.txt", " ⇒ ");

    /// <summary>The English sources that have a Chinese text.</summary>
    public static IEnumerable<string> Worded => Chinese.Keys;

    /// <param name="english">A source or note, exactly as written beside the number.</param>
    public static Phrase Of(string english) => new(Chinese.GetValueOrDefault(english) ?? english, english);
}
