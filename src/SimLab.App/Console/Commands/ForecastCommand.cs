using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using SimLab.Engine.Calibration;
using SimLab.Engine.Scenarios;

namespace SimLab.App.Console.Commands;

/// <summary>`simlab forecast`: writes the calibrated model's forecast to a file that is then frozen.</summary>
internal sealed class ForecastCommand(Screen screen)
{
    public static Command Create(Screen screen)
    {
        var file = new Argument<string>("CALIBRATION")
        {
            Description = "The calibration; the draws of its posterior stand beside it.",
            DefaultValueFactory = _ => CalibrateCommand.Shipped,
        };
        var folder = new Option<string?>("--out")
        {
            HelpName = "DIR",
            Description =
            "The folder of the file forecast-YEAR-MONTH.csv; an old one is replaced. [default: the folder of the calibration]"
        };
        var draws = Options.Whole("--draws", "Of the posterior, at most. [default: all]", 1, ScenarioReader.MostReplicates);
        var enterprises = ExperimentPopulation.Option();
        var command = new Command(
            "forecast", $"Forecast {Forecast.Years[0]} to {Forecast.Years[^1]} from a calibration, with intervals; takes some minutes.")
        {
            file, folder, draws, enterprises,
        };
        command.SetAction((parsed, cancel) =>
            new ForecastCommand(screen)
            .Do(parsed.GetRequiredValue(file), parsed.GetValue(folder), parsed.GetValue(draws), parsed.GetValue(enterprises), cancel));
        return command;
    }

    private async Task<int> Do(string file, string? folder, int? most, int? enterprises, CancellationToken cancel)
    {
        var order = CalibrationFile.Read(file, MeasureCatalog.Default);
        screen.WriteFormerNames(order.FormerNames);
        var draws = ParametersText.ReadPosterior(ParametersText.Files(order.File).Posterior, order);
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var frozen = Path.Combine(
            folder ?? Path.GetDirectoryName(order.File)!, string.Create(CultureInfo.InvariantCulture, $"forecast-{today:yyyy-MM}.csv"));
        Writable.Require("--out", frozen);
        var forecast = await Forecast.Run(
            order, [.. draws.Take(most ?? draws.Length)], ExperimentPopulation.Of(order.Scenario, enterprises).Worlds(screen),
            Forecast.Years, cancel);
        await File.WriteAllTextAsync(
            frozen, forecast.ToCsv(today, $"simlab forecast {Position.Shown(order.File)}{ExperimentPopulation.Typed(enterprises)}"),
            cancel);
        // The format of sha256sum, so that anybody can check it.
        var hash = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(frozen, cancel)));
        await File.WriteAllTextAsync(frozen + ".sha256", $"{hash}  {Path.GetFileName(frozen)}\n", cancel);
        await screen.Output.WriteLineAsync(Position.Shown(Path.GetFullPath(frozen)));
        return ExitCode.Done;
    }
}
