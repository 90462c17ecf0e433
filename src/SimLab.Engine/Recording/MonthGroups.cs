using Parquet;

namespace SimLab.Engine.Recording;

/// <summary>
/// A table of a recorded run, month by month. The row groups in the file are ordered by batch; a month of all worlds is
/// gathered from the groups that hold it, so iterating over the months needs the memory of one.
/// </summary>
public sealed class MonthGroups : IAsyncDisposable
{
    private readonly ParquetReader _reader;
    private readonly (int First, int Last)[] _months;

    private MonthGroups(ParquetReader reader, (int, int)[] months) => (_reader, _months) = (reader, months);

    /// <summary>Opens a table and indexes its row groups by month.</summary>
    /// <param name="run">The run with the table.</param>
    /// <param name="table"><see cref="RunFolder.Series"/>, <see cref="RunFolder.Events"/> …</param>
    /// <exception cref="RunFolderException">The table cannot be read; the message names it.</exception>
    public static async Task<MonthGroups> Open(RunReader run, string table)
    {
        var file = Path.Combine(run.Path, table);
        try
        {
            var reader = await ParquetReader.CreateAsync(file);
            var months = new (int, int)[reader.RowGroupCount];
            for (var i = 0; i < months.Length; i++)
            {
                using var group = reader.OpenRowGroupReader(i);
                var numbers = await new TablePart(reader.Schema, group).Numbers<int>("month");
                months[i] = numbers.Length == 0 ? (int.MaxValue, int.MinValue) : (numbers.Min(), numbers.Max());
            }
            return new(reader, months);
        }
        catch (Exception failure) when (failure is not (RunFolderException or OperationCanceledException or OutOfMemoryException))
        {
            throw new RunFolderException(
                file, $"is not a table that can be read ({failure.Message.TrimEnd('.')}). Take it from a copy of the folder, or run the "
                + $"scenario again.", failure);
        }
    }

    /// <summary>Names of the columns, in the order of the file.</summary>
    public IReadOnlyList<string> Columns => [.. _reader.Schema.DataFields.Select(data => data.Name)];

    /// <summary>The parts with rows of the month; they may also have rows of other months.</summary>
    /// <param name="month">As in the tables, 202303.</param>
    public async IAsyncEnumerable<TablePart> Of(int month)
    {
        for (var i = 0; i < _months.Length; i++)
        {
            if (month < _months[i].First || month > _months[i].Last) continue;
            using var group = _reader.OpenRowGroupReader(i);
            yield return new TablePart(_reader.Schema, group);
        }
    }

    public ValueTask DisposeAsync() => _reader.DisposeAsync();
}
