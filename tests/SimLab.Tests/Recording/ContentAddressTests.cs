using SimLab.Engine.Recording;
using SimLab.Model.Policies;
using Xunit;

namespace SimLab.Tests.Recording;

[Slow]
public sealed class ContentAddressTests
{
    private static string Address => ContentAddress.Of(SmallRun.Scenario, SmallRun.Population.Hash);

    [Fact]
    public void It_changes_with_the_seed() =>
        Assert.NotEqual(Address, ContentAddress.Of(SmallRun.Scenario with { Seed = 2 }, SmallRun.Population.Hash));

    [Fact]
    public void It_changes_with_a_lever()
    {
        var cultivate = SmallRun.Scenario.Measures.OfType<CultivateSpecialisedSmes>().Single();
        var turned = SmallRun.Scenario
            with
        {
            Measures = SmallRun.Scenario.Measures.Replace(
            cultivate, cultivate with { ProvincialReward = cultivate.ProvincialReward + 1 })
        };
        Assert.NotEqual(Address, ContentAddress.Of(turned, SmallRun.Population.Hash));
    }

    [Fact]
    public void It_changes_with_the_population() => Assert.NotEqual(Address, ContentAddress.Of(SmallRun.Scenario, new string('0', 64)));

    [Fact]
    public void It_changes_with_the_build() =>
        Assert.NotEqual(ContentAddress.Of("{}", "p", "build 1"), ContentAddress.Of("{}", "p", "build 2"));

    [Fact]
    public void It_does_not_depend_on_where_files_are() =>
        Assert.Equal(
            Address, ContentAddress.Of(
            SmallRun.Scenario with { File = "/elsewhere/x.yaml", Population = "/elsewhere/p.yaml" }, SmallRun.Population.Hash));

    [Fact]
    public async Task It_does_not_depend_on_the_output_folder_and_neither_does_the_series()
    {
        using var cached = new RecordedRunCache();
        var (one, two) = (await SmallRun.Record(cached.In("one")), await SmallRun.Record(cached.In("two")));
        Assert.Equal(Address, one.ContentAddress);
        Assert.Equal(Address, two.ContentAddress);
        Assert.Equal(one.Files[RunFolder.Series], two.Files[RunFolder.Series]);
        Assert.Equal(one.Files[RunFolder.Events], two.Files[RunFolder.Events]);
    }

    [Fact]
    public void It_is_a_sha_256() => Assert.Matches("^[0-9a-f]{64}$", Address);
}
