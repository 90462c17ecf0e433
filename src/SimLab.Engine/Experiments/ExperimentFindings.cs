using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SimLab.Pages.Charts;

namespace SimLab.Engine.Experiments;

/// <summary>A column of a table.</summary>
/// <param name="Name">Name in files: lower case, words joined by underscores.</param>
/// <param name="Words">Heading for readers.</param>
/// <param name="Unit">
/// Unit of its numbers; empty for text. Decides how readers see them (<see cref="Reporting.TargetTexts"/>).
/// </param>
public sealed record TableColumn(string Name, string Words, string Unit = "")
{
    /// <summary>Value of <see cref="Unit"/>: the unit stands in the row, in the column named "unit".</summary>
    public const string OfRow = "as the row says";

    /// <summary>Value of <see cref="Unit"/>: a change, shown with its sign; its unit stands in the row.</summary>
    public const string ChangeOfRow = "change, as the row says";

    /// <summary>Cells are text; else numbers.</summary>
    public bool IsText { get; init; }

    /// <summary>Shown in files and on the page, but not on a terminal.</summary>
    public bool IsDetail { get; init; }

    /// <summary>Makes a column of text.</summary>
    public static TableColumn Text(string name, string words) => new(name, words) { IsText = true };
}

/// <summary>A limit on a factor or an outcome that a cell states in words.</summary>
/// <param name="Name">Name of the factor or the outcome in files.</param>
/// <param name="Low">Least value, as tables show it; NaN: none.</param>
/// <param name="High">Largest value; NaN: none.</param>
/// <param name="Unit">Unit of both.</param>
public sealed record StatedLimit(string Name, double Low, double High, string Unit);

/// <summary>A table of a result: rows of text and numbers. NaN: no number.</summary>
/// <param name="Name">Name of its files, without ending.</param>
/// <param name="Title">Title for readers.</param>
public sealed record FindingsTable(string Name, string Title, ImmutableArray<TableColumn> Columns)
{
    private readonly List<object[]> _rows = [];

    /// <summary>Shown on the screen and on the page; false: for programs, in the files only.</summary>
    public bool Shown { get; init; } = true;

    /// <summary>What cells of text state in English, as limits, for other languages; all hold together.</summary>
    public ImmutableDictionary<string, ImmutableArray<StatedLimit>> Limits { get; init; } =
        ImmutableDictionary<string, ImmutableArray<StatedLimit>>.Empty;

    /// <summary>Rows in the order added; each cell is a string or a double.</summary>
    public IReadOnlyList<object[]> Rows => _rows;

    /// <summary>Adds a row, one cell per column.</summary>
    /// <param name="cells">A string for a text column, a number for the others.</param>
    public void Add(params ReadOnlySpan<object> cells)
    {
        if (cells.Length != Columns.Length) throw new InvalidOperationException(
            $"Bug in SimLab: a row of {cells.Length} cells for the {Columns.Length} columns of {Name}.");
        var row = new object[cells.Length];
        for (var i = 0; i < row.Length; i++)
        {
            if (cells[i] is string != Columns[i].IsText) throw new InvalidOperationException(
                $"Bug in SimLab: {Name}.{Columns[i].Name} was given {cells[i].GetType().Name}.");
            row[i] = cells[i] is string text ? text : Convert.ToDouble(cells[i], CultureInfo.InvariantCulture);
        }
        _rows.Add(row);
    }

    /// <summary>
    /// Writes comma-separated values with one heading line; numbers round-trip exactly, NaN is an empty field.
    /// </summary>
    public void WriteCsv(TextWriter to)
    {
        to.Write(string.Join(',', Columns.Select(c => c.Name)) + "\n");
        foreach (var row in _rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                if (i > 0) to.Write(',');
                to.Write(row[i] is string text ? Quoted(text) : Number((double)row[i]));
            }
            to.Write('\n');
        }
    }

    private static string Number(double value) => double.IsNaN(value) ? "" : value.ToString("R", CultureInfo.InvariantCulture);

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(",\"\n\r") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}

/// <summary>A text file an experiment produces, such as a scenario to run next.</summary>
/// <param name="Text">
/// Makes the text from the full path of its folder, since it refers to other files from there.
/// </param>
public sealed record FoundFile(string Name, Func<string, string> Text);

/// <summary>Results of an experiment.</summary>
/// <param name="Sentences">Findings in plain words.</param>
/// <param name="Tables">Tidy tables; those for readers first.</param>
public sealed record ExperimentFindings(
    ImmutableArray<string> Sentences, ImmutableArray<FindingsTable> Tables, ImmutableArray<Picture> Pictures)
{
    /// <summary>Files to write beside the tables.</summary>
    public ImmutableArray<FoundFile> Files { get; init; } = [];

    /// <summary>
    /// SHA-256 over all tables: the same experiment and build give the same hash, however its worlds were run.
    /// </summary>
    public string Hash
    {
        get
        {
            using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var table in Tables)
            {
                using var text = new StringWriter { NewLine = "\n" };
                table.WriteCsv(text);
                sha.AppendData(Encoding.UTF8.GetBytes($"{table.Name}\n{text}"));
            }
            return Convert.ToHexStringLower(sha.GetHashAndReset());
        }
    }
}
