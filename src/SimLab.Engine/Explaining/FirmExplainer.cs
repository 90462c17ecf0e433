using SimLab.Engine.Execution;
using SimLab.Engine.Recording;
using SimLab.Model;
using SimLab.Model.Enterprises;
using SimLab.Model.Messages;

namespace SimLab.Engine.Explaining;

/// <summary>
/// Writes the history of one enterprise while its replicate is replayed: 1. its state in every arm, month by month;
/// 2. in the requested arm, its settlements and events; 3. where the arms diverge.
/// </summary>
public sealed class FirmExplainer
{
    private readonly ReplayedRun _replay;
    private readonly int _enterprise, _arm;
    private readonly MonthNarrator _narrator;
    private readonly List<Enterprise>[] _states;           // by arm; month zero first
    private readonly List<StoryMonth> _months = [];
    private IReadOnlyList<Settlement> _received = [];
    private Firm _firm;

    private FirmExplainer(ReplayedRun replay, int enterprise, int arm)
    {
        (_replay, _enterprise, _arm) = (replay, enterprise, arm);
        _narrator = new(replay.Plan, enterprise, arm);
        _states = [.. replay.Plan.Arms.Select(_ => new List<Enterprise>())];
    }

    /// <summary>Replays one replicate and explains one enterprise in one arm.</summary>
    /// <param name="replay">The run and replicate.</param>
    /// <param name="enterprise">Position in the population.</param>
    /// <param name="arm">Index of the arm.</param>
    /// <param name="cancel">Stops soon, also within a month.</param>
    /// <exception cref="RunFolderException">No such enterprise, or no firm ever in this slot; or the replay differs
    /// from the recording.</exception>
    public static async Task<FirmStory> Explain(ReplayedRun replay, int enterprise, int arm, CancellationToken cancel = default)
    {
        Require(replay, enterprise);
        var explainer = new FirmExplainer(replay, enterprise, arm);
        var hashes = await replay.Replay(explainer.Begin, explainer.See, cancel);
        explainer.RefuseIfNeverFounded();
        return explainer.Story(hashes[arm]);
    }

    /// <summary>
    /// As <see cref="Explain(ReplayedRun, int, int, CancellationToken)"/>, for several enterprises in one replay of the
    /// replicate. Omits slots in which no firm was ever founded.
    /// </summary>
    public static async Task<IReadOnlyDictionary<int,
        FirmStory>> Explain(ReplayedRun replay, IReadOnlyCollection<int> enterprises, int arm, CancellationToken cancel = default)
    {
        foreach (var enterprise in enterprises) Require(replay, enterprise);
        FirmExplainer[] explainers = [.. enterprises.Distinct().Select(enterprise => new FirmExplainer(replay, enterprise, arm))];
        var hashes = await replay.Replay(
            materials => { foreach (var each in explainers) each.Begin(materials); },
            month => { foreach (var each in explainers) each.See(month); }, cancel);
        return explainers.Where(each => each._states[arm].Any(state => state.IsAlive))
            .ToDictionary(each => each._enterprise, each => each.Story(hashes[arm]));
    }

    private static void Require(ReplayedRun replay, int enterprise)
    {
        if (enterprise < 0 || enterprise >= replay.Manifest.Enterprises)
            throw new RunFolderException(replay.Folder,
                $"there is no enterprise {enterprise}. The run has enterprises 0 to {replay.Manifest.Enterprises - 1}: an id is a firm's "
                    + $"place in the population, "
                + $"as in the column \"enterprise\" of {RunFolder.Enterprises} and {RunFolder.Events}.");
    }

    private Month MonthZero => _replay.Plan.Start - 1;

    private void Begin(RunMaterials materials)
    {
        _firm = materials.Population.Firms[_enterprise];
        for (var arm = 0; arm < _states.Length; arm++) _states[arm].Add(materials.InitialOf(arm)[_enterprise]);
    }

    private void See(ReplayedMonth month)
    {
        // A closed firm receives no settlements.
        var entries = _narrator.Narrate(_states[_arm][^1].IsAlive ? _received : [], month);
        if (entries.Count > 0) _months.Add(new($"{month.Output.Macro.Month}", entries));
        _received = [.. month.Executor.DistrictOf(_enterprise).SettlementsFor(_enterprise, _arm)];
        var now = month.Executor.StatesOf(_enterprise);
        for (var arm = 0; arm < now.Length; arm++) _states[arm].Add(now[arm]);
    }

    private void RefuseIfNeverFounded()
    {
        if (_states[_arm].Any(state => state.IsAlive)) return;
        var other = Enumerable.Range(0, _states.Length).Where(arm => _states[arm].Any(state => state.IsAlive))
            .Select(arm => (int?)arm).FirstOrDefault();
        throw new RunFolderException(_replay.Folder, Sentence.Join(
            Sentence.Of($"enterprise {_enterprise} is a vacant place, and in replicate {_replay.Replicate} of the {NameOf(_arm)} no "
                + $"firm was founded in it up to {_replay.Plan.LastMonth}."),
            other is { } arm ? Sentence.Of($"In the {NameOf(arm)} one was: give --arm {NameOf(arm)}.")
                : $"Ask for another enterprise, or another replicate."));
    }

    private string NameOf(int arm) => arm == _replay.Policy ? "policy" : "baseline";

    private FirmStory Story(string hash)
    {
        var (states, province) = (_states[_arm], _replay.Plan.Population.Province);
        return new()
        {
            Enterprise = _enterprise,
            Replicate = _replay.Replicate,
            Arm = NameOf(_arm),
            ArmName = _replay.Plan.Arms[_arm].Name,
            ArmNameZh = _replay.Plan.Arms[_arm].NameZh,
            Firm = new(
                _firm.Weight, province.Of(_firm.Region).Name, province.Of(_firm.Region).NameZh, $"{_firm.Industry}", $"{_firm.Stratum}",
                    province.Of(_firm.Chain)?.Name,
                _firm.Tier == Tier.None ? null : $"{_firm.Tier}", _firm.Tier >= Tier.First ? _firm.Customer : null, _firm.Suppliers,
                _firm.LeadsChain, _firm.StateOwned, _firm.StrategicField, _firm.RndPropensity),
            WorldHash = hash,
            Start = FirmFactsSeen.Of(_firm, states[0], MonthZero),
            Months = _months,
            Years = [.. Enumerable.Range(1, states.Count - 1).Where(i => (MonthZero + i).EndsYear || i == states.Count - 1)
                .Select(i => FirmFactsSeen.Of(_firm, states[i], MonthZero + i)).OfType<FirmState>()],
            Beside = _replay.Baseline is { } baseline ? Compare(_states[_replay.Policy], _states[baseline]) : null,
        };
    }

    private BesideBaseline Compare(List<Enterprise> policy, List<Enterprise> baseline)
    {
        var first = Enumerable.Range(0, policy.Count).Where(i => !FirmFactsSeen.Same(policy[i], baseline[i])).Select(i => (int?)i)
            .FirstOrDefault();
        return first is not { } i
            ? new(null, [], [])
            : new($"{MonthZero + i}", FirmFactsSeen.Between(policy[i], baseline[i], MonthZero + i),
                FirmFactsSeen.Between(policy[^1], baseline[^1], _replay.Plan.LastMonth));
    }
}
