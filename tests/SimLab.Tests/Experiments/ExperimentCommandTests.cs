using System.Diagnostics;
using System.Text.Json.Nodes;
using SimLab.App.Console;
using SimLab.Tests.App;
using Xunit;

namespace SimLab.Tests.Experiments;

/// <summary>Experiments from the command line, on all of Gansu for three months.</summary>
[Slow]
public sealed class ExperimentCommandTests : IDisposable
{
    private readonly ShortGansu _gansu = new(whole: true);

    private readonly string _sweep;

    public ExperimentCommandTests()
    {
        _gansu.Write("sweep.yaml", """
            name: Readiness
            kind: sweep
            scenario: rewards.yaml
            last: 2022-03
            replicates: 2
            steps: 3
            factors:
              behaviour.readinessToAsk: { low: 0.2, high: 0.6 }
            outcomes:
              loans: { of: sme_loans_granted }

            """);
        _sweep = _gansu.In("sweep.yaml");
    }

    public void Dispose() => _gansu.Dispose();

    private string[] Sweep(string folder, params string[] more) =>
        ["sweep", _sweep, "--out", _gansu.In(folder), "--executor", "loop", .. more];

    [Fact]
    public async Task Killed_half_way_the_same_command_goes_on_and_ends_in_the_same_hash()
    {
        var start = new ProcessStartInfo(
            "dotnet", [System.IO.Path.Combine(AppContext.BaseDirectory, "simlab.dll"), .. Sweep("killed", "--memory", "1MB")])
        { RedirectStandardError = true, RedirectStandardOutput = true };
        using (var process = Process.Start(start)!)
        {
            var worlds = new FileInfo(_gansu.In("killed/worlds.bin"));
            while (!process.HasExited && (!worlds.Exists || worlds.Length < 100))
            {
                await Task.Delay(20, TestContext.Current.CancellationToken);
                worlds.Refresh();
            }
            Assert.False(process.HasExited, "it was done before it could be killed");
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        var resumed = await Said.By(Sweep("killed", "--format", "json"));
        var undisturbed = await Said.By(Sweep("undisturbed", "--format", "json"));
        Assert.Equal((ExitCode.Done, ExitCode.Done), (resumed.Exit, undisturbed.Exit));
        Assert.Contains("simulated before", resumed.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("simulated before", undisturbed.Error, StringComparison.Ordinal);
        Assert.Equal((string)JsonNode.Parse(undisturbed.Output)!["hash"]!, (string)JsonNode.Parse(resumed.Output)!["hash"]!);
    }

    [Fact]
    public async Task Stopped_it_says_what_is_kept_and_how_to_go_on()
    {
        // Enough worlds that some are left when the first have been kept.
        File.WriteAllText(_sweep, File.ReadAllText(_sweep).Replace("replicates: 2", "replicates: 100", StringComparison.Ordinal));
        using var stop = new CancellationTokenSource();
        using var watch = new FileSystemWatcher(_gansu.Folder)
        { IncludeSubdirectories = true, Filter = "worlds.bin", EnableRaisingEvents = true };
        watch.Created += (_, _) => stop.Cancel();
        var said = await Said.By(stop.Token, Sweep("stopped", "--memory", "1MB"));
        Assert.Equal(ExitCode.RunFailed, said.Exit);
        Assert.Contains("kept in", said.Error, StringComparison.Ordinal);
        Assert.EndsWith("the same command goes on from there.\n", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_shows_differences_within_100_columns()
    {
        var said = await Said.By("compare", _gansu.Rewards, "--replicates", "2", "--out", _gansu.In("compared"), "--executor", "loop");
        Assert.Equal(ExitCode.Done, said.Exit);
        foreach (var words in (string[])[
            "Rewards [and coaching] against Nothing done", "Differences with the same luck", "Variance", "hash "])
            Assert.Contains(words, said.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(_gansu.In("compared/manifest.json")));
    }

    [Theory]
    [InlineData("attribute FOLDER/sweep.yaml", "is an experiment of kind sweep. Give it to simlab sweep.")]
    [InlineData("sweep FOLDER/nothing.yaml", "kind is missing. Add \"kind: compare\"")]
    [InlineData("sweep FOLDER/nowhere.yaml", "there is no such file")]
    [InlineData("compare FOLDER/nothing.yaml", "names no baseline to be compared with")]
    [InlineData("compare FOLDER/nothing.yaml FOLDER/rewards.yaml --replicates 1", "Write a whole number from 2")]
    [InlineData("sweep FOLDER/sweep.yaml --out FOLDER/sweep.yaml", "is a file. Name a folder with --out.")]
    public async Task A_mistake_ends_with_2_and_a_sentence(string typed, string sentence)
    {
        var said = await Said.By([.. typed.Split(' ').Select(word => word.Replace("FOLDER", _gansu.Folder, StringComparison.Ordinal))]);
        Assert.Equal((ExitCode.WrongInput, ""), (said.Exit, said.Output));
        Assert.Contains(sentence, said.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said.Error, StringComparison.Ordinal);
    }
}
