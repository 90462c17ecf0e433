using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SimLab.Engine.RuleQueries;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Populations;

namespace SimLab.Engine.Populations;

/// <summary>
/// Reads a user's own firms from a CSV file: a header row of <see cref="OwnColumn"/>s, then a row for each firm. Checks
/// every row and rejects a file with errors as a whole, reporting the first twenty.
/// </summary>
internal sealed class OwnFirmsFile
{
    private const long LargestBytes = 100 << 20;
    private const int MostFirms = 1_000_000, MostListed = 20, LongestId = 200;

    private readonly FactsProblems _problems;
    private readonly Month _at;
    private readonly ImmutableArray<OwnColumn> _columns;
    private readonly Dictionary<string, int> _rowOf = new(StringComparer.Ordinal);
    private readonly List<OwnFirm> _firms = [];

    private OwnFirmsFile(string file, Month at, Province province) =>
        (_problems, _at, _columns) = (new(file), at, OwnColumn.Of(province));

    /// <summary>Reads and checks the file.</summary>
    /// <param name="path">The CSV file.</param>
    /// <param name="alone">Whether its firms replace the synthetic ones.</param>
    /// <param name="at">Month of the population.</param>
    /// <param name="province">Gives the names of regions and chains.</param>
    /// <exception cref="PopulationException">The file has errors; the message lists what, where, and what is
    /// allowed.</exception>
    public static OwnFirms Read(string path, bool alone, Month at, Province province)
    {
        var file = Path.GetFullPath(path);
        var reading = new OwnFirmsFile(file, at, province);
        try
        {
            if (Complaint(file) is { } complaint) throw new PopulationException(Position.Shown(file), 0, complaint);
            reading.ReadRows(file);
            if (reading._firms.Count == 0 && reading._problems.Count == 0) throw new PopulationException(
                Position.Shown(file), 0, $"holds a header and no firm. Write a row for each firm.");
            reading.RequireNoProblem(file);
            using var stream = File.OpenRead(file);
            return new(Path.GetFileName(file), Convert.ToHexStringLower(SHA256.HashData(stream)), alone, [.. reading._firms]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PopulationException(
                Position.Shown(file), 0,
                $"cannot be read: {TextFile.WhyUnread(e)}.");
        }
    }

    private static Sentence? Complaint(string file)
    {
        if (Directory.Exists(file)) return $"is a directory. Name a CSV file in it.";
        if (!File.Exists(
            file)) return $"there is no such file. Own firms are read from a CSV file such as scenarios/provinces/gansu/example-firms.csv.";
        if (Path.GetExtension(file)
            .ToLowerInvariant() is ".xlsx" or ".xls"
            or ".ods") return $"is a workbook. Save its sheet as CSV (in Excel: CSV UTF-8) and name that file.";
        return new FileInfo(file).Length switch
        {
            0 => Sentence.Of(
                $"is empty. The first row names the columns: id,region,industry,staff,sales_last_year and those you have beside them."),
            > LargestBytes =>
                $"is larger than 100 MB, and was not read. Leave out columns, or let rows stand for several firms with weight.",
            _ => null,
        };
    }

    private void ReadRows(string file)
    {
        Encoding encoding;
        using (var first = Open(file)) encoding = CsvEncoding.Detect(new(first));
        using var stream = Open(file);
        var rows = new CsvRows(stream);
        OwnColumn?[]? header = null;
        var cells = new List<string>();
        while (rows.Next())
        {
            var bytes = rows.Current;
            if (rows.Number == 1 && bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[3..];
            if (CsvCells.AreBlank(bytes)) continue;
            if (rows.TooLong)
                _problems.Add(rows.Number, 0, $"this row is longer than 1 MB. It and what follows it were not read.");
            else if (CsvCells.Split(bytes, encoding, cells) is { } complaint)
                _problems.Add(rows.Number, complaint.Column, complaint.Message);
            else if (header is not null)
                ReadFirm(header, cells, rows.Number);
            else if ((header = Header(cells, rows.Number)) is not null)
                continue;
            if (header is null || _firms.Count > MostFirms) break;
        }
        if (_firms.Count > MostFirms) _problems.Add(
            rows.Number, 0,
            $"here begins firm {MostFirms + 1:N0}; a file holds a million at most. Let rows stand for several firms with weight.");
        if (header is null && _problems.Count == 0) _problems.Add(0, 0, $"holds only blank rows.");
    }

    private static FileStream Open(string file) => new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1);

    private OwnColumn?[]? Header(List<string> names, int row)
    {
        if (names.Count == 1 && names[0].IndexOfAny(['\t', ';']) >= 0)
        {
            _problems.Add(row, 1, $"the columns are not separated by commas: {NearestWord.Quoted(names[0])}.");
            return null;
        }
        string[] keys = [.. _columns.Select(column => column.Fact.Key)];
        var header = new OwnColumn?[names.Count];
        for (var i = 0; i < names.Count; i++)
        {
            var name = names[i].Trim();
            if (name.Length == 0) continue;                // a spare column; it must stay empty
            if (_columns.FirstOrDefault(each => each.Fact.Key == name) is not { } column) _problems.Add(
                row, i + 1, $"there is no column {NearestWord.Quoted(name)}.{NearestWord.Instead(name, $"columns", keys)}");
            else if (Array.IndexOf(header, column) is >= 0 and var first) _problems.Add(
                row, i + 1, $"{name} is already column {first + 1}. Keep one.");
            else header[i] = column;
        }
        var missing = _columns.Where(column => column.Required && !header.Contains(column))
            .Select(column => $"{column.Fact.Key} ({column.Fact.Meaning})").ToArray();
        if (missing.Length > 0) _problems.Add(row, 0, $"the header lacks {missing}.");
        return _problems.Count == 0 ? header : null;
    }

    private void ReadFirm(OwnColumn?[] header, List<string> cells, int row)
    {
        var firm = new OwnFirm();
        var before = _problems.Count;
        for (var i = 0; i < Math.Max(cells.Count, header.Length); i++)
        {
            var text = i < cells.Count ? cells[i].Trim() : "";
            var column = i < header.Length ? header[i] : null;
            if (column is null)
            {
                if (text.Length > 0) _problems.Add(
                    row, i + 1, $"{NearestWord.Quoted(text)} stands in a column without a heading. Quote a cell that has a comma in it.");
            }
            else if (text.Length == 0)
            {
                if (column.Required) _problems.Add(row, i + 1, $"{column.Fact.Key} is empty; every firm needs it ({column.Fact.Meaning}).");
            }
            else if (column.Fact.Key == OwnColumn.Id) TakeId(firm, text, row, i + 1);
            else if (FactReader.TryRead(column.Fact, text, out var value, out var complaint)) column.Put(firm, value);
            else _problems.Add(row, i + 1, $"{column.Fact.Key} {complaint}");
        }
        if (_problems.Count == before)
            foreach (var contradiction in OwnFirmChecks.Of(firm, _at)) _problems.Add(row, 0, contradiction);
        if (_problems.Count == before) _firms.Add(firm);
    }

    private void TakeId(OwnFirm firm, string text, int row, int column)
    {
        firm.Id = text;
        if (text.Length > LongestId) _problems.Add(row, column, $"id has {text.Length} letters; {LongestId} are enough.");
        else if (text.Any(char.IsControl)) _problems.Add(row, column, $"id is {NearestWord.Quoted(text)}, with control characters in it.");
        else if (!_rowOf.TryAdd(text, row)) _problems.Add(
            row, column, $"id {NearestWord.Quoted(text)} stands in row {_rowOf[text]} already. Give every firm its own.");
    }

    private void RequireNoProblem(string file)
    {
        if (_problems.Count == 0) return;
        var listed = _problems.All.Take(MostListed).Select(problem => problem.Sentence);
        throw new PopulationException(Sentence.Lines(_problems.Count > MostListed
            ? listed.Append(Sentence.Of($"and {_problems.Count - MostListed} more mistakes in {Position.Shown(file)}.")) : listed));
    }
}
