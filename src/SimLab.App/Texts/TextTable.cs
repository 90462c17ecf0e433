using System.Collections.Frozen;

namespace SimLab.App.Texts;

/// <summary>
/// Reads embedded tables of texts, one entry per line: KEY, separator, TEXT, with \n where a line ends. Lines that begin with #
/// are comments.
/// </summary>
internal static class TextTable
{
    /// <param name="name">Name of the file.</param>
    /// <param name="between">The separator; keys must not contain it.</param>
    public static FrozenDictionary<string, string> Read(string name, string between)
    {
        var words = new Dictionary<string, string>();
        foreach (var (key, text) in Lines(name, between)) words.Add(key, text);
        return words.ToFrozenDictionary();
    }

    /// <inheritdoc cref="Read"/>
    /// <returns>The entries in the order of the file.</returns>
    public static IEnumerable<(string Key, string Text)> Lines(string name, string between)
    {
        using var reader = Open(name);
        while (reader.ReadLine() is { } line)
            if (line.Split(between, 2) is [var key, var value] && !line.StartsWith('#')) yield return (Text(key), Text(value));

        static string Text(string written) => written.Trim().Replace("\\n", "\n", StringComparison.Ordinal);
    }

    /// <summary>The whole text of an embedded file.</summary>
    /// <param name="name">Name of the file.</param>
    public static string Text(string name)
    {
        using var reader = Open(name);
        return reader.ReadToEnd();
    }

    private static StreamReader Open(string name) => new(typeof(TextTable).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"Bug in SimLab: {name} is not in the program."));
}
