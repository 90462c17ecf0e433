using System.Collections.Immutable;
using SimLab.Model;
using SimLab.Model.Recognition;
using SimLab.Model.Rulebook;

namespace SimLab.Engine.RuleQueries;

/// <summary>
/// Judges whether a firm earns a title, line by line. Where experts decide the position within a band of points and the
/// facts do not give it, applies the rulebook twice, for the bottom and the top of every band; where both agree, it is
/// certain.
/// </summary>
internal static class TitleJudge
{
    public static TitleRuling Judge(Title title, FirmYear year, LawDate date)
    {
        var worst = TitleFacts.Of(year, date, title, band: 0);
        var best = TitleFacts.Of(year, date, title, band: 1);
        Span<Finding> worstLines = stackalloc Finding[Findings.Enough], bestLines = stackalloc Finding[Findings.Enough];
        Findings low = new(worstLines), high = new(bestLines);
        TitleLaw.Judge(title, worst, ref low);
        TitleLaw.Judge(title, best, ref high);

        var qualified = Both(low.Verdict, high.Verdict);
        var needs = Keys(title, low.Lacks);
        var lines = ImmutableArray.CreateBuilder<ConditionLine>(low.Count);
        var scored = false;
        for (var i = 0; i < low.Count; i++)
        {
            lines.Add(Line(title, low.Lines[i], high.Lines[i], worst.Missing, needs));
            scored |= low.Lines[i].IsItem;
        }
        if (lines.Any(line => line.IsItem && line.Needs.IsEmpty && line.Points.Least < line.Points.Most)) needs = [
            .. needs, FactKeys.ExpertBand.Key];
        return new(title, qualified, scored ? new Points(low.Score.Least, high.Score.Most) : null)
        {
            Conditions = lines.ToImmutable(),
            Needs = qualified is null ? needs : [],
            Law = [new(TitleLaw.Version(title, worst), date.Month)],
        };
    }

    private static ConditionLine Line(Title title, in Finding low, in Finding high, Facts missing, ImmutableArray<string> all)
    {
        var lacking = low.Needs & missing;
        var pass = Both(low.Outcome, high.Outcome);
        return new(low.Condition, low.IsItem,
            lacking == 0 && double.IsFinite(low.Value) ? low.Value : null,
            double.IsFinite(low.Threshold) ? low.Threshold : null,
            low.IsItem ? null : pass,
            !low.IsItem ? default : lacking != 0 ? new(0, low.MaxPoints) : new(low.Points, high.Points),
            low.MaxPoints)
        {
            Group = low.Group,
            Branch = low.Branch,
            // The needs of a sum of points are those of its items.
            Needs = lacking != 0 ? Keys(title, lacking) : !low.IsItem && pass is null ? all : [],
        };
    }

    private static bool? Both(Verdict low, Verdict high) =>
        low == Verdict.Pass ? true : high == Verdict.Fail ? false : null;

    private static ImmutableArray<string> Keys(Title title, Facts lacking)
    {
        var keys = ImmutableArray.CreateBuilder<string>();
        foreach (var (flag, facts) in TitleFacts.Keys)
            if ((lacking & flag) != 0) keys.Add(Wanted(title, facts).Key);
        return keys.ToImmutable();
    }

    // Two keys stand for one fact of the rulebook where titles require it differently: see TitleFacts.
    private static Fact Wanted(Title title, Fact[] facts) =>
        facts.Length == 1 ? facts[0]
        : facts[0] == FactKeys.Field ? facts[title == Title.HighTech ? 1 : 0]
        : facts[title == Title.Specialised ? 1 : 0];
}
