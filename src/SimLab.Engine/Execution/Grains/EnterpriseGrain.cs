using Orleans.Placement;
using SimLab.Engine.Execution.Recovery;
using SimLab.Model;
using SimLab.Model.Enterprises;
using SimLab.Model.Enterprises.Steps;

namespace SimLab.Engine.Execution.Grains;

/// <summary>One enterprise of a run in all worlds of a wave; its key is (enterprise number, run).</summary>
public interface IEnterpriseGrain : IGrainWithIntegerCompoundKey
{
    /// <summary>Takes its state of month zero, or of the snapshot, whatever it lived before.</summary>
    ValueTask Begin(MonthContext round);

    /// <summary>Lives the month in all its worlds and lays its papers into the tray of the round.</summary>
    ValueTask Step(MonthContext round);

    ValueTask Show(StateInspection inspection);

    ValueTask End();
}

/// <summary>
/// A firm's memory between months; what it does with it is <see cref="EnterpriseMonth"/>.
/// Only its district ever calls it, so "the caller's silo" is the district's silo: no placement director of our own is needed.
/// Should one end up elsewhere (its district was moved and it was not), <see cref="LocalOnlyCodec{T}"/> refuses the call.
/// </summary>
[PreferLocalPlacement, CollectionAgeLimit(Days = 1)]
public sealed class EnterpriseGrain : Grain, IEnterpriseGrain
{
    private int _number;
    private Enterprise[] _worlds = [];
    private District? _district;
    private Month _lived;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _number = (int)this.GetPrimaryKeyLong(out _);
        return Task.CompletedTask;
    }

    public ValueTask Begin(MonthContext round)
    {
        if (_worlds.Length != round.Worlds) _worlds = new Enterprise[round.Worlds];
        round.Take(_number, _worlds);
        (_district, _lived) = (round.District, round.Month);
        return ValueTask.CompletedTask;
    }

    public ValueTask Step(MonthContext round)
    {
        // A month lived twice would file its papers twice, and a repeated one would file none: neither may pass unseen.
        if (round.District != _district || round.Month != _lived + 1) throw OutOfStep($"to simulate {round.Month}", round.District);
        round.Step(_number, _worlds);
        _lived = round.Month;
        return ValueTask.CompletedTask;
    }

    public ValueTask Show(StateInspection inspection)
    {
        // One that came anew, when the silo that kept its address was lost, has nothing to show, and nothing would be a state too.
        if (inspection.District != _district || inspection.Month != _lived) throw OutOfStep($"how it stands after {inspection.Month}", inspection.District);
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
        ? new($"Enterprise {_number} was asked {asked} and has no state: its silo was lost or restarted. Restart the batch, or resume from a checkpoint.")
        : new($"Enterprise {_number} was asked {asked} but is at {_lived}{(district == _district ? "" : ", in another activation of its district")}. Restart the batch, or resume from a checkpoint.");
}
