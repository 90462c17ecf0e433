using SimLab.Engine.RuleQueries;
using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;
using SimLab.Model.Enterprises.Decisions;
using SimLab.Model.Enterprises.Steps;
using SimLab.Model.Messages;
using SimLab.Model.Recognition;
using SimLab.Model.Rulebook;

namespace SimLab.Engine.Explaining;

/// <summary>An unmet condition.</summary>
/// <param name="OrElse">Alternatives under the law, none of which is open.</param>
internal sealed record Stop(Condition Condition, double Value, double Threshold, string[] OrElse)
{
    public string Id => Wording.Id(Condition);

    /// <summary>Formats the condition as simlab rules does.</summary>
    public Sentence Text(Title title) => ConditionText.Of(title, new(
        Condition, false, double.IsFinite(Value) ? Value : null, double.IsFinite(Threshold) ? Threshold : null, false, default, 0));
}

/// <summary>
/// Judges a firm of a replayed world as the office would: <see cref="RecognitionFacts.Facts"/>, its coaching, the
/// rulebook.
/// </summary>
internal static class TitleJudging
{
    /// <param name="title">The title.</param>
    /// <param name="firm">The firm.</param>
    /// <param name="state">A copy of its state.</param>
    /// <param name="information">Public information of the month.</param>
    /// <param name="arm">Index of the arm; also the world.</param>
    /// <param name="scratch">Outbox whose messages are discarded.</param>
    public static (bool Meets, List<Stop> Stops, RuleVersion Law) Judge(
        Title title, Firm firm, Enterprise state, PublicInformation information, int arm, Outbox scratch)
    {
        var context = new FirmContext(ref state, ref firm, information, arm, scratch);
        context.Card = EnterpriseMonth.CardOf(context);
        var file = ApplyForTitles.NewFile(context, title);
        context.Preview(context.Desk.RecognitionFiles, ref file);
        var facts = RecognitionFacts.Facts(ref context, file.ScoreGain);

        Span<Finding> lines = stackalloc Finding[Findings.Enough];
        var findings = new Findings(lines);
        var meets = TitleLaw.Judge(title, facts, ref findings);
        var stops = Stops(findings.Lines);
        // The yearly notices may require a title that the standard itself does not (little giants before 2026).
        if (TitleCatalog.Of(title).Requires is { } required && !context.Card.Holds(required)
            && stops.All(stop => stop.Condition != Condition.HoldsPriorTitle))
        {
            meets = false;
            stops.Add(new(Condition.HoldsPriorTitle, 0, 1, []));
        }
        return (meets, stops, TitleLaw.Version(title, facts));
    }

    /// <summary>
    /// Failed conditions. Where the law offers alternatives and none is open: those of the ordinary one, listed first.
    /// </summary>
    private static List<Stop> Stops(ReadOnlySpan<Finding> lines)
    {
        var stops = new List<Stop>();
        foreach (ref readonly var line in lines)
        {
            if (line.IsItem || line.Outcome == Verdict.Pass || line.Branch > 1 || line.Group > 0 && IsOpen(lines, line.Group)) continue;
            var condition = line.Condition;
            if (stops.All(stop => stop.Condition != condition))
                stops.Add(new(condition, line.Value, line.Threshold, line.Group > 0 ? OtherWays(lines, line.Group) : []));
        }
        return stops;
    }

    private static bool IsOpen(ReadOnlySpan<Finding> lines, byte group)
    {
        var (named, closed) = (0UL, 0UL);
        foreach (ref readonly var line in lines)
        {
            if (line.Group != group || line.IsItem) continue;
            named |= 1UL << line.Branch;
            if (line.Outcome != Verdict.Pass) closed |= 1UL << line.Branch;
        }
        return (named & ~closed) != 0;
    }

    private static string[] OtherWays(ReadOnlySpan<Finding> lines, byte group)
    {
        var ways = new List<string>();
        foreach (ref readonly var line in lines)
            if (line.Group == group && line.Branch > 1 && !line.IsItem) ways.Add(Wording.Id(line.Condition));
        return [.. ways.Distinct()];
    }
}
