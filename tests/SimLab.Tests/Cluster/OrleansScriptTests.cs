using System.Reflection;
using System.Text.RegularExpressions;
using Npgsql;
using Orleans.Configuration;
using SimLab.Engine.Execution.Cluster;
using Xunit;

namespace SimLab.Tests.Cluster;

/// <summary>
/// The script of Orleans' membership tables is what the installed package
/// wants: its version, its keys, its parameters, its columns.
/// </summary>
[Slow]
public sealed class OrleansScriptTests
{
    private static readonly Assembly Package = typeof(AdoNetClusteringSiloOptions).Assembly;

    private static readonly Type StoredQueries = Package.GetType("Orleans.Clustering.AdoNet.Storage.DbStoredQueries", throwOnError: true)!;

    [Fact]
    public void The_script_is_named_for_the_version_of_the_installed_package()
    {
        var version = Package.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split(' ', '+')[0].TrimEnd('.');
        Assert.Equal(ClusterDatabase.OrleansScript, $"Orleans-{version}.sql");
    }

    [Fact]
    public void The_keys_that_are_asked_for_are_the_package_s()
    {
        var wanted = StoredQueries.GetProperties(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public).Select(p => p.Name);
        Assert.Equal(wanted.Order(), ClusterDatabase.MembershipQueries.Order());
    }

    [Fact]
    public async Task The_package_accepts_the_statements_of_a_database_that_was_set_up_and_binds_all_their_parameters()
    {
        await using var postgres = await TestPostgres.Start();
        await using var database = ClusterDatabase.At(postgres.Connection);
        await database.Init();
        var queries = await database.Once(async connection =>
        {
            await using var command = new NpgsqlCommand("SELECT QueryKey, QueryText FROM OrleansQuery", connection);
            await using var reader = await command.ExecuteReaderAsync();
            var found = new Dictionary<string, string>();
            while (await reader.ReadAsync()) found.Add(reader.GetString(0), reader.GetString(1));
            return found;
        });

        // It throws where a key is missing.
        Activator.CreateInstance(StoredQueries, BindingFlags.Instance | BindingFlags.NonPublic, null, [queries], null);
        var bound = StoredQueries.GetNestedType("Columns", BindingFlags.NonPublic)!
            .GetProperties(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public).Select(p => p.Name).ToHashSet();
        Assert.All(queries, query => Assert.Subset(bound,
            Regex.Matches(query.Value, "@([A-Za-z]+)").Select(m => m.Groups[1].Value).ToHashSet()));
    }

    [Fact]
    public async Task Tables_that_are_there_already_are_left_as_they_are_and_those_of_another_Orleans_are_refused()
    {
        await using var postgres = await TestPostgres.Start();
        await using var database = ClusterDatabase.At(postgres.Connection);
        await database.Init();
        await Do("UPDATE OrleansQuery SET QueryText = QueryText || ' -- tuned by the operator'");
        await database.Init();
        Assert.Equal(ClusterDatabase.MembershipQueries.Length,
            await Count("SELECT count(*) FROM OrleansQuery WHERE QueryText LIKE '%tuned by the operator'"));

        await Do("DELETE FROM OrleansQuery WHERE QueryKey = 'CleanupDefunctSiloEntriesKey'");
        foreach (var step in new Func<Task>[] { database.Init, database.RequireSetUp })
        {
            var refused = await Assert.ThrowsAsync<ClusterException>(step);
            Assert.StartsWith(
                "The database has membership tables of another Orleans: OrleansQuery lacks CleanupDefunctSiloEntriesKey.",
                refused.Message, StringComparison.Ordinal);
        }

        Task<int> Do(string sql) => database.Once(async connection =>
        {
            await using var command = new NpgsqlCommand(sql, connection);
            return await command.ExecuteNonQueryAsync();
        });

        Task<long> Count(string sql) => database.Once(async connection =>
        {
            await using var command = new NpgsqlCommand(sql, connection);
            return (long)(await command.ExecuteScalarAsync())!;
        });
    }
}
