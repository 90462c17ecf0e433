using System.Collections.Frozen;

namespace SimLab.App.Texts;

/// <summary>
/// Where numbers come from, and notes beside rules and totals. They stand in English in the code and in the files of the
/// population; their Chinese wording stands in sources.zh.txt. What a user wrote into files of their own is shown as written.
/// </summary>
public static class SourceTexts
{
    private static readonly FrozenDictionary<string, string> Chinese = TextTable.Read("sources.zh.txt", " ⇒ ");

    /// <summary>What has a Chinese wording, in English.</summary>
    public static IEnumerable<string> Worded => Chinese.Keys;

    /// <param name="english">A source or note, exactly as it stands beside the number.</param>
    public static Phrase Of(string english) => new(Chinese.GetValueOrDefault(english) ?? english, english);
}
