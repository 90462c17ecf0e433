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
internal static class RulesCommands
{
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
            return RulesCommand.Run(
                parsed.GetValue(facts), parsed.GetValue(year), month, parsed.GetValue(list),
                (parsed.GetValue(format) ?? default) == OutputFormat.Json, ProvinceFolders.Read(parsed.GetRequiredValue(province)),
                screen.Output, screen.Error);
        });
        return command;
    }
}
