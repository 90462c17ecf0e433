using System.Collections.Immutable;
using System.Reflection;
using SimLab.Engine.Execution;
using SimLab.Model;
using SimLab.Model.Chance;
using SimLab.Model.Enterprises;
using SimLab.Model.Forms;
using SimLab.Model.Policies;

namespace SimLab.Engine.Effects;

/// <summary>
/// Knowledge and take-up of a claimed measure among its target firms this year, in one arm at one month.
/// </summary>
/// <param name="Id">A measure that acts only on firms that know of it.</param>
/// <param name="Measure">Its name.</param>
/// <param name="For">Its target firms.</param>
/// <param name="Arm">Arm of the run.</param>
/// <param name="Month">Month at whose end firms are counted.</param>
/// <param name="Eligible">Number of target firms.</param>
/// <param name="Know">Target firms that know of it.</param>
/// <param name="Claimed">Target firms that have claimed from it since January.</param>
public sealed record TakeUp(
    MeasureId Id, string Measure, string For, int Arm, Month Month, long Eligible, long Know, long Claimed)
{
    /// <summary>Share of target firms that claimed, 0–1.</summary>
    public double Share => Eligible == 0 ? 0 : Claimed / (double)Eligible;

    /// <summary>Share of target firms that know of it, 0–1.</summary>
    public double ShareThatKnow => Eligible == 0 ? 0 : Know / (double)Eligible;

    private static (string For, Func<Someone, bool> Is) Meant(Type measure) =>
        (measure.GetCustomAttribute<MeantForAttribute>()?.Group ?? TargetGroup.AllSmes) switch
        {
            TargetGroup.AllSmes => ("all SMEs", _ => true),
            TargetGroup.WithKeyPeople => ("SMEs that have people from key groups", who => who.State.KeyPeople > 0),
            TargetGroup.TitledOrAboveScaleIndustry => ("industrial SMEs with a title or on the above-scale roster", who =>
                who.Firm.Industry.IsIndustrial() && (who.Titled || who.State.Is(Standing.AboveScale))),
            TargetGroup.Research => ("SMEs that do R&D", who => who.State.RndIntensity > 0),
            TargetGroup.StrategicOrTitledResearch => ("SMEs that do R&D, in strategic fields or with a title", who =>
                who.State.RndIntensity > 0 && (who.Firm.StrategicField || who.Titled)),
            var group => throw new InvalidOperationException($"Bug in SimLab: nobody says which firms are {group}."),
        };

    private static IEnumerable<TakeUp> Of(RunMaterials materials, Month month, int arm, int replicate, Enterprise[] states)
    {
        var plan = materials.Plan;
        var randomKey = RandomKey.Of(plan.Seed, replicate);
        foreach (var measure in plan.Arms[arm].In(month).Where(m => MeasureIndex.IsClaimed(m.GetType()) && m.InForce(month)))
        {
            var id = measure.Clause.Id;
            var bit = materials.Measures.ClaimBit(materials.Measures.Of(id));
            var reach = PolicyDesk.ReachOf(measure, month, plan.BehaviourOf(arm).MonthsToSpread);
            var (who, meant) = Meant(measure.GetType());
            long eligible = 0, know = 0, claimed = 0;
            for (var i = 0; i < states.Length; i++)
            {
                var someone = new Someone(materials.Population.Firms[i], states[i], month);
                if (!states[i].IsAlive || !someone.IsSme || !meant(someone)) continue;
                eligible += someone.Firm.Weight;
                if (Draws.FirmEffect(id.FirmEffect, randomKey, i) < states[i].Awareness * reach) know += someone.Firm.Weight;
                if ((states[i].ClaimedThisYear & bit) != 0) claimed += someone.Firm.Weight;
            }
            yield return new(id, measure.Name, who, arm, month, eligible, know, claimed);
        }
    }

    private readonly record struct Someone(Firm Firm, Enterprise State, Month Month)
    {
        public bool IsSme => State.SizeIn(Firm.Industry) != SizeClass.Large;

        public bool Titled
        {
            get
            {
                for (Title title = 0; (int)title < Places.Titles; title++)
                    if (State.Holds(title, Month)) return true;
                return false;
            }
        }
    }

    /// <summary>Counts take-up among the firms of the first replicate at year ends.</summary>
    public sealed class Census : IRecorder
    {
        private readonly List<TakeUp> _all = [];

        /// <summary>Counts so far.</summary>
        public ImmutableArray<TakeUp> All => [.. _all];

        public Task Record(RunMaterials materials, WorldBatch batch, MonthOutput output) => Task.CompletedTask;

        public Task RecordPanel(RunMaterials materials, Month month, int arm, int replicate, Enterprise[] states)
        {
            if (replicate == 0) _all.AddRange(Of(materials, month, arm, replicate, states));
            return Task.CompletedTask;
        }
    }
}
