using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using SimLab.App.Runs;
using SimLab.App.Texts;
using SimLab.Engine.Populations;
using SimLab.Engine.Recording;
using SimLab.Model.Enterprises;
using SimLab.Model.Populations;
using SimLab.Model;
using Spectre.Console;

namespace SimLab.App.Console.Commands;

/// <summary>
/// `simlab population [FILE]`: compares every total of a population's recipe with its synthetic firms.
/// </summary>
internal sealed class PopulationCommand(Screen screen)
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private sealed record Row(
        string Name, double Published, double Synthetic, double? DifferencePercent, string Unit, string Tag, string Source,
        bool Met, string? Why);

    private sealed record OwnRow(string File, string Stand, int Firms, long StandFor);

    private sealed record Document(
        string Population, string At, string Hash, ulong Seed, bool FullScale, int Enterprises, int Vacant, long StandFor,
            long StateBytes, double Seconds,
        OwnRow? OwnFirms, Row[] Totals);

    public static Command Create(Screen screen)
    {
        var file = new Argument<string>("FILE")
        {
            Description = "A scenario, or a population such as scenarios/provinces/gansu/population.yaml.",
            DefaultValueFactory = _ => "scenarios/gansu-2023.yaml",
        };
        var seed = Options.Seed("--seed", "Same seed, same firms. [default: as in the scenario; 1 for a population]");
        var fullScale = Options.FullScale();
        var format = Options.OneOf<OutputFormat>("--format", "A table to read, or one JSON document for programs.");
        var command = new Command(
            "population", "Generate the firms of a population, and compare every total of its recipe with theirs.")
            { file, seed, fullScale, format };
        command.SetAction(parsed => new PopulationCommand(screen).Do(
            parsed.GetRequiredValue(file), parsed.GetValue(seed), parsed.GetValue(fullScale), parsed.GetValue(format) ?? default));
        return command;
    }

    private void Do(string name, ulong? seed, bool fullScale, OutputFormat format)
    {
        var (file, ownSeed) = Read(name, fullScale);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var population = file.Generate(seed ?? ownSeed);
        var seconds = clock.Elapsed.TotalSeconds;
        var alive = population.Initial.Count(state => state.IsAlive);
        var document = new Document(
            file.Recipe.Name, file.Recipe.At.ToString(), file.Hash, seed ?? ownSeed, fullScale, alive, population.Firms.Length - alive,
            population.Firms.Zip(population.Initial).Where(x => x.Second.IsAlive).Sum(x => (long)x.First.Weight),
            (long)population.Firms.Length * Enterprise.Bytes, Math.Round(seconds, 3),
            file.Recipe.Own is { } own
                ? new(own.File, own.Alone ? "alone" : "beside", own.Firms.Length, own.Firms.Sum(firm => (long)firm.Weight)) : null,
            [.. PopulationReport.Of(file.Recipe, population).Select(RowOf)]);
        if (format == OutputFormat.Json) screen.Output.Write(JsonSerializer.Serialize(document, Layout) + "\n");
        else Write(document, file.Recipe);
    }

    // A population file states its month; a scenario states its start.
    private (PopulationFile File, ulong Seed) Read(string name, bool fullScale)
    {
        if (PopulationFile.IsPopulation(name)) return (PopulationSource.Read(name, fullScale), 1);
        var scenario = ScenarioArgument.Read(name, screen);
        return (PopulationSource.Of(scenario, fullScale), scenario.Seed);
    }

    private static Row RowOf(ReportLine line) => new(
        line.Name, line.Published, line.Synthetic, double.IsFinite(line.Difference) ? 100 * line.Difference : null,
        line.Unit, line.Tag.ToString().ToLowerInvariant(), line.Source, line.IsMet, line.Why);

    private void Write(Document document, PopulationRecipe recipe)
    {
        var culture = CultureInfo.InvariantCulture;
        var table = new Spectre.Console.Table().RoundedBorder().Columns($"Total", $"Published", $"Synthetic", $"Off by", $"Source");
        for (var column = 1; column <= 3; column++) table.Columns[column].RightAligned().NoWrap();
        var above = "";
        foreach (var row in document.Totals)
        {
            table.AddRow(
                new Text(Name(row, recipe.Province)), new Text(Number(row.Published)), new Text(Number(row.Synthetic)),
                new Text(row.DifferencePercent is { } percent ? percent.ToString("+0.00;-0.00;0", culture) + " %" : "–"),
                new Text(Origin(row, above)));
            above = row.Source;
        }
        var name = Term.Name(document.Population, recipe.NameZh);
        screen.Tables.Say(document.FullScale ? Sentence.Of($"{name}, {document.At}, seed {document.Seed}, full scale")
            : $"{name}, {document.At}, seed {document.Seed}");
        if (document.Totals.Length > 0)
        {
            screen.Tables.Write(table);
            var missed = document.Totals.Count(row => !row.Met);
            screen.Tables.Say(
                $"{document.Totals.Length} totals: {document.Totals.Length - missed} within 1 % or two whole firms, {missed} further "
                + $"off, for the reason beside it.");
        }
        if (document.OwnFirms is { } own)
            screen.Tables.Say(own.Stand == "alone"
                ? Sentence.Of($"{own.Firms:N0} firms of {own.File} stand instead of the synthetic ones, for {own.StandFor:N0} firms; no "
                    + $"total counts them.")
                : $"{own.Firms:N0} firms of {own.File} stand beside the synthetic ones, for {own.StandFor:N0} firms; no total counts "
                    + $"them.");
        screen.Tables.Say(
            $"{document.Enterprises:N0} enterprises stand for {document.StandFor:N0} firms, beside {document.Vacant:N0} vacant slots; "
            + $"{MemorySize.Shown(document.StateBytes)} of state a world; made in {document.Seconds:0.0} s.");
        screen.Tables.Say($"Hash of the population: {document.Hash}");
    }

    private static string Name(Row row, Province province) => ConsoleTexts.InChinese
        ? $"{TotalNames.Of(row.Name, province).Zh}（{ParameterTexts.Unit(row.Unit).Zh}）" : $"{row.Name}, {row.Unit}";

    private static string Origin(Row row, string above)
    {
        var tag = Term.Name(row.Tag, ConfidenceTexts.Of(Enum.Parse<Confidence>(row.Tag, ignoreCase: true)).Zh);
        var origin = row.Source == above ? Sentence.Of($"as above") : $"{tag}; {Term.Source(row.Source)}";
        return ConsoleTexts.Say(row.Why is { } why ? Sentence.Of($"{origin} · Off because: {Term.Source(why)}.") : origin);
    }

    private static string Number(double value) =>
        value.ToString(Math.Abs(value) >= 1000 ? "#,##0" : Math.Abs(value) >= 10 ? "0.#" : "0.####", CultureInfo.InvariantCulture);
}
