using SimLab.Engine.Scenarios;
using SimLab.Model;

namespace SimLab.Engine.RuleQueries;

/// <summary>
/// The facts of one or many firms, several years each, from a YAML file (a list of maps, or a map with <c>firms:</c>)
/// or a CSV file (a header row of keys). Rows without errors can be judged regardless of the others.
/// </summary>
public sealed class FactsFile
{
    private const long LargestYaml = 1 << 20, LargestCsv = 100 << 20;
    private readonly FactsProblems _problems;

    private FactsFile(IReadOnlyList<FirmYear> years, FactsProblems problems)
    {
        Years = years;
        _problems = problems;
    }

    /// <summary>Valid rows, in the order of the file.</summary>
    public IReadOnlyList<FirmYear> Years { get; }

    /// <summary>The first thousand errors.</summary>
    public IReadOnlyList<FactsProblem> Problems => _problems.All;

    /// <summary>Number of errors, also beyond the first thousand.</summary>
    public int ProblemCount => _problems.Count;

    /// <summary>Reads a file. Never throws for its content: <see cref="Problems"/> lists the errors.</summary>
    public static FactsFile Read(string path)
    {
        var file = Path.GetFullPath(path);
        var problems = new FactsProblems(file);
        var rows = new RowBuilder(problems);
        try
        {
            if (Kind(file, problems) is { } read) read(file, rows, problems);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(0, 0, $"cannot be read: {TextFile.WhyUnread(e)}.");
        }
        rows.Link();
        if (rows.Done.Count == 0 && problems.Count == 0) problems.Add(0, 0, $"holds no facts. Write one row for each firm and year.");
        return new(rows.Done, problems);
    }

    private static Action<string, RowBuilder, FactsProblems>? Kind(string file, FactsProblems problems)
    {
        var yaml = Path.GetExtension(file).ToLowerInvariant() is ".yaml" or ".yml";
        if (!File.Exists(file))
            problems.Add(
                0, 0, Directory.Exists(file) ? Sentence.Of($"is a directory. Name a file in it.")
                    : $"there is no such file.{TextFile.Neighbour(file)}");
        else if (!yaml && !Path.GetExtension(file).Equals(".csv", StringComparison.OrdinalIgnoreCase))
            problems.Add(0, 0, $"is neither .yaml nor .csv. Facts are read from a YAML or a CSV file.");
        else if (new FileInfo(file).Length > (yaml ? LargestYaml : LargestCsv))
            problems.Add(
                0, 0, yaml ? Sentence.Of($"is larger than 1 MB, and was not read. Write so many firms as CSV.")
                : $"is larger than 100 MB, and was not read. Split it.");
        else
            return yaml ? FactsYaml.Read : FactsCsv.Read;
        return null;
    }
}
