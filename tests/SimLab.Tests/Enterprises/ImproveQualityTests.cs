using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises.Decisions;
using Xunit;

namespace SimLab.Tests.Enterprises;

[Fast]
public sealed class ImproveQualityTests
{
    private static readonly BehaviouralParameters Rules = new() { Certification = 0.01 };

    [Theory]
    [InlineData(false, false, SizeClass.Small, 0.01)]
    [InlineData(false, false, SizeClass.Large, 0.01)]
    [InlineData(false, false, SizeClass.Micro, 0.003)]
    [InlineData(false, true, SizeClass.Micro, 0.025)]        // a title counts for more than size
    [InlineData(true, true, SizeClass.Small, 0)]
    public void Firms_with_a_title_are_certified_sooner_and_micro_firms_later(
        bool certified, bool titled, SizeClass size, double chance) =>
        Assert.Equal(chance, ImproveQuality.CertificationChance(certified, titled, size, Rules), 12);
}
