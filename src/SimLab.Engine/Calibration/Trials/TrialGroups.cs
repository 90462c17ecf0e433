using System.Collections.Immutable;
using SimLab.Engine.Execution;
using SimLab.Model;
using SimLab.Model.Chance;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;
using SimLab.Model.Enterprises.Decisions;
using SimLab.Model.Enterprises.Steps;
using SimLab.Model.Messages;
using SimLab.Model.Rulebook;

namespace SimLab.Engine.Calibration.Trials;

/// <summary>The group of a firm in a trial.</summary>
public enum TrialGroup : byte { Treated, Controls, None }

/// <summary>
/// The firms of a trial, drawn in the state before its first month. Each eligible firm is treated or not by a draw of its own stream,
/// which depends only on seed, replicate and firm.
/// </summary>
public sealed class TrialGroups
{
    private readonly EffectTrial _trial;
    private readonly (double Change, double Weight)[][] _prices;      // sums, by outcome, then replicate

    /// <param name="trial">The trial.</param>
    /// <param name="materials">Plan of one arm, without the trial.</param>
    /// <param name="before">State at the end of the month before the first, one arm.</param>
    internal TrialGroups(EffectTrial trial, RunMaterials materials, Snapshot before)
    {
        _trial = trial;
        var replicates = before.Batch.Replicates;
        Of = [.. PerReplicate(() => Enumerable.Repeat(TrialGroup.None, materials.Population.Firms.Length).ToArray())];
        Firms = [.. PerReplicate(() => new long[2])];
        StaffBefore = [.. PerReplicate(() => new long[2])];
        Awarded = new long[replicates];
        Awards = [.. PerReplicate(() => new List<Settlement>())];
        _prices = [.. trial.Outcomes.Select(_ => new (double, double)[replicates])];

        var worlds = before.Batch.In(materials.Plan, watch: false);
        var state = materials.Economy(worlds, before, new(before.Batch, before.Batch)).Next(before.Month + 1);
        var information = materials.Inform(worlds, state);
        var refused = Refused(before);
        var outbox = new Outbox(replicates, materials.Plan.Population.Province, materials.Measures.Count);
        foreach (var district in materials.Districts)
        {
            var states = before.Districts[district.Index].States.All.AsSpan();
            for (var slot = 0; slot < district.Count; slot++)
            {
                var firm = materials.Population.Firms[district.First + slot];
                for (var replicate = 0; replicate < replicates; replicate++)
                {
                    var enterprise = states[slot * replicates + replicate];
                    if (!enterprise.IsAlive) continue;
                    var context = new FirmContext(ref enterprise, in firm, information, replicate, outbox);
                    context.Card = EnterpriseMonth.CardOf(context);
                    Draw(context, replicate, refused.GetValueOrDefault((replicate, firm.Id)));
                }
            }
        }

        IEnumerable<T> PerReplicate<T>(Func<T> make) => Enumerable.Range(0, replicates).Select(_ => make());
    }

    /// <summary>Group by replicate, then enterprise number.</summary>
    public TrialGroup[][] Of { get; }

    /// <summary>Firms of the two groups, by replicate.</summary>
    public long[][] Firms { get; }

    /// <summary>Staff of the two groups before the first month, people; by replicate.</summary>
    public long[][] StaffBefore { get; }

    /// <summary>Total of the awards, fen; by replicate.</summary>
    public long[] Awarded { get; }

    /// <summary>What markets award treated firms in the first month, by replicate; the world is not set.</summary>
    public List<Settlement>[] Awards { get; }

    /// <summary>Who is treated, by replicate and enterprise number.</summary>
    public ImmutableArray<ImmutableArray<bool>> Treated => [.. Of.Select(groups =>
        groups.Select(group => group == TrialGroup.Treated).ToImmutableArray())];

    /// <summary>Mean change of the price in question for treated firms, log points; NaN: the outcome has no price.</summary>
    public double LogPrice(int outcome, int replicate) => _prices[outcome][replicate].Change / _prices[outcome][replicate].Weight;

    private void Draw(in FirmContext context, int replicate, long refused)
    {
        if (!_trial.Eligible.Test(context, refused)) return;
        var firm = context.Firm;
        var group = Draws.Assignment(context.Information.Worlds[replicate].Key, firm.Id) < _trial.Share
            ? TrialGroup.Treated : TrialGroup.Controls;
        Of[replicate][firm.Id] = group;
        Firms[replicate][(int)group] += firm.Weight;
        StaffBefore[replicate][(int)group] += (long)context.State.Staff * firm.Weight;
        if (group != TrialGroup.Treated) return;
        Award(_trial.Treatment.Award, context, refused, replicate);
        for (var outcome = 0; outcome < _prices.Length; outcome++)
        {
            if (_trial.Outcomes[outcome].Outcome.Price is not { } price) continue;
            var (change, weight) = price(context, _trial.Treatment.Measures);
            ref var sum = ref _prices[outcome][replicate];
            sum = (sum.Change + change * weight, sum.Weight + weight);
        }
    }

    private void Award(TrialAward award, in FirmContext context, long refused, int replicate)
    {
        var settlement = award switch
        {
            TrialAward.Contract => Contract(context),
            TrialAward.RefusedLoan => new(
                context.Firm.Id, 0, SettlementKind.LoanGranted, (byte)context.Card.Size, refused,
                context.State.Loan > 0 ? context.State.LoanRate : CreditPrices.LoanPrimeRate(context.Month)),
            _ => default,
        };
        if (settlement.Amount == 0) return;
        Awards[replicate].Add(settlement);
        Awarded[replicate] += settlement.Amount * context.Firm.Weight;
    }

    private static Settlement Contract(in FirmContext context)
    {
        if (BidForTenders.Open(context) is not { } kind) return default;
        var price = BidForTenders.Price(context.State.Capability, luck: 0, context.Behaviour);
        return new(
            context.Firm.Id, 0, SettlementKind.BidWon, (byte)kind,
            Fen.FromYuan(PublicTenders.LotOf(kind, context.Behaviour) * price), price);
    }

    // Refusals that wait to be opened, fen; by replicate and enterprise.
    private static Dictionary<(int Replicate, int Enterprise), long> Refused(Snapshot before) => before.Districts
        .SelectMany(district => district.Settlements).SelectMany(market => market.All)
        .Where(settlement => settlement.Kind == SettlementKind.LoanRefused)
        .ToDictionary(settlement => (settlement.World, settlement.Enterprise), settlement => settlement.Amount);
}
