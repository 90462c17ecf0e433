using Orleans.Placement;
using SimLab.Engine.Execution.Recovery;
using SimLab.Model;
using SimLab.Model.Enterprises;
using SimLab.Model.Enterprises.Steps;

namespace SimLab.Engine.Execution.Grains;

/// <summary>One enterprise of a run in all worlds of a batch; its key is (enterprise number, run).</summary>
public interface IEnterpriseGrain : IGrainWithIntegerCompoundKey
{
    /// <summary>Takes its state of month zero, or of the snapshot, and drops any earlier one.</summary>
    ValueTask Begin(MonthContext round);

    /// <summary>Steps the month in all its worlds; its messages go to the district's outbox.</summary>
    ValueTask Step(MonthContext round);

    /// <summary>Adds its states to the inspection.</summary>
    ValueTask Show(StateInspection inspection);

    /// <summary>Drops its state and deactivates.</summary>
    ValueTask End();
}

/// <summary>
/// Holds a firm's state between months; <see cref="EnterpriseMonth"/> is its behaviour. Only its district calls it, so
/// local placement puts it on the district's silo. If the two are separated (the district was moved),
/// <see cref="LocalOnlyCodec{T}"/> refuses the call.
/// </summary>
[PreferLocalPlacement, CollectionAgeLimit(Days = 1)]
public sealed class EnterpriseGrain : Grain, IEnterpriseGrain
{
    private int _number;
    private Enterprise[] _worlds = [];
    private District? _district;
    private Month _simulated;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _number = (int)this.GetPrimaryKeyLong(out _);
        return Task.CompletedTask;
    }

    public ValueTask Begin(MonthContext round)
    {
        if (_worlds.Length != round.Worlds) _worlds = new Enterprise[round.Worlds];
        round.Take(_number, _worlds);
        (_district, _simulated) = (round.District, round.Month);
        return ValueTask.CompletedTask;
    }

    public ValueTask Step(MonthContext round)
    {
        // Stepping a month twice sends its messages twice, and skipping the repeat sends none: both must fail.
        if (round.District != _district || round.Month != _simulated + 1) throw OutOfStep($"to simulate {round.Month}", round.District);
        round.Step(_number, _worlds);
        _simulated = round.Month;
        return ValueTask.CompletedTask;
    }

    public ValueTask Show(StateInspection inspection)
    {
        // A new activation, after loss of the silo with its directory entry, has no state; empty would pass for one.
        if (inspection.District != _district || inspection.Month != _simulated) throw OutOfStep(
            $"how it stands after {inspection.Month}", inspection.District);
        inspection.Show(_number, _worlds);
        return ValueTask.CompletedTask;
    }

    public ValueTask End()
    {
        (_worlds, _district) = ([], null);
        DeactivateOnIdle();
        return ValueTask.CompletedTask;
    }

    private RestartRequiredException OutOfStep(string asked, District district) => _district is null
        ? new($"Enterprise {_number} was asked {asked} and has no state: its silo was lost or restarted. Restart the batch, or resume "
            + $"from a checkpoint.")
        : new($"Enterprise {_number} was asked {asked} but is at {_simulated}"
            + (district == _district ? "" : ", in another activation of its district")
            + ". Restart the batch, or resume from a checkpoint.");
}
