using SimLab.Engine.Execution.Recovery;

namespace SimLab.Engine.Execution.Cluster;

/// <summary>Where clients from outside hand in runs; there is one, on some silo.</summary>
public interface IRunSubmissionGrain : IGrainWithIntegerKey
{
    /// <summary>Takes the run into the catalogue, where a driver finds it. Handed in twice under one name, it is there once.</summary>
    /// <exception cref="InvalidOperationException">The silos run another build than the client.</exception>
    Task Submit(string run, string order, CancellationToken cancel = default);
}

public sealed class RunSubmissionGrain(ClusterDatabase database) : Grain, IRunSubmissionGrain
{
    public Task Submit(string run, string order, CancellationToken cancel = default)
    {
        var told = RunOrder.FromJson(order);
        if (told.ModelBuild != ModelBuild.Hash)
            throw new InvalidOperationException($"The silos run build {ModelBuild.Hash[..16]} of the model and the client {told.ModelBuild[..16]}: start silos of the same build.");
        return new RunCatalogue(database).Submit(run, told, cancel);
    }
}
