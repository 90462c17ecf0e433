using System.Net;
using System.Text.Json.Nodes;
using SimLab.App.Console;
using SimLab.Tests.App;
using Xunit;

namespace SimLab.Tests.Cluster;

/// <summary>What a silo shows to those who operate it.</summary>
[Collection(SiloProcesses.Name)]
[Slow]
public sealed class HealthTests
{
    [Fact]
    public async Task A_silo_is_healthy_while_it_is_a_member_and_reaches_the_database_and_shows_the_dashboard_when_asked()
    {
        await using var postgres = await TestPostgres.ForCluster();
        using var silo = new SimlabProcess(
            Path.GetTempPath(), "silo", "--cluster", postgres.Connection, "--http", $"127.0.0.1:{TestPostgres.FreePort()}", "--dashboard");
        await Chaos.Until(() => silo.Ended || silo.Error.Contains("has joined", StringComparison.Ordinal), "the silo has joined");
        var page = new Uri(silo.Error.Split(' ', '\n').First(word => word.StartsWith("http://", StringComparison.Ordinal)).TrimEnd('.'));
        using var client = new HttpClient();

        var healthy = await client.GetAsync(page, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, healthy.StatusCode);
        var told = JsonNode.Parse(await healthy.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(("Active", "reached"), ((string)told["member"]!, (string)told["database"]!));
        Assert.Contains(
            "Orleans Dashboard", await client.GetStringAsync(new Uri(page, "/"), TestContext.Current.CancellationToken),
            StringComparison.Ordinal);

        silo.Signal("TERM");
        await silo.WaitForExit(TimeSpan.FromMinutes(1));
        Assert.Equal(ExitCode.Done, silo.Exit);
    }

    [Fact]
    public async Task Settings_of_a_silo_that_make_no_sense_are_refused_in_one_sentence()
    {
        await using var postgres = await TestPostgres.ForCluster();
        foreach (var (args, sentence) in new (string[], string)[]
                 {
                     (["--listen", "everywhere"], "--listen is \"everywhere\". Write an IP address"),
                     (["--port", "0"], "--port is \"0\". Write a whole number from 1 to 65535."),
                     (["--patience", "soon"], "--patience is \"soon\". Write a whole number from 1 to 600."),
                     (["--dashboard"], "--dashboard is served at --http"),
                 })
        {
            var said = await Said.By(["silo", "--cluster", postgres.Connection, .. args]);
            Assert.Equal(ExitCode.WrongInput, said.Exit);
            Assert.Contains(sentence, said.Error, StringComparison.Ordinal);
        }
    }
}
