namespace SimLab.Engine.RuleQueries;

/// <summary>Reads the rows of a file as bytes, one at a time; rows end at line ends, also within quotes.</summary>
internal sealed class CsvRows(Stream stream)
{
    public const int LongestRow = 1 << 20;

    private readonly byte[] _buffer = new byte[LongestRow + 1];
    private int _start, _end;

    /// <summary>Number of the current row, from 1, the header.</summary>
    public int Number { get; private set; }

    /// <summary>The current row without its line end.</summary>
    public ReadOnlySpan<byte> Current => _buffer.AsSpan(_rowStart, _rowLength);

    /// <summary>The row exceeds the longest allowed; the rest of the file was not read.</summary>
    public bool TooLong { get; private set; }

    private int _rowStart, _rowLength;

    public bool Next()
    {
        if (TooLong) return false;
        var searched = 0;
        while (true)
        {
            var found = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (found >= 0) return Take(searched + found, 1);
            searched = _end - _start;
            if (searched > LongestRow)
            {
                TooLong = true;
                return Take(LongestRow, 0);
            }
            if (!Fill()) return searched > 0 && Take(searched, 0);
        }
    }

    private bool Take(int length, int lineEnd)
    {
        Number++;
        _rowStart = _start;
        _start += length + lineEnd;
        _rowLength = length > 0 && _buffer[_rowStart + length - 1] == '\r' ? length - 1 : length;
        return true;
    }

    private bool Fill()
    {
        if (_start > 0)
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
            (_start, _end) = (0, _end - _start);
        }
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }
}
