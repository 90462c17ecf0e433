using System.Globalization;
using SimLab.Engine.Reporting;
using SimLab.Engine.Scenarios;
using SimLab.Engine.Scenarios.Outcomes;
using Spectre.Console;

namespace SimLab.App.Console;

/// <summary>Tables of the public cost of measures, and of the cost of one more unit of each target.</summary>
internal sealed class CostTables(IAnsiConsole console, RunSummary summary)
{
    private const double Yi = 1e8, Wan = 1e4;

    public void Write(bool compared)
    {
        if (summary.Costs.IsEmpty) return;
        Measures(compared);
        if (summary.Targets.Any(t => t.Outcome.Difference is not null)) OneMore();
    }

    private void Measures(bool compared)
    {
        console.WriteLine("Public cost, 100 million yuan (亿元), mean of the replicates");
        var table = new Table().Border(TableBorder.Rounded).AddColumn("Measure");
        if (compared) table.AddColumn(Right("Baseline,\nwhole run"));
        table.AddColumn(Right(compared ? $"Policy,\n{summary.Year}" : $"{summary.Year}"))
            .AddColumn(Right(compared ? "Policy,\nwhole run" : "Whole run"));
        var (baselineArm, policyArm) = compared ? (0, 1) : (-1, 0);
        foreach (var measure in summary.Costs.GroupBy(c => (c.Id, c.Measure)).OrderBy(g => g.Key.Id))
            Row($"{measure.Key.Id} {measure.Key.Measure}{Heading(measure.Key.Measure)}", measure.ToLookup(c => c.Arm));
        Row("In all", summary.Costs.ToLookup(c => c.Arm));
        console.Write(table);
        console.WriteLine();

        void Row(string name, ILookup<int, PublicCost> byArm)
        {
            List<string> cells = [name];
            if (compared) cells.Add(InYi(byArm[baselineArm].Sum(c => c.Yuan)));
            cells.Add(InYi(byArm[policyArm].Sum(c => c.YuanInYear)));
            cells.Add(InYi(byArm[policyArm].Sum(c => c.Yuan)));
            table.AddRow(cells.Select(cell => new Text(cell)));
        }
    }

    private void OneMore()
    {
        console.WriteLine("What one more costs: the policy's whole extra public cost, laid on each target alone");
        var table = new Table().Border(TableBorder.Rounded)
            .AddColumn("Target").AddColumn(Right("Difference")).AddColumn(Right("Extra cost(亿元)")).AddColumn("One more costs the public");
        foreach (var target in summary.Targets)
        {
            var unit = target.Target.Unit;
            table.AddRow(new[]
            {
                OutcomeCatalog.Of(target.Target.Id).Name,
                target.Outcome.Difference is { } difference ? TargetTexts.Difference(difference.Mean, unit) : "–",
                InYi(target.Cost!.ExtraCost),
                target.Cost.PerUnit is { } perUnit ? PerUnit(perUnit, unit) : $"– ({target.Cost.Why})",
            }.Select(cell => new Text(cell)));
        }
        console.Write(table);
        console.WriteLine();
    }

    private static string PerUnit(double yuan, string unit)
    {
        if (TargetTexts.IsShare(unit)) return $"{Money(yuan / 100)} a pp";
        return TargetTexts.IsMoney(unit) ? string.Create(CultureInfo.InvariantCulture, $"{yuan:0.###} yuan per yuan") : Money(yuan);
    }

    /// <summary>"1.20 million yuan (120.0万元)", "0.35 billion yuan (3.5亿元)".</summary>
    private static string Money(double yuan) => string.Create(CultureInfo.InvariantCulture, $"{yuan switch
    {
        >= 1e8 => $"{yuan / 1e9:N2} billion yuan ({yuan / Yi:N1}亿元)",
        >= 1e5 => $"{yuan / 1e6:N2} million yuan ({yuan / Wan:N1}万元)",
        _ => $"{yuan:N0} yuan ({yuan / Wan:N2}万元)",
    }}");

    private static string InYi(double yuan) => yuan switch
    {
        0 => "–",
        > -0.005 * Yi and < 0.005 * Yi => "< 0.01",
        _ => (yuan / Yi).ToString("N2", CultureInfo.InvariantCulture),
    };

    private static string Heading(string measure) => MeasureCatalog.Default.Find(measure) is { } known ? $"\n  {known.Clause.Heading}" : "";

    private static TableColumn Right(string header) => new TableColumn(header).RightAligned();
}
