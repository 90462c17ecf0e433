using SimLab.Tests.App;
using Xunit;

namespace SimLab.Tests.Snapshots;

/// <summary>
/// What a command prints, beside the file in which somebody has read and accepted it: Snapshots/NAME.verified.txt. To accept what is
/// printed now, run the tests with SIMLAB_ACCEPT_SNAPSHOTS=1 and read the difference in git before you commit it.
/// </summary>
internal static class Snapshot
{
    private const string Extension = ".verified.txt";

    private static readonly string Folder = Repository.File("tests", "SimLab.Tests", "Snapshots");

    /// <summary>True when the tests write the files instead of comparing with them.</summary>
    public static bool Accepting { get; } = Environment.GetEnvironmentVariable("SIMLAB_ACCEPT_SNAPSHOTS") == "1";

    /// <summary>Runs `simlab`, and compares exit code, output and messages with the file.</summary>
    /// <param name="name">Of the file, with its folder: mistakes/no-command.</param>
    /// <param name="typed">After `simlab`; no word may hold a blank. Placeholders of <paramref name="scrubber"/> are filled in.</param>
    /// <param name="scrubber">Knows the folders of the test.</param>
    /// <param name="head">Lines of the output that are looked at, for what is long and held by another test.</param>
    public static async Task Of(string name, string typed, Scrubber scrubber, int head = int.MaxValue)
    {
        var said = await Said.By([.. typed.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(scrubber.Filled)]);
        var command = $"$ simlab {typed}".TrimEnd();
        Compare(name, $"{command}\nexit code {said.Exit}\n{Part("output", said.Output)}{Part("messages", said.Error)}");

        string Part(string what, string text)
        {
            var lines = scrubber.Scrubbed(text).Split('\n');
            if (lines is [""]) return "";
            return $"\n--- {what}\n{string.Join('\n', lines.Take(head))}{(lines.Length > head ? "\n... and so on\n" : "")}";
        }
    }

    /// <summary>Names of the files there are.</summary>
    public static IEnumerable<string> Kept() =>
        Directory.EnumerateFiles(Folder, "*" + Extension, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file)[..^Extension.Length].Replace('\\', '/'));

    public static void Forget(string name) => File.Delete(FileOf(name));

    private static void Compare(string name, string now)
    {
        var file = FileOf(name);
        var accepted = File.Exists(file) ? File.ReadAllText(file) : null;
        if (accepted == now) return;
        if (Accepting)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, now);
            return;
        }
        var problem = accepted is null ? $"There is no {name}{Extension} yet. Printed was:\n{now}" : Difference(name, accepted, now);
        Assert.Fail($"{problem}\nIf that is meant, run the tests of the namespace SimLab.Tests.Snapshots once with "
            + "SIMLAB_ACCEPT_SNAPSHOTS=1, and read `git diff`.");
    }

    private static string Difference(string name, string accepted, string now)
    {
        var (was, isNow) = (accepted.Split('\n'), now.Split('\n'));
        var first = was.Zip(isNow).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"{name}{Extension}, line {first + 1}, is\n  {Line(was, first)}\nand printed was\n  {Line(isNow, first)}";
    }

    private static string Line(string[] lines, int number) => number < lines.Length ? lines[number] : "(the end)";

    private static string FileOf(string name) => Path.Combine(Folder, name + Extension);
}
