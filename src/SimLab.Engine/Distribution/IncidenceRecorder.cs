using SimLab.Engine.Execution;
using SimLab.Model;
using SimLab.Model.Enterprises;
using SimLab.Model.Messages;

namespace SimLab.Engine.Distribution;

/// <summary>
/// Collects the <see cref="Incidence"/> of a run while it is simulated: 1. each month, the public money of each firm and the costs of
/// markets, in the worlds whose support is recorded; 2. at the end, the states of these worlds, each arm beside the first.
/// </summary>
public sealed class IncidenceRecorder : IRecorder
{
    private readonly RunMaterials _materials;
    private readonly int _replicates, _arms;
    private readonly SupportLedger?[] _support;            // by replicate, then arm
    private readonly IncidenceSums[] _sums;                // by arm; that of the first only where it is alone
    private Enterprise[]? _baseline;                       // first arm of the replicate whose other arms come next

    /// <summary>Begins the collection for a run.</summary>
    public IncidenceRecorder(RunMaterials materials)
    {
        _materials = materials;
        _arms = materials.Plan.Arms.Length;
        _replicates = WorldBatch.SupportReplicates(materials.Plan.Replicates, materials.Population.Firms.Length);
        _support = new SupportLedger[_replicates * _arms];
        var groups = new Lazy<FirmGroups>(() => new(materials));       // not before the firms of month zero are there
        _sums = [.. materials.Plan.Arms.Select(_ => new IncidenceSums(materials, groups, _replicates))];
    }

    public Task Record(RunMaterials materials, WorldBatch batch, MonthOutput output)
    {
        foreach (var district in output.Events)
            foreach (ref readonly var line in district.AsSpan())
                if (line.Kind == EventKind.SupportReceived) LedgerOf(batch, line.World)?.Add(line.Which, line.Enterprise, line.Amount);
        foreach (var cost in output.Costs)
            if (LedgerOf(batch, cost.World) is { } ledger) ledger.Elsewhere[cost.Measure] += cost.Amount;
        return Task.CompletedTask;
    }

    public Task RecordPanel(RunMaterials materials, Month month, int arm, int replicate, Enterprise[] states)
    {
        if (month != _materials.Plan.LastMonth || replicate >= _replicates) return Task.CompletedTask;
        if (arm == 0) _baseline = states;
        if (arm == 0 && _arms > 1) return Task.CompletedTask;
        var money = _support.AsSpan(replicate * _arms, _arms);
        if (arm == 0) _sums[arm].Add(null, states, null, money[0]);
        else _sums[arm].Add(_baseline, states, money[0], money[arm]);
        if (arm < _arms - 1) return Task.CompletedTask;
        _baseline = null;
        money.Clear();
        return Task.CompletedTask;
    }

    /// <summary>The result of the last arm beside the first, once the run is over.</summary>
    public Incidence Result() => Result(_arms - 1);

    /// <summary>The result of an arm beside the first, once the run is over.</summary>
    public Incidence Result(int arm) => _sums[arm].Mean();

    private SupportLedger? LedgerOf(WorldBatch batch, int world)
    {
        var replicate = batch.ReplicateOf(world);
        if (replicate >= _replicates) return null;
        return _support[replicate * _arms + batch.ArmOf(world)] ??= new(_materials.Measures.Count, _materials.Population.Firms.Length);
    }
}
