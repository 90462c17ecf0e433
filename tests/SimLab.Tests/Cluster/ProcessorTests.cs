using System.Text.Json.Nodes;
using SimLab.App.Console;
using Xunit;

namespace SimLab.Tests.Cluster;

/// <summary>
/// The same bits on any processor: a process that is told to do without instructions of this one, as if it ran on an older machine,
/// gets the same result, firms and months before the first included.
/// </summary>
[Slow]
public sealed class ProcessorTests
{
    [Fact]
    public async Task Hashes_are_the_same_whatever_instructions_the_processor_has()
    {
        using var gansu = new SmallGansu();
        var usual = await HashWith(gansu, "none", "none");
        foreach (var (name, value) in new[]
        {
            ("GLIBC_TUNABLES", "glibc.cpu.hwcaps=-FMA,-FMA4,-AVX2"), ("DOTNET_EnableAVX512F", "0"), ("DOTNET_EnableAVX2", "0"),
            ("DOTNET_EnableHWIntrinsic", "0"),
        })
            Assert.True(usual == await HashWith(gansu, name, value), $"{name}={value} gives another hash.");
    }

    private static async Task<string> HashWith(SmallGansu gansu, string name, string value)
    {
        // A cache of its own, so that months before the first are simulated with these instructions too.
        var environment = new Dictionary<string, string> { [name] = value, ["XDG_CACHE_HOME"] = gansu.In($"cache-{name}") };
        using var process = new SimlabProcess(gansu.Folder, environment,
            "run", gansu.Scenario, "--months", "4", "--replicates", "1", "--executor", "loop", "--no-record", "--format", "json");
        await process.WaitForExit(TimeSpan.FromMinutes(5));
        Assert.True(process.Exit == ExitCode.Done, process.Error);
        return (string)JsonNode.Parse(process.Output)!["hash"]!;
    }
}
