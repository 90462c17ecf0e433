using System.Text.Json.Nodes;
using Microsoft.Playwright;
using SimLab.Tests.App;
using Xunit;

namespace SimLab.Tests.Browser;

/// <summary>The Study page as a researcher uses it, in a real browser.</summary>
[Slow]
public class ExperimentPageTests(LabBrowser browser)
{
    private static readonly PageWaitForSelectorOptions Patiently = new() { Timeout = 600_000 };

    [Fact]
    public async Task An_example_says_what_it_would_take_runs_and_shows_what_came_of_it()
    {
        var page = await Study();
        await page.ClickAsync("[data-example='sweep.yaml']");
        await page.WaitForSelectorAsync("#forecast", Patiently);
        Assert.Contains("共 4 次模拟", await page.Locator("#forecast").InnerTextAsync());
        await Started(page);

        Assert.Contains("就业人数", await page.Locator(".study-says").InnerTextAsync());
        Assert.Contains("约 500 户", await page.Locator("#reduced").InnerTextAsync());
        Assert.Equal(2, await page.Locator(".study-charts .chart svg").CountAsync());
        Assert.Equal(4, await page.Locator("#table-points tbody tr").CountAsync());
        await LabBrowser.AxeFindsNothing(page);
        await LabBrowser.NothingHangsOver(page);
        await LabBrowser.Picture(page, "study-sweep");
    }

    [Fact]
    public async Task A_table_is_sorted_by_a_click_and_taken_away_as_files_and_a_chart_as_a_picture()
    {
        var page = await Result("sweep.yaml");
        var means = page.Locator("#table-points thead button").Nth(3);
        await means.ClickAsync();
        await page.WaitForFunctionAsync("() => [...document.querySelectorAll('#table-points th')].some(th => th.ariaSort == 'descending')");
        Assert.Contains("就业人数", await page.Locator("#table-points tbody tr").First.InnerTextAsync());   // jobs are more than nothing

        var csv = await page.APIRequest.GetAsync(
            $"{(await browser.Lab).Url}/{await page.Locator("#table-points a").First.GetAttributeAsync("href")}");
        Assert.StartsWith("point,behaviour_readiness_to_ask,outcome", await csv.TextAsync());
        var book = await page.APIRequest.GetAsync(
            $"{(await browser.Lab).Url}/{await page.Locator("#files a").First.GetAttributeAsync("href")}");
        Assert.Equal("PK"u8.ToArray(), (await book.BodyAsync())[..2]);

        var picture = await page.RunAndWaitForDownloadAsync(() => page.Locator(".study-charts .tool").First.ClickAsync());
        Assert.EndsWith(".svg", picture.SuggestedFilename);
    }

    [Fact]
    public async Task A_point_of_the_front_opens_its_mix_in_Plan()
    {
        var page = await Result("front.yaml");
        await page.WaitForSelectorAsync("#front .chart svg");
        var dots = page.Locator("#front svg path[fill='var(--policy)']");
        var (dot, points) = (dots.First, await dots.CountAsync());
        await dot.HoverAsync(new() { Force = true });
        await Task.Delay(500, TestContext.Current.CancellationToken);          // for a chart to answer the mouse, as it does a person's
        Assert.Equal(points, await dots.CountAsync());
        await dot.ClickAsync(new() { Force = true });
        await page.WaitForURLAsync("**/plan?s=*");
        await page.WaitForSelectorAsync(".gauge");
        Assert.Contains("短前沿", await page.Locator(".says").InnerTextAsync());

        // The same by keyboard, from the table.
        await page.GoBackAsync();
        await page.WaitForSelectorAsync("#front .chart svg");
        await page.Locator("#table-found tbody a").Last.PressAsync("Enter");
        await page.WaitForURLAsync("**/plan?s=*");
    }

    [Fact]
    public async Task What_is_filled_in_stands_in_the_address_and_survives_a_reload()
    {
        var page = await Study();
        await page.ClickAsync("#new-study");
        await page.WaitForSelectorAsync("#forecast", Patiently);
        await page.SelectOptionAsync("#add-factor", "FinancialSupport.from");
        await page.WaitForFunctionAsync("() => document.querySelectorAll('#factors .factor').length == 3");
        await page.WaitForSelectorAsync("#forecast", Patiently);
        await page.ReloadAsync();
        await page.WaitForSelectorAsync("#forecast", Patiently);
        Assert.Equal(3, await page.Locator("#factors .factor").CountAsync());
        await page.SelectOptionAsync("#kind", "optimise");
        await page.WaitForSelectorAsync(".start .notice");                     // it has no goals yet
        Assert.Contains("优化需要目标", await page.Locator(".start .notice").InnerTextAsync());
        Assert.True(await page.Locator("#start-study").IsDisabledAsync());
        await LabBrowser.AxeFindsNothing(page);
    }

    [Fact]
    public async Task A_file_of_the_command_line_is_read_and_one_with_mistakes_is_answered()
    {
        var page = await Study();
        await page.SetInputFilesAsync(
            "#upload-study",
            new FilePayload
            {
                Name = "x.yaml",
                MimeType = "text/yaml",
                Buffer = System.Text.Encoding.UTF8.GetBytes(
            ShortScenarios.Sweep.Replace("behaviour.readinessToAsk", "behaviour.readinesToAsk", StringComparison.Ordinal))
            });
        await page.WaitForSelectorAsync(".start .notice");
        Assert.Contains("最接近的是：readinessToAsk", await page.Locator(".start .notice").InnerTextAsync());
        await page.SetInputFilesAsync(
            "#upload-study", new FilePayload { Name = "x.yaml", MimeType = "text/yaml", Buffer = "name: [\n"u8.ToArray() });
        await page.WaitForFunctionAsync("() => document.querySelector('.card .notice').innerText.includes('文件无法读取')");
    }

    [Fact]
    public async Task A_mix_of_the_Plan_page_is_studied_without_saving_it_and_its_files_give_the_command_line_the_same_result()
    {
        var page = await browser.Plan();
        await PlanPageTests.Move(page, "Digitalise", "0");
        await page.ClickAsync("#study-mix");
        await page.WaitForURLAsync("**/study?s=*");
        await page.WaitForSelectorAsync("#forecast", Patiently);
        Assert.Equal("研究：甘工信发〔2023〕75号若干措施（调整）", await page.InputValueAsync("#study-name-zh"));
        Assert.Contains("（调整）", await page.Locator(".study-form fieldset option[selected]").First.InnerTextAsync());
        Assert.Equal(1, await page.Locator("#factors .factor").CountAsync());
        Assert.Contains("下载到 scenarios", await page.Locator(".mix-note").InnerTextAsync());
        await LabBrowser.AxeFindsNothing(page);
        await LabBrowser.NothingHangsOver(page);
        await LabBrowser.Picture(page, "study-mix");

        using var files = new ShortScenarios();
        var experiment = Path.Combine(files.Scenarios, "experiments", "my-experiment.yaml");
        await (await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("#download-study"))).SaveAsAsync(experiment);
        var mix = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync(".mix-note a[download]"));
        await mix.SaveAsAsync(Path.Combine(files.Scenarios, mix.SuggestedFilename));

        await Started(page);
        Assert.Contains("下载到 scenarios", await page.Locator(".mix-note").InnerTextAsync());
        var id = System.Web.HttpUtility.ParseQueryString(new Uri(page.Url).Query)["id"];
        var ofLab = JsonNode.Parse(await (await page.APIRequest.GetAsync($"{(await browser.Lab).Url}/api/v1/studies/{id}")).TextAsync())!;
        var said = await Said.By(
            "sensitivity", experiment, "--executor", "loop", "--format", "json", "--out", Path.Combine(files.Data, "out"));
        Assert.Equal(0, said.Exit);
        Assert.Contains($"\"{(string)ofLab["hash"]!}\"", said.Output);
    }

    [Fact]
    public async Task A_button_pressed_before_the_page_listens_is_obeyed_when_it_does()
    {
        LabBrowser.Require();
        var lab = await browser.Lab;
        var page = await browser.Window(lab.Url);
        var mayConnect = new TaskCompletionSource();
        await page.RouteAsync("**/_blazor/negotiate*", async route =>
        {
            await mayConnect.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync($"{lab.Url}/study", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await page.ClickAsync("#new-study");
        mayConnect.SetResult();
        await page.WaitForSelectorAsync("#forecast", Patiently);
    }

    [Fact]
    public async Task A_study_that_is_not_there_is_told()
    {
        var page = await Study("?id=nosuchstudy");
        Assert.Contains("没有这项研究", await page.Locator("#no-study").InnerTextAsync());
        Assert.Contains("无法读取", await page.Locator("#examples").InnerTextAsync());     // of the file that is no experiment
    }

    [Fact]
    public async Task A_study_that_a_killed_server_had_begun_goes_on_and_one_that_is_cancelled_can_go_on_later()
    {
        LabBrowser.Require();
        using var files = new ShortScenarios();
        var slow = ShortScenarios.Sweep.Replace("replicates: 2", "replicates: 10000", StringComparison.Ordinal)
            .Replace("last: 2022-03", "last: 2023-12", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(files.Scenarios, "experiments", "slow.yaml"), slow);
        var first = await LabProcess.Start(files);
        var page = await browser.Window(first.Url);
        await page.GotoAsync($"{first.Url}/study");
        await page.WaitForSelectorAsync("#study-head[aria-busy=false]");
        await page.ClickAsync("[data-example='slow.yaml']");
        await page.WaitForSelectorAsync("#forecast", Patiently);
        await page.ClickAsync("#start-study");
        await page.WaitForSelectorAsync("#study-progress", Patiently);
        await page.EvaluateAsync("window.ofTheFirstServer = true");
        await first.Kill();

        await using var second = await LabProcess.Start(files, new Uri(first.Url).Port);
        // Reconnected, reloaded by itself, and under way.
        await page.WaitForFunctionAsync(
            "() => !window.ofTheFirstServer && document.querySelector('#study-progress')?.innerText.includes('已完成')", null,
            new() { Timeout = 600_000 });
        await page.ClickAsync("#cancel-study");
        await page.WaitForSelectorAsync("#go-on", Patiently);
        await page.ClickAsync("#go-on");
        await page.WaitForSelectorAsync("#study-progress", Patiently);
    }

    [Theory]
    [InlineData("En", "Dark", 1280)]
    [InlineData("Zh", "Dark", 390)]
    public async Task Axe_finds_nothing_wrong_with_a_result_and_nothing_hangs_over_the_edge(string language, string theme, int width)
    {
        await Result("front.yaml");                                            // is there now
        var page = await Study("", width, language, theme);
        await page.ClickAsync("#studies tbody a >> nth=0");
        await page.WaitForSelectorAsync(".study-charts .chart svg", Patiently);
        await LabBrowser.AxeFindsNothing(page);
        await LabBrowser.NothingHangsOver(page);
        await LabBrowser.Picture(page, $"study-{language}-{width}");
    }

    private async Task<IPage> Study(string query = "", int width = 1280, string language = "Zh", string theme = "Light")
    {
        LabBrowser.Require();
        var page = await browser.Window((await browser.Lab).Url, width, width == 390 ? 844 : 720, language, theme);
        await page.GotoAsync($"{(await browser.Lab).Url}/study{query}");
        await page.WaitForSelectorAsync("#study-head[aria-busy=false]");
        return page;
    }

    private async Task<IPage> Result(string example)
    {
        var page = await Study();
        await page.ClickAsync($"[data-example='{example}']");
        await page.WaitForSelectorAsync("#forecast", Patiently);
        await Started(page);
        return page;
    }

    private static async Task Started(IPage page)
    {
        await page.ClickAsync("#start-study");
        await page.WaitForSelectorAsync(".study-charts .chart svg", Patiently);
    }
}
