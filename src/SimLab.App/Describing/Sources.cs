using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace SimLab.App.Describing;

/// <summary>
/// Resources embedded in the command: the model's sources as of the build, and the pages that describe it.
/// </summary>
internal static class Sources
{
    private const string Source = "source/", Page = "page/";

    /// <summary>Sources, by path below src.</summary>
    public static ImmutableSortedDictionary<string, string> Files { get; } = Resources(Source);

    /// <summary>Pages, by path below Pages.</summary>
    public static ImmutableSortedDictionary<string, string> Pages { get; } = Resources(Page);

    /// <summary>Text of a source file by its path below src.</summary>
    public static string Text(string path) =>
        Files.TryGetValue(path, out var text) ? text : throw new DescribingException($"There is no source file {path}.");

    /// <summary>The file that declares the type.</summary>
    public static string FileOf(Type type)
    {
        var declares = new Regex(
            $@"^\s*(?:public|internal)[\w\s]*\b(?:struct|class|record|enum|interface)\s+{Regex.Escape(type.Name.Split('`')[0])}\b",
            RegexOptions.Multiline);
        return Files.FirstOrDefault(file =>
            file.Value.Contains($"namespace {type.Namespace};", StringComparison.Ordinal) && declares.IsMatch(file.Value)).Key
            ?? throw new DescribingException($"No source file of {type.Namespace} declares {type.Name}.");
    }

    private static ImmutableSortedDictionary<string, string> Resources(string prefix)
    {
        var assembly = typeof(Sources).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .ToImmutableSortedDictionary(name => name[prefix.Length..].Replace('\\', '/'), Read, StringComparer.Ordinal);

        string Read(string name)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd().ReplaceLineEndings("\n");
        }
    }
}

/// <summary>The description disagrees with the code: a bug in SimLab, never a user error.</summary>
internal sealed class DescribingException(string message) : Exception($"Bug in SimLab: {message}");
