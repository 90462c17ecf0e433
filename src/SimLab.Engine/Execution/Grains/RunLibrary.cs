using SimLab.Model;
using SimLab.Model.Enterprises;

namespace SimLab.Engine.Execution.Grains;

/// <summary>
/// What a silo keeps of each run its grains take part in: the materials, grown once from the plan, and the briefing of the
/// month, made once from the news. Grains that read here take out the run and hand it back; the last one clears the shelf.
/// </summary>
public sealed class RunLibrary
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Shelf> _shelves = [];
    private (string Plan, WeakReference<Shelf> Shelf)? _grownLast;

    /// <summary>Where grains keep checkpoints; a run in one process has none and keeps them itself.</summary>
    public IVault Vault
    {
        get => field ?? throw new InvalidOperationException("Bug in SimLab: a grain was to use the vault of a silo that has none.");
        set;
    }

    /// <summary>Runs on the shelves; 0 when every run has ended.</summary>
    public int Runs
    {
        get { lock (_lock) return _shelves.Count; }
    }

    /// <summary>Puts a run on the shelf whose materials this process has already; saves growing them again.</summary>
    public void Share(string run, RunMaterials materials)
    {
        lock (_lock) ShelfOf(run, () => materials).Readers++;
    }

    /// <summary>Takes out the run: each call wants one <see cref="HandBack"/>.</summary>
    public async Task<RunMaterials> TakeOut(string run, Opening opening)
    {
        Shelf shelf;
        lock (_lock)
        {
            shelf = ShelfOf(run, () => new RunMaterials(RunPlan.FromJson(opening.Plan, Scenarios.MeasureCatalog.Default)), opening.Plan);
            shelf.Readers++;
        }
        try
        {
            var (materials, print) = await shelf.Materials.Value;
            if (print != opening.PopulationPrint)
                throw new InvalidOperationException("This silo grew another population from the plan than the run has: all silos must run the same build, and a run on a cluster must use a generated population.");
            return materials;
        }
        catch
        {
            HandBack(run);
            throw;
        }
    }

    public void HandBack(string run)
    {
        lock (_lock)
            if (_shelves.TryGetValue(run, out var shelf) && --shelf.Readers == 0) _shelves.Remove(run);
    }

    /// <summary>The briefing of a month, the same for all grains of a silo.</summary>
    public Briefing Brief(string run, RunMaterials materials, Opening opening, NewsSheet news)
    {
        Shelf shelf;
        lock (_lock)
            if (!_shelves.TryGetValue(run, out shelf!)) throw new InvalidOperationException($"Bug in SimLab: run {run} was briefed on {news.Month} before it was taken out.");
        // Only the month being lived is kept: nobody asks for another once all have moved on.
        lock (shelf)
        {
            if (shelf.Briefing is null || shelf.BriefedFor != (opening.Wave.Number, opening.Watch, news.Month))
            {
                shelf.Briefing = Province.Brief(materials, opening.Wave.In(materials.Plan, opening.Watch), news);
                shelf.BriefedFor = (opening.Wave.Number, opening.Watch, news.Month);
            }
            return shelf.Briefing;
        }
    }

    /// <summary>Tells one population from another: who is there, for how many, and in which state.</summary>
    public static ulong PrintOf(Model.Populations.Population population)
    {
        var print = new Fingerprint();
        for (var i = 0; i < population.Firms.Length; i++)
        {
            var (firm, state) = (population.Firms[i], population.Initial[i]);
            print += Fingerprint.Of(in state, i);
            print += new Fingerprint((ulong)firm.Weight * 31 + (ulong)firm.Region * 1009 + (ulong)firm.Industry * 100_003, (ulong)firm.Stratum + (ulong)firm.Tier * 31 + (ulong)(uint)firm.Customer * 1009);
        }
        foreach (var letter in population.Mail) print += new Fingerprint((ulong)letter.Enterprise * 31 + (ulong)letter.Kind, (ulong)letter.Amount);
        return print.A ^ print.B;
    }

    private Shelf ShelfOf(string run, Func<RunMaterials> grow, string? plan = null)
    {
        if (_shelves.TryGetValue(run, out var shelf)) return shelf;
        // The next life of a run that lost a silo goes by the same plan: what the last one grew is used while memory holds it.
        if (plan is not null && _grownLast is { } last && last.Plan == plan && last.Shelf.TryGetTarget(out var grown)) shelf = new Shelf(grown.Materials);
        else
        {
            // Growing 20,000 firms takes a second: off the grain scheduler, and once however many districts ask.
            shelf = new Shelf(new(() => Task.Run(() =>
            {
                var materials = grow();
                return (materials, PrintOf(materials.Population));
            })));
        }
        if (plan is not null) _grownLast = (plan, new(shelf));
        _shelves.Add(run, shelf);
        return shelf;
    }

    private sealed class Shelf(Lazy<Task<(RunMaterials Materials, ulong Print)>> materials)
    {
        public Lazy<Task<(RunMaterials Materials, ulong Print)>> Materials => materials;
        public int Readers { get; set; }
        public Briefing? Briefing { get; set; }
        public (int Wave, bool Watch, Month Month) BriefedFor { get; set; }
    }
}
