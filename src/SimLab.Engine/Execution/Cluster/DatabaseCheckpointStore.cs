using Npgsql;
using SimLab.Engine.Execution.Grains;
using SimLab.Engine.Execution.Recovery;
using SimLab.Model.Economy;

namespace SimLab.Engine.Execution.Cluster;

/// <summary>
/// Stores parts of checkpoints in the cluster's database; the silo of each grain writes and reads them.
/// </summary>
public sealed class DatabaseCheckpointStore(ClusterDatabase database) : ICheckpointStore
{
    public async Task Put(CheckpointId at, string part, byte[] body, byte[] digest, CancellationToken cancel = default)
    {
        var held = await Reached(() => database.Lasting(async connection =>
        {
            await using var command = RunCatalogue.Command(connection, """
                WITH held AS (SELECT 1 FROM simlab_run WHERE run = $1 AND attempt = $2 FOR SHARE),
                kept AS (
                    INSERT INTO simlab_part (run, activation, batch, month, part, digest, body) SELECT $1, $3, $4, $5, $6, $7, $8 FROM held
                    ON CONFLICT (run, activation, batch, month, part) DO UPDATE SET digest = excluded.digest, body = excluded.body)
                SELECT count(*) FROM held
                """, at.Run, at.Attempt, at.Activation, at.Batch, at.Month.Number, part, digest, body);
            return (long)(await command.ExecuteScalarAsync(cancel))! == 1;
        }, cancel));
        if (!held) throw new FencedOffException(at.Run, at.Attempt);
    }

    public async Task<byte[]> Get(CheckpointId at, string part)
    {
        var body = await Reached(() => database.Lasting(async connection =>
        {
            await using var command = RunCatalogue.Command(connection,
                "SELECT body FROM simlab_part WHERE run = $1 AND activation = $2 AND batch = $3 AND month = $4 AND part = $5", at.Run,
                    at.Activation, at.Batch, at.Month.Number, part);
            return (byte[]?)await command.ExecuteScalarAsync();
        }));
        return body ?? throw new RestartRequiredException($"The checkpoint of {at.Month} lacks {part}.");
    }

    // Npgsql's exceptions cannot be deserialised in another process.
    private static async Task<T> Reached<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception e) when (e is ClusterException or NpgsqlException)
        {
            throw new RestartRequiredException($"A checkpoint could not be reached: {e.GetBaseException().Message}");
        }
    }
}

/// <summary>
/// Checkpoints of a run on a cluster: the grains write the parts, then the driver enters the checkpoint in the
/// catalogue.
/// </summary>
public sealed class DatabaseCheckpoints(ClusterDatabase database, GrainExecutor grains, RunLease claim) : ICheckpoints
{
    public async Task<Model.Month> Begin(
        RunMaterials materials, WorldBatch batch, bool watch, Model.Month notLater, CancellationToken cancel = default)
    {
        await grains.Leave();
        if (await Newest(batch, notLater) is { } at)
        {
            await grains.Begin(materials, batch, watch, at, cancel);
            return at.Month;
        }
        await grains.Begin(materials, batch, watch, cancel: cancel);
        return materials.Plan.Start - 1;
    }

    public async Task Save(WorldBatch batch, MonthOutput output, Macroeconomy economy, CancellationToken cancel = default)
    {
        var at = new CheckpointId(claim.Run, claim.Attempt, grains.Activation, batch.Number, output.Macro.Month);
        var parts = await grains.Store(at, cancel);
        await Write("""
            WITH held AS (SELECT 1 FROM simlab_run WHERE run = $1 AND attempt = $2 FOR SHARE),
            kept AS (
                INSERT INTO simlab_checkpoint (run, batch, month, activation, parts) SELECT $1, $3, $4, $5, $6 FROM held
                ON CONFLICT (run, batch, month) DO UPDATE SET activation = excluded.activation, parts = excluded.parts, stored = now())
            SELECT count(*) FROM held
            """, claim.Run, claim.Attempt, at.Batch, at.Month.Number, at.Activation, parts);
        await Prune(2, batch.Number);
    }

    public Task Done(WorldBatch batch) => Prune(0, batch.Number);

    private Task<CheckpointId?> Newest(WorldBatch batch, Model.Month notLater) => database.Lasting(async connection =>
    {
        // A checkpoint with missing parts does not count.
        await using var command = RunCatalogue.Command(connection, """
            SELECT activation, month FROM simlab_checkpoint c WHERE run = $1 AND batch = $2 AND month <= $3 AND parts = (
                SELECT count(*) FROM simlab_part p
                WHERE p.run = c.run AND p.activation = c.activation AND p.batch = c.batch AND p.month = c.month)
            ORDER BY month DESC LIMIT 1
            """, claim.Run, batch.Number, notLater.Number);
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync()
            ? new CheckpointId(claim.Run, claim.Attempt, reader.GetString(0), batch.Number, new(reader.GetInt32(1))) : null;
    });

    /// <summary>
    /// Retains the newest checkpoints of the batch and deletes all other checkpoints and parts of the run.
    /// </summary>
    private Task Prune(int keep, int batch) => Write("""
        WITH held AS (SELECT 1 FROM simlab_run WHERE run = $1 AND attempt = $2 FOR SHARE),
        kept AS (SELECT month, activation FROM simlab_checkpoint WHERE run = $1 AND batch = $3 ORDER BY month DESC LIMIT $4),
        gone AS (
            DELETE FROM simlab_checkpoint c USING held WHERE c.run = $1 AND NOT (c.batch = $3 AND c.month IN (SELECT month FROM kept))),
        parts AS (
            DELETE FROM simlab_part p USING held
            WHERE p.run = $1 AND NOT (
                p.batch = $3 AND EXISTS (SELECT 1 FROM kept WHERE kept.month = p.month AND kept.activation = p.activation)))
        SELECT count(*) FROM held
        """, claim.Run, claim.Attempt, batch, keep);

    private async Task Write(string sql, params object[] values)
    {
        var held = await database.Lasting(async connection =>
        {
            await using var command = RunCatalogue.Command(connection, sql, values);
            return (long)(await command.ExecuteScalarAsync())! == 1;
        });
        if (!held) throw new FencedOffException(claim.Run, claim.Attempt);
    }
}
