using System.Text;
using SimLab.Model;

namespace SimLab.Engine.RuleQueries;

/// <summary>Splits one row of a file into cells, in isolation: an error in a row affects no other.</summary>
internal static class CsvCells
{
    public static bool AreBlank(ReadOnlySpan<byte> row) => row.Trim(" \t,"u8).IsEmpty;

    /// <summary>Fills the cells; or returns the column (from 1; 0: the row) and the error.</summary>
    public static (int Column, Sentence Message)? Split(ReadOnlySpan<byte> bytes, Encoding encoding, List<string> cells)
    {
        cells.Clear();
        if (CsvEncoding.Stranger(bytes, encoding) is { Column: > 0 } stranger)
            return (stranger.Column, stranger.Found == CsvEncoding.Script.Neither
                ? Sentence.Of($"this is neither UTF-8 nor GBK text.")
                : $"this is {(stranger.Found == CsvEncoding.Script.Gbk ? "GBK" : "UTF-8")} text in a file that is "
                    + $"{CsvEncoding.Name(encoding)} elsewhere. Save the whole file in one encoding.");

        var text = encoding.GetString(bytes);
        if (text.Contains('\0', StringComparison.Ordinal)) return (
            0, $"a NUL stands here. Is this a text file in UTF-8 or GBK (not UTF-16)?");
        return Split(text, cells) is { } complaint ? (cells.Count + 1, complaint) : null;
    }

    /// <summary>Cells as in RFC 4180, but on one line.</summary>
    private static Sentence? Split(string row, List<string> cells)
    {
        var at = 0;
        while (true)
        {
            var start = at;
            while (start < row.Length && row[start] == ' ') start++;
            if (start < row.Length && row[start] == '"')
            {
                if (!TryQuoted(row, start + 1, out var cell, out at)) return $"a quote is opened here and not closed in this row.";
                while (at < row.Length && row[at] == ' ') at++;
                if (at < row.Length && row[at] != ',') return $"text follows the closing quote. Write a quote inside quotes twice: \"\".";
                cells.Add(cell);
            }
            else
            {
                var comma = row.IndexOf(',', at);
                var end = comma < 0 ? row.Length : comma;
                cells.Add(row[at..end]);
                at = end;
            }
            if (at == row.Length) return null;
            at++;                                          // the comma
        }
    }

    private static bool TryQuoted(string row, int from, out string cell, out int after)
    {
        for (var i = from; i < row.Length; i++)
        {
            if (row[i] != '"') continue;
            if (i + 1 < row.Length && row[i + 1] == '"') i++;
            else
            {
                cell = row[from..i].Replace("\"\"", "\"", StringComparison.Ordinal);
                after = i + 1;
                return true;
            }
        }
        cell = "";
        after = row.Length;
        return false;
    }
}
