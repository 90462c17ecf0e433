using SimLab.Engine.Execution.Recovery;
using SimLab.Model;
using SimLab.Model.Enterprises;

namespace SimLab.Engine.Execution.Cluster;

/// <summary>
/// Journal of a run on a cluster, a row for each (run, batch, month, item), so that nothing is recorded twice. Writes
/// are fenced: only the attempt in the catalogue may write.
/// </summary>
/// <param name="database">Database of the cluster.</param>
/// <param name="run">Name of the run.</param>
/// <param name="attempt">Attempt that writes; null: this process only reads.</param>
public sealed class DatabaseJournal(ClusterDatabase database, string run, int? attempt = null) : IJournal
{
    // In place of a month, for records of the whole batch.
    private static readonly Month EndOfBatch = new(0);

    public async Task<MonthOutput?> Month(RunMaterials materials, WorldBatch batch, Month month) =>
        await Read(batch, month, "month") is { } packed ? Packing.Unpack<JournaledMonth>(packed).Output(materials) : null;

    public async Task Record(RunMaterials materials, WorldBatch batch, MonthOutput output)
    {
        var packed = Packing.Pack(JournaledMonth.Of(materials, output), out var digest);
        await Write(batch, output.Macro.Month, "month", packed, digest);
    }

    public async Task<Enterprise[]?> Panel(WorldBatch batch, Month month, int world) =>
        await Read(batch, month, $"panel {world}") is { } packed ? Packing.Unpack<Block<Enterprise>>(packed).All : null;

    public Task RecordPanel(WorldBatch batch, Month month, int world, Enterprise[] states)
    {
        var packed = Packing.Pack(new Block<Enterprise>(states), out var digest);
        return Write(batch, month, $"panel {world}", packed, digest);
    }

    public async Task<Fingerprint[]?> Prints(WorldBatch batch) =>
        await Read(batch, EndOfBatch, "prints") is { } packed ? Packing.Unpack<Block<Fingerprint>>(packed).All : null;

    public Task RecordPrints(WorldBatch batch, Fingerprint[] prints)
    {
        var packed = Packing.Pack(new Block<Fingerprint>(prints), out var digest);
        return Write(batch, EndOfBatch, "prints", packed, digest);
    }

    private Task<byte[]?> Read(WorldBatch batch, Month month, string what) => database.Lasting(async connection =>
    {
        await using var command = RunCatalogue.Command(connection,
            "SELECT body FROM simlab_journal WHERE run = $1 AND batch = $2 AND month = $3 AND what = $4", run, batch.Number,
                month.Number, what);
        return (byte[]?)await command.ExecuteScalarAsync();
    });

    private async Task Write(WorldBatch batch, Month month, string what, byte[] body, byte[] digest)
    {
        if (attempt is not { } mine) throw new InvalidOperationException("Bug in SimLab: a process that only reads a run was to write it.");
        var (held, before) = await database.Lasting(async connection =>
        {
            // One statement: the lease cannot pass to another driver between check and write.
            await using var command = RunCatalogue.Command(connection, """
                WITH held AS (SELECT 1 FROM simlab_run WHERE run = $1 AND attempt = $2 FOR SHARE),
                kept AS (
                    INSERT INTO simlab_journal (run, batch, month, what, attempt, digest, body) SELECT $1, $3, $4, $5, $2, $6, $7 FROM held
                    ON CONFLICT DO NOTHING)
                SELECT (SELECT count(*) FROM held),
                    (SELECT digest FROM simlab_journal WHERE run = $1 AND batch = $3 AND month = $4 AND what = $5)
                """, run, mine, batch.Number, month.Number, what, digest, body);
            await using var reader = await command.ExecuteReaderAsync();
            await reader.ReadAsync();
            return (reader.GetInt64(0) == 1, reader.IsDBNull(1) ? null : (byte[])reader[1]);
        });
        if (!held) throw new FencedOffException(run, mine);
        if (before is not null && !before.AsSpan().SequenceEqual(digest)) throw new ReplayDivergedException(month);
    }
}
