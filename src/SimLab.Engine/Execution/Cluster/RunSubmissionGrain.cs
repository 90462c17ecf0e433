using SimLab.Engine.Execution.Recovery;

namespace SimLab.Engine.Execution.Cluster;

/// <summary>Accepts runs from clients; there is one such grain, on some silo.</summary>
public interface IRunSubmissionGrain : IGrainWithIntegerKey
{
    /// <summary>
    /// Enters the run in the catalogue, where a driver finds it. Submitting a name again has no effect.
    /// </summary>
    /// <exception cref="InvalidOperationException">The silos run another build than the client.</exception>
    /// <param name="run">Name of the run.</param>
    /// <param name="order">The order as JSON, see <see cref="RunOrder.ToJson"/>.</param>
    /// <param name="cancel">Cancels the call.</param>
    Task Submit(string run, string order, CancellationToken cancel = default);
}

/// <summary>Checks the build of submitted runs and enters them in the catalogue.</summary>
public sealed class RunSubmissionGrain(ClusterDatabase database) : Grain, IRunSubmissionGrain
{
    public Task Submit(string run, string order, CancellationToken cancel = default)
    {
        var told = RunOrder.FromJson(order);
        if (told.ModelBuild != ModelBuild.Hash)
            throw new InvalidOperationException(
                $"The silos run build {ModelBuild.Hash[..16]} of the model and the client {told.ModelBuild[..16]}: start silos of the "
                + $"same build.");
        return new RunCatalogue(database).Submit(run, told, cancel);
    }
}
