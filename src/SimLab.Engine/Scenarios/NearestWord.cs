using System.Globalization;
using SimLab.Model;

namespace SimLab.Engine.Scenarios;

/// <summary>Words diagnostics: the word found, the words that exist, and the one probably meant.</summary>
internal static class NearestWord
{
    private const int LongestQuote = 60, LongestList = 100, MostLike = 8;

    /// <summary>A user's text, safe to display: short, on one line, without control characters.</summary>
    public static string Quoted(string text)
    {
        var start = text.Length <= LongestQuote ? text : text[..LongestQuote] + "…";
        return $"\"{string.Concat(start.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c))}\"";
    }

    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>
    /// " Nearest: x. The levers are: x, y." for a word that does not exist; of a list too long to read only what is most like it.
    /// </summary>
    public static Sentence Instead(string wrong, Sentence kind, IReadOnlyCollection<string> exist) =>
        Sentence.Further(exist.Count == 0 ? [$"There are no {kind}."]
            : [Closest(wrong, exist), exist.Count <= LongestList ? Sentence.Of($"The {kind} are: {exist}.")
                : $"Of {exist.Count} {kind} these are most like it: {MostLikely(wrong, exist)}."]);

    private static string[] MostLikely(string wrong, IEnumerable<string> words)
    {
        var lower = wrong.ToLowerInvariant()[..Math.Min(wrong.Length, LongestQuote)];
        return [.. words.OrderBy(word => Likeness(lower, word.ToLowerInvariant())).ThenBy(word => word, StringComparer.Ordinal)
            .Take(MostLike)];
    }

    /// <summary>"Nearest: x.", if one is near.</summary>
    public static Sentence? Closest(string wrong, IEnumerable<string> exist) =>
        Nearest(wrong, exist) is { } near ? Sentence.Of($"Nearest: {near}.") : null;

    /// <summary>
    /// The word probably meant: one that contains or is contained in the given one, else the one at the smallest edit
    /// distance.
    /// </summary>
    public static string? Nearest(string wrong, IEnumerable<string> words)
    {
        if (wrong.Length is 0 or > LongestQuote) return null;
        var lower = wrong.ToLowerInvariant();
        return words
            .Select(word => (word, slips: Likeness(lower, word.ToLowerInvariant())))
            .Where(x => x.slips <= Math.Max(2, lower.Length / 2))
            .OrderBy(x => x.slips).ThenBy(x => x.word, StringComparer.Ordinal)
            .Select(x => x.word).FirstOrDefault();
    }

    private static int Likeness(string wrong, string word) =>
        wrong.Length >= 3 && (word.Contains(wrong, StringComparison.Ordinal) || wrong.Contains(word, StringComparison.Ordinal)) ? 1
            : Slips(wrong, word);

    // Damerau-Levenshtein (optimal string alignment): letters omitted, added, changed, or two neighbours swapped.
    private static int Slips(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
            {
                d[i, j] = Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        return d[a.Length, b.Length];
    }
}
