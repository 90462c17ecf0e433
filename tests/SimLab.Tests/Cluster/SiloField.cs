using Npgsql;
using SimLab.App.Console;
using SimLab.Tests.App;
using Xunit;

namespace SimLab.Tests.Cluster;

/// <summary>A cluster of silo processes with a database of its own, for tests to disturb.</summary>
internal sealed class SiloField : IAsyncDisposable
{
    /// <summary>Seconds until a silo that does not answer is taken for dead.</summary>
    public const int Patience = 3;

    private readonly TestPostgres _postgres;
    private readonly SmallGansu _gansu;
    private int _names;

    private SiloField(TestPostgres postgres, SmallGansu gansu) => (_postgres, _gansu) = (postgres, gansu);

    public TestPostgres Postgres => _postgres;

    public List<SimlabProcess> Silos { get; } = [];

    public static async Task<SiloField> Start(SmallGansu gansu, int silos)
    {
        var field = new SiloField(await TestPostgres.ForCluster(), gansu);
        for (var i = 0; i < silos; i++) field.Add();
        await field.Joined();
        return field;
    }

    /// <summary>Starts one more silo; it joins when it is ready.</summary>
    public SimlabProcess Add()
    {
        var name = $"silo-{++_names}";
        var silo = new SimlabProcess(
            _gansu.Folder, "silo", "--cluster", _postgres.Connection, "--name", name, "--patience", $"{Patience}")
        { Name = name };
        Silos.Add(silo);
        return silo;
    }

    public Task Joined() =>
        Chaos.Until(() =>
        Silos.All(silo => silo.Ended || silo.Error.Contains("has joined", StringComparison.Ordinal)), "all silos have joined");

    public void Forget(SimlabProcess silo)
    {
        Silos.Remove(silo);
        silo.Dispose();
    }

    public SimlabProcess Client(params string[] args) => new(_gansu.Folder, [.. args, "--cluster", _postgres.Connection]);

    public Task<Said> Ask(params string[] args) => Said.By([.. args, "--cluster", _postgres.Connection]);

    public async Task<T> Query<T>(string sql)
    {
        await using var source = NpgsqlDataSource.Create(_postgres.Connection);
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        // What silos said of their troubles is the first thing one wants when a test has failed.
        foreach (var silo in Silos)
        {
            Chaos.Say(string.Join(
                '\n', silo.Output.Split('\n').Where(line => line.Contains("SimLab", StringComparison.Ordinal)).TakeLast(20)));
            silo.Dispose();
        }
        await _postgres.DisposeAsync();
    }
}
