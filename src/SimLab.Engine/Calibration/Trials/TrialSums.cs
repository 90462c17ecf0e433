using SimLab.Engine.Execution;
using SimLab.Model;
using SimLab.Model.Messages;

namespace SimLab.Engine.Calibration.Trials;

/// <summary>What happened to the two groups of a trial in one replicate, in the trial and in its twin.</summary>
/// <param name="trial">The trial.</param>
/// <param name="outcome">Index of the outcome, for its price.</param>
/// <param name="groups">The groups.</param>
/// <param name="tally">Totals of the groups.</param>
/// <param name="series">Totals of the province; arm 0 is the twin, arm 1 the trial.</param>
/// <param name="replicate">The replicate.</param>
public sealed class TrialSums
{
    private readonly EffectTrial _trial;
    private readonly TrialGroups _groups;
    private readonly TrialTally _tally;
    private readonly RunSeries _series;
    private readonly int _outcome, _replicate;

    internal TrialSums(EffectTrial trial, int outcome, TrialGroups groups, TrialTally tally, RunSeries series, int replicate)
    {
        (_trial, _outcome, _groups, _tally, _series, _replicate) = (trial, outcome, groups, tally, series, replicate);
    }

    /// <summary>Change of the price in question for treated firms, log points.</summary>
    public double LogPrice => _groups.LogPrice(_outcome, _replicate);

    /// <summary>Staff of treated firms before the first month, people.</summary>
    public double StaffBefore => _groups.StaffBefore[_replicate][(int)TrialGroup.Treated];

    /// <summary>Loans that the trial awarded to treated firms, fen.</summary>
    public double Guaranteed => _groups.Awarded[_replicate];

    /// <summary>Flow of treated firms in the trial over the months read, in the unit of the tally.</summary>
    /// <param name="indicator">The flow.</param>
    /// <param name="later">0: the months read; 1: the same months, each one later, without the last.</param>
    /// <param name="earlier">Months left out at the end.</param>
    public double Flow(Indicator indicator, int later = 0, int earlier = 0) =>
        Sum(indicator, TrialGroup.Treated, trial: true, later, earlier);

    /// <summary>
    /// A flow over the months read, or a stock at their end, of treated firms: in the trial, in the twin, and in the trial less what the
    /// controls gained in it against their twin, in proportion.
    /// </summary>
    public (double Trial, double Twin, double LessControls) Of(Indicator indicator)
    {
        double Read(TrialGroup group, bool trial) => Indicators.IsFlow(indicator)
            ? Sum(indicator, group, trial) : _tally.Value(_trial.Months - 1, trial ? 1 : 0, _replicate, group, indicator);
        var (treated, twin) = (Read(TrialGroup.Treated, true), Read(TrialGroup.Treated, false));
        var controls = Read(TrialGroup.Controls, true) / Read(TrialGroup.Controls, false);
        return (treated, twin, treated - twin * (controls - 1));
    }

    /// <summary>Public cost of the treatment over the months read, fen: of all measures in the trial, less the twin's.</summary>
    public double PublicCost
    {
        get
        {
            var (first, last) = (_series.Plan.LastMonth - (_trial.Reads - 1), _series.Plan.LastMonth);
            return _series.Cost(1, _replicate, first, last) - _series.Cost(0, _replicate, first, last);
        }
    }

    private double Sum(Indicator indicator, TrialGroup group, bool trial, int later = 0, int earlier = 0)
    {
        double sum = 0;
        for (var month = _trial.Months - _trial.Reads + later; month < _trial.Months - earlier; month++)
            sum += _tally.Value(month, trial ? 1 : 0, _replicate, group, indicator);
        return sum;
    }
}
