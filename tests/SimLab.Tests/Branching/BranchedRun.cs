using SimLab.Engine.Recording;
using SimLab.Tests.App;
using SimLab.Tests.Cluster;
using SimLab.Tests.Recording;
using Xunit;

namespace SimLab.Tests.Branching;

/// <summary>The notice in a small province to July 2023, and a branch of it that leaves it in June 2023: lower
/// rewards, half the visits, and no support for credit any more.</summary>
public sealed class BranchedRun : IAsyncLifetime
{
    private readonly RecordedRunCache _cached = new();

    public static string[] Settings { get; } = [
        "CultivateSpecialisedSmes.provincialReward=100000 yuan", "CultivateSpecialisedSmes.poolVisits=0.05", "FinancialSupport=off"];

    public string Parent => _cached.In("parent");
    public string Branch => _cached.In("branch");

    public string Free(string name) => _cached.In(name);

    public async ValueTask InitializeAsync()
    {
        using var gansu = new SmallGansu();
        await Done("run", gansu.Scenario, "--replicates", "2", "--months", "19", "--executor", "loop", "--out", Parent);
        await Done(["branch", Parent, "--at", "2023-06", "--set", .. Settings, "--executor", "loop", "--out", Branch]);
    }

    internal static async Task<Said> Done(params string[] order)
    {
        var said = await Said.By(TestContext.Current.CancellationToken, order);
        Assert.True(said.Exit == 0, said.Error);
        return said;
    }

    internal static async Task<Manifest> ManifestOf(string run) => (await RunReader.Open(run)).Manifest;

    public ValueTask DisposeAsync()
    {
        _cached.Dispose();
        return ValueTask.CompletedTask;
    }
}
