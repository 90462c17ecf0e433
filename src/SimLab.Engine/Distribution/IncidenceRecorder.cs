using SimLab.Engine.Execution;
using SimLab.Model;
using SimLab.Model.Enterprises;
using SimLab.Model.Messages;

namespace SimLab.Engine.Distribution;

/// <summary>
/// Collects the <see cref="Incidence"/> of a run while it is simulated: 1. each month, the public money of each firm and the costs of
/// markets, in the worlds whose support is recorded; 2. at the end, the states of these worlds, arm beside arm.
/// </summary>
public sealed class IncidenceRecorder : IRecorder
{
    private readonly RunMaterials _materials;
    private readonly int _replicates, _arms;
    private readonly SupportLedger?[] _support;            // by replicate, then arm
    private readonly IncidenceSums _sums;
    private Enterprise[]? _baseline;                       // of the replicate whose last arm comes next

    /// <summary>Begins the collection for a run.</summary>
    public IncidenceRecorder(RunMaterials materials)
    {
        _materials = materials;
        _arms = materials.Plan.Arms.Length;
        _replicates = WorldBatch.SupportReplicates(materials.Plan.Replicates, materials.Population.Firms.Length);
        _support = new SupportLedger[_replicates * _arms];
        _sums = new(materials, _replicates);
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
        if (arm < _arms - 1)
        {
            _baseline = states;
            return Task.CompletedTask;
        }
        var money = _support.AsSpan(replicate * _arms, _arms);
        _sums.Add(_baseline, states, _arms > 1 ? money[0] : null, money[^1]);
        _baseline = null;
        money.Clear();
        return Task.CompletedTask;
    }

    /// <summary>The result, once the run is over.</summary>
    public Incidence Result() => _sums.Mean();

    private SupportLedger? LedgerOf(WorldBatch batch, int world)
    {
        var replicate = batch.ReplicateOf(world);
        if (replicate >= _replicates) return null;
        return _support[replicate * _arms + batch.ArmOf(world)] ??= new(_materials.Measures.Count, _materials.Population.Firms.Length);
    }
}
