using SimLab.App.Texts;
using SimLab.Engine.Calibration;
using SimLab.Engine.Calibration.Trials;
using SimLab.Engine.Populations;
using SimLab.Engine.Scenarios;
using SimLab.Engine.Storage;
using Spectre.Console;

namespace SimLab.App.Console;

/// <summary>Output format of the benchmark of effects: a table, or a table and the page with the file of results.</summary>
internal enum BenchmarkFormat { Table, Md }

/// <summary>`simlab validate --effects`: measures again in the model what others measured.</summary>
internal sealed class EffectsBenchmark(Screen screen)
{
    public const string Name = "effects.yaml", DefaultPage = "src/docs/effects-benchmark.md";
    private const int QuickReplicates = 2, QuickEnterprises = 2_000;

    /// <summary>The file of effects of a province.</summary>
    public static string Of(string province) => Path.Combine(ProvinceFolders.Of(province), CalibrationFolder.Name, Name);

    /// <param name="file">File of effects.</param>
    /// <param name="quick">Few replicates of a small population.</param>
    /// <param name="enterprises">Number of representative firms; null: as the file says.</param>
    /// <param name="format">Whether the page and the results are written as well.</param>
    /// <param name="page">The page.</param>
    /// <param name="cancel">Stops soon, also within a month.</param>
    public async Task<int> Run(
        string file, bool quick, int? enterprises, BenchmarkFormat format, string page, CancellationToken cancel)
    {
        var order = EffectsFile.Read(file, MeasureCatalog.Default);
        screen.WriteFormerNames(order.FormerNames);
        var results = BenchmarkResults.FileOf(order.File);
        if (format == BenchmarkFormat.Md)
        {
            Writable.Require("--out", page);
            Writable.Require("--format", results);
        }
        if (quick) order = order with { Replicates = QuickReplicates, Enterprises = QuickEnterprises };
        var firms = ExperimentPopulation.Of(order.Scenario, enterprises ?? order.Enterprises);
        var done = await new TrialRunner(order, firms.Recipe, firms.Population, MemorySize.Read(ExperimentPopulation.Memory)!.Value)
            .Run(new Lines(screen), cancel);

        var table = new Table().RoundedBorder().Columns([.. TrialTexts.Columns]);
        foreach (var line in TrialTexts.Lines(order, done))
            table.AddRow(line.Cells.Select(cell => new Text(ConsoleTexts.Say(cell))));
        screen.Tables.Write(table);
        screen.Write(TrialTexts.Verdict(order, done));
        if (format == BenchmarkFormat.Table) return ExitCode.Done;

        var command = $"simlab validate --effects --format md{(quick ? " --quick" : "")}{ExperimentPopulation.Typed(enterprises)}";
        AtomicFile.WriteText(page, BenchmarkPage.Write(order, done, command, firms.Population.Firms.Length), replace: true);
        AtomicFile.WriteText(results, BenchmarkResults.ToCsv(order, done, command), replace: true);
        await screen.Output.WriteLineAsync($"{page}\n{Position.Shown(results)}");
        return ExitCode.Done;
    }
}
