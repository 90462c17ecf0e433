using System.Data.Common;
using Microsoft.Data.Sqlite;
using SimLab.App.Texts;
using SimLab.Engine.Execution.Cluster;

namespace SimLab.App.Lab.Catalogue;

/// <summary>
/// Storage of the lab's catalogue: a SQLite file, or the PostgreSQL database of a cluster. Both accept the same
/// statements.
/// </summary>
internal abstract class CatalogueStore : IDisposable
{
    /// <summary>SQL that counts the columns named @name of the table runs.</summary>
    public abstract string HasColumn { get; }

    /// <summary>A SQLite file in the folder.</summary>
    /// <exception cref="InputException">The folder cannot be written.</exception>
    public static CatalogueStore In(string folder) => new FileStore(folder);

    /// <summary>A separate schema in the database of the cluster; one lab at a time.</summary>
    /// <exception cref="InputException">Another lab uses it.</exception>
    /// <exception cref="ClusterException">The database is unavailable.</exception>
    public static CatalogueStore In(ClusterDatabase cluster) => new DatabaseStore(cluster);

    /// <summary>Runs a function with a connection.</summary>
    public abstract T Use<T>(Func<DbConnection, T> what);

    public abstract void Dispose();

    private sealed class FileStore : CatalogueStore
    {
        private readonly SqliteConnection _file;

        public FileStore(string folder)
        {
            try
            {
                Directory.CreateDirectory(folder);
                _file = new(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "catalogue.sqlite") }.ToString());
                _file.Open();
            }
            catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
            {
                throw new InputException(
                    $"The lab cannot keep its runs in {folder}: {e.Message.TrimEnd('.')}. Give another folder with --data.");
            }
            using var command = _file.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL";
            command.ExecuteNonQuery();
        }

        public override string HasColumn => "SELECT COUNT(*) FROM pragma_table_info('runs') WHERE name = @name";

        public override T Use<T>(Func<DbConnection, T> what) => what(_file);

        public override void Dispose() => _file.Dispose();
    }

    private sealed class DatabaseStore : CatalogueStore
    {
        private readonly ClusterDatabase _database;
        private readonly DbConnection _claim;

        public DatabaseStore(ClusterDatabase database)
        {
            _database = database;
            database.Once(connection =>
            {
                using var command = connection.CreateCommand();
                command.CommandText = "CREATE SCHEMA IF NOT EXISTS simlab_lab";
                command.ExecuteNonQuery();
                return Task.FromResult(true);
            }).GetAwaiter().GetResult();
            // Two labs would take the same run from the queue. The claim ends with its connection, and so with the
            // process.
            _claim = database.Source.OpenConnection();
            using var claim = _claim.CreateCommand();
            claim.CommandText = "SELECT pg_try_advisory_lock(7502024)";
            if ((bool)claim.ExecuteScalar()!) return;
            _claim.Dispose();
            throw new InputException(
                $"Another lab keeps its catalogue in this database. Stop it first, or serve this one without --cluster.");
        }

        public override string HasColumn =>
            "SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = 'simlab_lab' AND table_name = 'runs' AND column_name = "
            + "@name";

        // While the database restarts, the lab waits for it, as silos do.
        public override T Use<T>(Func<DbConnection, T> what) => Task.Run(() => _database.Lasting(connection =>
        {
            using (var command = connection.CreateCommand())
            {
                command.CommandText = "SET search_path TO simlab_lab";
                command.ExecuteNonQuery();
            }
            return Task.FromResult(what(connection));
        })).GetAwaiter().GetResult();

        public override void Dispose() => _claim.Dispose();
    }
}
