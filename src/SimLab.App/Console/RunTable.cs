using SimLab.App.Texts;
using SimLab.Engine.Recording;
using SimLab.Engine.Reporting;
using SimLab.Engine.Scenarios;
using SimLab.Engine.Scenarios.Outcomes;
using SimLab.Engine.Statistics;
using SimLab.Model;
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
        WhoGains(folder);
        new PayersTable(console, document).Write();
        var performance = document.Performance;
        var memory = MemorySize.Shown(performance.PeakMemoryBytes);
        Line($"{performance.WallSeconds:0.0} s, of which {performance.StartupSeconds:0.0} s to start; peak memory {memory}");
        var kept = folder is null ? Sentence.Of($"not recorded") : Sentence.Verbatim(folder);
        Line($"{kept} · hash {document.Hash[..16]} · content address {document.ContentAddress[..16]}");
    }

    private void Title()
    {
        console.WriteLine();
        Line($"{Named(document.ArmNames["policy"])}");
        if (Compared) Line($"beside: {Named(document.ArmNames["baseline"])}");
        var replicates = document.Replicates == 1 ? Sentence.Of($"1 replicate") : $"{document.Replicates} replicates";
        Line($"{scenario.Start} to {scenario.LastMonth} ({document.Months} months), {replicates}, seed {document.Seed}");
        Line($"{document.Enterprises:N0} enterprises: {document.EnterprisesAtStart:N0} at the start, "
            + $"which stand for {document.FirmsRepresented:N0} firms, and places for new ones");
        console.WriteLine();
    }

    private void Targets()
    {
        var table = Rows($"Target");
        foreach (var target in summary.Targets)
            table.AddRow(Cells(target.Outcome, $"{TargetTexts.InBrief(target.Target)}, by {target.Target.By}"));
        console.Write(table);
        Line($"Median [90 % of the replicates], and the share of them that meet the target.");
        if (Compared)
        {
            Line($"Difference: policy less baseline with the same luck, mean [90 % of the replicates]; unclear when the 95 % interval of "
                + $"the mean holds zero.");
            if (summary.NothingChanges) Line($"The policy makes no discernible difference to any of these targets.");
        }
        console.WriteLine();
    }

    private void EndOfRun()
    {
        Line($"At the end of the run, {scenario.LastMonth} (what counts a year: the twelve months up to it)");
        var table = Rows($"Indicator");
        foreach (var row in summary.EndOfRun) table.AddRow(Cells(row, null));
        console.Write(table);
        console.WriteLine();
    }

    private void WhoGains(string? folder)
    {
        if (summary.Incidence is not { } incidence) return;
        var lines = IncidenceTexts.Lines(ConsoleTexts.Viewer, incidence, summary.Leverage).ToList();
        if (lines.Count == 0) return;
        console.WriteLine(ConsoleTexts.Say(IncidenceTexts.Heading));
        foreach (var line in lines) console.WriteLine($"- {line}");
        if (folder is not null) Line($"All groups and measures: {RunFolder.Report} and {RunFolder.Incidence} in the run folder.");
        console.WriteLine();
    }

    private Table Rows(Sentence what)
    {
        var table = new Table { Border = TableBorder.Rounded, ShowRowSeparators = true }.AddColumn(TableLines.Column(what));
        if (Compared) table.AddColumn(TableLines.Numbers($"Baseline").NoWrap());
        table.AddColumn(TableLines.Numbers($"Policy").NoWrap());
        if (Compared) table.AddColumn(TableLines.Numbers($"Difference").NoWrap());
        return table;
    }

    private IEnumerable<Text> Cells(IndicatorSummary row, Sentence? wanted)
    {
        yield return new(Name(row) + (wanted is null ? "" : $"\n{ConsoleTexts.Say(wanted)}"));
        if (Compared) yield return new(Cell(row.Baseline, row.Unit));
        yield return new(Cell(row.Policy, row.Unit));
        if (Compared) yield return new(Cell(row.Difference, row.Unit));
    }

    // An English table has the Chinese name as well: it is the one of the policy document.
    private static string Name(IndicatorSummary row)
    {
        var words = OutcomeCatalog.Of(row.Id);
        var (unit, unitZh) = TargetTexts.Counted(row.Unit);
        var chinese = unitZh.Length == 0 ? words.NameZh : $"{words.NameZh}（{unitZh}）";
        return ConsoleTexts.InChinese ? chinese : $"{words.Name}{(unit is "" or "firms" ? "" : $", {unit}")}\n{chinese}";
    }

    private static string Cell(ArmOutcome? arm, string unit)
    {
        if (arm is not { Spread: var spread }) return ConsoleTexts.Say($"the run does\nnot reach it");
        var met = arm.Probability is { } probability ? "\n" + ConsoleTexts.Say($"met in {100 * probability:0} %") : "";
        var interval = $"[{TargetTexts.Bare(spread.P05, unit)} – {TargetTexts.Bare(spread.P95, unit)}]";
        return $"{ConsoleTexts.Say($"{TargetTexts.Amount(spread.P50, unit)}")}\n{interval}{met}";
    }

    private static string Cell(PairedDifference? difference, string unit)
    {
        if (difference is not { } d) return "–";
        if (d.IsNone) return ConsoleTexts.Say($"no difference");
        var clear = d.IsClear ? "" : "\n" + ConsoleTexts.Say(d.Interval is null ? Sentence.Of($"one replicate") : $"unclear");
        var interval = $"[{TargetTexts.BareDifference(d.P05, unit)} – {TargetTexts.BareDifference(d.P95, unit)}]";
        var mean = TargetTexts.BareDifference(d.Mean, unit);
        return $"{(TargetTexts.IsShare(unit) ? ConsoleTexts.Say($"{mean} pp") : mean)}\n{interval}{clear}";
    }

    private static string Named(RunDocument.ArmName arm) =>
        arm.NameZh is not { } zh ? arm.Name : ConsoleTexts.InChinese ? zh : $"{arm.Name}  {zh}";

    // Plain text, not markup: a scenario's name may contain brackets.
    private void Line(Sentence sentence) => console.Say(sentence);
}
