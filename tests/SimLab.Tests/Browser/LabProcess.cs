using System.Diagnostics;
using System.Text.RegularExpressions;
using SimLab.App;
using SimLab.App.Lab.Scenarios;
using SimLab.Tests.Cluster;
using SimLab.Tests.Populations;

namespace SimLab.Tests.Browser;

/// <summary>A lab as a user starts it: its own process, on a free port, with a short scenario and an empty data folder.</summary>
internal sealed partial class LabProcess : IAsyncDisposable
{
    private readonly Process _process;

    private LabProcess(Process process, string url, ShortScenarios files)
    {
        _process = process;
        Url = url;
        Files = files;
    }

    public string Url { get; }

    public ShortScenarios Files { get; }

    /// <param name="files">Scenarios and data folder; they outlive the process.</param>
    /// <param name="port">0: any free one.</param>
    /// <param name="more">Further options.</param>
    public static Task<LabProcess> Start(ShortScenarios files, int port = 0, params string[] more) =>
        Start(files, ["serve", "--urls", $"http://127.0.0.1:{port}", "--scenarios", files.Scenarios, "--data", files.Data, .. more]);

    /// <summary>`simlab replay`, away from any scenarios.</summary>
    /// <param name="run">Folder of the run.</param>
    /// <param name="data">Folder for what the lab keeps.</param>
    /// <param name="more">Further options.</param>
    public static Task<LabProcess> Replay(string run, string data, params string[] more) =>
        Start(null, ["replay", run, "--data", data, .. more]);

    private static async Task<LabProcess> Start(ShortScenarios? files, params string[] order)
    {
        // The program beside its own static files, of the same configuration as these tests.
        var here = typeof(Cli).Assembly.Location;
        var configuration = here.Contains(
            $"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";
        var program = Repository.File("src", "SimLab.App", "bin", configuration, "net10.0", "simlab.dll");
        var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. order])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Address().Match(line) is { Success: true, Value: var url }) return new(process, url, files!);
        }
        throw new InvalidOperationException($"The lab ended at once, with exit code {process.ExitCode}.");
    }

    /// <summary>As a power cut would end it.</summary>
    public async Task Kill()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        _process.Dispose();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();
}

/// <summary>The notice and the law in a Gansu a twelfth its size, two draws of luck over two years: a full run in a
/// second. Gone after the tests.</summary>
internal sealed class ShortScenarios : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("simlab-lab-").FullName;

    /// <summary>A sweep of four worlds over three months.</summary>
    public const string Sweep = """
        name: Short sweep
        nameZh: 短扫描
        kind: sweep
        scenario: ../gansu-2023.yaml
        last: 2022-03
        replicates: 2
        enterprises: 500
        factors:
          behaviour.readinessToAsk: { values: [0.2, 0.7] }
        outcomes:
          jobs: {}
          cost: {}

        """;

    /// <summary>A search of sixteen worlds, for what jobs cost.</summary>
    public const string Front = """
        name: Short front
        nameZh: 短前沿
        kind: optimise
        scenario: ../gansu-2023.yaml
        last: 2023-04
        replicates: 2
        enterprises: 500
        goals:
          jobs: most
          cost: least
        population: 4
        budget: 16
        check: 2
        factors:
          FinancialSupport.from: { low: 2022-06, high: 2023-04 }
        outcomes:
          jobs: {}
          cost: {}

        """;

    /// <param name="replicates">Draws of luck; more for a run that something is to happen to.</param>
    /// <param name="whole">With all firms of Gansu, for measurements.</param>
    public ShortScenarios(int replicates = 2, bool whole = false)
    {
        Directory.CreateDirectory(Path.Combine(Scenarios, "provinces", "gansu"));
        File.WriteAllText(Path.Combine(Scenarios, "provinces", "gansu", "population.yaml"),
            whole ? GansuPopulation.Text : SmallGansu.Firms);
        string[] calibration = ["provinces", "gansu", "calibration"];
        Directory.CreateDirectory(Path.Combine([Scenarios, .. calibration]));
        File.Copy(Repository.File(["scenarios", .. calibration, "gansu-2023.parameters.yaml"]),
            Path.Combine([Scenarios, .. calibration, "gansu-2023.parameters.yaml"]));
        foreach (var name in new[] { LabScenarios.Law, LabScenarios.AsWritten })
            File.WriteAllText(Path.Combine(Scenarios, name), File.ReadAllText(Repository.File("scenarios", name))
                .Replace("months: 36", "months: 24", StringComparison.Ordinal)
                    .Replace("replicates: 32", $"replicates: {replicates}", StringComparison.Ordinal));
        Directory.CreateDirectory(Path.Combine(Scenarios, "experiments"));
        File.WriteAllText(Path.Combine(Scenarios, "experiments", "front.yaml"), Front);
        File.WriteAllText(Path.Combine(Scenarios, "experiments", "sweep.yaml"), Sweep);
        File.WriteAllText(
            Path.Combine(Scenarios, "experiments", "unreadable.yaml"), "name: Unreadable\nkind: swoop\nscenario: ../gansu-2023.yaml\n");
        File.WriteAllText(
            Path.Combine(Scenarios, "broken.yaml"), "name: Broken\nextends: gansu-2023.yaml\nmeasures: { NoSuchMeasure: {} }\n");
    }

    public string Scenarios => Path.Combine(_folder, "scenarios");
    public string Data => Path.Combine(_folder, "data");

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
