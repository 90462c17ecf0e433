using System.Globalization;
using SimLab.App.Texts;
using SimLab.Engine.Reporting;
using SimLab.Engine.Scenarios;
using SimLab.Model;
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
        console.Say($"Public cost, 100 million yuan (亿元), mean of the replicates");
        var table = new Table().Border(TableBorder.Rounded).Columns($"Measure");
        if (compared) table.AddColumn(TableLines.Numbers($"Baseline,\nwhole run"));
        table.AddColumn(TableLines.Numbers(compared ? Sentence.Of($"Policy,\n{summary.Year}") : $"{summary.Year}"))
            .AddColumn(TableLines.Numbers(compared ? Sentence.Of($"Policy,\nwhole run") : $"Whole run"));
        var (baselineArm, policyArm) = compared ? (0, 1) : (-1, 0);
        foreach (var measure in summary.Costs.GroupBy(c => (c.Id, c.Measure)).OrderBy(g => g.Key.Id))
            Row($"{measure.Key.Id} {Name(measure.Key.Measure)}", measure.ToLookup(c => c.Arm));
        Row(ConsoleTexts.Say($"In all"), summary.Costs.ToLookup(c => c.Arm));
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
        console.Say($"What one more costs: the extra public cost of the measures that act on the target directly, by what they add");
        var table = new Table().Border(TableBorder.Rounded)
            .Columns($"Target").AddColumn(TableLines.Numbers($"Difference")).AddColumn(TableLines.Numbers($"Extra cost (亿元)"))
            .Columns($"One more costs the public", $"Measures charged");
        foreach (var target in summary.Targets)
        {
            var unit = target.Target.Unit;
            table.AddRow(new[]
            {
                ConsoleTexts.Say(PlanNames.Of(target.Target.Id)),
                target.Outcome.Difference is { } difference ? TargetTexts.Difference(difference.Mean, unit) : "–",
                InYi(target.Cost!.ExtraCost),
                target.Cost.PerUnit is { } perUnit ? PerUnit(perUnit, unit) : ConsoleTexts.Say($"– ({target.Cost.Why})"),
                target.Cost.Charged.IsEmpty ? "–" : string.Join('\n', target.Cost.Charged),
            }.Select(cell => new Text(cell)));
        }
        console.Write(table);
        console.WriteLine();
    }

    private static string PerUnit(double yuan, string unit)
    {
        if (TargetTexts.IsShare(unit)) return ConsoleTexts.Say($"{Money(yuan / 100)} a pp");
        return ConsoleTexts.Say(TargetTexts.IsMoney(unit) ? Sentence.Of($"{yuan:0.###} yuan per yuan") : $"{Money(yuan)}");
    }

    /// <summary>"1.20 million yuan (120.0万元)", "0.35 billion yuan (3.5亿元)"; in Chinese "120.0 万元", "3.5 亿元".</summary>
    private static Term Money(double yuan)
    {
        FormattableString chinese = yuan switch
        {
            >= 1e8 => $"{yuan / Yi:N1}亿元",
            >= 1e5 => $"{yuan / Wan:N1}万元",
            _ => $"{yuan / Wan:N2}万元",
        };
        FormattableString english = yuan switch
        {
            >= 1e8 => $"{yuan / 1e9:N2} billion yuan",
            >= 1e5 => $"{yuan / 1e6:N2} million yuan",
            _ => $"{yuan:N0} yuan",
        };
        var zh = FormattableString.Invariant(chinese);
        return Term.Name($"{FormattableString.Invariant(english)} ({zh})", zh);
    }

    private static string InYi(double yuan) => yuan switch
    {
        0 => "–",
        > -0.005 * Yi and < 0.005 * Yi => "< 0.01",
        _ => (yuan / Yi).ToString("N2", CultureInfo.InvariantCulture),
    };

    private static string Name(string measure) => MeasureCatalog.Default.Find(measure) is not { } known ? measure
        : ConsoleTexts.InChinese ? known.Clause.Heading : $"{measure}\n  {known.Clause.Heading}";
}
