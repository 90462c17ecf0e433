using System.CommandLine;
using System.Net;
using SimLab.App.Hosting;
using SimLab.App.Runs;
using SimLab.App.Texts;
using SimLab.Engine.Execution.Cluster;

namespace SimLab.App.Console.Commands;

/// <summary>`simlab silo`: joins a cluster and works for it until stopped.</summary>
internal static class SiloCommand
{
    public static Command Create(Screen screen)
    {
        var cluster = ClusterAddress.Option();
        var name = Setting("--name", "NAME", "SIMLAB_NAME", "What people call this silo. [default: host name and port]");
        var listen = Setting(
            "--listen", "ADDRESS", "SIMLAB_LISTEN",
            "The address at which other silos and clients reach this one. [default: 127.0.0.1: this machine only]");
        var port = Setting("--port", "N", "SIMLAB_PORT", "Port for other silos. [default: a free one]");
        var gateway = Setting("--gateway-port", "N", "SIMLAB_GATEWAY_PORT", "Port for clients. [default: a free one]");
        var patience = Setting(
            "--patience", "SECONDS", "SIMLAB_PATIENCE",
            "A silo that does not answer for so long is taken for dead; the same for all silos. [default: 15]");
        var http = Setting(
            "--http", "ADDRESS:PORT", "SIMLAB_HTTP", "Serve /health there, and the dashboard if asked for. [default: not served]");
        var dashboard = new Option<bool>("--dashboard")
        {
            Description = "Serve the Orleans dashboard at --http; it shows everything to everybody who reaches it. [or "
            + "SIMLAB_DASHBOARD=1]"
        };
        var command = new Command("silo", "Join a cluster and work for it until stopped.")
            { cluster, name, listen, port, gateway, patience, http, dashboard };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var database = ClusterAddress.Database(parsed.GetValue(cluster));
            await database.RequireSetUp();
            var address = Address(Value(listen, "SIMLAB_LISTEN") ?? "127.0.0.1", "--listen");
            var siloPort = Port(Value(port, "SIMLAB_PORT"), "--port", address);
            var place = new SiloEndpoint(
                Value(name, "SIMLAB_NAME") ?? $"{Environment.MachineName}-{siloPort}", address, siloPort,
                Port(Value(gateway, "SIMLAB_GATEWAY_PORT"), "--gateway-port", address),
                TimeSpan.FromSeconds(Whole(Value(patience, "SIMLAB_PATIENCE") ?? "15", "--patience", 1, 600)),
                ClusterAddress.Tls());
            var page = Value(http, "SIMLAB_HTTP") is { } at ? Endpoint(at) : null;
            var wantsDashboard = parsed.GetValue(dashboard) || Environment.GetEnvironmentVariable("SIMLAB_DASHBOARD") == "1";
            if (wantsDashboard && page is null) throw new InputException($"--dashboard is served at --http: give --http ADDRESS:PORT too.");
            return await SiloHost.Run(database, place, page, wantsDashboard, screen.Error, cancel);

            string? Value(Option<string?> option, string variable) => parsed.GetValue(option) ?? ClusterAddress.Set(variable);
        });
        return command;
    }

    private static Option<string?> Setting(string name, string what, string variable, string description) =>
        new(name) { HelpName = what, Description = $"{description} [or {variable}]" };

    private static IPAddress Address(string text, string option) =>
        IPAddress.TryParse(text, out var address) ? address
            : throw new InputException($"{option} is \"{text}\". Write an IP address, such as 127.0.0.1 or 10.0.0.7.");

    private static IPEndPoint Endpoint(string text) => IPEndPoint.TryParse(text, out var endpoint) && endpoint.Port > 0
        ? endpoint
        : throw new InputException($"--http is \"{text}\". Write an IP address and a port, such as 127.0.0.1:8080.");

    private static int Port(string? text, string option, IPAddress address) =>
        text is null ? SiloHost.FreePort(address) : Whole(text, option, 1, 65_535);

    private static int Whole(string text, string option, int min, int max) =>
        int.TryParse(
            text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
            && number >= min && number <= max
            ? number
            : throw new InputException($"{option} is \"{text}\". Write a whole number from {min} to {max}.");
}
