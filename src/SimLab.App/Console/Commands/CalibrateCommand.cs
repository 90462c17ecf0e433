using System.CommandLine;
using System.Globalization;
using SimLab.App.Texts;
using SimLab.Engine.Calibration;
using SimLab.Engine.Experiments.Running;
using SimLab.Engine.Scenarios;
using Spectre.Console;

namespace SimLab.App.Console.Commands;

/// <summary>
/// `simlab calibrate FILE`: fits the free behavioural parameters to facts, and writes the layer that scenarios extend.
/// </summary>
internal sealed class CalibrateCommand(Screen screen)
{
    internal const string Shipped = "scenarios/provinces/gansu/calibration/gansu-2023.yaml";

    public static Command Create(Screen screen)
    {
        var file = new Argument<string>("FILE")
        { Description = "A calibration, such as " + Shipped + ".", DefaultValueFactory = _ => Shipped };
        var folder = new Option<string?>("--out")
        {
            HelpName = "DIR",
            Description =
                "The folder for the fitted parameters and the draws of their posterior; old ones are replaced. [default: the folder of "
                + "FILE]",
        };
        var enterprises = ExperimentPopulation.Option();
        var command = new Command(
            "calibrate", "Fit the free behavioural numbers to the facts a file names; takes some minutes.") { file, folder, enterprises };
        command.SetAction((parsed, cancel) =>
            new CalibrateCommand(screen).Do(parsed.GetRequiredValue(file), parsed.GetValue(folder), parsed.GetValue(enterprises), cancel));
        return command;
    }

    private async Task<int> Do(string file, string? folder, int? enterprises, CancellationToken cancel)
    {
        var order = CalibrationFile.Read(file, MeasureCatalog.Default);
        screen.WriteFormerNames(order.FormerNames);
        var (parameters, posterior) = ParametersText.Files(order.File, folder);
        Writable.Require("--out", parameters);
        var firms = ExperimentPopulation.Of(order.Scenario, enterprises);
        screen.Report(
            $"{order.Fitted.Length} facts known by {order.KnownBy}, {order.Parameters.Length} free parameters, "
            + $"{firms.Population.Firms.Length} enterprises, {order.Scenario.Start} to {order.LastFitted}.");
        var result = await Calibrate(order, firms, ParametersText.Kept(parameters), cancel);
        await File.WriteAllTextAsync(posterior, ParametersText.Posterior(result), cancel);
        await File.WriteAllTextAsync(
            parameters, ParametersText.Layer(
            result, firms.Hash, $"simlab calibrate {Position.Shown(order.File)}{ExperimentPopulation.Typed(enterprises)}"), cancel);
        Write(result);
        await screen.Output.WriteLineAsync(
            $"{Position.Shown(Path.GetFullPath(parameters))}\n{Position.Shown(Path.GetFullPath(posterior))}");
        return ExitCode.Done;
    }

    // Simulated worlds are reused when a calibration was stopped or killed, with the same result; a finished one needs
    // none.
    private async Task<CalibrationResult> Calibrate(
        CalibrationOrder order, ExperimentPopulation firms, string kept, CancellationToken cancel)
    {
        CalibrationResult result;
        using (var store = WorldStore.Open(kept))
        {
            if (store.Count > 0) screen.Report(
                $"{store.Count} points of a stopped calibration are in {Position.Shown(kept)}; those that belong to this one are not "
                + $"simulated again.");
            result = await new Calibrator(order, firms.Worlds(screen, store)).Run(cancel);
        }
        File.Delete(kept);
        return result;
    }

    private void Write(CalibrationResult result)
    {
        var facts = new Table().RoundedBorder().Columns($"Fact", $"Month", $"Observed", $"Register", $"Fitted", $"Off by, standard errors");
        foreach (var fit in result.Fits)
            facts.AddRow(
                new Text(fit.Fact.Id), new Text(fit.Fact.At.ToString()), Number(fit.Fact.Observed), Number(fit.Documented),
                Number(fit.Fit), Number(fit.Miss, "+0.0;-0.0;0.0"));
        screen.Tables.Write(facts);
        var learnt = new Table().RoundedBorder().Columns($"Parameter", $"Fitted", $"90 %", $"What the facts say");
        foreach (var (i, summary) in result.Parameters.Index())
            learnt.AddRow(new Text(summary.Name), Number(result.Best[i]),
                new Text(string.Create(CultureInfo.InvariantCulture, $"{summary.P05:0.####} – {summary.P95:0.####}")),
                    new Text(ConsoleTexts.Say(ParametersText.Learnt(summary))));
        screen.Tables.Write(learnt);
        screen.Tables.Say(
            $"Off by {result.Distance:0.00} standard errors (root mean square); the register before it, {result.DistanceBefore:0.00}.");
    }

    private static Text Number(double? value, string? format = null) =>
        new(value is { } v
            ? v.ToString(
            format ?? (Math.Abs(v) >= 1000 ? "#,##0" : Math.Abs(v) >= 10 ? "0.#" : "0.####"), CultureInfo.InvariantCulture) : "–");
}
