using SimLab.Engine.Recording;
using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;
using SimLab.Model.Enterprises.Decisions;
using SimLab.Model.Messages;
using SimLab.Model.Recognition;

namespace SimLab.Engine.Explaining;

/// <summary>
/// At the filing month of a title, judges every firm that does R&amp;D and does not hold it, on its books at the end of
/// the month: by <see cref="RecognitionFacts.Facts"/>, with the coaching it would get, and by the rulebook line by
/// line.
/// </summary>
public sealed class TitleExplainer
{
    /// <summary>Default year: the first year of the notice.</summary>
    public const int NoticeYear = 2023;

    private readonly ReplayedRun _replay;
    private readonly Title _title;
    private readonly int _arm;
    private readonly Month _month;
    private readonly Count _total = new();
    private readonly Count[] _regions;
    private readonly Count[] _industries = [.. Enumerable.Range(0, Places.Industries).Select(_ => new Count())];
    private readonly SortedDictionary<string, string[]> _orElse = new(StringComparer.Ordinal);
    private string _law = "";
    private long _holders, _filedFailing, _filedMeeting;

    private TitleExplainer(ReplayedRun replay, Title title, int arm, Month month) =>
        (_replay, _title, _arm, _month, _regions) =
            (replay, title, arm, month, [.. replay.Plan.Population.Province.Regions.Select(_ => new Count())]);

    /// <summary>Replays one replicate and judges the firms of one arm at the filing of the title.</summary>
    /// <param name="replay">The run and replicate.</param>
    /// <param name="title">The title.</param>
    /// <param name="year">Year of the filing; null: 2023 if the run covers that filing, else its last.</param>
    /// <param name="arm">Index of the arm.</param>
    /// <param name="cancel">Stops soon, also within a month.</param>
    /// <exception cref="RunFolderException">No such filing, or the replay differs from the recording.</exception>
    public static async Task<WhyNot> Explain(ReplayedRun replay, Title title, int? year, int arm, CancellationToken cancel = default)
    {
        var explainer = new TitleExplainer(replay, title, arm, FilingMonth(replay, title, year));
        var hashes = await replay.Replay(_ => { }, explainer.See, cancel);
        return explainer.Answer(hashes[arm]);
    }

    /// <summary>The month of a year in which the law of a province has applications accepted; null: none, as when it is moved.</summary>
    private static Month? FilingMonthOf(Title title, LocalLaw law, int year)
    {
        for (var month = Month.Of(year, 1); month <= Month.Of(year, 12); month += 1)
            if (TitleCatalog.Of(title).IsAppliedForIn(month, law)) return month;
        return null;
    }

    private static Month FilingMonth(ReplayedRun replay, Title title, int? year)
    {
        var (plan, law) = (replay.Plan, replay.Plan.Population.Province.Law);
        Month[] months = [.. Enumerable.Range(plan.Start.Year, plan.LastMonth.Year - plan.Start.Year + 1)
            .Select(y => FilingMonthOf(title, law, y)).OfType<Month>()
            .Where(month => month >= plan.Start && month <= plan.LastMonth && !(month < TitleCatalog.Of(title).Begins))];
        int[] years = [.. months.Select(month => month.Year)];
        if (years.Length == 0)
            throw new RunFolderException(
                replay.Folder,
                $"nobody files for {StoryText.Id(title)} in this run: files are taken in month "
                + $"{law.At(TitleCatalog.Of(title).Applications, plan.Start):0} of a year, and it "
                + $"runs from {plan.Start} to {plan.LastMonth}.");
        if (year is { } asked && !years.Contains(asked))
            throw new RunFolderException(
                replay.Folder,
                $"nobody files for {StoryText.Id(title)} in {asked} in this run. The years are: {string.Join(", ", years)}.");
        var chosen = year ?? (years.Contains(NoticeYear) ? NoticeYear : years[^1]);
        return months.First(month => month.Year == chosen);
    }

    private void See(ReplayedMonth month)
    {
        if (month.Output.Macro.Month != _month) return;
        var filed = new HashSet<int>();
        foreach (var district in month.Materials.Districts)
            foreach (ref readonly var file in month.Executor.DistrictOf(district.First).Outbox.TitleFiles.All)
                if (file.World == _arm && file.Body.Title == _title) filed.Add(file.Enterprise);
        var information = month.Materials.Inform(month.Worlds, month.Output.Macro);
        var scratch = new Outbox(month.Worlds.Length, _replay.Plan.Population.Province, month.Materials.Measures.Count);
        var firms = month.Materials.Population.Firms;
        for (var i = 0; i < firms.Length; i++) Judge(firms[i], month.Executor.StatesOf(i)[_arm], information, scratch, filed);
    }

    private void Judge(Firm firm, Enterprise state, PublicInformation information, Outbox scratch, HashSet<int> filed)
    {
        if (!state.IsAlive) return;
        if (state.Holds(_title, _month))
        {
            _holders += firm.Weight;
            return;
        }
        if (!state.Is(Standing.DoesRnd)) return;

        var (meets, stopping, law) = TitleJudging.Judge(_title, firm, state, information, _arm, scratch);
        if (_law.Length == 0) _law = $"{law.Document} {law.Clause}";
        foreach (var stop in stopping)
            if (stop.OrElse.Length > 0) _orElse[stop.Id] = stop.OrElse;
        List<string> stops = [.. stopping.Select(stop => stop.Id)];
        foreach (var count in new[] { _total, _regions[(int)firm.Region], _industries[(int)firm.Industry] }) count.Add(
            meets, stops, firm.Weight);
        if (!filed.Contains(firm.Id)) return;
        if (meets) _filedMeeting += firm.Weight;
        else _filedFailing += firm.Weight;
    }

    private WhyNot Answer(string hash) => new()
    {
        Title = StoryText.Id(_title),
        Month = $"{_month}",
        Replicate = _replay.Replicate,
        Arm = _arm == _replay.Policy ? "policy" : "baseline",
        ArmName = _replay.Plan.Arms[_arm].Name,
        ArmNameZh = _replay.Plan.Arms[_arm].NameZh,
        Law = _law,
        WorldHash = hash,
        Holders = _holders,
        FiledThoughFailing = _filedFailing,
        FiledAndMeeting = _filedMeeting,
        Total = _total.Of("all", null, _orElse),
        Regions = [.. _regions.Select((count, i) => Of(count, _replay.Plan.Population.Province.Regions[i]))
            .Where(stopped => stopped.Firms > 0)],
        Industries = [.. _industries.Select((count, i) => count.Of($"{(Industry)i}", null, _orElse)).Where(stopped => stopped.Firms > 0)],
    };

    private Stopped Of(Count count, RegionProfile region) => count.Of(region.Name, region.NameZh, _orElse);

    /// <summary>Sums over the firms of one place.</summary>
    private sealed class Count
    {
        private readonly Dictionary<string, (long Firms, long Alone)> _conditions = [];
        private long _firms, _meeting, _oneStep;

        public void Add(bool meets, List<string> stops, int weight)
        {
            _firms += weight;
            if (meets) _meeting += weight;
            if (stops.Count == 1) _oneStep += weight;
            foreach (var stop in stops)
            {
                var (firms, alone) = _conditions.GetValueOrDefault(stop);
                _conditions[stop] = (firms + weight, alone + (stops.Count == 1 ? weight : 0));
            }
        }

        public Stopped Of(string name, string? nameZh, SortedDictionary<string, string[]> orElse) =>
            new(name, nameZh, _firms, _meeting, _oneStep,
        [
            .. _conditions.OrderByDescending(c => c.Value.Firms).ThenBy(c => c.Key, StringComparer.Ordinal)
                .Select(c => new StoppingCondition(c.Key, orElse.GetValueOrDefault(c.Key, []), c.Value.Firms, c.Value.Alone)),
        ]);
    }
}
