using Polly;
using Polly.Retry;
using SimLab.Engine.Execution;
using SimLab.Engine.Execution.Cluster;
using SimLab.Engine.Execution.Recovery;

namespace SimLab.App.Runs;

/// <summary>A run that a cluster lives: handed in, followed to its end, collected. Whoever follows it may go and come back.</summary>
/// <param name="database">Of the cluster.</param>
/// <param name="name">The run's on the cluster.</param>
/// <param name="say">Told when it is handed in, or cannot be.</param>
internal sealed class ClusterRun(ClusterDatabase database, string name, Action<string> say)
{
    /// <summary>So often a run is handed in to silos that go before they have taken it, and to a cluster of which none answers at all.</summary>
    private const int MostTries = 5, MostSilences = 2;

    /// <summary>Seconds.</summary>
    private const double LongestSilence = 60;

    private readonly RunCatalogue _catalogue = new(database);

    /// <summary>Told when nobody drives the run for the time being, and when somebody does again.</summary>
    public Action<string> OnProgress { get; init; } = _ => { };

    /// <summary>The cluster has it.</summary>
    public bool IsHandedIn { get; private set; }

    /// <summary>What it went through, once it is over.</summary>
    public RecoveryReport Recovery { get; private set; } = new();

    /// <summary>Hands the run in unless the cluster has it already, and follows it from its first month.</summary>
    /// <param name="order">What it is told.</param>
    /// <param name="follow">Runs the simulation with what the cluster tells.</param>
    /// <exception cref="ClusterException">No silo answers.</exception>
    public async Task<RunResult> Follow(RunOrder order, Func<IExecutor, Task<RunResult>> follow, CancellationToken cancel)
    {
        // It may be there already; then it is only followed, and given another chance if it failed.
        if (await _catalogue.Find(name) is null) await Submit(order, cancel);
        else await _catalogue.Retry(name);
        IsHandedIn = true;
        await using var executor = new FollowingExecutor(database, name) { OnProgress = OnProgress };
        var result = await follow(executor);
        Recovery = await executor.Conclude(result.Hash, cancel);
        return result with { Performance = result.Performance with { GrainCalls = executor.GrainCalls } };
    }

    /// <summary>Lets the cluster forget what the run told. Until the run folder stands, the cluster has the only copy.</summary>
    public Task Collect() => _catalogue.Collect(name);

    /// <summary>Stops it for good; one that is over stays as it is.</summary>
    public Task Cancel() => _catalogue.Cancel(name);

    // The silo that takes it may go at any moment; handed in twice under one name, a run is there once.
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
                say("The silo that was to take the run has gone; handing it in again.");
                return ValueTask.CompletedTask;
            },
        }).Build();
        await tries.ExecuteAsync(async token => await ClusterSilo.Ask(
            database, ClusterAddress.Tls(), grains => grains.GetGrain<IRunSubmissionGrain>(0).Submit(name, order.ToJson(), token),
            token), cancel);
        say($"The cluster has taken the run under the name {name}.");
    }

    // Where the table of members has none, or none that has said of late that it lives, none will answer.
    private async Task<bool> AnyIsThere() => (await _catalogue.Silos()).Any(silo => silo.Status == "Active" && silo.SilentFor < LongestSilence);
}
