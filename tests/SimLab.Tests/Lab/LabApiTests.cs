using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SimLab.App.Texts;
using SimLab.Tests.Browser;
using Xunit;

namespace SimLab.Tests.Lab;

/// <summary>The HTTP API as a program uses it, against a lab in its own process.</summary>
[Slow]
public class LabApiTests(LabBrowser browser)
{
    private const string Scenario = "name: By API\nextends: gansu-2023.yaml\nmeasures: { Digitalise: { cloudVoucher: 10000 } }\n";

    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromMinutes(5) };

    [Fact]
    public async Task A_run_is_started_followed_by_events_and_fetched()
    {
        var api = $"{(await browser.Lab).Url}/api/v1";
        var started = await Post($"{api}/runs", Scenario);
        Assert.Contains(started.StatusCode, new[] { HttpStatusCode.Accepted, HttpStatusCode.OK });
        var id = (string)JsonNode.Parse(await Text(started))!["id"]!;

        var events = await Http.GetStringAsync($"{api}/runs/{id}/events", TestContext.Current.CancellationToken);
        var last = events.Split('\n').Last(line => line.StartsWith("data: ", StringComparison.Ordinal))["data: ".Length..];
        Assert.Equal("done", (string)JsonNode.Parse(last)!["state"]!);

        var view = JsonNode.Parse(await Http.GetStringAsync($"{api}/runs/{id}/view", TestContext.Current.CancellationToken))!;
        Assert.Equal(8, view["targets"]!.AsArray().Count);
        var series = await Http.GetByteArrayAsync($"{api}/runs/{id}/files/series.parquet", TestContext.Current.CancellationToken);
        Assert.Equal("PAR1"u8.ToArray(), series[..4]);

        // The same scenario again is the same result, and is there at once.
        var again = await Post($"{api}/runs", Scenario);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(id, (string)JsonNode.Parse(await Text(again))!["id"]!);
    }

    [Fact]
    public async Task A_mistake_in_a_scenario_is_answered_with_its_line_and_the_nearest_word()
    {
        var answer = await Post(
            $"{(await browser.Lab).Url}/api/v1/preview", "name: X\nextends: gansu-2023.yaml\nmeasures: { Digitalize: {} }\n");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var detail = (string)JsonNode.Parse(await Text(answer))!["detail"]!;
        Assert.Contains(":3:", detail);
        Assert.Contains("Nearest: Digitalise", detail);
    }

    [Fact]
    public async Task A_scenario_cannot_reach_out_of_the_folder_of_scenarios()
    {
        var answer = await Post($"{(await browser.Lab).Url}/api/v1/preview", "name: X\nextends: ../../etc/passwd\n");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("outside the folder of scenarios", await Text(answer));
    }

    [Fact]
    public async Task An_address_that_is_no_page_is_answered_with_a_page_that_says_so_and_to_a_program_with_the_bare_number()
    {
        var url = (await browser.Lab).Url;
        var page = await Http.GetAsync($"{url}/no-such-page", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Contains(LabTexts.NotFound.Zh, WebUtility.HtmlDecode(await Text(page)));
        var program = await Http.GetAsync($"{url}/api/v1/no-such-thing", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, program.StatusCode);
        Assert.Empty(await Text(program));
    }

    [Fact]
    public async Task A_page_of_another_site_cannot_start_runs()
    {
        // Without the content type of YAML a browser sends a form across sites unasked; with it, it asks first and is refused.
        using var form = new StringContent(Scenario, Encoding.UTF8, "text/plain");
        var answer = await Http.PostAsync($"{(await browser.Lab).Url}/api/v1/runs", form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);

        // And a name of another site that points here is not served.
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{(await browser.Lab).Url}/api/v1/runs");
        request.Headers.Host = "attacker.example";
        Assert.Equal(HttpStatusCode.BadRequest, (await Http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task The_description_names_every_path_and_nothing_else()
    {
        var document = JsonNode.Parse(
            await Http.GetStringAsync($"{(await browser.Lab).Url}/api/v1/openapi.json", TestContext.Current.CancellationToken))!;
        Assert.Equal(
            ["/api/v1/measures", "/api/v1/preview", "/api/v1/runs", "/api/v1/runs/{id}", "/api/v1/runs/{id}/events",
                "/api/v1/runs/{id}/files/{name}", "/api/v1/runs/{id}/view", "/api/v1/scenarios",
                "/api/v1/studies", "/api/v1/studies/examples", "/api/v1/studies/examples/{file}", "/api/v1/studies/forecast",
                    "/api/v1/studies/mixes/{file}", "/api/v1/studies/{id}", "/api/v1/studies/{id}/events",
                    "/api/v1/studies/{id}/files/{name}", "/api/v1/studies/{id}/findings"],
            document["paths"]!.AsObject().Select(path => path.Key).Order(StringComparer.Ordinal));
    }

    private static Task<HttpResponseMessage> Post(string url, string yaml)
    {
        var body = new StringContent(yaml, Encoding.UTF8, "application/yaml");
        return Http.PostAsync(url, body, TestContext.Current.CancellationToken);
    }

    private static Task<string> Text(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
