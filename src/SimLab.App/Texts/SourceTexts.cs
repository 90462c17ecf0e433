using System.Collections.Frozen;
using SimLab.Engine.Scenarios;
using SimLab.Model.Policies;

namespace SimLab.App.Texts;

/// <summary>
/// Sources of numbers, and notes beside rules and totals, in both languages. A lever says both itself; the English of
/// others is in the code and the population files, the Chinese in sources.zh.txt. Texts from users' own files are shown
/// as written.
/// </summary>
public static class SourceTexts
{
    private static readonly FrozenDictionary<string, string> Chinese = TextTable.Read("sources.zh.txt", " ⇒ ");

    private static readonly FrozenDictionary<string, string> OfLevers = MeasureCatalog.Default.Measures
        .SelectMany(measure => measure.Levers).Select(lever => (LeverAttribute)lever.Number)
        .DistinctBy(lever => lever.Source).ToFrozenDictionary(lever => lever.Source, lever => lever.SourceZh);

    /// <summary>The English sources that have a Chinese text in the file.</summary>
    public static IEnumerable<string> Worded => Chinese.Keys;

    /// <param name="english">A source or note, exactly as written beside the number.</param>
    public static Phrase Of(string english) =>
        new(Chinese.GetValueOrDefault(english) ?? OfLevers.GetValueOrDefault(english) ?? english, english);

    /// <summary>The source of a parameter.</summary>
    public static Phrase Of(Parameter parameter) =>
        parameter.Number is LeverAttribute lever ? new(lever.SourceZh, lever.Source) : Of(parameter.Source);
}
