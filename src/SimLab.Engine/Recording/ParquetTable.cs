using System.IO.Compression;
using Parquet;
using Parquet.Schema;

namespace SimLab.Engine.Recording;

/// <summary>
/// One Parquet file: columns buffer rows and write them as row groups. Integers are stored as differences, text as a
/// dictionary, both with Snappy: the fastest of the encodings tried (60 ms for a month of 64 worlds, 4 MB).
/// </summary>
internal sealed class ParquetTable : IAsyncDisposable
{
    private const int FullGroup = 100_000;

    private readonly FileStream _stream;
    private readonly ParquetWriter _writer;
    private readonly Column[] _columns;
    private bool _complete;

    private ParquetTable(FileStream stream, ParquetWriter writer, Column[] columns)
    {
        _stream = stream;
        _writer = writer;
        _columns = columns;
    }

    public static async Task<ParquetTable> Create(string file, params Column[] columns)
    {
        var options = new ParquetOptions { CompressionMethod = CompressionMethod.Snappy, CompressionLevel = CompressionLevel.Fastest };
        foreach (var column in columns)
            if (column.Encoding is { } encoding) options.ColumnEncodingHints[column.Field.Name] = encoding;
        var stream = new PlainFile(file);
        try
        {
            return new(stream,
                await ParquetWriter.CreateAsync(new ParquetSchema(columns.Select(column => column.Field)), stream, options), columns);
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    private int Rows => _columns[0].Count;

    /// <summary>Rows written into row groups so far.</summary>
    public long Written { get; private set; }

    /// <summary>For tables with few rows a month: writes once there are enough for an efficient row group.</summary>
    public Task FlushIfFull() => Rows >= FullGroup ? Flush() : Task.CompletedTask;

    /// <summary>Writes the buffered rows as one row group; none if there are no rows.</summary>
    public async Task Flush()
    {
        if (Rows == 0) return;
        using (var group = _writer.CreateRowGroup())
        {
            foreach (var column in _columns)
            {
                if (column.Count != Rows)
                    throw new InvalidOperationException(
                        $"Bug in SimLab: column {column.Field.Name} has {column.Count} rows and {_columns[0].Field.Name} {Rows}.");
                await column.Write(group);
            }
            group.CompleteValidate();
        }
        Written += Rows;
        foreach (var column in _columns) column.Clear();
    }

    /// <summary>Writes the remaining rows and the footer, and flushes to disk.</summary>
    public async Task Complete()
    {
        await Flush();
        await _writer.DisposeAsync();
        _stream.Flush(flushToDisk: true);
        _complete = true;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _stream.DisposeAsync();
        }
        catch (Exception) when (!_complete)
        {
            // A full disk rejects the buffered bytes once more; the file is about to be removed anyway.
        }
    }
}

/// <summary>
/// A file written synchronously by the caller. The library's stream hands large writes to the thread pool, where they
/// would wait behind the simulation.
/// </summary>
internal sealed class PlainFile(string path)
    : FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read, bufferSize: 1 << 16)
{
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Write(buffer, offset, count);
        return Task.CompletedTask;
    }
}

/// <summary>Buffered values of one column of the current row group.</summary>
internal abstract class Column(DataField field, EncodingHint? encoding)
{
    public DataField Field { get; } = field;
    public EncodingHint? Encoding => encoding;
    public int Count { get; protected set; }

    public abstract Task Write(ParquetRowGroupWriter group);

    public void Clear() => Count = 0;
}

/// <summary>A column of numbers or booleans.</summary>
internal sealed class Column<T>(string name) : Column(new DataField<T>(name, nullable: false), Packing) where T : struct
{
    private T[] _values = new T[256];

    private static EncodingHint? Packing => typeof(T) == typeof(int) || typeof(T) == typeof(long) ? EncodingHint.DeltaBinaryPacked : null;

    public void Add(T value)
    {
        if (Count == _values.Length) Array.Resize(ref _values, Count * 2);
        _values[Count++] = value;
    }

    public override Task Write(ParquetRowGroupWriter group) => group.WriteAsync<T>(Field, _values.AsMemory(0, Count));
}

/// <summary>A column of text with few distinct values.</summary>
internal sealed class TextColumn(string name) : Column(new DataField<string>(name, nullable: false), EncodingHint.Dictionary)
{
    private string[] _values = new string[256];

    public void Add(string value)
    {
        if (Count == _values.Length) Array.Resize(ref _values, Count * 2);
        _values[Count++] = value;
    }

    public override Task Write(ParquetRowGroupWriter group) => group.WriteAsync(Field, new ArraySegment<string>(_values, 0, Count));
}
