using Parquet;
using Parquet.Schema;

namespace SimLab.Engine.Recording;

/// <summary>One row group of a table while it is the current one; each column is read when asked for.</summary>
public sealed class TablePart
{
    private readonly ParquetSchema _schema;
    private readonly ParquetRowGroupReader _group;

    internal TablePart(ParquetSchema schema, ParquetRowGroupReader group)
    {
        _schema = schema;
        _group = group;
    }

    public int Rows => (int)_group.RowCount;

    public IReadOnlyList<string> Columns => [.. _schema.DataFields.Select(data => data.Name)];

    /// <summary>A column of numbers (int, long, double) or of yes and no, as it was written.</summary>
    public async Task<T[]> Numbers<T>(string column) where T : struct
    {
        var values = new T[Rows];
        await _group.ReadAsync<T>(_schema.FindDataField(column), values.AsMemory());
        return values;
    }

    public async Task<string[]> Texts(string column)
    {
        var values = new string?[Rows];
        await _group.ReadAsync(_schema.FindDataField(column), values.AsMemory()!);
        return values!;
    }
}
