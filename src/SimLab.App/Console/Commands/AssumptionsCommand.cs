using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using SimLab.App.Texts;
using SimLab.Engine.Calibration;
using SimLab.Engine.Populations;
using SimLab.Model;
using Spectre.Console;

namespace SimLab.App.Console.Commands;

internal enum RegisterFormat { Table, Json, Md }

/// <summary>
/// `simlab assumptions`: lists every number that is neither law nor policy, with its source and confidence.
/// </summary>
internal sealed class AssumptionsCommand(Screen screen)
{
    internal const string Recorded = "scenarios/provinces/gansu/calibration/sensitivity.csv";
    private const string Ranked = "scenarios/gansu-2023.yaml";
    private const ulong RankingSeed = 20231231;

    public static Command Create(Screen screen)
    {
        var format = Options.OneOf<RegisterFormat>(
            "--format", "A table to read, one JSON document for programs, or the page of the documentation.");
        var rank = new Option<bool>("--rank")
        {
            Description = $"First measure what each number does to the targets, one at a time, and record it in {Recorded}; takes some "
            + $"minutes."
        };
        var study = new FormerOption<bool>("--study", rank, $"it ranks the numbers by what each does to the targets.");
        var replicates = Options.Replicates("With --rank: how often luck is drawn in each arm. [default: 2]", 1);
        var enterprises = ExperimentPopulation.Option();
        var command = new Command(
            "assumptions",
            "List every assumption about firms, banks and the economy: value, unit, range, confidence, source, what it drives, what "
            + "depends on it.")
        {
            format, rank, study, replicates, Options.Worlds(replicates), enterprises,
        };
        command.SetAction((parsed, cancel) =>
            new AssumptionsCommand(screen)
            .Do(parsed.GetValue(format) ?? default, parsed.GetValue(rank), parsed.GetValue(replicates) ?? 2,
            parsed.GetValue(enterprises), cancel));
        return command;
    }

    private async Task<int> Do(RegisterFormat format, bool rank, int replicates, int? enterprises, CancellationToken cancel)
    {
        if (rank) await Rank(replicates, enterprises, cancel);
        var (all, province) = Read(".", screen);
        if (format == RegisterFormat.Json) await screen.Output.WriteAsync(Register.ToJson(all));
        else if (format == RegisterFormat.Md) await screen.Output.WriteAsync(Register.ToMarkdown(all));
        else Write(all, province);
        return ExitCode.Done;
    }

    /// <summary>The register, with what calibration and ranking found, where the folder has their files.</summary>
    /// <param name="root">Folder in which <c>scenarios</c> lies.</param>
    /// <param name="screen">Told of former words in the scenario.</param>
    internal static ImmutableArray<Assumption> Listed(string root, Screen screen) => Read(root, screen).Register;

    private static (ImmutableArray<Assumption> Register, Province? Province) Read(string root, Screen screen)
    {
        var (ranking, scenario) = (Path.Combine(root, Recorded), Path.Combine(root, Ranked));
        var studied = File.Exists(ranking) ? SensitivityRanking.Read(ranking) : [];
        var shipped = File.Exists(scenario) ? ScenarioArgument.Read(scenario, screen) : null;
        if (shipped is null) return (Register.Of(null, studied, null), null);
        var recipe = PopulationFile.Read(shipped.Population).Recipe;
        return (Register.Of(new(shipped.Behaviour, shipped.Macro), studied, recipe), recipe.Province);
    }

    private async Task Rank(int replicates, int? enterprises, CancellationToken cancel)
    {
        Writable.Require("--rank", Recorded);
        var scenario = ScenarioArgument.Read(Ranked, screen);
        var all = await SensitivityRanking.Run(
            scenario, ExperimentPopulation.Of(scenario, enterprises).Worlds(screen), replicates, RankingSeed, cancel);
        var text = SensitivityRanking.ToCsv(
            all, DateOnly.FromDateTime(DateTime.UtcNow),
            $"simlab assumptions --rank --replicates {replicates}{ExperimentPopulation.Typed(enterprises)}", RankingSeed, replicates);
        await File.WriteAllTextAsync(Recorded, text, cancel);
    }

    private void Write(ImmutableArray<Assumption> all, Province? province)
    {
        foreach (var group in all.GroupBy(a => a.Group))
        {
            screen.Tables.Say(
                group.Key switch
                {
                    "behaviour" => Sentence.Of($"behaviour: how firms, banks and offices behave"),
                    "macro" => $"macro: the world outside the model",
                    _ => $"population: the firms at month zero, and the usual ratios of their industries",
                });
            foreach (var a in group)
            {
                var value = !a.Members.IsEmpty ? $"{a.Members.Select(one => Sentence.Of($"{Member(one.Member, province)} {one.Value}"))}"
                    : a.Fitted is null ? Sentence.Verbatim(a.Value) : $"{a.Value} (fitted {a.Fitted})";
                var line = ConsoleTexts.Say($"{Name(a)} = {value}  [{Number(a.Min)}, {Number(a.Max)}] {Term.Unit(a.Unit)}");
                screen.Tables.WriteLine($"  {line}");
                Beneath($"{Term.Name($"{a.Confidence}", ConfidenceTexts.Of(a.Confidence).Zh)}. {Term.Source(a.Source)}");
                if (a.VariedBy is { } level) Beneath($"{level} raises or lowers all of them.");
                if (!a.Drives.IsEmpty) Beneath($"Drives {a.Drives.Select(Part)}.");
                if (a.Sensitivity is { } s)
                    Beneath(
                        $"Halved / half more: {s.AtLow[0]:+0;-0;0} / {s.AtHigh[0]:+0;-0;0} high-tech enterprises, {s.AtLow[1]:+0;-0;0} / "
                        + $"{s.AtHigh[1]:+0;-0;0} new 专精特新.");
            }
            screen.Tables.WriteLine();
        }
    }

    private static Term Name(Assumption assumption) =>
        Term.Name(assumption.Name, $"{ParameterTexts.Of(assumption).Zh} {assumption.Name}");

    // A region of the province, an industry, a kind of firm or a band of sizes.
    private static Term Member(string name, Province? province) =>
        Term.Name(name, province is null ? null : PlaceNames.Member(province, name).Zh);

    private static Term Part(string type) => Term.Name(type, $"{ParameterTexts.PartOfModel(type).Zh}（{type}）");

    private void Beneath(Sentence text) =>
        screen.Tables.Write(new Padder(new Text(ConsoleTexts.Say(text)), new Padding(6, 0, 0, 0)));

    private static string Number(double value) => value.ToString(Math.Abs(value) >= 1e5 ? "N0" : "0.######", CultureInfo.InvariantCulture);
}
