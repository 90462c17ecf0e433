using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using SimLab.App.Console;
using SimLab.App.Console.Commands;
using SimLab.App.Texts;
using SimLab.Engine.Experiments;
using SimLab.Model;

namespace SimLab.App;

/// <summary>
/// The `simlab` command: parses the command line, runs the command, and reports every failure as a plain sentence.
/// </summary>
public static class Cli
{
    /// <param name="args">As typed after `simlab`.</param>
    /// <param name="output">Receives results.</param>
    /// <param name="error">Receives progress and errors.</param>
    /// <param name="language">Of the environment; <c>--lang</c> goes before it.</param>
    /// <param name="cancel">Cancelled by Ctrl-C.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static async Task<int> Run(
        string[] args, TextWriter output, TextWriter error, Language language = Language.En, CancellationToken cancel = default)
    {
        CultureInfo.CurrentUICulture = ConsoleLanguage.Of(args, language);              // of this flow only
        var verbose = new Option<bool>("--verbose") { Description = "Show where in the program a failure arose.", Recursive = true };
        var root = Root(verbose, new Screen(output, error));
        var parsed = root.Parse(args, ConsoleLanguage.Configuration);
        try
        {
            if (ArgumentErrors.In(parsed, root) is { IsEmpty: false } mistakes)
            {
                foreach (var mistake in mistakes) await error.WriteLineAsync(ConsoleTexts.Say(mistake));
                return ExitCode.WrongInput;
            }
            foreach (var line in FormerOptions.Lines(parsed)) await error.WriteLineAsync(ConsoleTexts.Say(line));
            return await parsed.InvokeAsync(
                new() { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, cancel);
        }
        catch (Exception failure)
        {
            var (code, sentence) = Said(failure);
            var message = ConsoleTexts.Say(sentence);
            await error.WriteLineAsync(parsed.GetValue(verbose) && code == ExitCode.RunFailed ? $"{message}\n{failure}" : message);
            return code;
        }
    }

    internal static RootCommand Root(Option<bool> verbose, Screen screen)
    {
        var root = new RootCommand(
            "SimLab, a policy simulation laboratory: what a policy does to the small firms of a province, with uncertainty.")
        {
            RunCommand.Create(screen),
            ResumeCommand.Create(screen),
            CheckCommand.Create(screen),
            PopulationCommand.Create(screen),
            RulesCommand.Create(screen),
            SchemaCommand.Create(screen),
            MeasuresCommand.Create(screen),
            AssumptionsCommand.Create(screen),
            OddCommand.Create(screen),
            DocsCommand.Create(screen),
            ExplainCommand.Create(screen),
            VerifyCommand.Create(screen),
            BranchCommand.Create(screen),
            PanelCommand.Create(screen),
            ExportCommand.Create(screen),
            EffectsCommand.Create(screen),
            CalibrateCommand.Create(screen),
            ValidateCommand.Create(screen),
            ForecastCommand.Create(screen),
            ExperimentCommands.Compare(screen),
            ExperimentCommands.Create(
                screen, "sweep", "sweep-rewards.yaml", "Run an experiment file over ranges of levers, dates and assumptions."),
            ExperimentCommands.Create(
                screen, "sensitivity", "sensitivity-targets.yaml",
                "Find which levers and assumptions the outcomes depend on: tornado, Morris, Sobol."),
            ExperimentCommands.Create(
                screen, "attribute", "attribute-2023.yaml",
                "Share out among the measures what the policy changes: Shapley values, and each left out."),
            ExperimentCommands.Create(
                screen, "optimise", "optimise-budget.yaml",
                "Find the best mix of levers within limits such as a public budget: one goal, or the trade between several."),
            ExperimentCommands.Create(
                screen, "discover", "discover-misses.yaml",
                "Find under which assumptions and levers the plan misses what is wanted, in plain sentences."),
            ExperimentCommands.Create(
                screen, "robustness", "robustness-policies.yaml",
                "Judge several policies across uncertain futures: regret, and how often each is good enough."),
            StackCommand.Create(screen),
            ModelsCommand.Create(
                screen,
                (args, output, error, cancel) => Run(args, output, error, ConsoleTexts.Language, cancel)),
            BenchCommand.Create(screen),
            ServeCommand.Create(screen),
            ReplayCommand.Create(screen),
            SiloCommand.Create(screen),
            ClusterCommands.CreateCluster(screen),
            ClusterCommands.CreateStatus(screen),
            VersionCommand.Create(screen),
            verbose,
            ConsoleLanguage.Option(),
        };
        ConsoleTexts.Translate(root);
        // Chinese has no blanks to break a line at; the terminal breaks it.
        var option = root.Options.OfType<HelpOption>().Single();
        var help = (HelpAction)option.Action!;
        if (!screen.OnTerminal || ConsoleTexts.InChinese) help.MaxWidth = int.MaxValue;
        if (ConsoleTexts.InChinese) option.Action = new ChineseHelp(help);
        return root;
    }

    private static (int Code, Sentence Sentence) Said(Exception failure) => failure switch
    {
        ResumableException or ExperimentStoppedException => (ExitCode.RunFailed, SentenceException.Of(failure)),
        SentenceException said => (ExitCode.WrongInput, said.Sentence),
        OperationCanceledException => (ExitCode.RunFailed, $"Stopped. Nothing was kept."),
        OutOfMemoryException => (ExitCode.RunFailed,
            $"The run failed: memory ran out. Give it less at a time with --memory, such as --memory 500MB; the result is the same."),
        AggregateException { InnerExceptions: [var only] } => Said(only),
        _ => (ExitCode.RunFailed, $"The run failed, and nothing was kept: {SentenceException.Of(failure)}. (--verbose shows where.)"),
    };
}
