using System.CommandLine;
using System.Globalization;
using SimLab.Engine.Recording;
using SimLab.Engine.Reporting;
using SimLab.Engine.Scenarios;
using SimLab.Model.Enterprises;
using SimLab.Model.Policies;
using SimLab.Model.Populations;
using Spectre.Console;

namespace SimLab.App.Console.Commands;

/// <summary>`simlab check SCENARIO`: reads the scenario with every file it names, and summarises it.</summary>
internal sealed class CheckCommand(IAnsiConsole console)
{
    public static Command Create(Screen screen)
    {
        var scenario = ScenarioArgument.Create();
        var command = new Command(
            "check", "Read a scenario without running it: what it contains, and what differs from its baseline.") { scenario };
        command.SetAction(parsed => new CheckCommand(screen.Tables).Say(ScenarioArgument.Read(parsed.GetRequiredValue(scenario), screen)));
        return command;
    }

    private void Say(Scenario scenario)
    {
        var population = PopulationSource.Of(scenario);
        var grown = population.Generate(scenario.Seed);                      // throws if its figures contradict each other

        Line($"{scenario.Name}{(scenario.NameZh is { } zh ? $"  {zh}" : "")}");
        foreach (var paragraph in scenario.Note?.TrimEnd().Split('\n') ?? []) Indented(paragraph);
        var span = $"{scenario.Start} to {scenario.LastMonth} ({scenario.Months} months)";
        Line($"{span}, {scenario.Replicates} replicates, seed {scenario.Seed}.");
        Line($"Population: {population.Recipe.Name}, {population.Recipe.At}; {grown.Firms.Length:N0} enterprises to simulate.");
        Block("Supply network", SupplyReport.Of(grown).Select(Network), "none");
        Block("Measures", scenario.Measures.Select(InForce), "none");
        if (!scenario.Changes.IsEmpty) Block("On the way", ScenarioText.OnTheWay(scenario), "nothing");
        if (scenario.Branch is { } branch) Line($"A branch of run {branch.Of[..16]}, which it leaves in {branch.At}.");
        Block("Targets", scenario.Targets.Select(t => $"{t.Id}: {TargetTexts.Of(t)}, by {t.By} ({t.Source})"), "none");
        if (scenario.Baseline is { } baseline)
            Block($"Beside it runs: {baseline.Name}. What differs", ScenarioText.Difference(scenario.Arms[0], scenario.Arms[1]),
                "nothing: both arms are the same");
        else
            Line($"It runs alone: no baseline is named.");
        Line($"Content address: {ContentAddress.Of(scenario, population.Hash)}");
        Line($"No mistakes found.");
    }

    private static string Network(SupplyLine line) => string.Create(CultureInfo.InvariantCulture,
        $"{(line.Tier == Tier.Leader ? "leaders" : $"{line.Tier} tier").ToLowerInvariant()}: "
        + $"{line.Enterprises:N0} enterprises, {line.Firms:N0} firms")
        + (line.Customers == 0 ? "" : string.Create(CultureInfo.InvariantCulture,
            $"; {line.Customers:N0} have suppliers, {line.MeanSuppliers:0.0} on average, {line.MostSuppliers} at most, "
            + $"and the largest tenth {line.LargestTenthShare:P0} of them"))
        + (double.IsNaN(line.NearShare) ? ""
            : string.Create(CultureInfo.InvariantCulture, $"; {line.NearShare:P0} sell to a customer in their region"));

    private static string InForce(Measure measure) =>
        $"{measure.Clause.Id} {measure.Name} {measure.Clause.Heading}, " + (measure.From, measure.Until) switch
        {
            (null, null) => "all the time",
            ({ } from, null) => $"from {from}",
            (null, { } until) => $"until {until}",
            ({ } from, { } until) => $"from {from} until {until}",
        };

    private void Block(string heading, IEnumerable<string> lines, string none)
    {
        Line($"{heading}:");
        foreach (var line in lines.DefaultIfEmpty(none)) Indented(line);
    }

    private void Indented(string text) => console.Write(new Padder(new Text(text), new Padding(2, 0, 0, 0)));

    private void Line(FormattableString text) => console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
