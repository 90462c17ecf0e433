using SimLab.Model.Chance;
using SimLab.Model.Enterprises.Decisions;
using SimLab.Model.Forms;
using SimLab.Model.Papers;

namespace SimLab.Model.Enterprises;

/// <summary>One enterprise in one world in one month: what it is, what it knows, and where its papers go.</summary>
public ref struct Life
{
    public readonly ref Enterprise E;
    public readonly ref readonly Firm Firm;
    public readonly ref readonly IndustryTraits Traits;
    public readonly Briefing Briefing;
    public readonly WorldNews News;
    public readonly PolicyDesk Desk;
    public readonly Habits Habits;
    public readonly Tray Tray;
    public readonly int World;
    public Dice Dice;
    public Card Card;

    /// <summary>What the firm bought from its suppliers along the chain this month, on credit, fen.</summary>
    public long PlacedAlongChain;

    /// <summary>What customers of campaigns and fairs would buy this month beside the usual ones, fen.</summary>
    public long ExtraCustomers;

    private readonly Span<long> _row;

    public Life(ref Enterprise enterprise, ref readonly Firm firm, Briefing briefing, int world, Tray tray)
    {
        E = ref enterprise;
        Firm = ref firm;
        Traits = ref Industries.Of(firm.Industry);
        Briefing = briefing;
        News = briefing.News[world];
        Desk = briefing.DeskIn(world);
        Habits = briefing.HabitsIn(world);
        Tray = tray;
        World = world;
        Dice = new Dice(briefing.Worlds[world].Luck, firm.Id, briefing.Month);
        _row = tray.Tally.Row(firm.Industry, world);
        Card = default;
        PlacedAlongChain = 0;
        ExtraCustomers = 0;
    }

    public readonly Month Month => Briefing.Month;

    /// <summary>What a worker costs a year, and sells a year at capability 1, in the money of the month; yuan.</summary>
    public readonly double Wage => Firm.Wage * News.OutputPerHead;
    public readonly double SalesPerWorker => Firm.SalesPerWorker * News.OutputPerHead;

    /// <summary>Adds to the tally, once for each firm this one stands for.</summary>
    public readonly void Count(Indicator indicator, long amount = 1) => _row[(int)indicator] += amount * Firm.Weight;

    public readonly void Cost(int clause, long fen) => _row[Indicators.Count + clause] += fen * Firm.Weight;

    public readonly void Receive(Indicator source, long fen)
    {
        E.Cash += fen;
        Count(source, fen);
    }

    public readonly void Pay(Indicator purpose, long fen)
    {
        E.Cash -= fen;
        Count(purpose, fen);
    }

    public readonly void Happened(EventKind kind, int which = 0, long amount = 0) =>
        Tray.Happenings.Add(new(Firm.Id, World, kind, (byte)which, amount));

    public readonly void File<T>(Pile<Filed<T>> pile, in T paper) where T : unmanaged =>
        pile.Add(new(Firm.Id, World, Firm.Weight, paper));

    /// <summary>
    /// Passes a form through the measures in force, in clause order. Claimed measures act only where the firm knows of
    /// them and finds them worth the paperwork. What each measure cost is tallied; what it promised is filed with the treasury; what it changed goes to the
    /// ledger of watched worlds.
    /// </summary>
    /// <param name="stamps">The measures that act on this kind of form.</param>
    /// <param name="form">Edited in place.</param>
    /// <param name="note">False for monthly forms of which mostly nothing comes: see <see cref="NoteAll"/>.</param>
    public readonly void Pass<TForm>(Stamp<TForm>[] stamps, ref TForm form, bool note = true) where TForm : struct, IForm
    {
        foreach (ref readonly var stamp in stamps.AsSpan())
        {
            if (stamp.Claimed is not null && !Knows(stamp.Clause, stamp.Reach)) continue;
            var before = form;
            stamp.Measure.Apply(ref form, Card);
            if (stamp.Claimed is { } claimed)
            {
                if (!Claim.IsWorthIt(this, claimed.WorthOf(before, form)))
                {
                    form = before;
                    continue;
                }
                E.ClaimedThisYear |= 1u << stamp.Clause;
                E.Set(Standing.HasClaimed, true);
            }
            if (form.PublicCost != before.PublicCost) Cost(stamp.Clause, form.PublicCost - before.PublicCost);
            if (form.Support != before.Support)
                File(Tray.SupportClaims, new SupportClaim(stamp.Clause, form.Support - before.Support));
            if (note && Briefing.Worlds[World].Watched) Note(before, form, stamp.Clause);
        }
    }

    /// <summary>Writes to the ledger what the measures changed on a form passed without notes, once something has come of it.</summary>
    public readonly void NoteAll<TForm>(Stamp<TForm>[] stamps, TForm asFilled) where TForm : struct, IForm
    {
        if (!Briefing.Worlds[World].Watched) return;
        foreach (ref readonly var stamp in stamps.AsSpan())
        {
            if (stamp.Claimed is not null && !(Knows(stamp.Clause, stamp.Reach) && (E.ClaimedThisYear >> stamp.Clause & 1) != 0)) continue;
            var before = asFilled;
            stamp.Measure.Apply(ref asFilled, Card);
            if (stamp.Claimed is { } claimed && !Claim.IsWorthIt(this, claimed.WorthOf(before, asFilled))) asFilled = before;
            else Note(before, asFilled, stamp.Clause);
        }
    }

    /// <summary>What the form would look like after the desk, for a firm that plans: nothing is filed or tallied.</summary>
    public readonly void Preview<TForm>(Stamp<TForm>[] stamps, ref TForm form) where TForm : struct, IForm
    {
        foreach (ref readonly var stamp in stamps.AsSpan())
        {
            if (stamp.Claimed is not null && !Knows(stamp.Clause, stamp.Reach)) continue;
            var before = form;
            stamp.Measure.Apply(ref form, Card);
            if (stamp.Claimed is { } claimed && !Claim.IsWorthIt(this, claimed.WorthOf(before, form))) form = before;
        }
    }

    /// <summary>A lasting trait of the firm in this replicate, uniform on (0, 1); addresses above the highest clause.</summary>
    public readonly double Trait(int address) => Dice.EarFor(address, Briefing.Worlds[World].Luck, Firm.Id);

    private readonly bool Knows(int clause, double reach) => Trait(clause) < E.Awareness * reach;

    private readonly void Note<TForm>(in TForm before, in TForm after, int clause) where TForm : struct, IForm
    {
        var old = before;
        var now = after;
        for (var field = 0; field < TForm.FieldNames.Length; field++)
        {
            var (was, isNow) = (old.Field(field), now.Field(field));
            if (was != isNow) Tray.Ledger.Add(new(Firm.Id, World, TForm.Kind, (byte)field, (byte)clause, was, isNow));
        }
    }
}
