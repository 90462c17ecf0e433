using SimLab.Tests.App;
using SimLab.Tests.Branching;
using Xunit;

namespace SimLab.Tests.Presenting;

/// <summary>The exported page is small enough to be handed around.</summary>
[Slow]
public sealed class PageSizeTests(BranchedRun runs) : IClassFixture<BranchedRun>
{
    private const double Most = 10e6;

    /// <summary>Months of the default run, and of this one; month zero comes before each.</summary>
    private const double DefaultMonths = 37, Months = 20;

    // It grows with months and measures, of which this run has all, and not with worlds. Figures of the whole province have at most
    // one digit more, of four on average.
    private const double LongerFigures = 1.25;

    [Fact]
    public async Task For_the_default_number_of_months_it_stays_below_ten_megabytes()
    {
        var html = runs.Free("size.html");
        var said = await Said.By("export", runs.Parent, "--html", html, "--story", await Story());
        Assert.True(said.Exit == 0, said.Error);
        Assert.InRange(new FileInfo(html).Length * DefaultMonths / Months * LongerFigures, 1e6, Most);
    }

    private async Task<string> Story()
    {
        var file = runs.Free("size.yaml");
        await File.WriteAllTextAsync(
            file, "name: Size\nsteps:\n  - { month: 2022-01, scene: map, camera: { enterprise: 3 }, caption: { en: a, zh: b } }\n",
            TestContext.Current.CancellationToken);
        return file;
    }
}
