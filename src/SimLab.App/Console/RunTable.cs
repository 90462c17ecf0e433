using System.Globalization;
using SimLab.Engine.Reporting;
using SimLab.Engine.Scenarios;
using SimLab.Engine.Scenarios.Outcomes;
using SimLab.Engine.Statistics;
using Spectre.Console;

namespace SimLab.App.Console;

/// <summary>Prints a run for planners: targets, later years, public cost, and the cost of one more firm.</summary>
internal sealed class RunTable(IAnsiConsole console, Scenario scenario, RunDocument document, RunSummary summary)
{
    private bool Compared => document.Arms.Length == 2;

    /// <param name="folder">The run folder; null: the run was not recorded.</param>
    public void Write(string? folder)
    {
        Title();
        if (!summary.Targets.IsEmpty) Targets();
        if (!summary.EndOfRun.IsEmpty) EndOfRun();
        new CostTables(console, summary).Write(Compared);
        var performance = document.Performance;
        var memory = MemorySize.Shown(performance.PeakMemoryBytes);
        Line($"{performance.WallSeconds:0.0} s, of which {performance.StartupSeconds:0.0} s to start; peak memory {memory}");
        Line($"{folder ?? "not recorded"} · hash {document.Hash[..16]} · content address {document.ContentAddress[..16]}");
    }

    private void Title()
    {
        Line($"");
        Line($"{Named(document.ArmNames["policy"])}");
        if (Compared) Line($"beside: {Named(document.ArmNames["baseline"])}");
        var span = $"{scenario.Start} to {scenario.LastMonth} ({document.Months} months)";
        Line($"{span}, {document.Replicates} {(document.Replicates == 1 ? "replicate" : "replicates")}, seed {document.Seed}");
        console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{document.Enterprises:N0} enterprises: {document.EnterprisesAtStart:N0} at the start, "
            + $"which stand for {document.FirmsRepresented:N0} firms, and places for new ones"));
        Line($"");
    }

    private void Targets()
    {
        var table = Rows($"Target");
        foreach (var target in summary.Targets)
            table.AddRow(Cells(target.Outcome, $"\n{TargetTexts.InBrief(target.Target)}, by {target.Target.By}"));
        console.Write(table);
        Line($"Median [90 % of the replicates], and the share of them that meet the target.");
        if (Compared)
        {
            Line($"Difference: policy less baseline with the same luck, mean [90 % of the replicates]; unclear when");
            Line($"the 95 % interval of the mean holds zero.");
            if (summary.NothingChanges) Line($"The policy makes no discernible difference to any of these targets.");
        }
        Line($"");
    }

    private void EndOfRun()
    {
        Line($"At the end of the run, {scenario.LastMonth} (what counts a year: the twelve months up to it)");
        var table = Rows("Indicator");
        foreach (var row in summary.EndOfRun) table.AddRow(Cells(row, ""));
        console.Write(table);
        Line($"");
    }

    private Table Rows(string what)
    {
        var table = new Table { Border = TableBorder.Rounded, ShowRowSeparators = true }.AddColumn(what);
        if (Compared) table.AddColumn(new TableColumn("Baseline").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("Policy").RightAligned().NoWrap());
        if (Compared) table.AddColumn(new TableColumn("Difference").RightAligned().NoWrap());
        return table;
    }

    private IEnumerable<Text> Cells(IndicatorSummary row, string wanted)
    {
        var words = OutcomeCatalog.Of(row.Id);
        var (unit, unitZh) = TargetTexts.Counted(row.Unit);
        yield return new(
            $"{words.Name}{(unit is "" or "firms" ? "" : $", {unit}")}\n{words.NameZh}{(unitZh.Length == 0 ? "" : $"({unitZh})")}{wanted}");
        if (Compared) yield return new(Cell(row.Baseline, row.Unit));
        yield return new(Cell(row.Policy, row.Unit));
        if (Compared) yield return new(Cell(row.Difference, row.Unit));
    }

    private static string Cell(ArmOutcome? arm, string unit)
    {
        if (arm is not { Spread: var spread }) return "the run does\nnot reach it";
        var met = arm.Probability is { } probability
            ? string.Create(CultureInfo.InvariantCulture, $"\nmet in {100 * probability:0} %") : "";
        var interval = $"[{TargetTexts.Bare(spread.P05, unit)} – {TargetTexts.Bare(spread.P95, unit)}]";
        return $"{TargetTexts.Amount(spread.P50, unit)}\n{interval}{met}";
    }

    private static string Cell(PairedDifference? difference, string unit)
    {
        if (difference is not { } d) return "–";
        if (d.IsNone) return "no difference";
        var clear = d.IsClear ? "" : d.Interval is null ? "\none replicate" : "\nunclear";
        var interval = $"[{TargetTexts.BareDifference(d.P05, unit)} – {TargetTexts.BareDifference(d.P95, unit)}]";
        return $"{TargetTexts.Difference(d.Mean, unit)}\n{interval}{clear}";
    }

    private static string Named(RunDocument.ArmName arm) => arm.NameZh is { } zh ? $"{arm.Name}  {zh}" : arm.Name;

    // Plain text, not markup: a scenario's name may contain brackets.
    private void Line(FormattableString text) => console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
