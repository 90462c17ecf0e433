using System.Runtime.InteropServices;
using SimLab.Engine.Scenarios;
using SimLab.Model;

namespace SimLab.Engine.RuleQueries;

/// <summary>Position and text of a value.</summary>
internal readonly record struct FactCell(int Row, int Column, string Text);

/// <summary>
/// Assembles the facts of one row, for both kinds of file. A wrong value invalidates its row, which is then not judged;
/// an unknown key is reported and ignored.
/// </summary>
internal sealed class RowBuilder(FactsProblems problems)
{
    private const int LongestName = 200;
    private readonly Dictionary<string, string> _names = [];
    private readonly Dictionary<(string Name, int Year), FirmYear> _seen = [];
    private readonly List<byte> _keys = [];
    private readonly List<long> _values = [];
    private string? _name;
    private int _year, _row;
    private bool _spoilt;

    /// <summary>Rows without errors, in the order of the file.</summary>
    public List<FirmYear> Done { get; } = [];

    public void Begin(int row)
    {
        _keys.Clear();
        _values.Clear();
        _name = null;
        _year = 0;
        _row = row;
        _spoilt = false;
    }

    /// <summary>Invalidates the row for an error of no single value.</summary>
    public void Spoil(int row, int column, Sentence message)
    {
        problems.Add(row, column, message);
        _spoilt = true;
    }

    /// <summary>Sets one value, or the values of a list. Empty texts are unknown facts.</summary>
    public void Set(Fact fact, ReadOnlySpan<FactCell> cells)
    {
        if (fact.Kind == FactKind.Name) SetName(fact, cells);
        else if (fact.Kind == FactKind.Set) SetWords(fact, cells);
        else if (cells.Length > 1 && fact.ListOf == 0) Spoil(
            cells[0].Row, cells[0].Column, $"{fact} is a list of {cells.Length}; one value is wanted ({fact.Meaning}).");
        else if (cells.Length > fact.ListOf && fact.ListOf > 0) Spoil(
            cells[0].Row, cells[0].Column, $"{fact} has {cells.Length} values; it takes {fact.ListOf} at most ({fact.Meaning}).");
        else
            foreach (var cell in cells) Add(fact, cell, cells.Length);
    }

    public void End()
    {
        if (_year == 0 && !_spoilt) Spoil(
            _row, 0, $"there is no year, so no law can be chosen. Write one from {FactKeys.FirstYear} to {FactKeys.LastYear}.");
        if (_spoilt) return;
        var name = Known(_name ?? $"row {_row}");
        var firm = new FirmYear(name, _year, _row, [.. _keys], [.. _values]);
        if (_seen.TryGetValue((name, _year), out var first))
            problems.Add(
                _row, 0, $"{NearestWord.Quoted(name)} has the year {_year} a second time; the first is in row {first.Row}. Keep one.");
        else
        {
            _seen.Add((name, _year), firm);
            Done.Add(firm);
        }
    }

    /// <summary>Links the years of each firm.</summary>
    public void Link()
    {
        foreach (var firm in Done) firm.Before = _seen.GetValueOrDefault((firm.Name, firm.Year - 1));
    }

    private void Add(Fact fact, FactCell cell, int of)
    {
        var text = cell.Text.Trim();
        if (text.Length == 0)
        {
            if (of > 1) Spoil(cell.Row, cell.Column, $"{fact} has an empty place in its list. Write every value, 0 where there was none.");
            return;
        }
        if (!FactReader.TryRead(fact, text, out var value, out var complaint))
            Spoil(cell.Row, cell.Column, $"{fact} {complaint}");
        else if (fact == FactKeys.Year)
            _year = (int)value;
        else
            Put(fact, value);
    }

    private void SetWords(Fact fact, ReadOnlySpan<FactCell> cells)
    {
        long bits = 0;
        var given = false;
        foreach (var cell in cells)
        {
            if (cell.Text.AsSpan().Trim().IsEmpty) continue;
            if (!FactReader.TryRead(fact, cell.Text.Trim(), out var bit, out var complaint)) Spoil(
                cell.Row, cell.Column, $"{fact} {complaint}");
            bits |= bit;
            given = true;
        }
        // "titles: []" says that the firm has none; an empty cell says nothing.
        if (given || cells.IsEmpty) Put(fact, bits);
    }

    private void SetName(Fact fact, ReadOnlySpan<FactCell> cells)
    {
        if (cells.Length != 1)
        {
            problems.Add(_row, 0, $"{fact} is a list; one text is wanted.");
            _spoilt = true;
            return;
        }
        var text = cells[0].Text.Trim();
        if (text.Length > LongestName) Spoil(cells[0].Row, cells[0].Column, $"{fact} has {text.Length} letters; {LongestName} are enough.");
        else if (text.Any(char.IsControl)) Spoil(
            cells[0].Row, cells[0].Column, $"{fact} is {NearestWord.Quoted(text)}, with control characters in it.");
        else if (text.Length > 0) _name = text;
    }

    private void Put(Fact fact, long value)
    {
        _keys.Add(fact.Index);
        _values.Add(value);
    }

    // Share one string among a firm's years.
    private string Known(string name)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_names, name, out _);
        return known ??= name;
    }
}
