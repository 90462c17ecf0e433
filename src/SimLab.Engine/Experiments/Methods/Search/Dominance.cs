namespace SimLab.Engine.Experiments.Methods;

/// <summary>
/// Dominance with several goals and constraints: Deb's constrained domination (Deb, Pratap, Agarwal and Meyarivan
/// 2002). A feasible point dominates an infeasible one; of two infeasible ones, the one with the smaller violation; of
/// two feasible ones, the one that is no worse in every goal and better in one. A point without a number loses to all
/// that have one.
/// </summary>
public static class Dominance
{
    /// <summary>Whether <paramref name="a"/> dominates <paramref name="b"/>.</summary>
    public static bool Beats(this Evaluation a, Evaluation b)
    {
        if (a.IsMissing || b.IsMissing) return !a.IsMissing && b.IsMissing;
        if (a.Violation > 0 || b.Violation > 0) return a.Violation < b.Violation;
        var better = false;
        for (var g = 0; g < a.Goals.Length; g++)
        {
            if (a.Goals[g] > b.Goals[g]) return false;
            better |= a.Goals[g] < b.Goals[g];
        }
        return better;
    }

    /// <summary>
    /// Fronts of positions, the best first: members of a front do not dominate each other; an earlier front dominates
    /// each later one's members.
    /// </summary>
    public static List<List<int>> Fronts(IReadOnlyList<Evaluation> values)
    {
        var beatenBy = new int[values.Count];
        var beats = Enumerable.Range(0, values.Count).Select(_ => new List<int>()).ToArray();
        for (var i = 0; i < values.Count; i++)
            for (var j = 0; j < values.Count; j++)
                if (values[i].Beats(values[j]))
                {
                    beats[i].Add(j);
                    beatenBy[j]++;
                }
        var fronts = new List<List<int>>();
        for (var front = Enumerable.Range(0, values.Count).Where(i => beatenBy[i] == 0).ToList(); front.Count > 0;)
        {
            fronts.Add(front);
            front = [.. front.SelectMany(i => beats[i]).Where(j => --beatenBy[j] == 0).Order()];
        }
        return fronts;
    }

    /// <summary>
    /// Crowding distance of each member of a front, goal by goal between its neighbours; infinite at the ends (Deb et
    /// al. 2002).
    /// </summary>
    public static double[] Crowding(IReadOnlyList<Evaluation> front)
    {
        var room = new double[front.Count];
        if (front.Any(v => v.IsMissing)) return room;
        for (var g = 0; g < front[0].Goals.Length; g++)
        {
            int[] order = [.. Enumerable.Range(0, front.Count).OrderBy(i => front[i].Goals[g])];
            var spread = front[order[^1]].Goals[g] - front[order[0]].Goals[g];
            room[order[0]] = room[order[^1]] = double.PositiveInfinity;
            if (spread <= 0) continue;
            for (var i = 1; i < order.Length - 1; i++)
                room[order[i]] += (front[order[i + 1]].Goals[g] - front[order[i - 1]].Goals[g]) / spread;
        }
        return room;
    }
}
