using CsCheck;
using SimLab.Model;
using SimLab.Model.Recognition;
using SimLab.Model.Rulebook;
using Xunit;
using static SimLab.Tests.Rulebook.Money;

namespace SimLab.Tests.Rulebook;

[Fast]
public class FindingsTests
{
    [Fact]
    public void A_judgement_writes_every_condition_and_item()
    {
        Span<Finding> lines = stackalloc Finding[Findings.Enough];
        var findings = new Findings(lines);
        Assert.False(HighTech.Judge(TitleCases.HighTechAt69(), ref findings));

        var staff = Line(findings, Condition.TechStaffShare);
        Assert.Equal((0.10, 0.10, Verdict.Pass), (staff.Value, staff.Threshold, staff.Outcome));
        var total = Line(findings, Condition.TotalScore);
        Assert.Equal((69, 70, Verdict.Fail), (total.Value, total.Threshold, total.Outcome));
        var transfers = Line(findings, Condition.Transfers);
        Assert.Equal((5, 25, 30, true), (transfers.Value, transfers.Points, transfers.MaxPoints, transfers.IsItem));
        Assert.Equal(18, findings.Count);                  // eight conditions, nine items, the score
    }

    [Fact]
    public void What_is_not_known_is_named_and_never_guessed()
    {
        var facts = TitleCases.InnovativeAt65();
        facts.Missing = Facts.DebtRatio;                    // 55 to 65 points
        var findings = default(Findings);
        Assert.False(Innovative.Judge(facts, ref findings));
        Assert.Equal((Verdict.CannotJudge, Facts.DebtRatio), (findings.Verdict, findings.Lacks));
        Assert.Equal(new(55, 65), findings.Score);

        facts.EquityThreeYears = Wan(500);                 // direct: the debt ratio no longer matters
        Assert.True(Innovative.Judge(facts, ref findings));

        facts.MajorAccident = true;
        Assert.False(Innovative.Judge(facts, ref findings));
        Assert.Equal(Verdict.Fail, findings.Verdict);
    }

    [Fact]
    public void The_verdict_follows_from_the_lines_and_the_lines_change_nothing() =>
        Gen.Select(RandomFacts, Gen.Int[0, Places.Titles - 1]).Sample((facts, title) =>
        {
            Span<Finding> lines = stackalloc Finding[Findings.Enough];
            var written = new Findings(lines);
            var earned = TitleLaw.Judge((Title)title, facts, ref written);
            Assert.True(written.Count <= Findings.Enough);
            Assert.Equal(written.Verdict, Reread(written.Lines));
            Assert.Equal(earned, TitleLaw.Earns((Title)title, facts));
        });

    [Fact]
    public void What_is_decided_without_a_fact_stays_decided_when_it_is_known() =>
        Gen.Select(RandomFacts, Gen.Int[0, Places.Titles - 1], Gen.ULong[0, (1UL << 39) - 1], Gen.ULong[0, (1UL << 39) - 1])
            .Sample((facts, title, some, others) =>
        {
            facts.Missing = (Facts)(some & others);
            var blind = default(Findings);
            TitleLaw.Judge((Title)title, facts, ref blind);
            facts.Missing = Facts.None;
            var seeing = default(Findings);
            TitleLaw.Judge((Title)title, facts, ref seeing);
            return blind.Verdict == Verdict.CannotJudge ? blind.Lacks != Facts.None : blind.Verdict == seeing.Verdict;
        });

    [Fact]
    public void More_points_never_cost_the_technology_title() =>
        Gen.Select(RandomFacts, Gen.Int[0, 50]).Sample((facts, more) =>
        {
            var before = TitleLaw.Earns(Title.TechSme, facts);
            facts.Rnd += Wan(more);
            facts.Class2Ip += more;
            return !before || TitleLaw.Earns(Title.TechSme, facts);
        });

    // Facts around the bounds of all five titles, so that both answers are common.
    private static readonly Gen<FirmFacts> RandomFacts = Gen.Int[0, int.MaxValue - 1].Select(Gen.Int[0, int.MaxValue - 1]).Select(pair =>
    {
        var draws = new Random(pair.Item1 ^ (pair.Item2 << 1));
        var facts = draws.Next(6) switch
        {
            0 => TitleCases.HighTechAt69(),
            1 => TitleCases.TechSmeAt60(),
            2 => TitleCases.InnovativeAt65(),
            3 => TitleCases.SpecialisedAt63(),
            4 => TitleCases.LittleGiantOf2022(),
            _ => TitleCases.LittleGiantOf2026(),
        };
        facts.Month = Month.Of(2021, 1) + draws.Next(84);
        facts.Recheck = draws.Next(4) == 0;
        if (draws.Next(3) == 0) facts.ExpertOnIp = draws.NextDouble();
        if (draws.Next(3) == 0) facts.Rnd = Wan(draws.Next(2000));
        if (draws.Next(3) == 0) facts.RndBefore = Wan(draws.Next(2000));
        if (draws.Next(3) == 0) facts.Revenue = Wan(draws.Next(30_000));
        if (draws.Next(3) == 0) (facts.Class1Ip, facts.Class2Ip) = (draws.Next(5), draws.Next(6));
        if (draws.Next(3) == 0) facts.DebtRatio = draws.NextDouble();
        if (draws.Next(3) == 0) facts.MainBusinessShare = draws.NextDouble();
        if (draws.Next(5) == 0) facts.Award = (ScienceAward)draws.Next(5);
        if (draws.Next(5) == 0) facts.TitlesHeld = (byte)draws.Next(32);
        if (draws.Next(5) == 0) facts.EquityTwoYears = facts.EquityThreeYears = Wan(draws.Next(10_000));
        if (draws.Next(5) == 0) facts.Field = (ProductField)draws.Next(16);
        return facts;
    });

    private static Finding Line(in Findings findings, Condition condition)
    {
        foreach (var line in findings.Lines)
            if (line.Condition == condition) return line;
        throw new InvalidOperationException($"{condition} was not written.");
    }

    // All lines of group 0 must hold, and of every other group all lines of one branch.
    private static Verdict Reread(ReadOnlySpan<Finding> lines)
    {
        var verdict = Verdict.Pass;
        var branches = new SortedDictionary<(int Group, int Branch), Verdict>();
        foreach (var line in lines)
        {
            if (line.IsItem) continue;
            if (line.Group == 0) verdict = Least(verdict, line.Outcome);
            else branches[(line.Group, line.Branch)] = Least(
                line.Outcome, branches.GetValueOrDefault((line.Group, line.Branch), Verdict.Pass));
        }
        foreach (var group in branches.GroupBy(branch => branch.Key.Group))
            verdict = Least(verdict, group.Max(branch => branch.Value));
        return verdict;

        static Verdict Least(Verdict a, Verdict b) => a < b ? a : b;
    }
}
