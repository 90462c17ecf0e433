using SimLab.App.Console;
using SimLab.Engine.Recording;
using SimLab.Tests.App;
using Xunit;

namespace SimLab.Tests.Cluster;

/// <summary>The notice in the small province, lived in one process and again on a cluster that something happens to.</summary>
internal sealed class RepeatedRun : IDisposable
{
    public const int Months = 24;

    public SmallGansu Gansu { get; } = new();

    public void Dispose() => Gansu.Dispose();

    public string[] Order(string folder, int months = Months, params string[] more) =>
        ["run", Gansu.Scenario, "--out", Gansu.In(folder), "--months", $"{months}", "--replicates", "4", "--memory", "6MB",
            "--checkpoint", "3", .. more];

    public async Task<RunReader> Undisturbed(string folder)
    {
        var said = await Said.By(Order(folder, Months, "--executor", "loop"));
        Assert.True(said.Exit == ExitCode.Done, said.Error);
        return await RunReader.Open(Gansu.In(folder));
    }

    public async Task<RunReader> SameAs(RunReader alone, string folder)
    {
        var run = await RunReader.Open(Gansu.In(folder));
        Assert.Equal(alone.Manifest.ResultHash, run.Manifest.ResultHash);
        foreach (var name in RunFolder.Contents.Where(name => name != RunFolder.Targets))
            Assert.Equal(alone.Manifest.Files[name].Sha256, run.Manifest.Files[name].Sha256);
        return run;
    }
}
