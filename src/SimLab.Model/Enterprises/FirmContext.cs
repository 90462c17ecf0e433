using SimLab.Model.Chance;
using SimLab.Model.Economy;
using SimLab.Model.Forms;
using SimLab.Model.Messages;
using SimLab.Model.Policies;

namespace SimLab.Model.Enterprises;

/// <summary>Month context of one enterprise in one world: its state, its information, and its outbox.</summary>
public ref struct FirmContext
{
    /// <summary>State of the enterprise, edited in place.</summary>
    public readonly ref Enterprise State;
    /// <summary>Attributes of the enterprise that are equal in all worlds.</summary>
    public readonly ref readonly Firm Firm;
    /// <summary>Typical ratios of its industry in this arm.</summary>
    public readonly ref readonly IndustryTraits Traits;
    /// <summary>Public information of the month.</summary>
    public readonly PublicInformation Information;
    /// <summary>Public conditions of this world.</summary>
    public readonly MacroConditions Conditions;
    /// <summary>Measures in force for this firm: those of the arm, or in a trial of its group.</summary>
    public readonly PolicyDesk Desk;
    /// <summary>Behavioural parameters of this arm.</summary>
    public readonly BehaviouralParameters Behaviour;
    /// <summary>Messages, events and tally of the district.</summary>
    public readonly Outbox Outbox;
    /// <summary>Index of the world.</summary>
    public readonly int World;
    /// <summary>Random draws of the enterprise this month.</summary>
    public Draws Draws;
    /// <summary>Facts of the firm that measures can depend on; default for a vacant slot.</summary>
    public Card Card;

    /// <summary>Purchases from suppliers along the chain this month, on credit, fen.</summary>
    public long PlacedAlongChain;

    /// <summary>Extra demand of campaigns and fairs this month, fen.</summary>
    public long ExtraCustomers;

    private readonly Span<long> _row;

    public FirmContext(ref Enterprise enterprise, ref readonly Firm firm, PublicInformation information, int world, Outbox outbox)
    {
        State = ref enterprise;
        Firm = ref firm;
        Traits = ref information.TraitsIn(world, firm.Industry);
        Information = information;
        Conditions = information.Conditions[world];
        Desk = information.DeskOf(world, firm.Id);
        Behaviour = information.BehaviourIn(world);
        Outbox = outbox;
        World = world;
        Draws = new Draws(information.Worlds[world].Key, firm.Id, information.Month);
        _row = outbox.Tally.Row(firm.Industry, world);
        Card = default;
        PlacedAlongChain = 0;
        ExtraCustomers = 0;
    }

    /// <summary>The month being simulated.</summary>
    public readonly Month Month => Information.Month;

    /// <summary>Law of the province.</summary>
    public readonly LocalLaw Law => Information.Province.Law;

    /// <summary>Sales that the firm plans for, yuan a month; see <see cref="Enterprise.ExpectedSales"/>.</summary>
    public readonly double ExpectedSales => State.ExpectedSales(Behaviour.MonthsToDeliver);

    /// <summary>Yearly pay per worker at this month's level, yuan.</summary>
    public readonly double Wage => Firm.Wage * Conditions.OutputPerHead * Behaviour.PayLevel * Conditions.Pay[(int)Firm.Region];
    /// <summary>Yearly sales per worker at capability 1 and this month's level, yuan.</summary>
    public readonly double SalesPerWorker => Firm.SalesPerWorker * Conditions.OutputPerHead * Conditions.WorkPerHead[(int)Firm.Region];

    /// <summary>Adds an amount to the tally, multiplied by the weight of the firm.</summary>
    public readonly void Count(Indicator indicator, long amount = 1) => _row[(int)indicator] += amount * Firm.Weight;

    /// <summary>Adds the public cost (fen) of a measure to the tally, and records who received it where support is recorded.</summary>
    /// <param name="measure">Number of the measure.</param>
    /// <param name="fen">Cost to this firm, below zero where the measure saves.</param>
    public readonly void Cost(int measure, long fen)
    {
        if (fen == 0) return;
        _row[Indicators.Count + measure] += fen * Firm.Weight;
        if (Information.Worlds[World].RecordsSupport) Record(EventKind.SupportReceived, measure, fen);
    }

    /// <summary>Adds cash (fen) and tallies its source.</summary>
    public readonly void Receive(Indicator source, long fen)
    {
        State.Cash += fen;
        Count(source, fen);
    }

    /// <summary>Takes cash (fen), below zero if need be, and tallies its purpose.</summary>
    public readonly void Pay(Indicator purpose, long fen)
    {
        State.Cash -= fen;
        Count(purpose, fen);
    }

    /// <summary>Adds an event to the outbox.</summary>
    public readonly void Record(EventKind kind, int which = 0, long amount = 0) =>
        Outbox.Events.Add(new(Firm.Id, World, kind, (byte)which, amount));

    /// <summary>Adds a message to a buffer of the outbox.</summary>
    public readonly void Send<T>(ReusableBuffer<Message<T>> buffer, in T paper) where T : unmanaged =>
        buffer.Add(new(Firm.Id, World, Firm.Weight, paper));

    /// <summary>
    /// Passes a form through the measures in force, in order of their numbers. Claimed measures act only if the firm knows them
    /// and finds them worth the paperwork. Tallies the public cost of each measure, sends its support to the treasury,
    /// and writes its changes to the ledger of watched worlds.
    /// </summary>
    /// <param name="measures">The measures that act on this kind of form.</param>
    /// <param name="form">Edited in place.</param>
    /// <param name="note">False for monthly forms that mostly lead to nothing: see <see cref="WriteLedgerOf"/>.</param>
    public readonly void Pass<TForm>(AppliedMeasure<TForm>[] measures, ref TForm form, bool note = true) where TForm : struct, IForm
    {
        foreach (ref readonly var applied in measures.AsSpan()) Pass(applied, ref form, note);
    }

    /// <summary>
    /// Passes a form as <see cref="Pass{TForm}(AppliedMeasure{TForm}[], ref TForm, bool)"/> does and keeps it after each
    /// measure: what a measure costs is what the form costs after it, less what it cost before.
    /// </summary>
    /// <param name="measures">The measures that act on this kind of form.</param>
    /// <param name="stages">First the form under the law, which is given; then a place for the form after each
    /// measure.</param>
    public readonly void PassInStages<TForm>(AppliedMeasure<TForm>[] measures, Span<TForm> stages) where TForm : struct, IForm
    {
        for (var i = 0; i < measures.Length; i++)
        {
            stages[i + 1] = stages[i];
            Pass(measures[i], ref stages[i + 1], note: true);
        }
    }

    private readonly void Pass<TForm>(in AppliedMeasure<TForm> applied, ref TForm form, bool note) where TForm : struct, IForm
    {
        if (applied.Claimed is not null && !Knows(applied.Effect, applied.Reach)) return;
        var before = form;
        applied.Measure.Apply(ref form, Card);
        if (applied.Claimed is { } claimed)
        {
            if (!ClaimSupport.IsWorthIt(this, claimed.WorthOf(before, form)))
            {
                form = before;
                return;
            }
            State.ClaimedThisYear |= applied.ClaimBit;
            State.Set(Standing.HasClaimed, true);
        }
        if (form.PublicCost != before.PublicCost) Cost(applied.Number, form.PublicCost - before.PublicCost);
        if (form.Support != before.Support)
            Send(Outbox.SupportClaims, new SupportClaim(applied.Number, form.Support - before.Support));
        if (note && Information.Worlds[World].Watched) WriteLedger(before, form, applied.Number);
    }

    /// <summary>Writes the changes of a form passed without notes to the ledger, once it has an outcome.</summary>
    public readonly void WriteLedgerOf<TForm>(AppliedMeasure<TForm>[] measures, TForm asFilled) where TForm : struct, IForm
    {
        if (!Information.Worlds[World].Watched) return;
        foreach (ref readonly var applied in measures.AsSpan())
        {
            if (applied.Claimed is not null
                && !(Knows(applied.Effect, applied.Reach) && (State.ClaimedThisYear & applied.ClaimBit) != 0)) continue;
            var before = asFilled;
            applied.Measure.Apply(ref asFilled, Card);
            if (applied.Claimed is { } claimed && !ClaimSupport.IsWorthIt(this, claimed.WorthOf(before, asFilled))) asFilled = before;
            else WriteLedger(before, asFilled, applied.Number);
        }
    }

    /// <summary>Applies the measures to a form that a firm only plans: nothing is sent or tallied.</summary>
    public readonly void Preview<TForm>(AppliedMeasure<TForm>[] measures, ref TForm form) where TForm : struct, IForm
    {
        foreach (ref readonly var applied in measures.AsSpan()) Preview(applied, ref form);
    }

    /// <summary>Applies the measures to a planned form as <see cref="PassInStages{TForm}"/> passes a filed one.</summary>
    public readonly void PreviewInStages<TForm>(AppliedMeasure<TForm>[] measures, Span<TForm> stages) where TForm : struct, IForm
    {
        for (var i = 0; i < measures.Length; i++)
        {
            stages[i + 1] = stages[i];
            Preview(measures[i], ref stages[i + 1]);
        }
    }

    private readonly void Preview<TForm>(in AppliedMeasure<TForm> applied, ref TForm form) where TForm : struct, IForm
    {
        if (applied.Claimed is not null && !Knows(applied.Effect, applied.Reach)) return;
        var before = form;
        applied.Measure.Apply(ref form, Card);
        if (applied.Claimed is { } claimed && !ClaimSupport.IsWorthIt(this, claimed.WorthOf(before, form))) form = before;
    }

    /// <summary>Time-invariant firm effect of the model itself, uniform on (0, 1).</summary>
    /// <param name="number">From <see cref="FirmEffectId.FirstOfModel"/> on.</param>
    public readonly double FirmEffect(int number) => FirmEffect(FirmEffectId.OfModel(number));

    private readonly double FirmEffect(FirmEffectId effect) => Draws.FirmEffect(effect, Information.Worlds[World].Key, Firm.Id);

    private readonly bool Knows(FirmEffectId effect, double reach) => FirmEffect(effect) < State.Awareness * reach * Behaviour.Noticed;

    private readonly void WriteLedger<TForm>(in TForm before, in TForm after, int measure) where TForm : struct, IForm
    {
        for (var field = 0; field < FormColumns.Names<TForm>().Length; field++)
        {
            var (was, isNow) = (FormColumns.Value(before, field), FormColumns.Value(after, field));
            if (was != isNow) Outbox.Ledger.Add(new(Firm.Id, World, TForm.Kind, (byte)field, (byte)measure, was, isNow));
        }
    }
}
