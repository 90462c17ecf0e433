namespace SimLab.Engine.Experiments.Methods;

/// <summary>Settings of <see cref="Nsga2"/>.</summary>
/// <param name="Population">Points per generation, even.</param>
/// <param name="Again">
/// For noisy goals: every round evaluates the parents again with the children, and averages all evaluations, so that a
/// lucky draw does not stay in the front. Give each round fresh replicates, or the second evaluation equals the first.
/// </param>
/// <param name="Crossover">Probability that a pair crosses; Deb et al. (2002) use 0.9.</param>
/// <param name="CrossoverIndex">Deb et al. use 20; a smaller index searches wider.</param>
/// <param name="MutationIndex">Deb et al. use 20.</param>
public sealed record Nsga2Settings(
    int Population = 100, bool Again = false, double Crossover = 0.9, double CrossoverIndex = 20, double MutationIndex = 20);

/// <summary>A point and its evaluation.</summary>
/// <param name="Point">Values of the factors.</param>
public sealed record Candidate(double[] Point, Evaluation Value);

/// <summary>
/// NSGA-II: Deb, Pratap, Agarwal and Meyarivan, "A fast and elitist multiobjective genetic algorithm" (2002). Starts
/// from a Latin hypercube; binary tournaments by front and crowding; simulated binary crossover; each coordinate
/// mutates with probability 1 / factors. Whole numbers and choices are places in the unit cube with equal room.
/// </summary>
public sealed class Nsga2 : ISearch
{
    private sealed record Member(double[] Unit, Evaluation Value, int Looks = 1);

    private readonly IReadOnlyList<Factor> factors;
    private readonly int goals;
    private readonly Nsga2Settings settings;
    private readonly ulong seed;

    private Member[] parents = [];
    private (int Front, double Room)[] standing = [];
    private double[][]? asked;

    /// <summary>A search over the factors for several goals.</summary>
    public Nsga2(IReadOnlyList<Factor> factors, int goals, ulong seed, Nsga2Settings? settings = null)
    {
        this.settings = settings ?? new();
        if (this.settings.Population < 4 || this.settings.Population % 2 != 0)
            throw new MethodException($"NSGA-II needs an even population of at least 4, not {this.settings.Population}.");
        if (goals < 1) throw new MethodException($"NSGA-II needs at least one goal.");
        (this.factors, this.goals, this.seed) = (factors, goals, seed);
    }

    public int Round { get; private set; }

    /// <summary>
    /// The non-dominated points, without repeats: the estimate of the Pareto front. With re-evaluation, only points
    /// evaluated twice or more: a child seen once may owe its place to chance. Empty: no feasible point yet.
    /// </summary>
    public IReadOnlyList<Candidate> Front()
    {
        var seen = settings.Again && Round > 1 ? [.. parents.Where(p => p.Looks > 1)] : parents;
        var best = seen.Where(m => !m.Value.IsMissing && m.Value.Violation == 0 && !seen.Any(other => other.Value.Beats(m.Value)));
        return [.. best.Select(m => new Candidate(factors.At(m.Unit), m.Value))
            .DistinctBy(c => string.Join(' ', c.Point.Select(BitConverter.DoubleToInt64Bits)))];
    }

    public double[][] Ask()
    {
        asked ??= Round == 0 ? LatinHypercube.Sample(settings.Population, factors.Count, seed) : Children();
        return factors.At(settings.Again && Round > 0 ? asked.Concat(parents.Select(p => p.Unit)) : asked);
    }

    public void Tell(IReadOnlyList<Evaluation> values)
    {
        var expected = Ask().Length;
        Evaluation.Check(values, expected, goals);
        var children = asked!.Select((unit, i) => new Member(unit, values[i]));
        var old = expected > asked!.Length
            ? parents.Select((p, i) => p with { Value = p.Value.With(values[asked.Length + i]), Looks = p.Looks + 1 })
            : parents;
        Select([.. old, .. children]);
        asked = null;
        Round++;
    }

    private double[][] Children()
    {
        var variation = new Variation(seed, settings.CrossoverIndex, settings.MutationIndex);
        var children = new double[parents.Length][];
        for (var pair = 0; pair < children.Length / 2; pair++)
        {
            var (one, other) = variation.Cross(Winner(2 * pair), Winner(2 * pair + 1), settings.Crossover, Round, pair);
            variation.Mutate(one, 1.0 / factors.Count, Round, 2 * pair);
            variation.Mutate(other, 1.0 / factors.Count, Round, 2 * pair + 1);
            (children[2 * pair], children[2 * pair + 1]) = (one, other);
        }
        return children;
    }

    private double[] Winner(int tournament)
    {
        var draws = new PointDraws(seed, PointDrawId.Parents);
        var (a, b) = (draws.Below(parents.Length, Round, tournament, 0), draws.Below(parents.Length, Round, tournament, 1));
        var (sa, sb) = (standing[a], standing[b]);
        return parents[sa.Front < sb.Front || (sa.Front == sb.Front && sa.Room >= sb.Room) ? a : b].Unit;
    }

    private void Select(Member[] all)
    {
        var kept = new List<(Member Member, int Front, double Room)>();
        var front = 0;
        foreach (var positions in Dominance.Fronts([.. all.Select(m => m.Value)]))
        {
            var room = Dominance.Crowding([.. positions.Select(i => all[i].Value)]);
            kept.AddRange(positions.Select((position, i) => (all[position], front, room[i])).OrderByDescending(m => m.Item3));
            if (kept.Count >= settings.Population) break;
            front++;
        }
        kept.RemoveRange(settings.Population, kept.Count - settings.Population);
        parents = [.. kept.Select(m => m.Member)];
        standing = [.. kept.Select(m => (m.Front, m.Room))];
    }
}
