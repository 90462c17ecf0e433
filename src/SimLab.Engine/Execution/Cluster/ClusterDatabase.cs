using System.Net.Sockets;
using System.Reflection;
using Npgsql;
using Polly;
using Polly.Retry;
using SimLab.Model;

namespace SimLab.Engine.Execution.Cluster;

/// <summary>Thrown when a cluster cannot be used as requested; the message is for the user.</summary>
public sealed class ClusterException(Sentence message, Exception? cause = null) : SentenceException(message, cause);

/// <summary>
/// The PostgreSQL database of a cluster. <see cref="Lasting{T}"/> retries while the server is away or restarts, with
/// growing pauses and a time limit; so everything passed to it must be idempotent.
/// </summary>
public sealed class ClusterDatabase : IAsyncDisposable
{
    private const int MostConnections = 20;
    private static readonly TimeSpan LongestOutage = TimeSpan.FromMinutes(5), LongestPause = TimeSpan.FromSeconds(5);

    private static readonly ResiliencePropertyKey<DateTime> OutageBegan = new(nameof(OutageBegan));

    private readonly NpgsqlDataSource _source;
    private readonly ResiliencePipeline _retries;

    private ClusterDatabase(string connection, NpgsqlDataSource source)
    {
        (Connection, _source) = (connection, source);
        _retries = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = attempt => ValueTask.FromResult(
                attempt.Outcome.Exception is { } e && IsOutage(e) && OutageOf(attempt.Context) <= LongestOutage),
            MaxRetryAttempts = int.MaxValue,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromMilliseconds(100),
            MaxDelay = LongestPause,
            OnRetry = attempt =>
            {
                NoteOutage(attempt.Context, attempt.Outcome.Exception!);
                return ValueTask.CompletedTask;
            },
        }).Build();
    }

    /// <summary>Connection string, credentials included.</summary>
    public string Connection { get; }

    /// <summary>Data source, shared with Orleans' clustering.</summary>
    public NpgsqlDataSource Source => _source;

    /// <summary>
    /// Script that creates Orleans' membership tables; named after the package version it was written for.
    /// </summary>
    internal const string OrleansScript = "Orleans-10.4.2.sql";

    /// <summary>Keys that Orleans' clustering looks up in OrleansQuery.</summary>
    internal static readonly string[] MembershipQueries =
    [
        "GatewaysQueryKey", "MembershipReadRowKey", "MembershipReadAllKey", "InsertMembershipVersionKey", "UpdateIAmAlivetimeKey",
        "InsertMembershipKey", "UpdateMembershipKey", "DeleteMembershipTableEntriesKey", "CleanupDefunctSiloEntriesKey",
    ];

    /// <summary>Called once for each outage, and at its end.</summary>
    public Action<Sentence> OnOutage { get; set; } = _ => { };

    /// <summary>Database at a connection string; connects on first use.</summary>
    /// <param name="connection">Npgsql connection string, TLS and credentials included.</param>
    /// <exception cref="ClusterException">The text is not a connection string, or names no host.</exception>
    public static ClusterDatabase At(string connection)
    {
        NpgsqlConnectionStringBuilder parts;
        try
        {
            parts = new(connection);
        }
        catch (ArgumentException e)
        {
            // The text is not repeated: it may hold a password.
            throw new ClusterException(
                $"The cluster's connection is not one PostgreSQL understands: {e.Message.TrimEnd('.')}. {Example}", e);
        }
        if (string.IsNullOrWhiteSpace(parts.Host)) throw new ClusterException($"The cluster's connection names no host. {Example}");
        if (!parts.ContainsKey("Maximum Pool Size")) parts.MaxPoolSize = MostConnections;
        if (!parts.ContainsKey("Timeout")) parts.Timeout = 5;
        if (!parts.ContainsKey("Keepalive")) parts.KeepAlive = 10;
        return new(parts.ConnectionString, NpgsqlDataSource.Create(parts));
    }

    private static Sentence Example =>
        $"Write it as \"Host=127.0.0.1;Port=5432;Database=simlab;Username=simlab;Password=…\"; SSL Mode=VerifyFull;Root Certificate=FILE "
        + $"asks for TLS.";

    /// <summary>Creates the tables that do not exist yet; may be repeated at any time.</summary>
    /// <exception cref="ClusterException">Orleans' tables exist in another version.</exception>
    public Task Init() => Once(async connection =>
    {
        // Silos that set up at the same time take turns.
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var turn = new NpgsqlCommand("SELECT pg_advisory_xact_lock(7502023)", connection)) await turn.ExecuteNonQueryAsync();
        if (!await IsThere(connection, "orleansquery")) await Run(connection, OrleansScript);
        await RequireMembershipQueries(connection);
        await Run(connection, "SimLab.sql");
        await transaction.CommitAsync();
        return true;
    });

    /// <summary>Checks that the database has been set up.</summary>
    /// <exception cref="ClusterException">The server cannot be reached, or has not been set up.</exception>
    public Task RequireSetUp() => Once(async connection =>
    {
        if (!await IsThere(connection, "simlab_journal") || !await IsThere(connection, "orleansquery"))
            throw new ClusterException(
                $"The cluster's database has not been set up. Run `simlab cluster init` once, with the same connection.");
        await RequireMembershipQueries(connection);
        return true;
    });

    /// <summary>Runs an operation without retries, for a user who waits.</summary>
    /// <exception cref="ClusterException">The server is away, or rejects the request.</exception>
    public async Task<T> Once<T>(Func<NpgsqlConnection, Task<T>> what)
    {
        try
        {
            await using var connection = await _source.OpenConnectionAsync();
            return await what(connection);
        }
        catch (Exception e) when (IsOutage(e) || e is PostgresException)
        {
            throw new ClusterException($"The cluster database rejected the request: {e.GetBaseException().Message.TrimEnd('.')}.", e);
        }
    }

    /// <summary>Runs an idempotent operation, and repeats it while the server is away.</summary>
    /// <exception cref="ClusterException">The server was away for more than 5 minutes.</exception>
    public async Task<T> Lasting<T>(Func<NpgsqlConnection, Task<T>> what, CancellationToken cancel = default)
    {
        var context = ResilienceContextPool.Shared.Get(cancel);
        try
        {
            var done = await _retries.ExecuteAsync(async attempt =>
            {
                await using var connection = await _source.OpenConnectionAsync(attempt.CancellationToken);
                return await what(connection);
            }, context);
            if (OutageOf(context) is var outage && outage > TimeSpan.Zero) OnOutage(
                $"The database is back after {outage.TotalSeconds:0.0} s.");
            return done;
        }
        catch (Exception e) when (IsOutage(e) && !cancel.IsCancellationRequested)
        {
            throw new ClusterException(
                $"The database has been away for {LongestOutage.TotalMinutes:0} minutes: {e.GetBaseException().Message.TrimEnd('.')}.", e);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    // 57P0x: shutting down, starting up, crashed; 40xxx: retry requested; 53300: too many connections.
    internal static bool IsOutage(Exception e) => e switch
    {
        PostgresException p =>
            p.SqlState.StartsWith("57P", StringComparison.Ordinal) || p.SqlState.StartsWith("40", StringComparison.Ordinal)
            || p.SqlState == "53300",
        NpgsqlException or SocketException or IOException or TimeoutException => true,
        _ => false,
    };

    private static TimeSpan OutageOf(ResilienceContext context) =>
        context.Properties.TryGetValue(OutageBegan, out var began) ? DateTime.UtcNow - began : TimeSpan.Zero;

    private void NoteOutage(ResilienceContext context, Exception e)
    {
        if (context.Properties.TryGetValue(OutageBegan, out _)) return;
        context.Properties.Set(OutageBegan, DateTime.UtcNow);
        var reason = e.GetBaseException().Message.TrimEnd('.');
        OnOutage($"The database is away ({reason}); trying again for {LongestOutage.TotalMinutes:0} minutes.");
    }

    private static async Task<bool> IsThere(NpgsqlConnection connection, string table)
    {
        await using var command = RunCatalogue.Command(connection, "SELECT to_regclass($1) IS NOT NULL", table);
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    // Orleans would only report a missing key, and only after a silo has started.
    private static async Task RequireMembershipQueries(NpgsqlConnection connection)
    {
        await using var command = RunCatalogue.Command(connection,
            "SELECT string_agg(key, ', ') FROM unnest($1) AS key WHERE key NOT IN (SELECT QueryKey FROM OrleansQuery)",
            (object)MembershipQueries);
        if (await command.ExecuteScalarAsync() is string missing)
            throw new ClusterException(
                $"The database has membership tables of another Orleans: OrleansQuery lacks {missing}. "
                + $"Apply Orleans' migration scripts, or give the cluster a database of its own.");
    }

    private static async Task Run(NpgsqlConnection connection, string script)
    {
        await using var command = new NpgsqlCommand(Script(script), connection);
        await command.ExecuteNonQueryAsync();
    }

    internal static string Script(string name)
    {
        using var text = new StreamReader(
            Assembly.GetExecutingAssembly().GetManifestResourceStream($"SimLab.Engine.Execution.Cluster.{name}")!);
        return text.ReadToEnd();
    }
}
