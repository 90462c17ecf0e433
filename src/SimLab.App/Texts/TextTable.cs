using System.Collections.Frozen;

namespace SimLab.App.Texts;

/// <summary>Wordings that lie in the program as text, one a line: KEY, what stands between, WORDING. A line that begins with # is a remark.</summary>
internal static class TextTable
{
    /// <param name="name">Of the file.</param>
    /// <param name="between">Parts key and wording, and is in no key.</param>
    public static FrozenDictionary<string, string> Read(string name, string between)
    {
        using var stream = typeof(TextTable).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"Bug in SimLab: {name} is not in the program.");
        using var reader = new StreamReader(stream);
        var words = new Dictionary<string, string>();
        while (reader.ReadLine() is { } line)
            if (line.Split(between, 2) is [var key, var value] && !line.StartsWith('#')) words.Add(key.Trim(), value.Trim());
        return words.ToFrozenDictionary();
    }
}
