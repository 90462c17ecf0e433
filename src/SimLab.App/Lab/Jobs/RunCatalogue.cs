using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SimLab.Engine.Reporting;

namespace SimLab.App.Lab.Jobs;

/// <summary>All full runs of the lab, in one SQLite file; what is in it survives a restart, and a kill.</summary>
internal sealed class RunCatalogue : IDisposable
{
    private const string Columns = "id, owner, name, name_zh, yaml, address, build, state, months_done, months, created, ended, problem, hash";

    private readonly SqliteConnection _file;
    private readonly Lock _turn = new();

    public RunCatalogue(LabSettings settings)
    {
        try
        {
            Directory.CreateDirectory(settings.Data);
            _file = new(new SqliteConnectionStringBuilder { DataSource = Path.Combine(settings.Data, "catalogue.sqlite") }.ToString());
            _file.Open();
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The lab cannot keep its runs in {settings.Data}: {e.Message.TrimEnd('.')}. Give another folder with --data.");
        }
        Do("""
            PRAGMA journal_mode = WAL;
            CREATE TABLE IF NOT EXISTS runs (
                id TEXT PRIMARY KEY, owner TEXT NOT NULL, name TEXT NOT NULL, name_zh TEXT, yaml TEXT NOT NULL, address TEXT NOT NULL, build TEXT NOT NULL,
                state TEXT NOT NULL, months_done INTEGER NOT NULL, months INTEGER NOT NULL, created TEXT NOT NULL, begun TEXT, ended TEXT, problem TEXT, hash TEXT, view TEXT);
            CREATE INDEX IF NOT EXISTS runs_by_address ON runs (address);
            """);
        // What was running when the last lab ended is run again: the result is the same.
        Do("UPDATE runs SET state = 'Queued', months_done = 0 WHERE state = 'Running'");
    }

    public void Add(RunEntry run) => Do(
        $"INSERT INTO runs ({Columns}) VALUES ($id, $owner, $name, $nameZh, $yaml, $address, $build, $state, $done, $months, $created, NULL, NULL, NULL)",
        ("$id", run.Id), ("$owner", run.Owner), ("$name", run.Name), ("$nameZh", run.NameZh), ("$yaml", run.Yaml), ("$address", run.Address), ("$build", run.Build),
        ("$state", run.State.ToString()), ("$done", run.MonthsDone), ("$months", run.Months), ("$created", Time(run.Created)));

    public RunEntry? Find(string id) => Read("WHERE id = $id", ("$id", id)).FirstOrDefault();

    /// <summary>The newest first.</summary>
    public ImmutableArray<RunEntry> Latest(int most) => Read("ORDER BY created DESC LIMIT $most", ("$most", most));

    /// <summary>A finished run with this result.</summary>
    public RunEntry? Finished(string address) => Read("WHERE address = $address AND state = 'Done' ORDER BY ended DESC LIMIT 1", ("$address", address)).FirstOrDefault();

    public ImmutableArray<RunEntry> UnfinishedOf(string owner) => Read("WHERE owner = $owner AND state IN ('Queued', 'Running')", ("$owner", owner));

    /// <summary>Whose turn it is: of those who wait, the one served longest ago; of theirs, the run that waits longest.</summary>
    public RunEntry? Next() => Read("""
        WHERE state = 'Queued'
        ORDER BY (SELECT COALESCE(MAX(served.begun), '') FROM runs served WHERE served.owner = runs.owner), created LIMIT 1
        """).FirstOrDefault();

    public void Begin(string id) => Do("UPDATE runs SET state = 'Running', begun = $now, months_done = 0 WHERE id = $id", ("$id", id), ("$now", Time(DateTimeOffset.UtcNow)));

    public void Requeue(string id) => Do("UPDATE runs SET state = 'Queued', months_done = 0 WHERE id = $id", ("$id", id));

    public void Reached(string id, int months) => Do("UPDATE runs SET months_done = $months WHERE id = $id", ("$id", id), ("$months", months));

    public void End(string id, RunState state, string? problem = null, string? hash = null, PlanView? view = null) => Do(
        "UPDATE runs SET state = $state, ended = $now, problem = $problem, hash = $hash, view = $view WHERE id = $id",
        ("$id", id), ("$state", state.ToString()), ("$now", Time(DateTimeOffset.UtcNow)), ("$problem", problem), ("$hash", hash), ("$view", view?.ToJson()));

    public FinishedRun? Result(string id)
    {
        if (Find(id) is not { State: RunState.Done } run) return null;
        lock (_turn)
        {
            using var command = Command("SELECT view FROM runs WHERE id = $id", ("$id", id));
            return command.ExecuteScalar() is string json ? new(run, PlanView.FromJson(json)) : null;
        }
    }

    public void Dispose() => _file.Dispose();

    private ImmutableArray<RunEntry> Read(string which, params (string Name, object? Value)[] values)
    {
        lock (_turn)
        {
            using var command = Command($"SELECT {Columns} FROM runs {which}", values);
            using var row = command.ExecuteReader();
            var runs = ImmutableArray.CreateBuilder<RunEntry>();
            while (row.Read())
                runs.Add(new(
                    row.GetString(0), row.GetString(1), row.GetString(2), Text(row, 3), row.GetString(4), row.GetString(5), row.GetString(6),
                    Enum.Parse<RunState>(row.GetString(7)), row.GetInt32(8), row.GetInt32(9), Time(row.GetString(10)), Text(row, 11) is { } ended ? Time(ended) : null,
                    Text(row, 12), Text(row, 13)));
            return runs.DrainToImmutable();
        }
    }

    private void Do(string sql, params (string Name, object? Value)[] values)
    {
        lock (_turn)
        {
            using var command = Command(sql, values);
            command.ExecuteNonQuery();
        }
    }

    // The text is ours; what users wrote goes in as values.
    private SqliteCommand Command(string sql, params (string Name, object? Value)[] values)
    {
        var command = _file.CreateCommand();
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static string Time(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
