using SimLab.Engine.Distribution;

namespace SimLab.Engine.Recording;

/// <summary>
/// incidence.parquet: who got the public money and what the policy changed in them, by group of firms; means over the replicates whose
/// support is recorded. Money of a measure has a row for each group that received any; sales, jobs and loans one for each group. What
/// went to no single firm is the group "Unassigned" of "all". Money in yuan.
/// </summary>
internal sealed class IncidenceTable
{
    private readonly TextColumn _by = new("group_by");
    private readonly TextColumn _group = new("group");
    private readonly Column<double> _firms = new("firms");
    private readonly TextColumn _what = new("what");
    private readonly TextColumn _measure = new("measure");
    private readonly Column<double> _baseline = new("baseline");
    private readonly Column<double> _policy = new("policy");
    private readonly Column<double> _winners = new("winners");
    private readonly Column<double> _losers = new("losers");
    private readonly Column<double> _won = new("won");
    private readonly Column<double> _lost = new("lost");
    private ParquetTable _table = null!;

    public async Task<ParquetTable> Create(string file) => _table = await ParquetTable.Create(
        file, _by, _group, _firms, _what, _measure, _baseline, _policy, _winners, _losers, _won, _lost);

    public async Task Add(Incidence incidence)
    {
        foreach (var group in incidence.Groups)
        {
            foreach (var money in group.Received) Add(group, "received", $"{money.Id}", new(money.Baseline, money.Policy, 0, 0, 0, 0));
            Add(group, "sales", "", group.Sales);
            Add(group, "jobs", "", group.Jobs);
            Add(group, "loans", "", group.Loans);
        }
        var nobody = new GroupIncidence(FirmGrouping.All, Names.Unassigned, null, 0, [], null, null, null);
        foreach (var measure in incidence.Measures)
            if (measure.Elsewhere != 0 || measure.ElsewhereBaseline != 0)
                Add(nobody, "received", $"{measure.Id}", new(measure.ElsewhereBaseline, measure.Elsewhere, 0, 0, 0, 0));
        await _table.Flush();
    }

    private void Add(GroupIncidence group, string what, string measure, Movement? movement)
    {
        if (movement is not { } figures) return;
        _by.Add(Spelling.Snake($"{group.By}"));
        _group.Add(group.Group);
        _firms.Add(group.Firms);
        _what.Add(what);
        _measure.Add(measure);
        _baseline.Add(figures.Baseline);
        _policy.Add(figures.Policy);
        _winners.Add(figures.Winners);
        _losers.Add(figures.Losers);
        _won.Add(figures.Won);
        _lost.Add(figures.Lost);
    }
}
