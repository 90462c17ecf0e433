using System.Collections.Immutable;
using SimLab.Engine.Execution;
using SimLab.Model;
using SimLab.Model.Enterprises;

namespace SimLab.Engine.Distribution;

/// <summary>
/// Sums of the <see cref="Incidence"/> over replicates. Whole numbers, fen and people with the weight of the firms. A slot whose firm
/// was founded in different months of the two arms holds two different firms: one that is lost and one that is won.
/// </summary>
internal sealed class IncidenceSums(RunMaterials materials, Lazy<FirmGroups> groups, int replicates)
{
    private readonly int _measures = materials.Measures.Count;
    private readonly MeasureSum[] _byMeasure = new MeasureSum[materials.Measures.Count];
    private GroupSum[] _byGroup = [];

    /// <summary>Adds a replicate.</summary>
    /// <param name="baseline">States at the end of the baseline arm; null: the policy was simulated alone.</param>
    /// <param name="policy">States at the end of the policy arm.</param>
    /// <param name="before">Public money of the baseline arm; null: none.</param>
    /// <param name="after">Public money of the policy arm; null: none.</param>
    public void Add(Enterprise[]? baseline, Enterprise[] policy, SupportLedger? before, SupportLedger? after)
    {
        if (_byGroup.Length == 0) _byGroup = [.. groups.Value.All.Select(_ => new GroupSum(_measures))];
        for (var firm = 0; firm < policy.Length; firm++)
        {
            var weight = materials.Population.Firms[firm].Weight;
            var own = groups.Value.Of(firm);
            Count(own, weight, baseline is null ? default : baseline[firm], policy[firm]);
            var unchanged = baseline is not null && IsUnchanged(baseline[firm], policy[firm]);
            for (var measure = 0; measure < _measures; measure++)
            {
                var (was, isNow) = (before?.Of(measure, firm) ?? 0, after?.Of(measure, firm) ?? 0);
                if (was == 0 && isNow == 0) continue;
                _byMeasure[measure].Add(weight, was, isNow, unchanged);
                foreach (var group in own) _byGroup[group].Receive(measure, weight * was, weight * isNow);
            }
        }
        for (var measure = 0; measure < _measures; measure++)
        {
            _byMeasure[measure].Elsewhere += after?.Elsewhere[measure] ?? 0;
            _byMeasure[measure].ElsewhereBaseline += before?.Elsewhere[measure] ?? 0;
        }
    }

    /// <summary>Means over the replicates.</summary>
    public Incidence Mean()
    {
        if (_byGroup.Length == 0) throw new InvalidOperationException(
            "Bug in SimLab: who got the money is asked of a run that has not ended.");
        var compared = materials.Plan.Arms.Length > 1;
        return new(
            replicates, materials.Plan.LastMonth.Year,
            [.. Enumerable.Range(0, _measures).Where(measure => _byMeasure[measure].Any).Select(measure => MeanOf(measure, compared))],
            [.. groups.Value.All.Zip(_byGroup).Where(group => group.First.By == FirmGrouping.All || group.Second.Any)
                .Select(group => group.Second.Mean(group.First, materials.Measures.Ids, replicates, compared))]);
    }

    private void Count(ReadOnlySpan<int> own, int weight, in Enterprise baseline, in Enterprise policy)
    {
        if (baseline.IsAlive && policy.IsAlive && !IsSameFirm(baseline, policy))
        {
            Count(own, weight, baseline, default);
            Count(own, weight, default, policy);
            return;
        }
        if (!baseline.IsAlive && !policy.IsAlive) return;
        foreach (var group in own) _byGroup[group].Add(weight, FirmFigures.Of(baseline, Ended), FirmFigures.Of(policy, Ended));
    }

    private bool IsUnchanged(in Enterprise baseline, in Enterprise policy)
    {
        if (baseline.IsAlive != policy.IsAlive) return false;
        if (!baseline.IsAlive) return true;
        return IsSameFirm(baseline, policy) && baseline.LastMonths == policy.LastMonths
            && FirmFigures.Of(baseline, Ended).IsSame(FirmFigures.Of(policy, Ended))
            && MovementSum.IsSame(baseline.FixedAssets, policy.FixedAssets) && MovementSum.IsSame(baseline.Knowledge, policy.Knowledge);
    }

    private static bool IsSameFirm(in Enterprise one, in Enterprise other) => one.AgeMonths == other.AgeMonths;

    private bool Ended => materials.Plan.LastMonth.EndsYear;

    private MeasureIncidence MeanOf(int measure, bool compared)
    {
        var id = materials.Measures.Ids[measure];
        var name = materials.Plan.Arms.SelectMany(arm => arm.Ever).FirstOrDefault(known => known.Clause.Id == id)?.Name ?? $"{id}";
        ref readonly var sum = ref _byMeasure[measure];
        return new(
            id, name, Yuan(sum.ToFirms), Yuan(sum.Elsewhere), Yuan(sum.ElsewhereBaseline), Yuan(sum.Extra),
            compared ? Yuan(sum.Unchanged) : null, sum.Firms / (double)replicates);
    }

    private double Yuan(long fen) => fen / (double)Fen.PerYuan / replicates;

    private struct MeasureSum
    {
        public long ToFirms, Elsewhere, ElsewhereBaseline, Extra, Unchanged, Firms;

        public readonly bool Any => ToFirms != 0 || Elsewhere != 0 || ElsewhereBaseline != 0 || Extra != 0;

        public void Add(long weight, long was, long isNow, bool unchanged)
        {
            ToFirms += weight * isNow;
            Extra += weight * (isNow - was);
            if (unchanged) Unchanged += weight * (isNow - was);
            if (isNow != 0) Firms += weight;
        }
    }
}

/// <summary>Figures of a firm at the end of the run, by which arms are compared: fen and people; 0 where it is not in business.</summary>
internal readonly record struct FirmFigures(long Sales, long Jobs, long Loan)
{
    /// <param name="state">State at the end.</param>
    /// <param name="ended">Whether the run ends with a year, whose sales are then those of the closed year.</param>
    public static FirmFigures Of(in Enterprise state, bool ended) =>
        state.IsAlive ? new(ended ? state.SalesLastYear : state.SalesThisYear, state.Staff, state.Loan) : default;

    public bool IsSame(FirmFigures other) => MovementSum.IsSame(Sales, other.Sales) && MovementSum.IsSame(Jobs, other.Jobs)
        && MovementSum.IsSame(Loan, other.Loan);
}

/// <summary>Sums of one group.</summary>
internal sealed class GroupSum(int measures)
{
    private readonly (long Baseline, long Policy)[] _received = new (long, long)[measures];
    private long _firms;
    private MovementSum _sales, _jobs, _loans;

    /// <summary>Whether it has firms or money.</summary>
    public bool Any => _firms != 0 || _received.Any(money => money != default);

    public void Add(long weight, FirmFigures baseline, FirmFigures policy)
    {
        _firms += weight;
        _sales.Add(weight, baseline.Sales, policy.Sales);
        _jobs.Add(weight, baseline.Jobs, policy.Jobs);
        _loans.Add(weight, baseline.Loan, policy.Loan);
    }

    public void Receive(int measure, long baseline, long policy)
    {
        _received[measure].Baseline += baseline;
        _received[measure].Policy += policy;
    }

    public GroupIncidence Mean(FirmGroup group, ImmutableArray<Model.Policies.MeasureId> ids, int replicates, bool compared) => new(
        group.By, group.Name, group.NameZh, _firms / (double)replicates,
        [.. _received.Zip(ids).Where(money => money.First != default)
            .Select(money => new GroupMoney(money.Second, Yuan(money.First.Baseline, replicates), Yuan(money.First.Policy, replicates)))],
        compared ? _sales.Mean(replicates, Fen.PerYuan) : null, compared ? _jobs.Mean(replicates, 1) : null,
        compared ? _loans.Mean(replicates, Fen.PerYuan) : null);

    private static double Yuan(long fen, int replicates) => fen / (double)Fen.PerYuan / replicates;
}
