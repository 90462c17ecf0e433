using System.CommandLine;
using SimLab.App.Texts;
using SimLab.Engine.Recording;
using SimLab.Engine.Reporting;
using SimLab.Engine.Scenarios.Outcomes;
using SimLab.Engine.Scenarios;
using SimLab.Model.Enterprises;
using SimLab.Model.Policies;
using SimLab.Model.Populations;
using SimLab.Model;
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

        console.WriteLine(scenario.NameZh is not { } zh ? scenario.Name : ConsoleTexts.InChinese ? zh : $"{scenario.Name}  {zh}");
        var note = ConsoleTexts.InChinese ? scenario.NoteZh ?? scenario.Note : scenario.Note;
        foreach (var paragraph in note?.TrimEnd().Split('\n') ?? []) Indented(paragraph);
        var replicates = scenario.Replicates == 1 ? Sentence.Of($"1 replicate") : $"{scenario.Replicates} replicates";
        Line($"{scenario.Start} to {scenario.LastMonth} ({scenario.Months} months), {replicates}, seed {scenario.Seed}.");
        var name = Term.Name(population.Recipe.Name, population.Recipe.NameZh);
        Line($"Population: {name}, {population.Recipe.At}; {grown.Firms.Length:N0} enterprises to simulate.");
        Block($"Supply network", SupplyReport.Of(grown).Select(Network), $"none");
        Block($"Measures", scenario.Measures.Select(InForce), $"none");
        if (!scenario.Changes.IsEmpty) Block($"On the way", ScenarioText.OnTheWay(scenario), $"nothing");
        if (scenario.Branch is { } branch) Line($"A branch of run {branch.Of[..16]}, which it leaves in {branch.At}.");
        Block(
            $"Targets", scenario.Targets.Select(t =>
            Sentence.Of($"{Name(t)}: {TargetTexts.Of(t)}, by {t.By} ({Term.Source(t.Source)})")), $"none");
        if (scenario.Baseline is { } baseline)
            Block(
                $"Beside it runs: {Term.Name(baseline.Name, baseline.NameZh)}. What differs",
                ScenarioText.Difference(scenario.Arms[0], scenario.Arms[1]),
                $"nothing: both arms are the same");
        else
            Line($"It runs alone: no baseline is named.");
        Line($"Content address: {ContentAddress.Of(scenario, population.Hash)}");
        Line($"No mistakes found.");
    }

    // An English listing has the id of the file.
    private static Term Name(Target target) => Term.Name(target.Id, OutcomeCatalog.Of(target.Id).NameZh);

    private static Sentence Network(SupplyLine line)
    {
        List<Sentence> facts = [$"{line.Enterprises:N0} enterprises, {line.Firms:N0} firms"];
        if (line.Customers > 0) facts.Add(
            $"{line.Customers:N0} have suppliers, {line.MeanSuppliers:0.0} on average, {line.MostSuppliers} at most, and the largest "
            + $"tenth {line.LargestTenthShare:P0} of them");
        if (!double.IsNaN(line.NearShare)) facts.Add($"{line.NearShare:P0} sell to a customer in their region");
        Sentence tier = line.Tier switch
        {
            Tier.Leader => Sentence.Of($"leaders"),
            Tier.First => $"first tier",
            Tier.Second => $"second tier",
            _ => throw new InvalidOperationException($"Bug in SimLab: {line.Tier} is no tier of a chain."),
        };
        return $"{tier}: {WordList.Clauses(facts)}";
    }

    private static Sentence InForce(Measure measure)
    {
        var name = Term.Name($"{measure.Name} {measure.Clause.Heading}", measure.Clause.Heading);
        return $"{Term.Name($"{measure.Clause.Id}", null)} {name}, {ScenarioText.When(measure)}";
    }

    private void Block(Sentence heading, IEnumerable<Sentence> lines, Sentence none)
    {
        Line($"{heading}:");
        foreach (var line in lines.DefaultIfEmpty(none)) Indented(ConsoleTexts.Say(line));
    }

    private void Indented(string text) => console.Write(new Padder(new Text(text), new Padding(2, 0, 0, 0)));

    private void Line(Sentence sentence) => console.Say(sentence);
}
