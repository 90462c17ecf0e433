namespace SimLab.Engine.Experiments.Methods;

/// <summary>
/// A search for the best point, one batch at a time, so that a whole batch can run as arms of one simulation.
/// Deterministic: the same settings, seed and values give the same points, so replaying the values resumes a search.
/// </summary>
public interface ISearch
{
    /// <summary>Batches completed so far.</summary>
    int Round { get; }

    /// <summary>
    /// The points to evaluate next, as values of the factors. Asking again before <see cref="Tell"/> gives the same
    /// points.
    /// </summary>
    double[][] Ask();

    /// <summary>Takes the evaluations of the requested points.</summary>
    /// <param name="values">Evaluations of the requested points, in that order.</param>
    /// <exception cref="MethodException">
    /// The values do not match the requested points, or none of them is a number.
    /// </exception>
    void Tell(IReadOnlyList<Evaluation> values);
}

/// <summary>Resumes searches.</summary>
public static class SearchReplay
{
    /// <summary>Brings a new search to the state after the given values.</summary>
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
