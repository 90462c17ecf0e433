using System.Text;
using System.Text.Json.Nodes;
using SimLab.Engine;
using SimLab.Tests.App;
using SimLab.Tests.Browser;
using Xunit;

namespace SimLab.Tests.Cluster;

/// <summary>A lab with --cluster: its full runs are lived by silos, in processes of their own.</summary>
[Slow]
public sealed class LabOnClusterTests : IDisposable
{
    // It assumes otherwise, so the official line is a run of its own.
    private const string Notice = "name: On the cluster\nextends: gansu-2023.yaml\nbehaviour: { readinessToAsk: 0.3 }\n";

    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromMinutes(5) };

    private readonly SmallGansu _gansu = new();
    private ShortScenarios? _files;

    public void Dispose()
    {
        _files?.Dispose();
        _gansu.Dispose();
    }

    [Fact]
    public async Task A_full_run_is_lived_by_the_silos_goes_on_while_the_lab_is_dead_and_comes_to_the_hash_of_a_run_in_one_process()
    {
        var files = _files = new(replicates: 4);
        await using var field = await SiloField.Start(_gansu, 2);
        var first = await LabProcess.Start(files, 0, "--cluster", field.Postgres.Connection);
        var id = await Begun(first);
        await Chaos.Until(() => Row(first, id).Result["monthsDone"]!.GetValue<int>() >= 2, "two months are told");
        await first.Kill();

        // Nobody follows it, and it comes to its end all the same.
        var name = $"lab-{id}-{ModelBuild.Hash[..8]}";
        Assert.Equal(1L, await field.Query<long>($"SELECT count(*) FROM simlab_run WHERE run = '{name}'"));
        await Chaos.Until(() =>
            field.Query<string>($"SELECT state FROM simlab_run WHERE run = '{name}'").Result == "done", "the cluster is done", 300);

        await using var second = await LabProcess.Start(files, 0, "--cluster", field.Postgres.Connection);
        var events = await Http.GetStringAsync($"{second.Url}/api/v1/runs/{id}/events", TestContext.Current.CancellationToken);
        Assert.Contains("\"done\"", events);
        var done = await Row(second, id);
        File.WriteAllText(Path.Combine(files.Scenarios, "here.yaml"), Notice);
        var here = await Said.By(
            "run", Path.Combine(files.Scenarios, "here.yaml"), "--executor", "loop", "--no-record", "--format", "json");
        Assert.Equal((string)JsonNode.Parse(here.Output)!["hash"]!, (string)done["hash"]!);
        Assert.Equal((string)done["hash"]!, await field.Query<string>($"SELECT result_hash FROM simlab_run WHERE run = '{name}'"));
        Assert.Equal((2 * 24, 2 * 24), ((int)done["months"]!, (int)done["monthsDone"]!));
        Assert.Equal("done", await field.Query<string>($"SELECT state FROM simlab_run WHERE run = '{name}-official'"));
        var manifest = await Http.GetStringAsync(
            $"{second.Url}/api/v1/runs/{id}/files/manifest.json", TestContext.Current.CancellationToken);
        Assert.Contains((string)done["hash"]!, manifest);

        // The folder stands, so the cluster keeps the line and forgets what the run told.
        await Chaos.Until(() => field.Query<bool>($"SELECT bool_and(collected IS NOT NULL) FROM simlab_run").Result, "both are collected");
        Assert.Equal(0L, await field.Query<long>("SELECT count(*) FROM simlab_journal"));
    }

    [Fact]
    public async Task Without_a_silo_a_run_says_what_to_start_and_one_that_is_cancelled_in_the_lab_is_cancelled_on_the_cluster()
    {
        var files = _files = new(replicates: 40);
        await using var field = await SiloField.Start(_gansu, 0);
        await using var lab = await LabProcess.Start(files, 0, "--cluster", field.Postgres.Connection);
        var alone = await Begun(lab);
        await Chaos.Until(() => (string)Row(lab, alone).Result["state"]! == "failed", "the run has failed");
        Assert.Contains("Start one with: simlab silo", (string)(await Row(lab, alone))["problem"]!);

        field.Add();
        await field.Joined();
        var id = await Begun(lab);
        await Chaos.Until(() => Row(lab, id).Result["monthsDone"]!.GetValue<int>() >= 1, "a month is told");
        await Http.DeleteAsync($"{lab.Url}/api/v1/runs/{id}", TestContext.Current.CancellationToken);
        Assert.Equal("cancelled", (string)(await Row(lab, id))["state"]!);
        await Chaos.Until(() =>
            field.Query<string>($"SELECT state FROM simlab_run WHERE run LIKE 'lab-{id}-%'").Result == "cancelled",
            "the cluster has stopped it");
        Assert.Equal("cancelled", (string)(await Row(lab, id))["state"]!);
    }

    private static async Task<string> Begun(LabProcess lab)
    {
        using var scenario = new StringContent(Notice, Encoding.UTF8, "application/yaml");
        var started = await Http.PostAsync($"{lab.Url}/api/v1/runs", scenario, TestContext.Current.CancellationToken);
        return (string)JsonNode.Parse(await started.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["id"]!;
    }

    private static async Task<JsonNode> Row(LabProcess lab, string id) =>
        JsonNode.Parse(await Http.GetStringAsync($"{lab.Url}/api/v1/runs/{id}"))!;
}
