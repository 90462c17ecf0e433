using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises.Decisions;
using Xunit;

namespace SimLab.Tests.Enterprises;

[Fast]
public sealed class LearnOfPolicyTests
{
    private static readonly BehaviouralParameters Rules = new() { PeersTell = 0.1, Forgets = 0.02 };

    [Theory]
    [InlineData(0, 0, 0.03)]
    [InlineData(0.5, 0, 0.08)]                               // half of the region knows
    [InlineData(0.5, 2, 0.1)]                                // and the firm reads platforms
    public void Aware_neighbours_and_platforms_tell(double region, float digitalLevel, double heard) =>
        Assert.Equal(heard, LearnOfPolicy.HeardFromPeers(region, digitalLevel, Rules), 12);

    [Theory]
    [InlineData(0, 0.1, 0.1)]
    [InlineData(0.5, 0, 0.49)]                               // nothing heard: a fiftieth is forgotten
    [InlineData(0.5, 0.2, 0.59)]                             // a fifth of the unknown half is learnt
    [InlineData(1, 1, 0.98)]
    [InlineData(0, 1, 1)]
    public void A_firm_learns_of_what_it_does_not_know_and_forgets_of_what_it_does(float awareness, double heard, double next) =>
        Assert.Equal(next, LearnOfPolicy.Next(awareness, heard, Rules), 6);
}
