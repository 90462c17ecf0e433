using Xunit;

namespace SimLab.Tests.Consistency;

/// <summary>
/// Lines that people write stand within a width that two windows side by side can show. Prose (Markdown, *.txt: one line
/// a paragraph or message), JSON schemas and tables of data (*.csv) have none: nobody reads them column by column.
/// </summary>
[Fast]
public sealed class LineLengthTests
{
    private const int MostColumns = 140;

    private static readonly HashSet<string> Code = new(StringComparer.Ordinal)
    {
        ".cs", ".razor", ".js", ".css", ".html", ".yaml", ".yml", ".csproj", ".props", ".targets", ".sh", ".sql",
    };

    private static readonly HashSet<string> NotWritten = new(StringComparer.Ordinal)
    {
        ".git", "bin", "obj", "runs", "logs", "TestResults", "node_modules", "BenchmarkDotNet.Artifacts",
    };

    // The file or folder, and the kind of thing that it holds.
    private static readonly (string Path, string Why)[] Exempt =
    [
        ("src/SimLab.App/wwwroot/echarts-6.1.0/", "a library as published"),
        ("src/SimLab.Engine/Experiments/Methods/Sampling/JoeKuo.cs", "a published table: one dimension's direction numbers a row"),
    ];

    [Fact]
    public void No_line_of_code_is_wider_than_140_columns()
    {
        var tooLong = Files().Where(file => !Exempt.Any(each => file.StartsWith(each.Path, StringComparison.Ordinal))).SelectMany(TooLong);
        Assert.Equal("", string.Join('\n', tooLong));
    }

    [Fact]
    public void Every_exemption_is_needed() => Assert.All(
        Exempt, each => Assert.Contains(Files(), file => file.StartsWith(each.Path, StringComparison.Ordinal) && TooLong(file).Any()));

    private static IEnumerable<string> TooLong(string file) =>
        File.ReadLines(Repository.File(file)).Index()
            .Where(line => line.Item.Length > MostColumns)
            .Select(line => $"{file}:{line.Index + 1} has {line.Item.Length} columns. Break it: {MostColumns} are allowed.");

    // Paths from the root, with slashes.
    private static IEnumerable<string> Files() =>
        Below(new DirectoryInfo(Repository.Root)).Select(file => Path.GetRelativePath(Repository.Root, file.FullName).Replace('\\', '/'));

    private static IEnumerable<FileInfo> Below(DirectoryInfo folder) =>
        folder.EnumerateFiles().Where(IsCode)
            .Concat(folder.EnumerateDirectories().Where(each => !NotWritten.Contains(each.Name)).SelectMany(Below));

    // A file without an ending is one of commands: .ci/run, Containerfile.
    private static bool IsCode(FileInfo file) =>
        Code.Contains(file.Extension) || file.Extension.Length == 0 && file.Name is "run" or "Containerfile";
}
