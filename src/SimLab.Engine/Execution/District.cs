using SimLab.Model.Enterprises;
using SimLab.Model.Papers;

namespace SimLab.Engine.Execution;

/// <summary>
/// What a district keeps from month to month beside its firms: the letters for them and the tray their papers go into.
/// Used by the grain and by the bare loop alike.
/// </summary>
public sealed class District(RunMaterials materials, DistrictRange range, int worlds, int markets)
{
    private readonly Settlement[][] _delivered = [MailOfMonthZero(materials, range, worlds), .. new Settlement[markets - 1][]];
    private readonly int[] _starts = new int[range.Count + 1];
    private Settlement[] _mail = [];

    public DistrictRange Range => range;

    public Tray Tray { get; } = new(worlds);

    public Firm Firm(int slot) => materials.Population.Firms[range.First + slot];

    /// <summary>Letters of a market, in order of world; replaces what the market delivered before.</summary>
    public void Deliver(int market, Settlement[] letters) => _delivered[market] = letters;

    /// <summary>Letters that wait, by market.</summary>
    public Settlement[][] Waiting => [.. _delivered.Select(letters => letters ?? [])];

    /// <summary>Letters that wait for a firm, market by market; it opens them next month.</summary>
    internal IEnumerable<Settlement> LettersFor(int enterprise, int world) =>
        _delivered.SelectMany(letters => letters ?? []).Where(letter => letter.Enterprise == enterprise && letter.World == world);

    // Whose letters they are makes no difference once they are opened: they come with those of the first market.
    private static Settlement[] MailOfMonthZero(RunMaterials materials, DistrictRange range, int worlds)
    {
        Settlement[] mail = [.. materials.Population.Mail.Where(letter => range.Holds(letter.Enterprise))];
        return [.. Enumerable.Range(0, worlds).SelectMany(world => mail.Select(letter => letter with { World = world }))];
    }

    /// <summary>Clears the tray and sorts last month's letters by (enterprise, world, market), each market's in its own order.</summary>
    public void Open()
    {
        Tray.Clear();
        Array.Clear(_starts);
        var total = 0;
        foreach (var letters in _delivered)
        {
            if (letters is null) continue;
            total += letters.Length;
            foreach (ref readonly var letter in letters.AsSpan()) _starts[letter.Enterprise - range.First + 1]++;
        }
        for (var slot = 0; slot < range.Count; slot++) _starts[slot + 1] += _starts[slot];
        if (_mail.Length < total) _mail = new Settlement[Math.Max(total, _mail.Length * 2)];

        Span<int> next = new int[range.Count];
        _starts.AsSpan(0, range.Count).CopyTo(next);
        for (var market = 0; market < _delivered.Length; market++)
        {
            foreach (ref readonly var letter in (_delivered[market] ?? []).AsSpan())
            {
                // Insert by world behind equals: letters of one enterprise are few.
                var slot = letter.Enterprise - range.First;
                var at = next[slot]++;
                while (at > _starts[slot] && _mail[at - 1].World > letter.World) _mail[at] = _mail[--at];
                _mail[at] = letter;
            }
            _delivered[market] = [];
        }
    }

    /// <summary>The firm in the slot lives the month in all its worlds and lays its papers into the tray.</summary>
    public void Live(int slot, Span<Enterprise> states, Briefing briefing)
    {
        var firm = materials.Population.Firms[range.First + slot];
        EnterpriseMonth.Live(in firm, states, briefing, _mail.AsSpan(_starts[slot].._starts[slot + 1]), Tray);
    }
}
