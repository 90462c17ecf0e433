using System.CommandLine;
using SimLab.Engine.Calibration;
using SimLab.Engine.Scenarios;
using SimLab.Engine.Storage;
using SimLab.Pages;

namespace SimLab.App.Console.Commands;

/// <summary>`simlab validate`: back-test, stylised facts and totals of the synthetic firms, as one page.</summary>
internal sealed class ValidateCommand(Screen screen)
{
    private const string DefaultPage = "runs/validation.html";

    public static Command Create(Screen screen)
    {
        var file = new Argument<string?>("FILE")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "The calibration on what was known before; the draws of its posterior stand beside it. With --effects: the "
                + "effects that others measured. [default: in the folder of the province the calibration that knows least, or "
                + $"{EffectsBenchmark.Name}]",
        };
        var province = Options.Province("The province whose calibration or effects are meant, where FILE is not given.");
        var page = new Option<string?>("--out")
        {
            HelpName = "FILE",
            Description = $"The page; an old one is replaced. [default: {DefaultPage}, or {EffectsBenchmark.DefaultPage}]",
        };
        var effects = new Option<bool>("--effects")
        { Description = "Instead: measure again in the model, by randomised trials, what others measured; takes some minutes." };
        var format = Options.OneOf<BenchmarkFormat>(
            "--format", "With --effects: a table, or also the page and, beside FILE, the results from which levers are graded.");
        var quick = new Option<bool>("--quick")
        { Description = "A few draws over a shorter time or of fewer firms, to see that everything works; its figures are rough." };
        var again = new Option<bool>("--calibrate")
        { Description = "Calibrate first instead of taking the recorded posterior; takes some minutes more." };
        var enterprises = ExperimentPopulation.Option();
        var command = new Command(
            "validate", "Score the model against facts it was not fitted to, and write the page on why to believe it; takes some minutes.")
        {
            file, province, page, effects, format, quick, again, enterprises,
        };
        command.SetAction((parsed, cancel) =>
        {
            var (of, given) = (parsed.GetRequiredValue(province), parsed.GetValue(file));
            return parsed.GetValue(effects)
                ? new EffectsBenchmark(screen).Run(
                    given ?? EffectsBenchmark.Of(of), parsed.GetValue(quick), parsed.GetValue(enterprises),
                    parsed.GetValue(format) ?? default, parsed.GetValue(page) ?? EffectsBenchmark.DefaultPage, cancel)
                : new ValidateCommand(screen).Do(
                    given ?? CalibrationFolder.BackTest(of), parsed.GetValue(page) ?? DefaultPage,
                    parsed.GetValue(quick), parsed.GetValue(again),
                    parsed.GetValue(enterprises), cancel);
        });
        return command;
    }

    private async Task<int> Do(string file, string page, bool quick, bool again, int? enterprises, CancellationToken cancel)
    {
        var order = CalibrationFile.Read(file, MeasureCatalog.Default);
        screen.WriteFormerNames(order.FormerNames);
        Writable.Require("--out", page);
        var recorded = again ? null : ParametersText.ReadPosterior(ParametersText.Files(order.File).Posterior, order);
        var firms = ExperimentPopulation.Of(order.Scenario, enterprises);
        // totals and stylised facts describe all firms
        var whole = enterprises is null ? firms : ExperimentPopulation.Of(order.Scenario, null);
        var worlds = firms.Worlds(screen);
        var draws = recorded ?? [.. (await new Calibrator(order, worlds).Run(cancel)).Draws];
        var validation = await Validation.Run(
            order, draws, worlds, order.Scenario, whole.Recipe, whole.Population,
            quick ? ValidationSize.Quick(order) : ValidationSize.Full(order),
            MemorySize.Read(ExperimentPopulation.Memory)!.Value, cancel);
        AtomicFile.WriteText(page, await ValidationPage.Write(ValidationReport.Of(validation)), replace: true);
        foreach (var sentence in ValidationReport.Verdict(validation)) screen.Write(sentence);
        await screen.Output.WriteLineAsync(page);
        return ExitCode.Done;
    }
}
