using SimLab.Engine.Experiments.Methods;
using Xunit;

namespace SimLab.Tests.Experiments.Methods;

[Fast]
public sealed class RobustnessTests
{
    // Three policies in four futures, higher is better. Best by future: 10, 8, 6, 9.
    private static readonly double[][] Outcomes = [[10, 2, 6, 5], [8, 8, 3, 9], [7, 6, 6, 8]];

    [Fact]
    public void Regret_is_the_distance_to_the_best_policy_of_each_future()
    {
        var regret = Regret.Of(Outcomes, higherIsBetter: true);
        Assert.Equal([0, 6, 0, 4], regret.Policies[0].ByFuture);
        Assert.Equal([2, 0, 3, 0], regret.Policies[1].ByFuture);
        Assert.Equal([3, 2, 0, 1], regret.Policies[2].ByFuture);
        Assert.Equal([6, 3, 3], regret.Policies.Select(p => p.Most));
        // Type 7 at 0.9 of four: position 2.7, so 4 + 0.7 × 2, 2 + 0.7 × 1, 2 + 0.7 × 1.
        Assert.Equal([5.4, 2.7, 2.7], regret.Policies.Select(p => Math.Round(p.P90, 9)));
        Assert.Equal([new(3, false), new(1, true), new Rank(1, true)], regret.Policies.Select(p => p.ByMost));
    }

    [Fact]
    public void Starrs_domain_criterion_divides_a_future_with_two_best_policies()
    {
        // Best: the first; the second; the first and the third together; the second.
        var regret = Regret.Of(Outcomes, higherIsBetter: true);
        Assert.Equal([1.5 / 4, 2 / 4.0, 0.5 / 4], regret.Policies.Select(p => p.BestShare));
        Assert.Equal([2, 1, 3], regret.Policies.Select(p => p.ByBestShare.Place));
    }

    [Fact]
    public void Where_less_is_better_regret_turns_round() =>
        Assert.Equal(
            [[3, 0, 3, 0], [1, 6, 0, 4], [0, 4, 3, 3]],
            Regret.Of(Outcomes, higherIsBetter: false).Policies.Select(p => p.ByFuture.ToArray()));

    [Fact]
    public void A_future_in_which_a_policy_gave_no_number_is_left_out_for_all()
    {
        var regret = Regret.Of([[1, double.NaN, 3], [2, 9, 3]], higherIsBetter: true);
        Assert.Equal([0, 2], regret.Futures);
        Assert.Equal("1 of 3 points gave no number: 1.", regret.Missing.ToString());
        Assert.Throws<MethodException>(() => Regret.Of([[double.NaN], [1]], higherIsBetter: true));
    }

    [Fact]
    public void A_policy_satisfices_where_all_its_goals_are_met()
    {
        // Goals: at least 2,000 titles, at most 60 (million yuan).
        double[][][] outcomes =
        [
            [[2000, 60], [2500, 61], [1999, 10], [2100, double.NaN]],
            [[2000, 50], [2500, 40], [1999, 10], [2100, 30]],
        ];
        var found = Satisficing.Of(outcomes, [new(2000, AtLeast: true), new(60, AtLeast: false)]);
        Assert.Equal([0.25, 0.75], found.Select(p => p.Share.Value));
        Assert.Equal([0.75, 0.5], found[0].ByRequirement);
        Assert.Equal([new(2, false), new Rank(1, false)], found.Select(p => p.Rank));
        // Wilson for 1 of 4 at 95 %, as tabulated: 0.0456 to 0.6994.
        Assert.Equal((0.0456, 0.6994), (Math.Round(found[0].Share.Low, 4), Math.Round(found[0].Share.High, 4)));
    }

    [Fact]
    public void Equal_scores_share_a_place_and_the_next_is_skipped() =>
        Assert.Equal(
            [new(1, true), new(4, false), new(1, true), new(3, false), new Rank(5, false)], Ranking.Ascending([1, 3, 1, 2, double.NaN]));
}
