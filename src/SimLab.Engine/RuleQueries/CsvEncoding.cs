using System.Text;

namespace SimLab.Engine.RuleQueries;

/// <summary>
/// Distinguishes UTF-8 from GBK, cell by cell: neither comma, quote nor line end can be part of a letter in either.
/// Two-byte UTF-8 (Greek, accents) may also be GBK; Chinese takes three bytes in UTF-8, and is very rarely valid GBK.
/// </summary>
internal static class CsvEncoding
{
    /// <summary>Possible encodings of a cell's bytes.</summary>
    internal enum Script : byte { Ascii, Either, Utf8, Gbk, Neither }

    public static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    public static readonly Encoding Gbk =
        CodePagesEncodingProvider.Instance.GetEncoding(936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    public static string Name(Encoding encoding) => ReferenceEquals(encoding, Utf8) ? "UTF-8" : "GBK";

    public static Script Of(ReadOnlySpan<byte> cell)
    {
        if (Ascii.IsValid(cell)) return Script.Ascii;
        if (!System.Text.Unicode.Utf8.IsValid(cell)) return IsGbk(cell) ? Script.Gbk : Script.Neither;
        // E0 and above start sequences of three bytes or more.
        return cell.ContainsAnyInRange((byte)0xE0, (byte)0xFF) || !IsGbk(cell) ? Script.Utf8 : Script.Either;
    }

    /// <summary>The encoding of most unambiguous rows; UTF-8 if they tie.</summary>
    public static Encoding Detect(CsvRows rows)
    {
        long utf8 = 0, gbk = 0;
        while (rows.Next())
        {
            if (Ascii.IsValid(rows.Current)) continue;
            if (rows.Number == 1 && rows.Current.StartsWith(Encoding.UTF8.Preamble)) return Utf8;
            foreach (var cell in new CellBytes(rows.Current))
                switch (Of(cell))
                {
                    case Script.Utf8: utf8++; break;
                    case Script.Gbk: gbk++; break;
                    default: break;
                }
        }
        return gbk > utf8 ? Gbk : Utf8;
    }

    /// <summary>The first cell (from 1) that is not in the file's encoding, and its script; 0: none.</summary>
    public static (int Column, Script Found) Stranger(ReadOnlySpan<byte> row, Encoding encoding)
    {
        if (Ascii.IsValid(row)) return default;
        var column = 0;
        foreach (var cell in new CellBytes(row))
        {
            column++;
            var script = Of(cell);
            if (script == Script.Neither || script == (ReferenceEquals(encoding, Utf8) ? Script.Gbk : Script.Utf8)) return (column, script);
        }
        return default;
    }

    private static bool IsGbk(ReadOnlySpan<byte> cell)
    {
        // Lead 81–FE, trail 40–FE without 7F; the decoder then checks which pairs encode letters.
        for (var i = 0; i < cell.Length; i++)
        {
            if (cell[i] < 0x80) continue;
            if (cell[i] is 0x80 or 0xFF || i + 1 == cell.Length || cell[i + 1] is < 0x40 or 0x7F or 0xFF) return false;
            i++;
        }
        try
        {
            Gbk.GetCharCount(cell);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>Enumerates the bytes of each cell, quotes included.</summary>
    internal ref struct CellBytes(ReadOnlySpan<byte> row)
    {
        private ReadOnlySpan<byte> _rest = row;
        private bool _more = true;

        public ReadOnlySpan<byte> Current { get; private set; }

        public readonly CellBytes GetEnumerator() => this;

        public bool MoveNext()
        {
            if (!_more) return false;
            var quoted = false;
            for (var i = 0; i < _rest.Length; i++)
            {
                if (_rest[i] == '"') quoted = !quoted;
                else if (_rest[i] == ',' && !quoted)
                {
                    Current = _rest[..i];
                    _rest = _rest[(i + 1)..];
                    return true;
                }
            }
            Current = _rest;
            return !(_more = false);
        }
    }
}
