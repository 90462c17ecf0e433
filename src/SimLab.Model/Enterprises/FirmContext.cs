using SimLab.Model.Chance;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises.Decisions;
using SimLab.Model.Forms;
using SimLab.Model.Messages;
using SimLab.Model.Policies;

namespace SimLab.Model.Enterprises;

/// <summary>One enterprise in one world in one month: what it is, what it knows, and where its papers go.</summary>
public ref struct FirmContext
{
    public readonly ref Enterprise State;
    public readonly ref readonly Firm Firm;
    public readonly ref readonly IndustryTraits Traits;
    public readonly PublicInformation Information;
    public readonly MacroConditions Conditions;
    public readonly PolicyDesk Desk;
    public readonly BehaviouralParameters Behaviour;
    public readonly Outbox Outbox;
    public readonly int World;
    public Draws Draws;
    public Card Card;

    /// <summary>What the firm bought from its suppliers along the chain this month, on credit, fen.</summary>
    public long PlacedAlongChain;

    /// <summary>What customers of campaigns and fairs would buy this month beside the usual ones, fen.</summary>
    public long ExtraCustomers;

    private readonly Span<long> _row;

    public FirmContext(ref Enterprise enterprise, ref readonly Firm firm, PublicInformation information, int world, Outbox outbox)
    {
        State = ref enterprise;
        Firm = ref firm;
        Traits = ref Industries.Of(firm.Industry);
        Information = information;
        Conditions = information.Conditions[world];
        Desk = information.DeskIn(world);
        Behaviour = information.BehaviourIn(world);
        Outbox = outbox;
        World = world;
        Draws = new Draws(information.Worlds[world].Key, firm.Id, information.Month);
        _row = outbox.Tally.Row(firm.Industry, world);
        Card = default;
        PlacedAlongChain = 0;
        ExtraCustomers = 0;
    }

    public readonly Month Month => Information.Month;

    /// <summary>What a worker costs a year, and sells a year at capability 1, in the money of the month; yuan.</summary>
    public readonly double Wage => Firm.Wage * Conditions.OutputPerHead;
    public readonly double SalesPerWorker => Firm.SalesPerWorker * Conditions.OutputPerHead;

    /// <summary>Adds to the tally, once for each firm this one stands for.</summary>
    public readonly void Count(Indicator indicator, long amount = 1) => _row[(int)indicator] += amount * Firm.Weight;

    public readonly void Cost(int clause, long fen) => _row[Indicators.Count + clause] += fen * Firm.Weight;

    public readonly void Receive(Indicator source, long fen)
    {
        State.Cash += fen;
        Count(source, fen);
    }

    public readonly void Pay(Indicator purpose, long fen)
    {
        State.Cash -= fen;
        Count(purpose, fen);
    }

    public readonly void Record(EventKind kind, int which = 0, long amount = 0) =>
        Outbox.Events.Add(new(Firm.Id, World, kind, (byte)which, amount));

    public readonly void Send<T>(ReusableBuffer<Message<T>> buffer, in T paper) where T : unmanaged =>
        buffer.Add(new(Firm.Id, World, Firm.Weight, paper));

    /// <summary>
    /// Passes a form through the measures in force, in clause order. Claimed measures act only where the firm knows of
    /// them and finds them worth the paperwork. What each measure cost is tallied; what it promised is filed with the treasury; what it changed goes to the
    /// ledger of watched worlds.
    /// </summary>
    /// <param name="measures">The measures that act on this kind of form.</param>
    /// <param name="form">Edited in place.</param>
    /// <param name="note">False for monthly forms of which mostly nothing comes: see <see cref="WriteLedgerOf"/>.</param>
    public readonly void Pass<TForm>(AppliedMeasure<TForm>[] measures, ref TForm form, bool note = true) where TForm : struct, IForm
    {
        foreach (ref readonly var applied in measures.AsSpan())
        {
            if (applied.Claimed is not null && !Knows(applied.Clause, applied.Reach)) continue;
            var before = form;
            applied.Measure.Apply(ref form, Card);
            if (applied.Claimed is { } claimed)
            {
                if (!ClaimSupport.IsWorthIt(this, claimed.WorthOf(before, form)))
                {
                    form = before;
                    continue;
                }
                State.ClaimedThisYear |= 1u << applied.Clause;
                State.Set(Standing.HasClaimed, true);
            }
            if (form.PublicCost != before.PublicCost) Cost(applied.Clause, form.PublicCost - before.PublicCost);
            if (form.Support != before.Support)
                Send(Outbox.SupportClaims, new SupportClaim(applied.Clause, form.Support - before.Support));
            if (note && Information.Worlds[World].Watched) WriteLedger(before, form, applied.Clause);
        }
    }

    /// <summary>Writes to the ledger what the measures changed on a form passed without notes, once something has come of it.</summary>
    public readonly void WriteLedgerOf<TForm>(AppliedMeasure<TForm>[] measures, TForm asFilled) where TForm : struct, IForm
    {
        if (!Information.Worlds[World].Watched) return;
        foreach (ref readonly var applied in measures.AsSpan())
        {
            if (applied.Claimed is not null && !(Knows(applied.Clause, applied.Reach) && (State.ClaimedThisYear >> applied.Clause & 1) != 0)) continue;
            var before = asFilled;
            applied.Measure.Apply(ref asFilled, Card);
            if (applied.Claimed is { } claimed && !ClaimSupport.IsWorthIt(this, claimed.WorthOf(before, asFilled))) asFilled = before;
            else WriteLedger(before, asFilled, applied.Clause);
        }
    }

    /// <summary>What the form would look like after the desk, for a firm that plans: nothing is filed or tallied.</summary>
    public readonly void Preview<TForm>(AppliedMeasure<TForm>[] measures, ref TForm form) where TForm : struct, IForm
    {
        foreach (ref readonly var applied in measures.AsSpan())
        {
            if (applied.Claimed is not null && !Knows(applied.Clause, applied.Reach)) continue;
            var before = form;
            applied.Measure.Apply(ref form, Card);
            if (applied.Claimed is { } claimed && !ClaimSupport.IsWorthIt(this, claimed.WorthOf(before, form))) form = before;
        }
    }

    /// <summary>A lasting trait of the firm in this replicate, uniform on (0, 1); addresses above the highest clause.</summary>
    public readonly double FirmEffect(int address) => Draws.FirmEffect(address, Information.Worlds[World].Key, Firm.Id);

    private readonly bool Knows(int clause, double reach) => FirmEffect(clause) < State.Awareness * reach;

    private readonly void WriteLedger<TForm>(in TForm before, in TForm after, int clause) where TForm : struct, IForm
    {
        for (var field = 0; field < FormColumns.Names<TForm>().Length; field++)
        {
            var (was, isNow) = (FormColumns.Value(before, field), FormColumns.Value(after, field));
            if (was != isNow) Outbox.Ledger.Add(new(Firm.Id, World, TForm.Kind, (byte)field, (byte)clause, was, isNow));
        }
    }
}
