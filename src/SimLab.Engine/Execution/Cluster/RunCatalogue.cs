using System.Text.Json;
using Npgsql;
using SimLab.Engine.Execution.Recovery;

namespace SimLab.Engine.Execution.Cluster;

/// <summary>Thrown when another process has taken over the run: this one may no longer write.</summary>
[GenerateSerializer]
public sealed class FencedOffException(string run, int attempt)
    : Exception($"Run {run} was taken over by another silo; attempt {attempt} writes no more.")
{
    [Id(0)] public string Run { get; } = run;
    [Id(1)] public int Attempt { get; } = attempt;
}

/// <summary>A run in the catalogue.</summary>
/// <param name="Driver">Silo that drives the run, or drove it last.</param>
/// <param name="Held">Whether its driver has renewed the lease in time.</param>
public sealed record RunRow(
    string Run, string State, string ModelBuild, DateTime Submitted, int Attempt, string? Driver, bool Held, int MonthsDone,
        int MonthsInAll,
    string? Month, long GrainCalls, RecoveryReport Recovery, string? ResultHash, string? Failure, bool Collected)
{
    /// <summary>Whether the run is done, failed or cancelled.</summary>
    public bool IsOver => State is "done" or "failed" or "cancelled";
}

/// <summary>Lease on a run that this process drives.</summary>
/// <param name="Attempt">Raised by each claim of the run; writes under a lower attempt are refused.</param>
public sealed record RunLease(string Run, int Attempt, RunOrder Order, RecoveryReport Recovery);

/// <summary>Catalogue of the runs of a cluster: settings, driver, progress, result.</summary>
public sealed class RunCatalogue(ClusterDatabase database)
{
    /// <summary>Time without renewal after which any silo may claim the run.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);

    private const string Columns = """
        run, state, model_build, submitted, attempt, driver, coalesce(held_until >= now(), false),
        months_done, months_in_all, month, grain_calls, recovery, result_hash, failure, collected IS NOT NULL
        """;

    /// <summary>Enters a run; entering the same name again has no effect.</summary>
    public Task Submit(string run, RunOrder order, CancellationToken cancel = default) => database.Lasting(connection => Execute(connection,
        "INSERT INTO simlab_run (run, model_build, run_order) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
        run, order.ModelBuild, order.ToJson()), cancel);

    /// <summary>A run by name; null: unknown.</summary>
    public Task<RunRow?> Find(string run) =>
        database.Lasting(async connection =>
        (await Read(connection, $"SELECT {Columns} FROM simlab_run WHERE run = $1", run)).FirstOrDefault());

    /// <summary>All runs, in order of submission.</summary>
    public Task<List<RunRow>> All() =>
        database.Lasting(connection => Read(connection, $"SELECT {Columns} FROM simlab_run ORDER BY submitted"));

    /// <summary>The order of a run, as JSON; null: unknown.</summary>
    public Task<string?> OrderOf(string run) => database.Lasting(async connection =>
    {
        await using var command = Command(connection, "SELECT run_order FROM simlab_run WHERE run = $1", run);
        return (string?)await command.ExecuteScalarAsync();
    });

    /// <summary>
    /// Claims the oldest run of the build that is waiting or whose driver is gone; null: there is none.
    /// </summary>
    public Task<RunLease?> Claim(string silo, string build) => database.Lasting(async connection =>
    {
        await using var command = Command(connection, """
            UPDATE simlab_run SET state = 'running', attempt = attempt + 1, driver = $1, held_until = now() + $3
            WHERE run = (
                SELECT run FROM simlab_run WHERE model_build = $2 AND (state = 'waiting' OR state = 'running' AND held_until < now())
                ORDER BY submitted LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING run, attempt, run_order, recovery
            """, silo, build, Lease);
        await using var reader = await command.ExecuteReaderAsync();
        if (!await reader.ReadAsync()) return null;
        return new RunLease(
            reader.GetString(0), reader.GetInt32(1), RunOrder.FromJson(reader.GetString(2)), ReadRecovery(reader.GetString(3)));
    });

    /// <summary>Renews the lease and records the progress of the run.</summary>
    /// <returns>False: the run was cancelled.</returns>
    /// <exception cref="FencedOffException">Another process has taken over the run.</exception>
    public async Task<bool> Hold(RunLease claim, RunProgress? at, long grainCalls)
    {
        var state = await database.Lasting(async connection =>
        {
            await using var command = Command(connection, """
                UPDATE simlab_run SET held_until = now() + $3,
                    months_done = coalesce($4, months_done), months_in_all = coalesce($5, months_in_all), month = coalesce($6, month),
                    grain_calls = $7, recovery = $8
                WHERE run = $1 AND attempt = $2 RETURNING state
                """, claim.Run, claim.Attempt, Lease, at?.MonthsDone, at?.MonthsInAll, at?.Month.ToString(),
                grainCalls, JsonSerializer.Serialize(claim.Recovery));
            return (string?)await command.ExecuteScalarAsync();
        });
        return state is null ? throw new FencedOffException(claim.Run, claim.Attempt) : state != "cancelled";
    }

    /// <summary>Records the result hash of a completed run.</summary>
    public Task Finish(RunLease claim, string hash) => End(claim, "done", hash, null);

    /// <summary>Records why a run failed.</summary>
    public Task Fail(RunLease claim, string failure) => End(claim, "failed", null, failure);

    /// <summary>Ends the lease of a driver that stops, so that another can claim the run at once.</summary>
    public Task Release(RunLease claim) => database.Lasting(connection => Execute(connection,
        "UPDATE simlab_run SET held_until = now() - interval '1 second' WHERE run = $1 AND attempt = $2 AND state = 'running'",
            claim.Run, claim.Attempt));

    /// <summary>Makes a failed run wait for a driver again.</summary>
    public Task Retry(string run) => database.Lasting(connection => Execute(connection,
        "UPDATE simlab_run SET state = 'waiting', failure = NULL, ended = NULL WHERE run = $1 AND state = 'failed'", run));

    /// <summary>Cancels a run that is waiting or running.</summary>
    /// <returns>False: the run was over already, or is unknown.</returns>
    public Task<bool> Cancel(string run) => database.Lasting(async connection => await Execute(connection,
        "UPDATE simlab_run SET state = 'cancelled', ended = now() WHERE run = $1 AND state IN ('waiting', 'running')", run) == 1);

    /// <summary>Marks a run as collected by its client: deletes its journal and checkpoints, but not its row.</summary>
    public Task Collect(string run) => database.Lasting(async connection =>
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var sql in new[]
                 {
                     "DELETE FROM simlab_journal WHERE run = $1", "DELETE FROM simlab_part WHERE run = $1",
                         "DELETE FROM simlab_checkpoint WHERE run = $1",
                     "UPDATE simlab_run SET collected = now() WHERE run = $1",
                 })
        {
            var command = new NpgsqlBatchCommand(sql);
            command.Parameters.Add(new() { Value = run });
            batch.BatchCommands.Add(command);
        }
        return await batch.ExecuteNonQueryAsync();
    });

    /// <summary>
    /// Silos in the membership table: name, address, status in Orleans' terms, seconds since the last sign of life.
    /// </summary>
    public Task<List<(string Name, string Address, string Status, double SilentFor)>> Silos() => database.Lasting(async connection =>
    {
        await using var command = Command(connection, """
            SELECT SiloName, Address || ':' || Port, Status, extract(epoch FROM now() - IAmAliveTime)::double precision
            FROM OrleansMembershipTable
            WHERE Status <> $1 OR IAmAliveTime > now() - interval '1 hour' ORDER BY StartTime
            """, (int)Orleans.Runtime.SiloStatus.Dead);
        await using var reader = await command.ExecuteReaderAsync();
        var silos = new List<(string, string, string, double)>();
        while (await reader.ReadAsync())
            silos.Add((reader.GetString(0), reader.GetString(1), $"{(Orleans.Runtime.SiloStatus)reader.GetInt32(2)}", reader.GetDouble(3)));
        return silos;
    });

    private async Task End(RunLease claim, string state, string? hash, string? failure)
    {
        var ended = await database.Lasting(connection => Execute(connection, """
            UPDATE simlab_run SET state = CASE WHEN state = 'cancelled' THEN state ELSE $3 END,
                result_hash = $4, failure = $5, recovery = $6, ended = now()
            WHERE run = $1 AND attempt = $2
            """, claim.Run, claim.Attempt, state, hash, failure, JsonSerializer.Serialize(claim.Recovery)));
        if (ended == 0) throw new FencedOffException(claim.Run, claim.Attempt);
    }

    private static async Task<List<RunRow>> Read(NpgsqlConnection connection, string sql, params object?[] values)
    {
        await using var command = Command(connection, sql, values);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<RunRow>();
        while (await reader.ReadAsync())
            rows.Add(new(
                reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetDateTime(3), reader.GetInt32(4), Text(5),
                    reader.GetBoolean(6),
                reader.GetInt32(7), reader.GetInt32(8), Text(9), reader.GetInt64(10), ReadRecovery(reader.GetString(11)), Text(12),
                    Text(13), reader.GetBoolean(14)));
        return rows;

        string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
    }

    private static RecoveryReport ReadRecovery(string json) => JsonSerializer.Deserialize<RecoveryReport>(json) ?? new();

    internal static async Task<int> Execute(NpgsqlConnection connection, string sql, params object?[] values)
    {
        await using var command = Command(connection, sql, values);
        return await command.ExecuteNonQueryAsync();
    }

    internal static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params object?[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(Parameter(value));
        return command;
    }

    // A null has no type; only integers and texts may be null here, and PostgreSQL infers their types.
    private static NpgsqlParameter Parameter(object? value) => new() { Value = value ?? DBNull.Value };
}
