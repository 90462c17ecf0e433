namespace SimLab.Engine.Experiments.Methods;

/// <summary>
/// A search for the best point, one batch at a time, so that a whole batch can run as arms of one simulation. Deterministic: the
/// same settings, seed and told values ask the same points, so a search is resumed by telling a fresh one what was told before.
/// </summary>
public interface ISearch
{
    /// <summary>Batches told so far.</summary>
    int Round { get; }

    /// <summary>The points to evaluate next, as values of the factors. Asking again before telling gives the same points.</summary>
    double[][] Ask();

    /// <param name="values">One for each point asked, in that order.</param>
    /// <exception cref="MethodException">The values do not match what was asked, or none of them is a number.</exception>
    void Tell(IReadOnlyList<Evaluation> values);
}

public static class SearchReplay
{
    /// <summary>Brings a fresh search to where it was.</summary>
    public static T Replay<T>(this T search, IEnumerable<IReadOnlyList<Evaluation>> told) where T : ISearch
    {
        foreach (var batch in told)
        {
            search.Ask();
            search.Tell(batch);
        }
        return search;
    }
}
