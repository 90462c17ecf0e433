using System.Net.Sockets;
using System.Reflection;
using Npgsql;

namespace SimLab.Engine.Execution.Cluster;

/// <summary>A cluster cannot be used as asked; the message is for the user.</summary>
public sealed class ClusterException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>
/// The PostgreSQL database of a cluster. What is done through <see cref="Lasting{T}"/> is tried again when the server is
/// away or restarts, with growing pauses and an end; so all of it may be done twice without harm.
/// </summary>
public sealed class ClusterDatabase : IAsyncDisposable
{
    private const int MostConnections = 20;
    private static readonly TimeSpan LongestOutage = TimeSpan.FromMinutes(5), LongestPause = TimeSpan.FromSeconds(5);

    private readonly NpgsqlDataSource _source;

    private ClusterDatabase(string connection, NpgsqlDataSource source) => (Connection, _source) = (connection, source);

    public string Connection { get; }

    /// <summary>The data source Orleans' clustering uses too.</summary>
    public NpgsqlDataSource Source => _source;

    /// <summary>Told of each outage, once, and of its end.</summary>
    public Action<string> OnOutage { get; set; } = _ => { };

    /// <param name="connection">As Npgsql writes it, TLS and credentials included.</param>
    /// <exception cref="ClusterException">It is no connection string.</exception>
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
            throw new ClusterException($"The cluster's connection is not one PostgreSQL understands: {e.Message.TrimEnd('.')}. {Example}", e);
        }
        if (string.IsNullOrWhiteSpace(parts.Host)) throw new ClusterException($"The cluster's connection names no host. {Example}");
        if (!parts.ContainsKey("Maximum Pool Size")) parts.MaxPoolSize = MostConnections;
        if (!parts.ContainsKey("Timeout")) parts.Timeout = 5;
        if (!parts.ContainsKey("Keepalive")) parts.KeepAlive = 10;
        return new(parts.ConnectionString, NpgsqlDataSource.Create(parts));
    }

    private const string Example = "Write it as \"Host=127.0.0.1;Port=5432;Database=simlab;Username=simlab;Password=…\"; SSL Mode=VerifyFull;Root Certificate=FILE asks for TLS.";

    /// <summary>Makes the tables that are not there yet. May be run again at any time.</summary>
    public async Task Init()
    {
        await using var script = Assembly.GetExecutingAssembly().GetManifestResourceStream("SimLab.Engine.Execution.Cluster.Setup.sql")!;
        using var text = new StreamReader(script);
        var sql = await text.ReadToEndAsync();
        await Once(async connection =>
        {
            // Two silos that set up at the same moment take turns.
            await using var transaction = await connection.BeginTransactionAsync();
            await using (var turn = new NpgsqlCommand("SELECT pg_advisory_xact_lock(7502023)", connection)) await turn.ExecuteNonQueryAsync();
            await using (var setup = new NpgsqlBatch(connection))
            {
                foreach (var statement in Statements(sql)) setup.BatchCommands.Add(new(statement));
                await setup.ExecuteNonQueryAsync();
            }
            await transaction.CommitAsync();
            return true;
        });
    }

    /// <exception cref="ClusterException">There is no such server, or it has not been set up.</exception>
    public async Task RequireSetUp()
    {
        var there = await Once(async connection =>
        {
            await using var command = new NpgsqlCommand("SELECT to_regclass('simlab_checkpoint') IS NOT NULL AND to_regclass('orleansquery') IS NOT NULL", connection);
            return (bool)(await command.ExecuteScalarAsync())!;
        });
        if (!there) throw new ClusterException("The cluster's database has not been set up. Run `simlab cluster init` once, with the same connection.");
    }

    /// <summary>Does it now or says why not, for a user who waits.</summary>
    public async Task<T> Once<T>(Func<NpgsqlConnection, Task<T>> what)
    {
        try
        {
            await using var connection = await _source.OpenConnectionAsync();
            return await what(connection);
        }
        catch (Exception e) when (IsOutage(e) || e is PostgresException)
        {
            throw new ClusterException($"The cluster's database does not do what was asked: {e.GetBaseException().Message.TrimEnd('.')}.", e);
        }
    }

    /// <summary>Does it, if need be when the server is back.</summary>
    public async Task<T> Lasting<T>(Func<NpgsqlConnection, Task<T>> what, CancellationToken cancel = default)
    {
        var pause = TimeSpan.FromMilliseconds(100);
        var begun = DateTime.MinValue;
        while (true)
        {
            try
            {
                await using var connection = await _source.OpenConnectionAsync(cancel);
                var done = await what(connection);
                if (begun != DateTime.MinValue) OnOutage($"The database is back after {(DateTime.UtcNow - begun).TotalSeconds:0.0} s.");
                return done;
            }
            catch (Exception e) when (IsOutage(e) && !cancel.IsCancellationRequested)
            {
                if (begun == DateTime.MinValue)
                {
                    begun = DateTime.UtcNow;
                    OnOutage($"The database is away ({e.GetBaseException().Message.TrimEnd('.')}); trying again for {LongestOutage.TotalMinutes:0} minutes.");
                }
                if (DateTime.UtcNow - begun > LongestOutage) throw new ClusterException($"The database has been away for {LongestOutage.TotalMinutes:0} minutes: {e.GetBaseException().Message.TrimEnd('.')}.", e);
                await Task.Delay(pause, cancel);
                pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks));
            }
        }
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    // 57P0x: shutting down, starting up, crashed; 40xxx: told to try again; 53300: too many connections for the moment.
    private static bool IsOutage(Exception e) => e switch
    {
        PostgresException p => p.SqlState.StartsWith("57P", StringComparison.Ordinal) || p.SqlState.StartsWith("40", StringComparison.Ordinal) || p.SqlState == "53300",
        NpgsqlException or SocketException or IOException or TimeoutException => true,
        _ => false,
    };

    // The script's semicolons end statements at the end of a line; those inside texts do not.
    private static IEnumerable<string> Statements(string sql)
    {
        var (start, quoted) = (0, false);
        for (var i = 0; i < sql.Length; i++)
        {
            if (sql[i] == '-' && !quoted && i + 1 < sql.Length && sql[i + 1] == '-') i = sql.IndexOf('\n', i);
            else if (sql[i] == '\'') quoted = !quoted;
            else if (sql[i] == ';' && !quoted)
            {
                yield return sql[start..i];
                start = i + 1;
            }
        }
    }
}
