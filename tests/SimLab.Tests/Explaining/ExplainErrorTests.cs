using SimLab.Engine.Recording;
using SimLab.Tests.App;
using Xunit;

namespace SimLab.Tests.Explaining;

/// <summary>What a person is told who asks `simlab explain` for what there is not.</summary>
[Slow]
public sealed class ExplainErrorTests(ExplainedRun run) : IClassFixture<ExplainedRun>
{
    [Fact]
    public async Task A_folder_that_is_not_there_is_answered_with_the_nearest()
    {
        var said = await Said.By("explain", run.Path + "s", "--enterprise", "1");
        Refused(said, "There is no run folder");
        Assert.Contains("Nearest: ", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_enterprise_out_of_range_is_answered_with_the_range_and_what_an_id_is() =>
        Refused(await Said.By("explain", run.Path, "--enterprise", "9999999"),
            $"The run has enterprises 0 to {run.Reader.Manifest.Enterprises - 1}: an id is a firm's place in the population");

    [Fact]
    public async Task A_place_in_which_no_firm_was_founded_is_called_vacant()
    {
        // Firms are founded in the ordinary and innovative strata; some vacant place stays vacant, if not in the smallest region.
        var population = run.Materials.Population;
        foreach (var place in Enumerable.Range(0, population.Firms.Length).Where(i => !population.Initial[i].IsAlive)
            .Where((_, n) => n % 11 == 0).Take(40))
        {
            var said = await Said.By("explain", run.Path, "--enterprise", $"{place}");
            if (said.Exit == 0) continue;
            Refused(said, $"enterprise {place} is a vacant place, and in replicate 0 of the policy no firm was founded in it");
            return;
        }
        Assert.Fail("Forty vacant places, and all were founded.");
    }

    [Theory]
    [InlineData("There is no title \"hightech\". Nearest: high_tech.", "--title", "hightech", "--why-not")]
    [InlineData("--arm is \"reform\". Write policy or baseline.", "--enterprise", "1", "--arm", "reform")]
    [InlineData("there is no replicate 2. The run has 2: 0 to 1.", "--enterprise", "1", "--replicate", "2")]
    [InlineData("--enterprise is \"one\". Write a whole number", "--enterprise", "one")]
    [InlineData("simlab explain needs --enterprise N")]
    [InlineData("--title goes with --why-not", "--title", "specialised")]
    [InlineData("Give one of them.", "--title", "specialised", "--why-not", "--enterprise", "1")]
    [InlineData("nobody files for innovative in 2024 in this run. The years are: 2022, 2023.", "--title", "innovative", "--why-not",
        "--year", "2024")]
    public async Task A_wrong_word_is_answered_with_what_there_is(string answer, params string[] asked) =>
        Refused(await Said.By(["explain", run.Path, .. asked]), answer);

    [Fact]
    public async Task A_broken_recording_is_named()
    {
        using var copy = new CopiedRun(run.Path);
        File.AppendAllText(Path.Combine(copy.Path, RunFolder.Events), "x");
        Refused(await Said.By("explain", copy.Path, "--enterprise", "1"), "has grown since the run");
    }

    [Fact]
    public async Task A_run_that_comes_out_differently_is_not_explained()
    {
        using var copy = new CopiedRun(run.Path);
        var file = Path.Combine(copy.Path, RunFolder.Manifest);
        var manifest = Manifest.FromSealedJson(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        var other = manifest.Arms[1] with { WorldHashes = [new string('0', 64), new string('0', 64)] };
        await File.WriteAllTextAsync(
            file, (manifest with { Arms = [manifest.Arms[0], other] }).ToSealedJson(), TestContext.Current.CancellationToken);
        Refused(await Said.By("explain", copy.Path, "--enterprise", "1"), "comes out differently: hash");
    }

    [Fact]
    public async Task A_run_of_an_earlier_SimLab_without_its_plan_is_named()
    {
        using var copy = new CopiedRun(run.Path);
        var file = Path.Combine(copy.Path, RunFolder.Manifest);
        var manifest = Manifest.FromSealedJson(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        await File.WriteAllTextAsync(file, (manifest with { Plan = null }).ToSealedJson(), TestContext.Current.CancellationToken);
        Refused(await Said.By("explain", copy.Path, "--enterprise", "1"), "its manifest holds no plan");
    }

    private static void Refused(Said said, string answer)
    {
        Assert.Equal(2, said.Exit);
        Assert.Empty(said.Output);
        Assert.Contains(answer, said.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said.Error, StringComparison.Ordinal);
    }

    private sealed class CopiedRun : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("simlab-explain-");

        public CopiedRun(string run)
        {
            foreach (var file in Directory.EnumerateFiles(run)) File.Copy(
                file, System.IO.Path.Combine(Path, System.IO.Path.GetFileName(file)));
        }

        public string Path => _folder.FullName;

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
