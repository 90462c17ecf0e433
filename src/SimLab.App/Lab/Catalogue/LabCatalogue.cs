using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using SimLab.App.Lab.Scenarios;
using SimLab.Engine.Reporting;

namespace SimLab.App.Lab.Catalogue;

/// <summary>All full runs and studies of the lab, in one database; what is in it survives a restart, and a kill.</summary>
internal sealed class LabCatalogue : IDisposable
{
    private const string Columns = "id, owner, name, name_zh, yaml, address, build, state, months_done, months, created, ended, problem, hash, kind, seconds_left";

    private readonly CatalogueStore _store;
    private readonly Lock _turn = new();

    public LabCatalogue(LabSettings settings)
    {
        _store = settings.Cluster is { } cluster ? CatalogueStore.In(cluster) : CatalogueStore.In(settings.Data);
        Do("""
            CREATE TABLE IF NOT EXISTS runs (
                id TEXT PRIMARY KEY, owner TEXT NOT NULL, name TEXT NOT NULL, name_zh TEXT, yaml TEXT NOT NULL, address TEXT NOT NULL, build TEXT NOT NULL,
                state TEXT NOT NULL, months_done INTEGER NOT NULL, months INTEGER NOT NULL, created TEXT NOT NULL, begun TEXT, ended TEXT, problem TEXT, hash TEXT, view TEXT);
            CREATE INDEX IF NOT EXISTS runs_by_address ON runs (address);
            """);
        AddColumn("kind", $"TEXT NOT NULL DEFAULT '{RunEntry.FullRun}'");
        AddColumn("seconds_left", "DOUBLE PRECISION");
        // What was running when the last lab ended is run again: the result is the same.
        Do("UPDATE runs SET state = 'Queued', months_done = 0, seconds_left = NULL WHERE state = 'Running'");
    }

    public void Add(RunEntry run) => Do(
        $"INSERT INTO runs ({Columns}) VALUES (@id, @owner, @name, @nameZh, @yaml, @address, @build, @state, @done, @months, @created, NULL, NULL, NULL, @kind, NULL)",
        ("@id", run.Id), ("@owner", run.Owner), ("@name", run.Name), ("@nameZh", run.NameZh), ("@yaml", run.Yaml), ("@address", run.Address), ("@build", run.Build),
        ("@state", run.State.ToString()), ("@done", run.MonthsDone), ("@months", run.Months), ("@created", Time(run.Created)), ("@kind", run.Kind));

    public RunEntry? Find(string id) => Read("WHERE id = @id", ("@id", id)).FirstOrDefault();

    /// <summary>Full runs, the newest first.</summary>
    public ImmutableArray<RunEntry> Latest(int most) => Read($"WHERE kind = '{RunEntry.FullRun}' ORDER BY created DESC LIMIT @most", ("@most", most));

    /// <summary>Studies, the newest first.</summary>
    public ImmutableArray<RunEntry> LatestExperiments(int most) => Read($"WHERE kind <> '{RunEntry.FullRun}' ORDER BY created DESC LIMIT @most", ("@most", most));

    /// <summary>A finished run with this result.</summary>
    public RunEntry? Finished(string address) => Read("WHERE address = @address AND state = 'Done' ORDER BY ended DESC LIMIT 1", ("@address", address)).FirstOrDefault();

    public ImmutableArray<RunEntry> UnfinishedOf(string owner) => Read("WHERE owner = @owner AND state IN ('Queued', 'Running')", ("@owner", owner));

    /// <summary>Whose turn it is: of those who wait, the one served longest ago; of theirs, the run that waits longest.</summary>
    /// <param name="experiment">Studies have turns of their own, beside those of full runs.</param>
    public RunEntry? Next(bool experiment = false) => Read($"""
        WHERE state = 'Queued' AND {Lane("runs", experiment)}
        ORDER BY (SELECT COALESCE(MAX(served.begun), '') FROM runs served WHERE served.owner = runs.owner AND {Lane("served", experiment)}), created LIMIT 1
        """).FirstOrDefault();

    /// <summary>Whether a study of somebody else waits.</summary>
    public bool OthersWait(RunEntry experiment) => !Read($"WHERE state = 'Queued' AND {Lane("runs", experiment: true)} AND owner <> @owner LIMIT 1", ("@owner", experiment.Owner)).IsEmpty;

    private static string Lane(string table, bool experiment) => $"{table}.kind {(experiment ? "<>" : "=")} '{RunEntry.FullRun}'";

    public void Begin(string id) => Do("UPDATE runs SET state = 'Running', begun = @now, months_done = 0, problem = NULL WHERE id = @id", ("@id", id), ("@now", Time(DateTimeOffset.UtcNow)));

    /// <summary>Puts what is under way back in the queue; what was cancelled meanwhile stays cancelled.</summary>
    public void Requeue(string id) => Do("UPDATE runs SET state = 'Queued', months_done = 0, seconds_left = NULL WHERE id = @id AND state = 'Running'", ("@id", id));

    /// <summary>What a run that is under way waits for; null: for nothing.</summary>
    public void Waits(string id, string? what) => Do("UPDATE runs SET problem = @what WHERE id = @id AND state = 'Running'", ("@id", id), ("@what", what));

    /// <param name="done">Months of a run, worlds of a study.</param>
    public void Reached(string id, int done) => Do("UPDATE runs SET months_done = @done WHERE id = @id", ("@id", id), ("@done", done));

    /// <summary>Of a study: it also tells anew how many worlds there will be, and how long they will take.</summary>
    public void Reached(string id, int done, int all, double secondsLeft) => Do(
        "UPDATE runs SET months_done = @done, months = @all, seconds_left = @left WHERE id = @id", ("@id", id), ("@done", done), ("@all", all), ("@left", secondsLeft));

    public void End(string id, RunState state, string? problem = null, string? hash = null, PlanView? view = null) => Do(
        "UPDATE runs SET state = @state, ended = @now, seconds_left = NULL, problem = @problem, hash = @hash, view = @view WHERE id = @id",
        ("@id", id), ("@state", state.ToString()), ("@now", Time(DateTimeOffset.UtcNow)), ("@problem", problem), ("@hash", hash), ("@view", view?.ToJson()));

    public void EndExperiment(string id, string hash) => Do(
        "UPDATE runs SET state = 'Done', ended = @now, seconds_left = NULL, months_done = months, hash = @hash WHERE id = @id", ("@id", id), ("@now", Time(DateTimeOffset.UtcNow)), ("@hash", hash));

    public FinishedRun? Result(string id)
    {
        if (Find(id) is not { State: RunState.Done } run) return null;
        return Use("SELECT view FROM runs WHERE id = @id", command => command.ExecuteScalar(), ("@id", id)) is string json ? new(run, PlanView.FromJson(json)) : null;
    }

    public void Dispose() => _store.Dispose();

    private ImmutableArray<RunEntry> Read(string which, params (string Name, object? Value)[] values) => Use($"SELECT {Columns} FROM runs {which}", command =>
    {
        using var row = command.ExecuteReader();
        var runs = ImmutableArray.CreateBuilder<RunEntry>();
        while (row.Read())
            runs.Add(new(
                row.GetString(0), row.GetString(1), row.GetString(2), Text(row, 3), row.GetString(4), row.GetString(5), row.GetString(6),
                Enum.Parse<RunState>(row.GetString(7)), row.GetInt32(8), row.GetInt32(9), Time(row.GetString(10)), Text(row, 11) is { } ended ? Time(ended) : null,
                Text(row, 12), Text(row, 13))
            { Kind = row.GetString(14), SecondsLeft = row.IsDBNull(15) ? null : row.GetDouble(15) });
        return runs.DrainToImmutable();
    }, values);

    // To the catalogue of a lab that did not have it yet.
    private void AddColumn(string name, string type)
    {
        if ((long)Use(_store.HasColumn, command => command.ExecuteScalar()!, ("@name", name)) == 0) Do($"ALTER TABLE runs ADD COLUMN {name} {type}");
    }

    private void Do(string sql, params (string Name, object? Value)[] values) => Use(sql, command => command.ExecuteNonQuery(), values);

    // The text is ours; what users wrote goes in as values.
    private T Use<T>(string sql, Func<DbCommand, T> what, params (string Name, object? Value)[] values)
    {
        lock (_turn)
        {
            return _store.Use(connection =>
            {
                using var command = connection.CreateCommand();
#pragma warning disable CA2100
                command.CommandText = sql;
#pragma warning restore CA2100
                foreach (var (name, value) in values)
                {
                    var parameter = command.CreateParameter();
                    (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
                    command.Parameters.Add(parameter);
                }
                return what(command);
            });
        }
    }

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static string Time(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
