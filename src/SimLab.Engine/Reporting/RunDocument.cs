using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using SimLab.Engine.Execution;
using SimLab.Engine.Scenarios;
using SimLab.Engine.Scenarios.Outcomes;
using SimLab.Engine.Statistics;
using SimLab.Model.Enterprises;
using SimLab.Model.Messages;
using SimLab.Model.Policies;

namespace SimLab.Engine.Reporting;

/// <summary>
/// A run as one JSON document, for programs. Its keys are a contract: none is renamed or removed. Everything except
/// <see cref="Performance"/> is identical whenever the same build runs the same scenario.
/// </summary>
public sealed record RunDocument
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Name of the scenario.</summary>
    public required string Scenario { get; init; }
    /// <summary>Chinese name of the scenario; null: it has none.</summary>
    public required string? ScenarioZh { get; init; }
    /// <summary>File name of the scenario, without its folder.</summary>
    public required string ScenarioFile { get; init; }
    /// <summary>Seed of all random draws.</summary>
    public required ulong Seed { get; init; }
    /// <summary>Number of replicates per arm.</summary>
    public required int Replicates { get; init; }
    /// <summary>First month, as 2022-01.</summary>
    public required string Start { get; init; }
    /// <summary>Number of months simulated.</summary>
    public required int Months { get; init; }

    /// <summary>Simulated enterprises, one grain each: in business at the start, or slots for foundings.</summary>
    public required int Enterprises { get; init; }
    /// <summary>Enterprises in business at month zero.</summary>
    public required int EnterprisesAtStart { get; init; }

    /// <summary>Number of firms the enterprises at the start represent, by their weights.</summary>
    public required long FirmsRepresented { get; init; }

    /// <summary>"baseline" and "policy"; or "policy" alone.</summary>
    public required ImmutableArray<string> Arms { get; init; }
    /// <summary>Names of the scenarios, by arm.</summary>
    public required Dictionary<string, ArmName> ArmNames { get; init; }
    /// <summary>Hash of the result.</summary>
    public required string Hash { get; init; }
    /// <summary>SHA-256 of the run's inputs: model build, population and scenario.</summary>
    public required string ContentAddress { get; init; }
    /// <summary>The targets, in the order of the scenario.</summary>
    public required ImmutableArray<TargetRow> Targets { get; init; }
    /// <summary>Indicators at the last month.</summary>
    public required ImmutableArray<IndicatorRow> EndOfRun { get; init; }
    /// <summary>Public cost by arm and measure.</summary>
    public required ImmutableArray<CostRow> PublicCost { get; init; }
    /// <summary>Who got the public money, who won and who lost; null: not recorded.</summary>
    public required IncidenceNode? Incidence { get; init; }
    /// <summary>Who paid for the measures of each arm.</summary>
    public required ImmutableArray<FinancingRow> FinancedBy { get; init; }
    /// <summary>Value added that the policy brings for each yuan it costs the public more; null: no baseline, or no cost.</summary>
    public required double? Multiplier { get; init; }
    /// <summary>What each sector received less what it paid, over the run.</summary>
    public required ImmutableArray<SectorRow> Sectors { get; init; }
    /// <summary>Time, memory and grain calls of the run.</summary>
    public required Performance Performance { get; init; }

    /// <summary>Names of the scenario of an arm.</summary>
    public sealed record ArmName(string Name, string? NameZh);

    /// <summary>Mean, quantiles (type 7) and the share of replicates that meet the target.</summary>
    public sealed record ArmCell(double Mean, double P05, double P50, double P95, double? Probability, double? Yardstick, int Replicates);

    /// <summary>
    /// Policy minus baseline of the same replicate; <c>meanLow</c> and <c>meanHigh</c> are the 95 % confidence interval
    /// of the mean.
    /// </summary>
    public sealed record DifferenceCell(double Mean, double P05, double P95, double? MeanLow, double? MeanHigh, bool Clear, int Replicates);

    /// <summary>
    /// Extra public cost of the measures charged with this target; <c>why</c>: reason for no cost per unit.
    /// </summary>
    public sealed record CostCell(double ExtraYuan, double? YuanPerUnit, string? Why, ImmutableArray<string> Charged);

    /// <summary>An indicator at a month, by arm.</summary>
    public sealed record IndicatorRow(string Id, string Unit, string Month, Dictionary<string, ArmCell?> Arms, DifferenceCell? Difference);

    /// <summary>A judged target. <c>target</c>: null without a number; <c>targetText</c>: always set.</summary>
    public sealed record TargetRow(
        string Id, string Name, string NameZh, string Unit, double? Target, string TargetText, string Month, string Source,
        Dictionary<string, ArmCell?> Arms, DifferenceCell? Difference, CostCell? CostPerExtra);

    /// <summary>Public cost of a measure in one arm, yuan: whole run, and year of the targets.
    /// <c>id</c>: document and clause, such as gansu-2023/09; <c>clause</c>: the clause alone.</summary>
    public sealed record CostRow(string Id, string Measure, int Clause, string Arm, double Yuan, int Year, double YuanInYear);

    /// <summary>Public cost by who pays: "transfer", "spending", "debt" or "taxes"; yuan over the run, mean of the replicates.</summary>
    public sealed record FinancingRow(string Payer, Dictionary<string, double> Yuan);

    /// <summary>
    /// Receipts less payments of "firms", "households", "government", "banks" or "outside"; yuan, mean of the replicates.
    /// </summary>
    public sealed record SectorRow(string Sector, Dictionary<string, double> Yuan);

    /// <summary>Ids of the arms: "baseline" and "policy", or "policy" alone.</summary>
    public static ImmutableArray<string> ArmIds(int arms) => arms == 2 ? ["baseline", "policy"] : ["policy"];

    /// <summary>Builds the document of a run.</summary>
    public static RunDocument Of(RunResult result, Scenario scenario, RunSummary summary, string contentAddress)
    {
        var plan = result.Series.Plan;
        var arms = ArmIds(plan.Arms.Length);
        return new()
        {
            Scenario = scenario.Name,
            ScenarioZh = scenario.NameZh,
            ScenarioFile = Path.GetFileName(scenario.File),
            Seed = plan.Seed,
            Replicates = plan.Replicates,
            Start = plan.Start.ToString(),
            Months = plan.Months,
            Enterprises = result.Materials.Population.Firms.Length,
            EnterprisesAtStart = result.Materials.Population.Initial.Count(e => (e.Standing & Standing.Alive) != 0),
            FirmsRepresented = result.Series.Value(0, 0, plan.Start - 1, Indicator.Firms),
            Arms = arms,
            // Plans list the baseline first, scenarios last.
            ArmNames = arms.Zip(scenario.Arms.Reverse())
                .ToDictionary(arm => arm.First, arm => new ArmName(arm.Second.Name, arm.Second.NameZh)),
            Hash = result.Hash,
            ContentAddress = contentAddress,
            Targets = [.. summary.Targets.Select(target => Row(target, arms))],
            EndOfRun = [.. summary.EndOfRun.Select(row =>
                new IndicatorRow(row.Id, row.Unit, row.Month.ToString(), Cells(row, arms), Cell(row.Difference)))],
            PublicCost = [
                .. summary.Costs.Select(cost =>
                new CostRow($"{cost.Id}", cost.Measure, cost.Id.Clause, arms[cost.Arm], cost.Yuan, summary.Year, cost.YuanInYear))],
            Incidence = IncidenceNode.Of(summary),
            FinancedBy = FinancedByOf(result.Series, arms),
            Multiplier = arms.Length == 2 ? ValueAdded.Multiplier(result.Series) : null,
            Sectors = SectorsOf(result.Series, arms),
            Performance = result.Performance,
        };
    }

    /// <summary>Reads the node of a recorded document; null: it was recorded without.</summary>
    public static IncidenceNode? IncidenceIn(JsonNode document) => document["incidence"].Deserialize<IncidenceNode>(Format);

    private static ImmutableArray<FinancingRow> FinancedByOf(RunSeries series, ImmutableArray<string> arms)
    {
        var byArm = arms.Select((_, arm) => SectorAccounts.Financed(series, arm, series.Plan.Start, series.Plan.LastMonth)).ToArray();
        return [.. Enum.GetValues<Payer>().Select(payer => new FinancingRow(
            Payers.Written(payer), arms.Zip(byArm).ToDictionary(arm => arm.First, arm => arm.Second[payer])))];
    }

    private static ImmutableArray<SectorRow> SectorsOf(RunSeries series, ImmutableArray<string> arms)
    {
        var byArm = arms.Select((_, arm) => SectorAccounts.Net(series, arm, series.Plan.Start, series.Plan.LastMonth)).ToArray();
        return [.. SectorAccounts.Sectors.Select((sector, i) => new SectorRow(
            sector.ToString().ToLowerInvariant(), arms.Zip(byArm).ToDictionary(arm => arm.First, arm => arm.Second[i])))];
    }

    /// <summary>The document as indented JSON with camelCase keys.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Format) + "\n";

    private static TargetRow Row(TargetSummary summary, ImmutableArray<string> arms)
    {
        var (target, words) = (summary.Target, OutcomeCatalog.Of(summary.Target.Id));
        return new(
            target.Id, words.Name, words.NameZh, target.Unit, target.Value, TargetTexts.Of(target).ToString(), target.By.ToString(),
            target.Source, Cells(summary.Outcome, arms), Cell(summary.Outcome.Difference),
            summary.Cost is { } cost ? new(cost.ExtraCost, cost.PerUnit, cost.Why?.ToString(), [.. cost.Charged.Select(id => $"{id}")])
                : null);
    }

    private static Dictionary<string, ArmCell?> Cells(IndicatorSummary row, ImmutableArray<string> arms) =>
        arms.Zip(row.Arms).ToDictionary(arm => arm.First, arm => arm.Second is { Spread: var s } outcome
            ? new ArmCell(s.Mean, s.P05, s.P50, s.P95, outcome.Probability, outcome.Yardstick, s.Replicates)
            : null);

    private static DifferenceCell? Cell(PairedDifference? difference) => difference is { } d
        ? new(d.Mean, d.P05, d.P95, d.Interval?.Low, d.Interval?.High, d.IsClear, d.Replicates)
        : null;
}
