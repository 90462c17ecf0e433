using SimLab.Engine.Experiments.Methods;
using Xunit;

namespace SimLab.Tests.Experiments.Methods;

[Fast]
public sealed class ShapleyTests
{
    private static Shares Exact(int players, Func<ulong, double> worth) =>
        Shares.Exact(players, Coalitions.Every(players).ToDictionary(c => c, c => new[] { worth(c) }));

    private static Shares Sampled(ShapleyEstimation experiment, Func<ulong, int, double> worth, int replicates)
    {
        foreach (var c in experiment.Ask()) experiment.Tell(c, [.. Enumerable.Range(0, replicates).Select(r => worth(c, r))]);
        return experiment.Read();
    }

    // Two hold a left glove, one a right: a pair is worth 1.
    private static double Gloves(ulong c) => (c & 4) != 0 && (c & 3) != 0 ? 1 : 0;

    // Littlechild and Owen (1973): a runway costs as much as the largest aircraft that uses it needs.
    private static double Runway(ulong c) => (c & 8) != 0 ? 18 : (c & 4) != 0 ? 13 : (c & 2) != 0 ? 11 : (c & 1) != 0 ? 8 : 0;

    // Five players with pairwise effects; the share is the own effect and half of each pair's.
    private static double Pairs(ulong c) =>
        Coalitions.Members(c, 5).Sum(i => i + Coalitions.Members(c, 5).Where(j => j < i).Sum(j => i * j % 3 - 1.0));

    [Fact]
    public void The_holder_of_the_scarce_glove_gets_two_thirds()
    {
        var shares = Exact(3, Gloves);
        Assert.Equal([1 / 6.0, 1 / 6.0, 2 / 3.0], shares.Players.Select(p => p.Value.Value), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([0, 0, 1], shares.Players.Select(p => p.LeftOut.Value));
        Assert.Equal([0, 0, 0], shares.Players.Select(p => p.Alone.Value));
    }

    [Fact]
    public void Each_piece_of_the_runway_is_paid_by_those_who_use_it() =>
        // 8 among four, 3 among three, 2 between two, 5 by the largest alone.
        Assert.Equal([2, 3, 4, 9], Exact(4, Runway).Players.Select(p => p.Value.Value), (a, b) => Math.Abs(a - b) < 1e-12);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Sampled_shares_add_up_and_come_near_the_exact_ones(bool reversed)
    {
        var shares = Sampled(new(4, 400, seed: 1, reversed), (c, _) => Runway(c), replicates: 1);
        Assert.Equal(18, shares.Total);
        Assert.Equal(0, shares.Gap, 1e-10);
        // Within twice the interval: four at once, each may miss its own by chance.
        Assert.All(shares.Players.Zip([2.0, 3, 4, 9]), p =>
            Assert.InRange(Math.Abs(p.Second - p.First.Value.Value), 0, p.First.Value.High - p.First.Value.Low));
    }

    [Fact]
    public void A_permutation_and_its_reverse_share_pairwise_effects_exactly()
    {
        // i before j in one order is j before i in the other: each pair's effect is halved without any sampling error.
        var exact = Exact(5, Pairs);
        var sampled = Sampled(new(5, 4, seed: 7), (c, _) => Pairs(c), replicates: 1);
        Assert.All(exact.Players.Zip(sampled.Players), p => Assert.Equal(p.First.Value.Value, p.Second.Value.Value, 1e-9));
        Assert.Contains(exact.Players.Zip(Sampled(new(5, 4, seed: 7, reversed: false), (c, _) => Pairs(c), 1).Players),
            p => Math.Abs(p.First.Value.Value - p.Second.Value.Value) > 0.01);
    }

    [Fact]
    public void Intervals_over_permutations_and_replicates_hold_the_truth_about_19_times_in_20()
    {
        // Each replicate has its own luck for the whole and its own size of the runway's cost.
        var noise = new PointDraws(3, PointDrawId.Gaussian);
        var (held, asked) = (0, 0);
        for (var experiment = 0; experiment < 150; experiment++)
        {
            var k = experiment;
            var shares = Sampled(new(4, 20, seed: (ulong)experiment), (c, r) =>
                Runway(c) * (1 + 0.3 * noise.Gaussian(k, r, 0)) + 0.5 * noise.Gaussian(k, r, 1 + (int)c), replicates: 12);
            Assert.Equal(0, shares.Gap, 1e-9);
            foreach (var (player, truth) in shares.Players.Zip([2.0, 3, 4, 9]))
            {
                asked++;
                if (truth >= player.Value.Low && truth <= player.Value.High) held++;
            }
        }
        Assert.InRange(held / (double)asked, 0.91, 0.985);
    }

    [Fact]
    public void Only_distinct_coalitions_are_asked_and_more_permutations_only_add()
    {
        var experiment = new ShapleyEstimation(4, 10, seed: 2);
        var first = experiment.Ask();
        Assert.Equal(first.Distinct(), first);
        Assert.True(first.Length <= 16 && first.Contains(0UL) && first.Contains(15UL));
        foreach (var c in first) experiment.Tell(c, [Runway(c)]);
        Assert.Empty(experiment.Ask());
        experiment.Extend(200);
        Assert.DoesNotContain(experiment.Ask(), first.Contains);
    }

    [Fact]
    public void Seventeen_players_and_200_permutations_need_no_more_than_3200_coalitions() =>
        Assert.InRange(new ShapleyEstimation(17, 200, seed: 1).Ask().Length, 2000, 200 * 16 + 2);

    [Fact]
    public void A_replicate_without_a_number_is_left_out_for_all_so_that_shares_still_add_up()
    {
        var shares = Sampled(new(4, 20, seed: 1), (c, r) =>
            r == 1 && c == 15 ? double.NaN : Runway(c) + r * Coalitions.Size(c), replicates: 3);
        Assert.Equal((2, 1), (shares.Replicates, shares.Dropped));
        Assert.Equal(18 + 4, shares.Total);                               // the mean of 18 + 0 and 18 + 8
        Assert.Equal(0, shares.Gap, 1e-10);
        Assert.Throws<MethodException>(() => Sampled(new(4, 20, seed: 1), (_, _) => double.NaN, replicates: 2));
        Assert.StartsWith(
            "Exact Shapley values of 17 players need 131072 coalitions",
            Assert.Throws<MethodException>(() => Coalitions.Every(17)).Message);
    }
}
