using System.Collections.Frozen;
using System.Text.RegularExpressions;
using SimLab.Engine.Calibration;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Policies;

namespace SimLab.App.Texts;

/// <summary>
/// Sources of numbers, and notes beside rules and totals, in both languages. A lever says both itself; the English of
/// others is in the code and the population files, the Chinese in sources.zh.txt. Texts from users' own files are shown
/// as written.
/// </summary>
public static partial class SourceTexts
{
    private static readonly FrozenDictionary<string, string> Chinese = TextTable.Read("sources.zh.txt", " ⇒ ");

    private static readonly FrozenDictionary<string, string> OfLevers = MeasureCatalog.Default.Measures
        .SelectMany(measure => measure.Levers).Select(lever => (LeverAttribute)lever.Number)
        .DistinctBy(lever => lever.Source).ToFrozenDictionary(lever => lever.Source, lever => lever.SourceZh);

    /// <summary>The English sources that have a Chinese text in the file.</summary>
    public static IEnumerable<string> Worded => Chinese.Keys;

    /// <param name="english">A source or note, exactly as written beside the number.</param>
    public static Phrase Of(string english) => new(
        Chinese.GetValueOrDefault(english) ?? OfLevers.GetValueOrDefault(english) ?? Taken(english) ?? english, english);

    // A figure of another province keeps that province's source; null: the source says nothing of the kind.
    private static string? Taken(string english) => TakenFrom().Match(english) is { Success: true } found
        ? $"假设，取自{Of(found.Groups["province"].Value).Zh}"
            + $"{(found.Groups["factor"] is { Success: true } factor ? $"，乘以{factor.Value}（{Of(found.Groups["why"].Value).Zh}）" : "")}"
            + $"：{Of(found.Groups["source"].Value).Zh}"
        : null;

    [GeneratedRegex(
        @"^assumed, taken from (?<province>[^:]+?)( times (?<factor>[0-9.]+) \((?<why>.*?)\))?: (?<source>.+)$",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex TakenFrom();

    /// <summary>The source of a parameter.</summary>
    public static Phrase Of(Parameter parameter) =>
        parameter.Number is LeverAttribute lever ? new(lever.SourceZh, lever.Source) : Of(parameter.Source);

    /// <summary>The source of an entry of the register, with those of single values of a table.</summary>
    /// <param name="assumption">The entry.</param>
    /// <param name="province">The province whose recipe it is of.</param>
    public static Phrase Of(Assumption assumption, Province province) => assumption.Table is not { } table ? Of(assumption.Source)
        : new(string.Join("；", [Of(table.Source).Zh, .. table.Cells.Select(cell => OfCell(cell, province))]), assumption.Source);

    private static string OfCell(CellSource cell, Province province) =>
        $"{PlaceNames.Member(province, cell.Name).Zh}（{ConfidenceTexts.Of(cell.Tag).Zh}）：{Of(cell.Source).Zh}";
}
