using SimLab.Model;
using SimLab.Model.Chance;
using Xunit;

namespace SimLab.Tests.Chance;

[Fast]
public sealed class DrawsTests
{
    private const int Throws = 200_000;

    private static readonly Month March = Month.Of(2023, 3);
    private static readonly RandomKey Luck = RandomKey.Of(7, 0);

    [Fact]
    public void A_uniform_draw_is_never_0_or_1_and_fills_the_space_between_evenly()
    {
        var tenths = new int[10];
        for (var firm = 0; firm < Throws; firm++)
        {
            var u = new Draws(Luck, firm, March).Uniform(DrawId.DemandNoise);
            Assert.True(u is > 0 and < 1, $"{u}");
            tenths[(int)(u * 10)]++;
        }
        // Five standard deviations of a count of a tenth.
        Assert.All(tenths, count => Assert.InRange(count, Throws / 10 - 700, Throws / 10 + 700));
    }

    [Fact]
    public void A_laplace_draw_has_the_scale_asked_for()
    {
        const double Scale = 0.2;
        var (sum, distance, positive) = (0.0, 0.0, 0);
        for (var firm = 0; firm < Throws; firm++)
        {
            var x = new Draws(Luck, firm, March).Laplace(DrawId.YearGrowth, Scale);
            (sum, distance) = (sum + x, distance + Math.Abs(x));
            if (x > 0) positive++;
        }
        // Mean distance from 0 is the scale; so is its standard deviation.
        Assert.Equal(Scale, distance / Throws, 5 * Scale / Math.Sqrt(Throws));
        Assert.Equal(0, sum / Throws, 5 * Scale * Math.Sqrt(2.0 / Throws));
        Assert.InRange(positive, Throws / 2 - 1_200, Throws / 2 + 1_200);
    }

    [Fact]
    public void A_bell_draw_has_the_deviation_asked_for()
    {
        const double Deviation = 0.35;
        var (sum, squares) = (0.0, 0.0);
        for (var firm = 0; firm < Throws; firm++)
        {
            var x = new Draws(Luck, firm, March).Logistic(DrawId.DemandShock, Deviation);
            (sum, squares) = (sum + x, squares + x * x);
        }
        Assert.Equal(0, sum / Throws, 5 * Deviation / Math.Sqrt(Throws));
        Assert.Equal(Deviation, Math.Sqrt(squares / Throws), 0.01 * Deviation);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.03)]
    [InlineData(0.5)]
    [InlineData(1)]
    public void A_chance_comes_true_as_often_as_it_says(double probability)
    {
        var said = 0;
        for (var firm = 0; firm < Throws; firm++)
            if (new Draws(Luck, firm, March).Bernoulli(DrawId.Exit, probability)) said++;
        Assert.Equal(probability, said / (double)Throws, 5 * Math.Sqrt(probability * (1 - probability) / Throws) + 1e-12);
    }

    [Fact]
    public void The_order_of_asking_changes_no_answer()
    {
        var ids = Enum.GetValues<DrawId>();
        var forwards = new Draws(Luck, 42, March);
        var inOrder = new double[ids.Length];
        for (var i = 0; i < ids.Length; i++) inOrder[i] = forwards.Uniform(ids[i]);

        var backwards = new Draws(Luck, 42, March);
        for (var i = ids.Length - 1; i >= 0; i--) Assert.Equal(inOrder[i], backwards.Uniform(ids[i]));
        for (var i = 0; i < ids.Length; i++) Assert.Equal(inOrder[i], new Draws(Luck, 42, March).Uniform(ids[i]));
    }

    [Fact]
    public void Seed_replicate_firm_month_and_matter_each_change_the_answer()
    {
        double[] answers =
        [
            new Draws(RandomKey.Of(7, 0), 42, March).Uniform(DrawId.Exit),
            new Draws(RandomKey.Of(8, 0), 42, March).Uniform(DrawId.Exit),
            new Draws(RandomKey.Of(7, 1), 42, March).Uniform(DrawId.Exit),
            new Draws(RandomKey.Of(7, 0), 43, March).Uniform(DrawId.Exit),
            new Draws(RandomKey.Of(7, 0), 42, March + 1).Uniform(DrawId.Exit),
            new Draws(RandomKey.Of(7, 0), 42, March).Uniform(DrawId.AskBank),
        ];
        Assert.Equal(answers.Length, answers.Distinct().Count());
    }

    [Fact]
    public void Replicates_of_one_seed_never_share_a_key() =>
        Assert.Equal(10_000, Enumerable.Range(0, 10_000).Select(k => RandomKey.Of(7, k)).Distinct().Count());

    [Fact]
    public void Every_matter_has_a_place_among_the_words_of_the_dice()
    {
        var draws = new Draws(Luck, 1, March);
        foreach (var draw in Enum.GetValues<DrawId>()) Assert.True(draws.Uniform(draw) > 0);
    }

    [Fact]
    public void Every_address_has_its_word_in_the_month() => Assert.All(Enum.GetValues<DrawId>(), draw =>
        Assert.InRange(new Draws(RandomKey.Of(1, 0), 0, Month.Of(2022, 1)).Uniform(draw), 0, 1));
}
