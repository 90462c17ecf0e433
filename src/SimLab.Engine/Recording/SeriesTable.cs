using SimLab.Engine.Execution;
using SimLab.Model;
using SimLab.Model.Markets;
using SimLab.Model.Messages;

namespace SimLab.Engine.Recording;

/// <summary>
/// series.parquet: a row for each month × arm × replicate × region × industry with any non-zero value; money in fen.
/// Includes the stocks of the month before the first, so that the file alone yields a year's increase.
/// </summary>
internal sealed class SeriesTable(RunMaterials materials)
{
    private readonly Column<int> _month = new("month");
    private readonly TextColumn _arm = new("arm");
    private readonly Column<int> _replicate = new("replicate");
    private readonly TextColumn _region = new("region");
    private readonly TextColumn _industry = new("industry");
    private readonly Column<long>[] _indicators = [
        .. Enum.GetValues<Indicator>().Select(indicator => new Column<long>(Names.ColumnOf(indicator)))];
    private readonly int[] _measures = [
        .. materials.Plan.Arms.SelectMany(arm => arm.Ever).Select(measure => materials.Measures.Of(measure.Clause.Id)).Distinct().Order()];
    private readonly int[][] _districts =
    [
        .. materials.Plan.Population.Province.AllRegions()
            .Select(region =>
            materials.Districts.Where(district => district.Region == region).Select(district => district.Index).ToArray()),
    ];
    private readonly string[] _regions = materials.Plan.Population.Province.RegionNames();
    private readonly long[] _sum = new long[Tally.WidthFor(materials.Measures.Count)];
    private Column<long>[] _costs = [];
    private ParquetTable _table = null!;

    public async Task<ParquetTable> Create(string file)
    {
        _costs = [.. _measures.Select(measure => new Column<long>(Names.CostColumn(materials.Measures.Ids[measure])))];
        return _table = await ParquetTable.Create(file, [_month, _arm, _replicate, _region, _industry, .. _indicators, .. _costs]);
    }

    public async Task Add(WorldBatch batch, MonthOutput output)
    {
        if (output.Macro.Month == materials.Plan.Start) await AddMonthZero(batch);
        for (var arm = 0; arm < batch.Arms; arm++)
        {
            for (var i = 0; i < batch.Replicates; i++)
            {
                var replicate = batch.FirstReplicate + i;
                var world = batch.World(arm, replicate);
                Add(output.Macro.Month, arm, replicate, output.Cells, world, batch.Worlds);
                AddCosts(output.Macro.Month, arm, replicate, output.Costs, world);
            }
        }
        await _table.Flush();
    }

    private async Task AddMonthZero(WorldBatch batch)
    {
        for (var arm = 0; arm < batch.Arms; arm++)
            for (var i = 0; i < batch.Replicates; i++)
                Add(materials.Plan.Start - 1, arm, batch.FirstReplicate + i, materials.CellsAtMonthZeroOf(arm), 0, 1);
        await _table.Flush();
    }

    private void Add(Month month, int arm, int replicate, long[][] cells, int world, int worlds)
    {
        for (var region = 0; region < _districts.Length; region++)
        {
            for (var industry = 0; industry < Places.Industries; industry++)
            {
                Array.Clear(_sum);
                foreach (var district in _districts[region])
                {
                    var cell = cells[district].AsSpan((industry * worlds + world) * _sum.Length, _sum.Length);
                    for (var column = 0; column < cell.Length; column++) _sum[column] += cell[column];
                }
                if (_sum.AsSpan().ContainsAnyExcept(0L)) AddRow(month, arm, replicate, _regions[region], Names.Industries[industry]);
            }
        }
    }

    private void AddCosts(Month month, int arm, int replicate, MarketCost[] costs, int world)
    {
        Array.Clear(_sum);
        foreach (var cost in costs)
            if (cost.World == world) _sum[Indicators.Count + cost.Measure] += cost.Amount;
        if (_sum.AsSpan().ContainsAnyExcept(0L)) AddRow(month, arm, replicate, Names.Unassigned, Names.Unassigned);
    }

    private void AddRow(Month month, int arm, int replicate, string region, string industry)
    {
        _month.Add(Names.Number(month));
        _arm.Add(materials.Plan.Arms[arm].Name);
        _replicate.Add(replicate);
        _region.Add(region);
        _industry.Add(industry);
        for (var column = 0; column < _indicators.Length; column++) _indicators[column].Add(_sum[column]);
        for (var column = 0; column < _costs.Length; column++) _costs[column].Add(_sum[Indicators.Count + _measures[column]]);
    }
}
