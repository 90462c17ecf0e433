using Polly;
using Polly.Retry;
using SimLab.Engine.Execution;
using SimLab.Engine.Execution.Cluster;
using SimLab.Engine.Execution.Recovery;
using SimLab.Model;

namespace SimLab.App.Runs;

/// <summary>
/// A run on a cluster: submitted, followed to its end, collected. Clients may disconnect and follow it again.
/// </summary>
/// <param name="database">Database of the cluster.</param>
/// <param name="name">Name of the run on the cluster.</param>
/// <param name="say">Receives messages when the run is submitted, or cannot be.</param>
internal sealed class ClusterRun(ClusterDatabase database, string name, Action<Sentence> say)
{
    /// <summary>
    /// Limits on submissions to silos that leave before they take the run, and to a cluster where no silo answers.
    /// </summary>
    private const int MostTries = 5, MostSilences = 2;

    /// <summary>Seconds without a sign of life.</summary>
    private const double LongestSilence = 60;

    private readonly RunCatalogue _catalogue = new(database);

    /// <summary>Called when no silo drives the run, and when one does again.</summary>
    public Action<Sentence> OnProgress { get; init; } = _ => { };

    /// <summary>Whether the cluster has the run.</summary>
    public bool IsHandedIn { get; private set; }

    /// <summary>The recovery of the run, once it is over.</summary>
    public RecoveryReport Recovery { get; private set; } = new();

    /// <summary>Submits the run unless the cluster has it already, and follows it from its first month.</summary>
    /// <param name="order">The settings of the run.</param>
    /// <param name="follow">Runs the simulation with the cluster's output.</param>
    /// <exception cref="ClusterException">No silo answers.</exception>
    public async Task<RunResult> Follow(RunOrder order, Func<IExecutor, Task<RunResult>> follow, CancellationToken cancel)
    {
        // A run that exists already is only followed, and retried if it failed.
        if (await _catalogue.Find(name) is null) await Submit(order, cancel);
        else await _catalogue.Retry(name);
        IsHandedIn = true;
        await using var executor = new FollowingExecutor(database, name) { OnProgress = OnProgress };
        var result = await follow(executor);
        Recovery = await executor.Conclude(result.Hash, cancel);
        return result with { Performance = result.Performance with { GrainCalls = executor.GrainCalls } };
    }

    /// <summary>
    /// Lets the cluster delete the run's output. Until the run folder is complete, the cluster has the only copy.
    /// </summary>
    public Task Collect() => _catalogue.Collect(name);

    /// <summary>Stops the run permanently; a finished run is unchanged.</summary>
    public Task Cancel() => _catalogue.Cancel(name);

    // The silo that takes it may leave at any moment; a run submitted twice under one name exists once.
    private async Task Submit(RunOrder order, CancellationToken cancel)
    {
        var silences = 0;
        var tries = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = async attempt =>
                attempt.Outcome.Exception is TimeoutException or Orleans.Runtime.OrleansException or ClusterException
                && !(attempt.Outcome.Exception is ClusterException && ++silences == MostSilences) && await AnyIsThere(),
            MaxRetryAttempts = MostTries - 1,
            BackoffType = DelayBackoffType.Linear,
            Delay = TimeSpan.FromSeconds(1),
            OnRetry = _ =>
            {
                say($"The silo that was to take the run has gone; handing it in again.");
                return ValueTask.CompletedTask;
            },
        }).Build();
        await tries.ExecuteAsync(async token => await ClusterSilo.Ask(
            database, ClusterAddress.Tls(), grains => grains.GetGrain<IRunSubmissionGrain>(0).Submit(name, order.ToJson(), token),
            token), cancel);
        say($"The cluster has taken the run under the name {name}.");
    }

    // If the membership table has no silo with a recent sign of life, none will answer.
    private async Task<bool> AnyIsThere() =>
        (await _catalogue.Silos()).Any(silo => silo.Status == "Active" && silo.SilentFor < LongestSilence);
}
