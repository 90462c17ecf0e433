using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using SimLab.App.Lab.Scenarios;
using SimLab.Engine.Reporting;

namespace SimLab.App.Lab.Catalogue;

/// <summary>
/// All full runs and experiments of the lab, in one database; its content persists through a restart or kill.
/// </summary>
internal sealed class LabCatalogue : IDisposable
{
    private const string Columns =
        "id, owner, name, name_zh, yaml, address, build, state, months_done, months, created, ended, problem, hash, kind, seconds_left";

    private readonly CatalogueStore _store;
    private readonly Lock _turn = new();

    public LabCatalogue(LabSettings settings)
    {
        _store = settings.Cluster is { } cluster ? CatalogueStore.In(cluster) : CatalogueStore.In(settings.Data);
        Do("""
            CREATE TABLE IF NOT EXISTS runs (
                id TEXT PRIMARY KEY, owner TEXT NOT NULL, name TEXT NOT NULL, name_zh TEXT,
                yaml TEXT NOT NULL, address TEXT NOT NULL, build TEXT NOT NULL,
                state TEXT NOT NULL, months_done INTEGER NOT NULL, months INTEGER NOT NULL,
                created TEXT NOT NULL, begun TEXT, ended TEXT, problem TEXT, hash TEXT, view TEXT);
            CREATE INDEX IF NOT EXISTS runs_by_address ON runs (address);
            """);
        AddColumn("kind", $"TEXT NOT NULL DEFAULT '{RunEntry.FullRun}'");
        AddColumn("seconds_left", "DOUBLE PRECISION");
        // Restarts the runs that the last lab left unfinished: the result is the same.
        Do("UPDATE runs SET state = 'Queued', months_done = 0, seconds_left = NULL WHERE state = 'Running'");
    }

    /// <summary>Adds a queued entry.</summary>
    public void Add(RunEntry run) => Do(
        $"INSERT INTO runs ({Columns}) VALUES (@id, @owner, @name, @nameZh, @yaml, @address, @build, @state, @done, @months, @created, "
            + $"NULL, NULL, NULL, @kind, NULL)",
        ("@id", run.Id), ("@owner", run.Owner), ("@name", run.Name), ("@nameZh", run.NameZh), ("@yaml", run.Yaml),
            ("@address", run.Address), ("@build", run.Build),
        ("@state", run.State.ToString()), ("@done", run.MonthsDone), ("@months", run.Months), ("@created", Time(run.Created)),
            ("@kind", run.Kind));

    public RunEntry? Find(string id) => Read("WHERE id = @id", ("@id", id)).FirstOrDefault();

    /// <summary>Full runs, newest first.</summary>
    public ImmutableArray<RunEntry> Latest(int most) =>
        Read($"WHERE kind = '{RunEntry.FullRun}' ORDER BY created DESC LIMIT @most", ("@most", most));

    /// <summary>Experiments, newest first.</summary>
    public ImmutableArray<RunEntry> LatestExperiments(int most) =>
        Read($"WHERE kind <> '{RunEntry.FullRun}' ORDER BY created DESC LIMIT @most", ("@most", most));

    /// <summary>A finished run with this content address.</summary>
    public RunEntry? Finished(string address) =>
        Read("WHERE address = @address AND state = 'Done' ORDER BY ended DESC LIMIT 1", ("@address", address)).FirstOrDefault();

    /// <summary>Queued and running runs of an owner.</summary>
    public ImmutableArray<RunEntry> UnfinishedOf(string owner) =>
        Read("WHERE owner = @owner AND state IN ('Queued', 'Running')", ("@owner", owner));

    /// <summary>
    /// The next run of the queue: of the waiting owners, the one served longest ago; of theirs, the run that waits
    /// longest.
    /// </summary>
    /// <param name="experiment">Experiments have a queue of their own, beside that of full runs.</param>
    public RunEntry? Next(bool experiment = false) => Read($"""
        WHERE state = 'Queued' AND {Lane("runs", experiment)}
        ORDER BY (
            SELECT COALESCE(MAX(served.begun), '') FROM runs served
            WHERE served.owner = runs.owner AND {Lane("served", experiment)}), created
        LIMIT 1
        """).FirstOrDefault();

    /// <summary>Whether another owner's experiment waits.</summary>
    public bool OthersWait(RunEntry experiment) =>
        !Read($"WHERE state = 'Queued' AND {Lane("runs", experiment: true)} AND owner <> @owner LIMIT 1",
        ("@owner", experiment.Owner)).IsEmpty;

    private static string Lane(string table, bool experiment) => $"{table}.kind {(experiment ? "<>" : "=")} '{RunEntry.FullRun}'";

    /// <summary>Marks an entry as running.</summary>
    public void Begin(string id) =>
        Do("UPDATE runs SET state = 'Running', begun = @now, months_done = 0, problem = NULL WHERE id = @id", ("@id", id),
        ("@now", Time(DateTimeOffset.UtcNow)));

    /// <summary>Returns a running entry to the queue; one cancelled meanwhile stays cancelled.</summary>
    public void Requeue(string id) =>
        Do("UPDATE runs SET state = 'Queued', months_done = 0, seconds_left = NULL WHERE id = @id AND state = 'Running'", ("@id", id));

    /// <summary>Sets the reason why a running entry waits; null: it does not wait.</summary>
    public void Waits(string id, string? what) =>
        Do("UPDATE runs SET problem = @what WHERE id = @id AND state = 'Running'", ("@id", id), ("@what", what));

    /// <param name="done">Months of a run, worlds of an experiment.</param>
    public void Reached(string id, int done) => Do("UPDATE runs SET months_done = @done WHERE id = @id", ("@id", id), ("@done", done));

    /// <summary>Progress of an experiment, with updated numbers of worlds and of seconds remaining.</summary>
    public void Reached(string id, int done, int all, double secondsLeft) => Do(
        "UPDATE runs SET months_done = @done, months = @all, seconds_left = @left WHERE id = @id", ("@id", id), ("@done", done),
            ("@all", all), ("@left", secondsLeft));

    /// <summary>Records the end of a run, with its problem or its result.</summary>
    public void End(string id, RunState state, string? problem = null, string? hash = null, PlanView? view = null) => Do(
        "UPDATE runs SET state = @state, ended = @now, seconds_left = NULL, problem = @problem, hash = @hash, view = @view WHERE id = @id",
        ("@id", id), ("@state", state.ToString()), ("@now", Time(DateTimeOffset.UtcNow)), ("@problem", problem), ("@hash", hash),
            ("@view", view?.ToJson()));

    /// <summary>Records the end of an experiment, with the hash of its result.</summary>
    public void EndExperiment(string id, string hash) => Do(
        "UPDATE runs SET state = 'Done', ended = @now, seconds_left = NULL, months_done = months, hash = @hash WHERE id = @id",
            ("@id", id), ("@now", Time(DateTimeOffset.UtcNow)), ("@hash", hash));

    /// <summary>A finished run with its figures; null: there is none of this id.</summary>
    public FinishedRun? Result(string id)
    {
        if (Find(id) is not { State: RunState.Done } run) return null;
        return Use("SELECT view FROM runs WHERE id = @id", command => command.ExecuteScalar(), ("@id", id)) is string json
            ? new(run, PlanView.FromJson(json)) : null;
    }

    public void Dispose() => _store.Dispose();

    private ImmutableArray<RunEntry> Read(string which, params (string Name, object? Value)[] values) =>
        Use($"SELECT {Columns} FROM runs {which}", command =>
    {
        using var row = command.ExecuteReader();
        var runs = ImmutableArray.CreateBuilder<RunEntry>();
        while (row.Read())
            runs.Add(new(
                row.GetString(0), row.GetString(1), row.GetString(2), Text(row, 3), row.GetString(4), row.GetString(5), row.GetString(6),
                Enum.Parse<RunState>(row.GetString(7)), row.GetInt32(8), row.GetInt32(9), Time(row.GetString(10)),
                    Text(row, 11) is { } ended ? Time(ended) : null,
                Text(row, 12), Text(row, 13))
            { Kind = row.GetString(14), SecondsLeft = row.IsDBNull(15) ? null : row.GetDouble(15) });
        return runs.DrainToImmutable();
    }, values);

    // Adds a column that an older lab's catalogue lacks.
    private void AddColumn(string name, string type)
    {
        if ((long)Use(_store.HasColumn, command => command.ExecuteScalar()!, ("@name", name)) == 0) Do(
            $"ALTER TABLE runs ADD COLUMN {name} {type}");
    }

    private void Do(string sql, params (string Name, object? Value)[] values) => Use(sql, command => command.ExecuteNonQuery(), values);

    // Statements are constants; user input is passed as parameters.
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
