using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SimLab.Tests.Browser;
using Xunit;

namespace SimLab.Tests.Lab;

/// <summary>Studies through the HTTP API, against a lab in its own process.</summary>
[Slow]
public class ExperimentApiTests(LabBrowser browser)
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromMinutes(5) };

    [Fact]
    public async Task A_study_is_foreseen_started_followed_by_events_and_fetched()
    {
        var api = $"{(await browser.Lab).Url}/api/v1/studies";
        var coming = await Json(await Post($"{api}/forecast", ShortScenarios.Sweep));
        Assert.Equal(("2", 2, "4"), ((string)coming["arms"]!, (int)coming["replicates"]!, (string)coming["worlds"]!));
        Assert.True((double)coming["seconds"]! > 0);

        var id = (string)(await Json(await Post(api, ShortScenarios.Sweep)))["id"]!;
        var events = await Http.GetStringAsync($"{api}/{id}/events", TestContext.Current.CancellationToken);
        var last = JsonNode.Parse(events.Split('\n').Last(line => line.StartsWith("data: ", StringComparison.Ordinal))["data: ".Length..])!;
        Assert.Equal(("done", 4), ((string)last["state"]!, (int)last["worldsDone"]!));

        var findings = JsonNode.Parse(await Http.GetStringAsync($"{api}/{id}/findings", TestContext.Current.CancellationToken))!;
        Assert.Equal("points", (string)findings["tables"]![0]!["name"]!);
        var worlds = await Http.GetByteArrayAsync($"{api}/{id}/files/worlds.parquet", TestContext.Current.CancellationToken);
        Assert.Equal("PAR1"u8.ToArray(), worlds[..4]);
        var csv = await Http.GetStringAsync($"{api}/{id}/files/worlds.csv", TestContext.Current.CancellationToken);
        Assert.Equal(1 + 2 * 2 * 2, csv.TrimEnd().Split('\n').Length);          // a heading; two arms, two replicates, two outcomes
        var missing = await Http.GetAsync($"{api}/{id}/files/worlds.bin", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);

        // The same study again is the same result, and is there at once.
        var again = await Post(api, ShortScenarios.Sweep);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(id, (string)(await Json(again))["id"]!);
    }

    [Fact]
    public async Task A_study_is_no_run_and_a_run_no_study()
    {
        var api = $"{(await browser.Lab).Url}/api/v1";
        var id = (string)(await Json(await Post($"{api}/studies", ShortScenarios.Sweep)))["id"]!;
        Assert.Equal(HttpStatusCode.NotFound, (await Http.GetAsync($"{api}/runs/{id}", TestContext.Current.CancellationToken)).StatusCode);
        Assert.DoesNotContain(id, await Http.GetStringAsync($"{api}/runs", TestContext.Current.CancellationToken));
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await Http.GetAsync($"{api}/studies/{await browser.FinishedRun()}", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_mistake_in_an_experiment_is_answered_with_its_line_and_a_scenario_elsewhere_is_refused()
    {
        var api = $"{(await browser.Lab).Url}/api/v1/studies";
        var wrong = await Post(api, ShortScenarios.Sweep.Replace("readinessToAsk", "readinesToAsk", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains(":9:", (string)(await Json(wrong))["detail"]!);
        var outside = await Post(api, ShortScenarios.Sweep.Replace("../gansu-2023.yaml", "../../../etc/passwd", StringComparison.Ordinal));
        Assert.Contains("outside the folder of scenarios", (string)(await Json(outside))["detail"]!);
    }

    [Fact]
    public async Task A_study_of_more_worlds_than_can_be_lived_is_refused()
    {
        var api = $"{(await browser.Lab).Url}/api/v1/studies";
        var endless = ShortScenarios.Sweep.Replace("factors:", "design: sobol\npoints: 1000000\nfactors:", StringComparison.Ordinal)
            .Replace("replicates: 2", "replicates: 1000", StringComparison.Ordinal);
        var refused = await Post(api, endless);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("1,000,000,000 worlds", (string)(await Json(refused))["detail"]!);
    }

    [Fact]
    public async Task The_examples_are_files_that_can_be_fetched()
    {
        var api = $"{(await browser.Lab).Url}/api/v1/studies/examples";
        var files = (await Json(await Http.GetAsync(api, TestContext.Current.CancellationToken))).AsArray();
        Assert.Equal(["front.yaml", "sweep.yaml", "unreadable.yaml"], files.Select(file => (string)file!["file"]!));
        Assert.NotNull((string?)files[2]!["problem"]);
        Assert.Equal(ShortScenarios.Sweep, await Http.GetStringAsync($"{api}/sweep.yaml", TestContext.Current.CancellationToken));
    }

    private static Task<HttpResponseMessage> Post(string url, string yaml) =>
        Http.PostAsync(url, new StringContent(yaml, Encoding.UTF8, "application/yaml"), TestContext.Current.CancellationToken);

    private static async Task<JsonNode> Json(HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
}
