using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using SimLab.App.Console;
using SimLab.Tests.App;
using Xunit;

namespace SimLab.Tests.Cluster;

/// <summary>A PostgreSQL server of the test's own: on a free loopback port, in a temporary folder, gone afterwards.</summary>
internal sealed class TestPostgres : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("simlab-postgres-").FullName;
    private readonly string _bin;
    private readonly int _port = FreePort();

    private TestPostgres(string bin) => _bin = bin;

    public string Connection => $"Host=127.0.0.1;Port={_port};Database=postgres;Username=simlab;Maximum Pool Size=10";

    /// <summary>Starts one, or skips the test where PostgreSQL is not installed.</summary>
    /// <summary>A database prepared for a cluster.</summary>
    public static async Task<TestPostgres> ForCluster()
    {
        var postgres = await Start();
        var made = await Said.By("cluster", "init", "--cluster", postgres.Connection);
        Assert.True(made.Exit == ExitCode.Done, made.Error);
        return postgres;
    }

    public static async Task<TestPostgres> Start()
    {
        var bin = FindBin();
        Assert.SkipWhen(bin is null, "PostgreSQL is not installed. Install it with: apt-get install postgresql");
        var server = new TestPostgres(bin!);
        // The server refuses to run as root; Debian's package has made a user for it.
        if (Environment.UserName == "root") await Run("chown", "postgres", server._folder);
        await server.Do("initdb", "-D", server.Data, "-A", "trust", "-U", "simlab", "--no-sync");
        await server.Do("pg_ctl", "-D", server.Data, "-w", "-l", Path.Combine(server._folder, "log"),
            "-o", $"-p {server._port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={server._folder} -c fsync=off", "start");
        return server;
    }

    /// <summary>As an operator does it in the middle of everything: connections are cut.</summary>
    public async Task Restart(TimeSpan away)
    {
        await Do("pg_ctl", "-D", Data, "-w", "-m", "immediate", "stop");
        await Task.Delay(away);
        await Do("pg_ctl", "-D", Data, "-w", "-l", Path.Combine(_folder, "log"), "start", "-o",
            $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_folder} -c fsync=off");
    }

    public async ValueTask DisposeAsync()
    {
        await Do("pg_ctl", "-D", Data, "-w", "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private string Data => Path.Combine(_folder, "data");

    private Task Do(string program, params string[] args) => Environment.UserName == "root"
        ? Run("runuser", ["-u", "postgres", "--", Path.Combine(_bin, program), .. args])
        : Run(Path.Combine(_bin, program), args);

    private static async Task Run(string program, params string[] args)
    {
        // The output goes to a file of the server's or nowhere: a server that inherits a pipe would keep it open.
        using var process = Process.Start(
            new ProcessStartInfo("sh", ["-c", "exec \"$0\" \"$@\" > /dev/null 2>&1 < /dev/null", program, .. args]))!;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', args)} ended with {process.ExitCode}.");
    }

    private static string? FindBin() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
        .Concat(Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql")
            .OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin")) : [])
        .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "pg_ctl")) && File.Exists(Path.Combine(folder, "initdb")));

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
