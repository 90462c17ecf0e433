using SimLab.Engine.Execution;
using SimLab.Engine.Recording;
using SimLab.Model;
using SimLab.Model.Forms;
using SimLab.Model.Messages;
using SimLab.Model.Policies;

namespace SimLab.Engine.Explaining;

/// <summary>One firm's month: settlements received, events, measures applied to its forms, applications.</summary>
/// <param name="arm">Index of the arm; also the world in the batch.</param>
internal sealed class MonthNarrator(RunPlan plan, int enterprise, int arm)
{
    private readonly MeasureIndex _index = plan.NumberMeasures();

    /// <summary>The entries of the month, in the order of the monthly step.</summary>
    /// <param name="opened">Settlements of last month; empty if the firm was out of business.</param>
    /// <param name="month">The replayed month.</param>
    public List<StoryEntry> Narrate(IReadOnlyList<Settlement> opened, ReplayedMonth month)
    {
        var district = month.Executor.DistrictOf(enterprise);
        FirmEvent[] firmEvents = [.. month.Output.Events[district.Range.Index].Where(h => h.Enterprise == enterprise && h.World == arm)];
        LedgerLine[] ledger = [
            .. month.Output.Ledger[district.Range.Index].Where(line => line.Enterprise == enterprise && line.World == arm)];
        var first = firmEvents.Any(h => h.Kind == EventKind.FirstLoan);
        return
        [
            .. opened.Where(l => l.Kind == SettlementKind.LoanGranted).Select(l => Granted(l, first, ledger)),
            .. opened.Where(l => l.Kind == SettlementKind.SupportPaid).Select(Paid),
            .. opened.Where(l => WordsOf(l.Kind) is not null).GroupBy(l => l.Kind)
                .Select(group => AlongChain(group.Key, group.Sum(l => l.Amount))),
            .. firmEvents.Where(h => h.Kind is not (EventKind.FirstLoan or EventKind.SupportReceived)).Select(h => Happened(h, month)),
            .. ledger.Select(Changed),
            .. Filed(district.Outbox, month),
        ];
    }

    private static StoryEntry Granted(Settlement settlement, bool first, LedgerLine[] ledger)
    {
        // Measures act on the contract when it is signed: the rate paid is the rate after them.
        var signed = ledger.Where(line => line.Form == FormKind.LoanContract && Names.FieldOf(line.Form, line.Field) == "rate")
            .Select(line => (double?)line.After).LastOrDefault();
        var rate = signed ?? settlement.Rate;
        var (granted, yearly) = (StoryText.Yuan(settlement.Amount), StoryText.Percent(rate));
        return new("loan_granted", first
            ? Sentence.Of($"the bank granted {granted} at {yearly} a year, its first loan")
            : $"the bank granted {granted} at {yearly} a year")
        {
            Amount = Fen.ToYuan(settlement.Amount),
            Rate = rate,
        };
    }

    private StoryEntry Paid(Settlement settlement) =>
        new("support_paid", $"{ClauseOf(settlement.Which)} paid {StoryText.Yuan(settlement.Amount)}")
        {
            Of = _index.Ids[settlement.Which],
            Measure = MeasureOf(settlement.Which)?.Name,
            Amount = Fen.ToYuan(settlement.Amount),
        };

    // Other settlements are also events, and reported as such.
    private static (string What, Sentence Text)? WordsOf(SettlementKind kind) => kind switch
    {
        SettlementKind.ChainOrderWon => ("chain_order_won", $"won orders of its customer along the chain"),
        SettlementKind.ChainOrderPlaced => ("chain_order_placed", $"ordered from its suppliers along the chain"),
        SettlementKind.ChainPaid => ("chain_paid", $"was paid by its customer along the chain"),
        SettlementKind.ChainClaimLost => ("chain_claim_lost", $"lost what its customer along the chain, which has closed, owed it"),
        SettlementKind.Hired => ("hired", $"hired researchers"),
        _ => null,
    };

    private static StoryEntry AlongChain(SettlementKind kind, long amount)
    {
        var (what, text) = WordsOf(kind)!.Value;
        return kind == SettlementKind.Hired
            ? new(what, $"{text}: {StoryText.Count(amount)}") { Amount = amount }
            : new(what, $"{text}: {StoryText.Yuan(amount)}") { Amount = Fen.ToYuan(amount) };
    }

    private StoryEntry Happened(FirmEvent firmEvent, ReplayedMonth month)
    {
        var title = firmEvent.Kind is EventKind.TitleEarned or EventKind.TitleLost or EventKind.TitleRefused
            ? (Title)firmEvent.Which : (Title?)null;
        Sentence text = firmEvent.Kind switch
        {
            EventKind.Founded => Sentence.Of($"was founded"),
            EventKind.Left => $"closed by its owners' choice",
            EventKind.Insolvent => $"closed insolvent",
            EventKind.TitleEarned => $"earned {StoryText.Title(title!.Value)}",
            EventKind.TitleLost => $"lost {StoryText.Title(title!.Value)}: it ran out and was not renewed",
            EventKind.TitleRefused => $"was refused {StoryText.Title(title!.Value)}",
            EventKind.JoinedAboveScale => $"joined the above-scale roster (规上)",
            EventKind.LeftAboveScale => $"left the above-scale roster (规上): sales fell below the threshold",
            EventKind.LoanRefused => $"the bank refused {StoryText.Yuan(firmEvent.Amount)}",
            EventKind.BidWon =>
                $"won a public tender, {Bought((TenderKind)firmEvent.Which)}: {StoryText.Yuan(firmEvent.Amount)}",
            EventKind.SupportRefused =>
                $"{ClauseOf(firmEvent.Which)} did not pay {StoryText.Yuan(firmEvent.Amount)}: its budget of the year was spent",
            EventKind.EquityRaised => $"raised equity: {StoryText.Yuan(firmEvent.Amount)}",
            EventKind.TaxAssessed => $"tax assessed",
            _ => throw new InvalidOperationException($"Bug in SimLab: a story has no words for {firmEvent.Kind}."),
        };
        return new(Spelling.Snake(firmEvent.Kind.ToString()), text)
        {
            Title = title is { } known ? StoryText.Id(known) : null,
            NotMet = firmEvent.Kind == EventKind.TitleLost ? NotMet(title!.Value, month) : null,
            Of = firmEvent.Kind == EventKind.SupportRefused ? _index.Ids[firmEvent.Which] : null,
            Measure = firmEvent.Kind == EventKind.SupportRefused ? MeasureOf(firmEvent.Which)?.Name : null,
            Amount = firmEvent.Amount != 0 ? Fen.ToYuan(firmEvent.Amount) : null,
        };
    }

    private StoryEntry Changed(LedgerLine line)
    {
        var (form, field) = (Names.Forms[(int)line.Form], Names.FieldOf(line.Form, line.Field));
        return new("measure",
            $"{ClauseOf(line.Measure)}: {Term.Form(StoryText.Plain(form))}, {Term.Field(StoryText.Plain(field))} from "
            + $"{StoryText.Number(line.Before)} to {StoryText.Number(line.After)}")
        {
            Of = _index.Ids[line.Measure],
            Measure = MeasureOf(line.Measure)?.Name,
            Form = form,
            Field = field,
            Before = line.Before,
            After = line.After,
        };
    }

    private IEnumerable<StoryEntry> Filed(Outbox outbox, ReplayedMonth month)
    {
        foreach (var file in Own(outbox.TitleFiles))
            yield return new(
                "title_filed", file.Earned
                    ? Sentence.Of($"applied for {StoryText.Title(file.Title)}")
                    : $"applied for {StoryText.Title(file.Title)}, though it does not meet the conditions")
            {
                Title = StoryText.Id(file.Title),
                NotMet = file.Earned ? null : NotMet(file.Title, month),
            };
        foreach (var loan in Own(outbox.LoanApplications))
            yield return new(
                "loan_asked",
                $"asked the bank for {StoryText.Yuan(loan.Amount)} (score {StoryText.Number(loan.Score)}, standard "
                + $"{StoryText.Number(loan.Standard)})")
            { Amount = Fen.ToYuan(loan.Amount) };
        foreach (var bids in Own(outbox.Bids).GroupBy(bid => bid.What))
            yield return new(
                "bid", bids.Count() is > 1 and var many
                    ? Sentence.Of($"bid for {many} public tenders, {Bought(bids.Key)}") : $"bid for a public tender, {Bought(bids.Key)}");
        foreach (var round in Own(outbox.EquityRequests))
            yield return new(
                "equity_sought", $"looked for investors: {StoryText.Yuan(round.Amount)}")
            { Amount = Fen.ToYuan(round.Amount) };
        foreach (var hiring in Own(outbox.HiringRequests))
            yield return new("researchers_sought", $"looked for researchers: {hiring.People}") { Amount = hiring.People };
        foreach (var claim in Own(outbox.SupportClaims))
            yield return new("support_claimed", $"{ClauseOf(claim.Measure)} promised {StoryText.Yuan(claim.Amount)}")
            {
                Of = _index.Ids[claim.Measure],
                Measure = MeasureOf(claim.Measure)?.Name,
                Amount = Fen.ToYuan(claim.Amount),
            };
    }

    /// <summary>Unmet conditions of the title, on the firm's current books; null: none, or out of business.</summary>
    private List<Sentence>? NotMet(Title title, ReplayedMonth month)
    {
        var state = month.Executor.StatesOf(enterprise)[arm];
        if (!state.IsAlive) return null;
        var information = month.Materials.Inform(month.Worlds, month.Output.Macro);
        var (_, stops, _) = TitleJudging.Judge(
            title, month.Materials.Population.Firms[enterprise], state, information, arm,
            new Outbox(month.Worlds.Length, month.Materials.Plan.Population.Province, _index.Count));
        return stops.Count == 0 ? null : [.. stops.Select(stop => stop.Text(title))];
    }

    private T[] Own<T>(ReusableBuffer<Message<T>> buffer) where T : unmanaged
    {
        var own = new List<T>();
        foreach (ref readonly var message in buffer.All)
            if (message.Enterprise == enterprise && message.World == arm) own.Add(message.Body);
        return [.. own];
    }

    private Term ClauseOf(int number) => MeasureOf(number) is { } measure
        ? Term.Name($"{_index.Ids[number]} {measure.Name} ({measure.Clause.Heading})", $"{_index.Ids[number]} {measure.Clause.Heading}")
        : Term.Name($"{_index.Ids[number]}", null);

    private static Sentence Bought(TenderKind kind) => kind switch
    {
        TenderKind.Goods => Sentence.Of($"goods"),
        TenderKind.Services => $"services",
        TenderKind.SmallWorks => $"small works",
        TenderKind.LargeWorks => $"large works",
        _ => throw new InvalidOperationException($"Bug in SimLab: there is no kind of tender {kind}."),
    };

    private Measure? MeasureOf(int number) => plan.Arms[arm].Ever.FirstOrDefault(m => m.Clause.Id == _index.Ids[number]);
}
