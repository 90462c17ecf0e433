using Parquet;
using Parquet.Schema;

namespace SimLab.Engine.Recording;

/// <summary>One row group of a table while it is current; columns are read on request.</summary>
public sealed class TablePart
{
    private readonly ParquetSchema _schema;
    private readonly ParquetRowGroupReader _group;

    internal TablePart(ParquetSchema schema, ParquetRowGroupReader group)
    {
        _schema = schema;
        _group = group;
    }

    /// <summary>Number of rows.</summary>
    public int Rows => (int)_group.RowCount;

    /// <summary>Names of the columns, in the order of the file.</summary>
    public IReadOnlyList<string> Columns => [.. _schema.DataFields.Select(data => data.Name)];

    /// <summary>Reads a column of numbers (int, long, double) or booleans, in the type written.</summary>
    public async Task<T[]> Numbers<T>(string column) where T : struct
    {
        var values = new T[Rows];
        await _group.ReadAsync<T>(_schema.FindDataField(column), values.AsMemory());
        return values;
    }

    /// <summary>Reads a column of text.</summary>
    public async Task<string[]> Texts(string column)
    {
        var values = new string?[Rows];
        await _group.ReadAsync(_schema.FindDataField(column), values.AsMemory()!);
        return values!;
    }
}
