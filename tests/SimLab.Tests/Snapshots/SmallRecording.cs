using SimLab.Tests.App;
using SimLab.Tests.Populations;
using Xunit;

namespace SimLab.Tests.Snapshots;

/// <summary>A year of Gansu with a tenth of its ordinary agents, recorded in the folder "run".</summary>
public sealed class SmallRecording : IAsyncLifetime
{
    private readonly ShortGansu _gansu = new(whole: true);

    public string Folder => _gansu.Folder;

    public async ValueTask InitializeAsync()
    {
        var shipped = GansuPopulation.RecipePath;
        var population = GansuPopulation.Text;
        population = Changed(population, "ordinaryAgents: { value: ", from: "10500", to: "1000");
        population = Changed(population, "vacantSlots: { value: ", from: "5500", to: "300");
        _gansu.Write("population.yaml", population);
        var scenario = await File.ReadAllTextAsync(_gansu.In("nothing.yaml"));
        _gansu.Write("nothing.yaml", Changed(scenario, "population: ", from: shipped, to: "population.yaml"));
        var ran = await Said.By("run", _gansu.Rewards, "--executor", "loop", "--out", _gansu.In("run"));
        Assert.True(ran.Exit == 0, ran.Error);
    }

    public ValueTask DisposeAsync()
    {
        _gansu.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string Changed(string text, string key, string from, string to)
    {
        Assert.Contains(key + from, text, StringComparison.Ordinal);
        return text.Replace(key + from, key + to, StringComparison.Ordinal);
    }
}
