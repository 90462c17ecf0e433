using SimLab.Engine.Reporting;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using Xunit;

namespace SimLab.Tests.Reporting;

[Fast]
public sealed class TargetTextsTests
{
    private static readonly Month By = Month.Of(2023, 12);

    private static Target Of(string unit, Comparison comparison, double? value, string? other = null, double tolerance = 0) =>
        new("new_sme_loans", unit, comparison, value, other, tolerance, By, "");

    [Fact]
    public void A_target_reads_as_a_phrase()
    {
        Assert.Equal("at least 2,000 firms", $"{TargetTexts.Of(Of("firms", Comparison.AtLeast, 2000))}");
        Assert.Equal(
            "about 80.0 billion yuan (76.0 billion yuan or more counts as met)",
            $"{TargetTexts.Of(Of("yuan", Comparison.About, 80e9, tolerance: 0.05))}");
        Assert.Equal("at least 95.0 %", $"{TargetTexts.Of(Of("share of firms", Comparison.AtLeast, 0.95))}");
        Assert.Equal("more than growth of all loans", $"{TargetTexts.Of(Of("share a year", Comparison.Above, null, "all_loan_growth"))}");
        Assert.Equal("at least the year before", $"{TargetTexts.Of(Of("yuan", Comparison.AtLeast, null))}");
    }

    [Theory]
    [InlineData(2012, "firms", "2,012", "+2,012")]
    [InlineData(3.5, "firms", "4", "+3.5")]
    [InlineData(-0.2, "firms", "0", "-0.2")]
    [InlineData(82_345_000_000, "yuan", "823.5", "+823.5")]
    [InlineData(123_000_000, "yuan", "1.23", "+1.23")]
    [InlineData(0.0766, "share a year", "7.7 %", "+7.7 pp")]
    [InlineData(-0.0001, "share a year", "0.0 %", "0.0 pp")]
    public void Amounts_are_scaled_for_people(double value, string unit, string amount, string difference) =>
        Assert.Equal((amount, difference), (TargetTexts.Amount(value, unit), TargetTexts.Difference(value, unit)));
}
