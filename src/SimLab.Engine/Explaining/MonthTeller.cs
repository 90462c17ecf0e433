using SimLab.Engine.Execution;
using SimLab.Engine.Recording;
using SimLab.Model;
using SimLab.Model.Forms;
using SimLab.Model.Papers;

namespace SimLab.Engine.Explaining;

/// <summary>What came to one firm in one month: the letters it opened, what happened, what measures changed on its papers, what it filed.</summary>
/// <param name="arm">Index of the arm; also the world of the wave.</param>
internal sealed class MonthTeller(RunPlan plan, int enterprise, int arm)
{
    /// <param name="opened">The letters of last month, if it was in business to open them.</param>
    /// <param name="month">As lived.</param>
    public List<StoryEntry> Tell(IReadOnlyList<Settlement> opened, RelivedMonth month)
    {
        var district = month.Executor.DistrictOf(enterprise);
        Happening[] happenings = [.. month.Taken.Happenings[district.Range.Index].Where(h => h.Enterprise == enterprise && h.World == arm)];
        LedgerLine[] ledger = [.. month.Taken.Ledger[district.Range.Index].Where(line => line.Enterprise == enterprise && line.World == arm)];
        var first = happenings.Any(h => h.Kind == EventKind.FirstLoan);
        return
        [
            .. opened.Where(l => l.Kind == SettlementKind.LoanGranted).Select(l => Granted(l, first, ledger)),
            .. opened.Where(l => l.Kind == SettlementKind.SupportPaid).Select(Paid),
            .. opened.Where(l => WordsOf(l.Kind) is not null).GroupBy(l => l.Kind).Select(group => AlongChain(group.Key, group.Sum(l => l.Amount))),
            .. happenings.Where(h => h.Kind != EventKind.FirstLoan).Select(h => Happened(h, month)),
            .. ledger.Select(Changed),
            .. Filed(district.Tray, month),
        ];
    }

    private static StoryEntry Granted(Settlement letter, bool first, LedgerLine[] ledger)
    {
        // Measures act on the contract when it is signed: the rate paid is what they left.
        var signed = ledger.Where(line => line.Form == FormKind.LoanContract && LoanContract.FieldNames[line.Field] == "rate").Select(line => (double?)line.After).LastOrDefault();
        var rate = signed ?? letter.Rate;
        return new("loan_granted", $"the bank granted {Say.Yuan(letter.Amount)} at {Say.Percent(rate)} a year{(first ? ", its first loan" : "")}")
        {
            Amount = Fen.ToYuan(letter.Amount),
            Rate = rate,
        };
    }

    private StoryEntry Paid(Settlement letter) =>
        new("support_paid", $"{ClauseOf(letter.Which)} paid {Say.Yuan(letter.Amount)}")
        {
            Clause = letter.Which,
            Measure = MeasureOf(letter.Which),
            Amount = Fen.ToYuan(letter.Amount),
        };

    // What else a letter tells is also a happening, and told there.
    private static (string What, string Text)? WordsOf(SettlementKind kind) => kind switch
    {
        SettlementKind.ChainOrderWon => ("chain_order_won", "won orders of its customer along the chain"),
        SettlementKind.ChainOrderPlaced => ("chain_order_placed", "ordered from its suppliers along the chain"),
        SettlementKind.ChainPaid => ("chain_paid", "was paid by its customer along the chain"),
        SettlementKind.ChainClaimLost => ("chain_claim_lost", "lost what its customer along the chain, which has closed, owed it"),
        SettlementKind.Hired => ("hired", "hired researchers"),
        _ => null,
    };

    private static StoryEntry AlongChain(SettlementKind kind, long amount)
    {
        var (what, text) = WordsOf(kind)!.Value;
        return kind == SettlementKind.Hired
            ? new(what, $"{text}: {Say.Count(amount)}") { Amount = amount }
            : new(what, $"{text}: {Say.Yuan(amount)}") { Amount = Fen.ToYuan(amount) };
    }

    private StoryEntry Happened(Happening happening, RelivedMonth month)
    {
        var title = happening.Kind is EventKind.TitleEarned or EventKind.TitleLost or EventKind.TitleRefused ? (Title)happening.Which : (Title?)null;
        var text = happening.Kind switch
        {
            EventKind.Founded => "was founded",
            EventKind.Left => "closed by its owners' choice",
            EventKind.Insolvent => "closed insolvent",
            EventKind.TitleEarned => $"earned {Say.Title(title!.Value)}",
            EventKind.TitleLost => $"lost {Say.Title(title!.Value)}: it ran out and was not renewed",
            EventKind.TitleRefused => $"was refused {Say.Title(title!.Value)}",
            EventKind.JoinedAboveScale => "joined the above-scale roster (规上)",
            EventKind.LeftAboveScale => "left the above-scale roster (规上): sales fell below the threshold",
            EventKind.LoanRefused => $"the bank refused {Say.Yuan(happening.Amount)}",
            EventKind.BidWon => $"won a public tender, {Say.Plain(((TenderKind)happening.Which).ToString())}: {Say.Yuan(happening.Amount)}",
            EventKind.SupportRefused => $"{ClauseOf(happening.Which)} did not pay {Say.Yuan(happening.Amount)}: its budget of the year was spent",
            EventKind.EquityRaised => $"raised equity: {Say.Yuan(happening.Amount)}",
            _ => Say.Plain(happening.Kind.ToString()),
        };
        return new(Names.Snake(happening.Kind.ToString()), text)
        {
            Title = title is { } known ? Say.Id(known) : null,
            Conditions = happening.Kind == EventKind.TitleLost ? NotMet(title!.Value, month) : null,
            Clause = happening.Kind == EventKind.SupportRefused ? happening.Which : null,
            Measure = happening.Kind == EventKind.SupportRefused ? MeasureOf(happening.Which) : null,
            Amount = happening.Amount != 0 ? Fen.ToYuan(happening.Amount) : null,
        };
    }

    private StoryEntry Changed(LedgerLine line)
    {
        var (form, field) = (Names.Forms[(int)line.Form], Names.FieldOf(line.Form, line.Field));
        return new("measure", $"{ClauseOf(line.Clause)}: {Say.Plain(form)}, {Say.Plain(field)} from {Say.Number(line.Before)} to {Say.Number(line.After)}")
        {
            Clause = line.Clause,
            Measure = MeasureOf(line.Clause),
            Form = form,
            Field = field,
            Before = line.Before,
            After = line.After,
        };
    }

    private IEnumerable<StoryEntry> Filed(Tray tray, RelivedMonth month)
    {
        foreach (var file in Own(tray.TitleFiles))
            yield return new("title_filed", $"applied for {Say.Title(file.Title)}{(file.Earned ? "" : ", though it does not meet the conditions")}")
            {
                Title = Say.Id(file.Title),
                Conditions = file.Earned ? null : NotMet(file.Title, month),
            };
        foreach (var loan in Own(tray.LoanApplications))
            yield return new("loan_asked", $"asked the bank for {Say.Yuan(loan.Amount)} (score {Say.Number(loan.Score)}, standard {Say.Number(loan.Standard)})") { Amount = Fen.ToYuan(loan.Amount) };
        foreach (var bids in Own(tray.Bids).GroupBy(bid => bid.What))
            yield return new("bid", $"bid for {(bids.Count() == 1 ? "a public tender" : $"{bids.Count()} public tenders")}, {Say.Plain(bids.Key.ToString())}");
        foreach (var round in Own(tray.EquityRequests))
            yield return new("equity_sought", $"looked for investors: {Say.Yuan(round.Amount)}") { Amount = Fen.ToYuan(round.Amount) };
        foreach (var hiring in Own(tray.HiringRequests))
            yield return new("researchers_sought", $"looked for researchers: {hiring.People}") { Amount = hiring.People };
        foreach (var claim in Own(tray.SupportClaims))
            yield return new("support_claimed", $"{ClauseOf(claim.Clause)} promised {Say.Yuan(claim.Amount)}")
            {
                Clause = claim.Clause,
                Measure = MeasureOf(claim.Clause),
                Amount = Fen.ToYuan(claim.Amount),
            };
    }

    /// <summary>What keeps the firm from the title as its books stand now; null: nothing, or it is out of business.</summary>
    private List<string>? NotMet(Title title, RelivedMonth month)
    {
        var state = month.Executor.StatesOf(enterprise)[arm];
        if (!state.IsAlive) return null;
        var briefing = Province.Brief(month.Materials, month.Worlds, month.Taken.News);
        var (_, stops, _) = TitleJudging.Judge(title, month.Materials.Population.Firms[enterprise], state, briefing, arm, new Tray(month.Worlds.Length));
        return stops.Count == 0 ? null : [.. stops.Select(stop => stop.Text(title))];
    }

    private T[] Own<T>(Pile<Filed<T>> pile) where T : unmanaged
    {
        var own = new List<T>();
        foreach (ref readonly var filed in pile.All)
            if (filed.Enterprise == enterprise && filed.World == arm) own.Add(filed.Paper);
        return [.. own];
    }

    private string ClauseOf(int clause) => plan.Arms[arm].Ever.FirstOrDefault(m => m.Clause.Number == clause) is { } measure
        ? $"clause {clause} {measure.Name} ({measure.Clause.Heading})"
        : $"clause {clause}";

    private string? MeasureOf(int clause) => plan.Arms[arm].Ever.FirstOrDefault(m => m.Clause.Number == clause)?.Name;
}
