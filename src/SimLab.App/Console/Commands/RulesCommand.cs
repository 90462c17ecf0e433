using System.CommandLine;
using SimLab.App.Runs;
using SimLab.App.Texts;
using SimLab.Engine.Populations;
using SimLab.Engine.RuleQueries;
using SimLab.Model;

namespace SimLab.App.Console.Commands;

/// <summary>
/// `simlab rules FACTS`: applies the law to the facts of a firm; `--list`: prints the whole rulebook.
/// </summary>
internal static class RulesCommand
{
    /// <summary>Exit code for invalid input; all valid rows were judged.</summary>
    public const int WrongInput = 2;

    private const int MostListed = 50;

    public static Command Create(Screen screen)
    {
        var facts = new Argument<string?>("FACTS")
        {
            Description = "A YAML or CSV file of one or many firms, such as scenarios/rules/example-firms.yaml.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var list = new Option<bool>("--list") { Description = "Print the whole rulebook with dates, documents and sources." };
        var year = Options.Whole("--year", "Judge by the law of this year.", 2019, 2027);
        var on = new Option<string?>("--on") { HelpName = "YYYY-MM", Description = "Judge by the law of this month." };
        var province = Options.Province("The province whose law applies beside the national one.");
        var format = Options.OneOf<OutputFormat>("--format", "A text to read, or JSON for programs.");
        var command = new Command(
            "rules", "Say what the law says of firms' facts: taxes, size class, titles with every condition, each with document and "
            + "clause.")
        {
            facts, list, year, on, province, format,
        };
        command.SetAction(parsed =>
        {
            Month? month = null;
            if (parsed.GetValue(on) is { } text)
                month = Month.TryParse(text, out var read) ? read
                    : throw new InputException($"--on is \"{text}\". Write a month such as 2023-03.");
            return Run(
                parsed.GetValue(facts), parsed.GetValue(year), month, parsed.GetValue(list),
                (parsed.GetValue(format) ?? default) == OutputFormat.Json, ProvinceFolders.Read(parsed.GetRequiredValue(province)), screen);
        });
        return command;
    }

    /// <summary>Judges a facts file, or prints the rulebook.</summary>
    /// <param name="path">The facts file; null with <paramref name="list"/>.</param>
    /// <param name="year">Judge by the law of this year; null: of each row's own year.</param>
    /// <param name="on">Judge everything by the law of this month.</param>
    /// <param name="list">Print the rulebook instead.</param>
    /// <param name="json">Write JSON instead of text.</param>
    /// <param name="province">The province whose law applies beside the national one.</param>
    /// <param name="screen">Where answers and problems go.</param>
    /// <returns>The exit code.</returns>
    public static int Run(
        string? path, int? year, Month? on, bool list, bool json, Province province, Screen screen)
    {
        if (Mistake(path, year, on, list) is { } mistake)
        {
            screen.Report(mistake);
            return WrongInput;
        }
        if (list)
        {
            if (json) RuleListing.WriteJson(screen.Output, province, year, on);
            else RulebookText.Write(screen, province, year, on);
            return 0;
        }

        var file = FactsFile.Read(path!);
        var judgements = file.Years.Select(facts => RuleJudge.Judge(
            facts, on is { } month ? LawDate.Of(month) : new(year ?? facts.Year), province));
        if (json) RulesJson.Write(screen.Output, judgements);
        else RulesText.Write(screen, judgements);

        foreach (var problem in file.Problems.Take(MostListed)) screen.Report(problem.Sentence);
        if (file.ProblemCount > MostListed) screen.Report($"… and {file.ProblemCount - MostListed} more.");
        return file.ProblemCount == 0 ? 0 : WrongInput;
    }

    private static Sentence? Mistake(string? path, int? year, Month? on, bool list) => (path, year, on, list) switch
    {
        (_, not null, not null, _) => Sentence.Of($"Give --year or --on, not both."),
        (_, { } asked, _, _) when asked is < FactKeys.FirstYear or > FactKeys.LastYear =>
            $"--year is {asked}. The rulebook knows {FactKeys.FirstYear} to {FactKeys.LastYear}.",
        (_, _, { } asked, _) when asked.Year is < FactKeys.FirstYear or > FactKeys.LastYear =>
            $"--on is {asked}. The rulebook knows {FactKeys.FirstYear}-01 to {FactKeys.LastYear}-12.",
        (null, _, _, false) => $"Name a facts file (.yaml or .csv), or ask for --list.",
        (not null, _, _, true) => $"--list prints the rulebook and reads no facts. Leave one of them out.",
        _ => null,
    };
}
