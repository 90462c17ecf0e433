using System.Text.Json.Nodes;
using Xunit;

namespace SimLab.Tests.Browser;

/// <summary>What a page of the lab may run: scripts that are files of the lab, and nothing that is made of text.</summary>
[Slow]
public class ContentPolicyTests(LabBrowser browser)
{
    [Fact]
    public async Task The_policy_of_every_answer_allows_no_script_within_a_page_and_no_eval()
    {
        LabBrowser.Require();
        using var http = new HttpClient();
        foreach (var path in new[] { "/plan", "/study", "/where", "/present", "/trust", "/charts.js", "/no-such-page", "/api/v1/runs" })
        {
            using var answer = await http.GetAsync(new Uri((await browser.Lab).Url + path), TestContext.Current.CancellationToken);
            var policy = string.Join("; ", answer.Headers.GetValues("Content-Security-Policy"));       // what holds is all of them
            var scripts = policy.Split("; ").Where(directive => directive.StartsWith("script-src", StringComparison.Ordinal));
            Assert.Equal(["script-src 'self'"], scripts);
            Assert.DoesNotContain("unsafe-eval", policy);
        }
    }

    [Theory]
    [InlineData("/plan", ".gauge", true)]
    [InlineData("/study?id=", "#front .chart svg", true)]
    [InlineData("/where?run=", ".tile", false)]
    [InlineData("/present?run=", "#stage svg", false)]
    [InlineData("/trust", "h1", false)]
    public async Task A_page_with_all_its_pictures_asks_for_nothing_that_the_policy_forbids(string path, string ready, bool hasCharts)
    {
        LabBrowser.Require();
        var lab = await browser.Lab;
        if (path.EndsWith('=')) path += path.StartsWith("/study", StringComparison.Ordinal) ? await FinishedStudy()
            : await browser.FinishedRun();
        var page = await browser.Window(lab.Url);
        var failed = new List<string>();
        page.PageError += (_, error) => failed.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error") failed.Add(message.Text);
        };
        await page.GotoAsync(lab.Url + path);
        await page.WaitForSelectorAsync(ready);
        if (hasCharts) await page.Locator(".chart svg").First.HoverAsync();
        Assert.Empty(failed);

        // The browser does hold the page to it, and says so where this test listens.
        var said = page.WaitForConsoleMessageAsync(new()
        {
            Predicate = message => message.Text.Contains("Content Security Policy", StringComparison.Ordinal),
        });
        await page.EvaluateAsync(
            "() => document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.ran = true' }))");
        await said;
        Assert.False(await page.EvaluateAsync<bool>("() => !!window.ran"));
        Assert.NotEmpty(failed);
    }

    private async Task<string> FinishedStudy()
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(10) };
        var api = $"{(await browser.Lab).Url}/api/v1/studies";
        using var file = new StringContent(ShortScenarios.Front, System.Text.Encoding.UTF8, "application/yaml");
        var started = await http.PostAsync(api, file, TestContext.Current.CancellationToken);
        var id = (string)JsonNode.Parse(await started.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["id"]!;
        var events = await http.GetStringAsync($"{api}/{id}/events", TestContext.Current.CancellationToken);       // ends when it is over
        Assert.Contains("\"done\"", events);
        return id;
    }
}
