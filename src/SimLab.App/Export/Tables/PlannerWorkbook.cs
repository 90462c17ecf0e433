using System.Text.Json.Nodes;
using MiniExcelLibs;
using SimLab.App.Texts;
using SimLab.Engine;
using SimLab.Engine.Distribution;
using SimLab.Engine.Reporting;
using SimLab.Engine.Scenarios;
using SimLab.Engine.Statistics;
using SimLab.Model.Economy;
using SimLab.Model.Messages;

namespace SimLab.App.Export.Tables;

/// <summary>
/// A recording as a workbook for planners: provenance, targets, years, months, cost by measure, assumptions; money in
/// yuan.
/// </summary>
internal sealed class PlannerWorkbook(ShownRun run)
{
    private string[] ArmIds => [.. RunDocument.ArmIds(run.Arms)];

    /// <summary>All sheets, in order.</summary>
    public IReadOnlyList<Sheet> Sheets() => [Provenance(), Targets(), Years(), Months(), Costs(), .. Incidence(), Assumptions()];

    public void WriteWorkbook(string file) =>
        WrittenFile.Write(file, temporary =>
            MiniExcel.SaveAs(
            temporary, Sheets().ToDictionary(macroState => macroState.Name, macroState => (object)macroState.ForWorkbook()),
            excelType: ExcelType.XLSX));

    /// <summary>Writes one CSV file per sheet.</summary>
    public void WriteCsv(string folder)
    {
        foreach (var macroState in Sheets())
            WrittenFile.Write(Path.Combine(folder, $"{macroState.Name.Split(' ')[0].ToLowerInvariant()}.csv"), temporary =>
                File.WriteAllText(temporary, macroState.ToCsv()));
    }

    private Sheet Provenance()
    {
        var manifest = run.Run.Manifest;
        List<object?[]> rows =
        [
            ["Scenario", manifest.Name], ["情景", (string?)run.Targets["scenarioZh"]],
            .. ArmIds.Select((arm, i) => new object?[] { $"Arm \"{arm}\"", manifest.Arms[i].Name }),
            ["First month", manifest.Start], ["Months", manifest.Months], ["Replicates of each arm", manifest.Replicates],
                ["Seed", $"{manifest.Seed}"],
            ["Simulated enterprises, vacant places included", manifest.Enterprises],
            ["Result hash", manifest.ResultHash], ["Content address", manifest.ContentAddress], ["Population hash", manifest.Population],
            ["Recorded by SimLab", manifest.Versions.SimLab], ["Build of the model", manifest.ModelBuild],
            ["Exported by build",
                run.OtherBuild is null ? "the same" : $"{ModelBuild.Hash}: not the one that recorded it; the figures are the recording's"],
            ["Reading", "Median: half of the replicates lie below. P05 and P95: 90 % of the replicates lie between. Money in yuan."],
        ];
        return new("Provenance 来源", ["What", "Value"], rows);
    }

    private Sheet Targets()
    {
        var rows = new List<object?[]>();
        foreach (var target in run.Targets["targets"]!.AsArray().OfType<JsonObject>())
        {
            foreach (var arm in ArmIds)
            {
                var cell = target["arms"]?[arm];
                rows.Add([
                    Text(target, "name"), Text(target, "nameZh"), Text(target, "targetText"), Number(target["target"]),
                        Text(target, "unit"), Text(target, "month"), arm,
                    Number(cell?["p50"]), Number(cell?["p05"]), Number(cell?["p95"]), Number(cell?["mean"]), Number(cell?["probability"]),
                    arm == "policy" ? Number(target["difference"]?["mean"]) : null,
                        arm == "policy" ? Number(target["costPerExtra"]?["yuanPerUnit"]) : null,
                    arm == "policy" ? string.Join(", ", target["costPerExtra"]?["charged"]?.AsArray().Select(id => $"{id}") ?? []) : null,
                    Text(target, "source"),
                ]);
            }
        }
        return new("Targets 目标",
            ["Target", "目标", "Wanted", "Number", "Unit", "Month", "Arm", "Median", "P05", "P95", "Mean", "Probability",
            "Policy less baseline, mean", "Yuan per extra unit", "Measures charged", "Source"], rows);
    }

    private Sheet Years()
    {
        var rows = new List<object?[]>();
        foreach (var (index, indicator) in Indicators.ForPlanners.Index())
        {
            var (isFlow, unit, name) = (Indicators.IsFlow(indicator), Indicators.ShownUnit(indicator), ParameterTexts.Of(indicator));
            for (var arm = 0; arm < run.Arms; arm++)
            {
                foreach (var year in run.Months.Skip(1).Index().GroupBy(month => month.Item / 100, month => month.Index + 1))
                {
                    int[] months = [.. year];
                    var spread = Spread.Of([.. Enumerable.Range(0, run.Replicates).Select(replicate =>
                        Value(index, isFlow ? months.Sum(month => run.Province[index][run.Place(arm, replicate, month)])
                            : run.Province[index][run.Place(arm, replicate, months[^1])]))])!;
                    rows.Add([year.Key, months.Length, ArmIds[arm], name.En, name.Zh, unit,
                        isFlow ? "sum of the months" : "at the end", spread.P50, spread.P05, spread.P95, spread.Mean]);
                }
            }
        }
        return new("Years 年度", ["Year", "Months", "Arm", "Indicator", "指标", "Unit", "Counted", "Median", "P05", "P95", "Mean"], rows);
    }

    private Sheet Months()
    {
        var rows = new List<object?[]>();
        foreach (var (index, indicator) in Indicators.ForPlanners.Index())
        {
            var (isFlow, unit, name) = (Indicators.IsFlow(indicator), Indicators.ShownUnit(indicator), ParameterTexts.Of(indicator));
            for (var arm = 0; arm < run.Arms; arm++)
            {
                for (var month = isFlow ? 1 : 0; month < run.Months.Length; month++)
                {
                    var spread = Spread.Of(
                        [.. Enumerable.Range(0, run.Replicates)
                        .Select(replicate => Value(index, run.Province[index][run.Place(arm, replicate, month)]))])!;
                    rows.Add([Written(month), ArmIds[arm], name.En, name.Zh, unit,
                        spread.P50, spread.P05, spread.P95, spread.Mean]);
                }
            }
        }
        return new("Months 月度", ["Month", "Arm", "Indicator", "指标", "Unit", "Median", "P05", "P95", "Mean"], rows);
    }

    private Sheet Costs()
    {
        var rows = run.Targets["publicCost"]!.AsArray().OfType<JsonObject>().Select(cost => new object?[]
        {
            Text(cost, "id"), Text(cost, "measure"), Text(cost, "arm"), Number(cost["yuan"]), Number(cost["year"]),
                Number(cost["yuanInYear"]),
        });
        return new("Costs 成本", ["Id", "Measure", "Arm", "Yuan over the run, mean", "Year", "Yuan in that year, mean"], [.. rows]);
    }

    // Two sheets: what changed in each group, and the money each got of each measure. An earlier SimLab recorded neither.
    private IEnumerable<Sheet> Incidence()
    {
        if (RunDocument.IncidenceIn(run.Targets) is not { } incidence) yield break;
        yield return new("Incidence 受益",
            ["Groups by", "Group", "组别", "Firms", "Yuan received", "Figure", "Baseline", "Policy", "Difference", "Firms that gain",
                "Firms that lose", "Won", "Lost", "Replicates"],
            [.. from g in incidence.Groups
                from figure in new (string Name, Movement? Of)[]
                    { ($"Sales of {incidence.Year}, yuan", g.Sales), ("Jobs at the end", g.Jobs), ("Loans at the end, yuan", g.Loans) }
                select new object?[]
                {
                    IncidenceTexts.Of(g.By).En, g.Group, IncidenceTexts.Of(g.By, g.Group, g.GroupZh).Zh, g.Firms, g.Money, figure.Name,
                    figure.Of?.Baseline, figure.Of?.Policy, figure.Of?.Difference, figure.Of?.Winners, figure.Of?.Losers, figure.Of?.Won,
                    figure.Of?.Lost, incidence.Replicates,
                }]);
        yield return new("Support 资金",
            ["Groups by", "Group", "组别", "Id", "Measure", "Yuan received over the run, mean"],
            [.. from g in incidence.Groups
                from money in g.Received
                select new object?[]
                {
                    IncidenceTexts.Of(g.By).En, g.Group, IncidenceTexts.Of(g.By, g.Group, g.GroupZh).Zh, money.Key,
                    incidence.Measures.First(measure => measure.Id == money.Key).Measure, money.Value,
                },
             .. from measure in incidence.Measures
                where measure.Elsewhere != 0
                select new object?[] { "–", "no single firm", "非单个企业", measure.Id, measure.Measure, measure.Elsewhere }]);
    }

    // Values as in the run; unit, range and source as in this build.
    private Sheet Assumptions()
    {
        var rows = new List<object?[]>();
        foreach (var (section, parameters) in new[]
            { ("behaviour", Parameter.Of(new BehaviouralParameters())), ("macro", Parameter.Of(new Macro())) })
        {
            if (run.Run.Manifest.Scenario[section] is not JsonObject values) continue;
            foreach (var (name, value) in values)
            {
                var parameter = parameters.FirstOrDefault(known => known.Name == name);
                rows.Add([section, name,
                    value is JsonValue ? Number(value) ?? (object?)value.ToJsonString() : value?.ToJsonString(), parameter?.Unit,
                    parameter?.Min, parameter?.Max,
                    parameter?.Source ?? "not known to the build that exported this"]);
            }
        }
        return new("Assumptions 假设", ["Section", "Assumption", "Value", "Unit", "Least", "Most", "Source"], rows);
    }

    private string Written(int month) => $"{run.Months[month] / 100}-{run.Months[month] % 100:00}";

    private static double Value(int column, long value) => value / Indicators.PerShownUnit(Indicators.ForPlanners[column]);

    private static string? Text(JsonObject row, string key) =>
        row[key] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static double? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<double>(out var number) ? number : null;
}
