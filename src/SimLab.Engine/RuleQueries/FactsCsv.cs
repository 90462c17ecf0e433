using System.Text;
using SimLab.Engine.Scenarios;
using SimLab.Model;

namespace SimLab.Engine.RuleQueries;

/// <summary>
/// Reads facts from a CSV file: a header row of keys, then a row for each firm and year; a list as <c>a;b;c;d</c> in
/// its cell. Each row is read or rejected in isolation, so an unclosed quote or a row in another encoding affects no
/// other. (CSV libraries cannot do this: they read a stream of one encoding, in which a quote may stay open over rows.)
/// </summary>
internal static class FactsCsv
{
    public static void Read(string file, RowBuilder builder, FactsProblems problems)
    {
        Encoding encoding;
        using (var first = Open(file)) encoding = CsvEncoding.Detect(new(first));

        using var stream = Open(file);
        var rows = new CsvRows(stream);
        Fact?[]? header = null;
        var cells = new List<string>();
        while (rows.Next())
        {
            var bytes = rows.Current;
            if (rows.Number == 1 && bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[3..];
            if (rows.TooLong)
            {
                problems.Add(rows.Number, 0, $"this row is longer than 1 MB. It and what follows it were not read.");
                break;
            }
            if (CsvCells.AreBlank(bytes)) continue;

            builder.Begin(rows.Number);
            if (!TrySplit(bytes, encoding, rows.Number, cells, builder))
            {
                if (header is null) break;
                continue;
            }
            if (header is null)
            {
                if ((header = Header(cells, rows.Number, problems)) is null) break;
                continue;
            }
            Fill(header, cells, rows.Number, builder);
            builder.End();
        }
    }

    private static FileStream Open(string file) => new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1);

    private static bool TrySplit(ReadOnlySpan<byte> bytes, Encoding encoding, int row, List<string> cells, RowBuilder builder)
    {
        if (CsvCells.Split(bytes, encoding, cells) is not { } complaint) return true;
        builder.Spoil(row, complaint.Column, complaint.Message);
        return false;
    }

    private static Fact?[]? Header(List<string> names, int row, FactsProblems problems)
    {
        if (names.Count == 1 && names[0].IndexOfAny(['\t', ';']) >= 0)
        {
            problems.Add(row, 1, $"the columns are not separated by commas: {NearestWord.Quoted(names[0])}.");
            return null;
        }
        var header = new Fact?[names.Count];
        for (var i = 0; i < names.Count; i++)
        {
            var name = names[i].Trim();
            if (FactKeys.Find(name) is not { } fact) problems.Add(row, i + 1, Unknown(name, $"column"));
            else if (Array.IndexOf(header, fact) is >= 0 and var first) problems.Add(
                row, i + 1, $"{fact} is already column {first + 1}; this one is left out.");
            else header[i] = fact;
        }
        if (header.Contains(FactKeys.Year)) return header;
        problems.Add(
            row, 0, $"there is no column year. The first row names the columns, such as name,year,industry,taxable_income,staff,assets.");
        return null;
    }

    public static Sentence Unknown(string key, Sentence kind) => key.Length == 0
        ? Sentence.Of($"this {kind} has no name, and is left out.")
        : $"{NearestWord.Quoted(key)} is not a fact, and is left out."
            + $"{Sentence.Further(NearestWord.Closest(key, Facts) ?? Sentence.Of($"The facts are: {Facts}."))}";

    private static IEnumerable<string> Facts => FactKeys.All.Select(fact => fact.Key);

    private static void Fill(Fact?[] header, List<string> cells, int row, RowBuilder builder)
    {
        for (var i = header.Length; i < cells.Count; i++)
            if (cells[i].AsSpan().Trim().Length > 0)
            {
                builder.Spoil(
                    row, i + 1, $"{NearestWord.Quoted(cells[i])} stands in a column without a heading. Quote a cell that has a comma in "
                    + $"it.");
                return;
            }
        for (var i = 0; i < Math.Min(cells.Count, header.Length); i++)
        {
            if (header[i] is not { } fact || cells[i].AsSpan().Trim().IsEmpty) continue;
            var column = i + 1;
            if (fact.ListOf > 0 || fact.Kind == FactKind.Set)
                builder.Set(fact, cells[i].Split(';', '；').Select(part => new FactCell(row, column, part)).ToArray());
            else
                builder.Set(fact, [new(row, column, cells[i])]);
        }
    }
}
