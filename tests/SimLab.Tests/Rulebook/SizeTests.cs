using CsCheck;
using SimLab.Model;
using SimLab.Model.Rulebook;
using Xunit;
using static SimLab.Tests.Rulebook.Money;

namespace SimLab.Tests.Rulebook;

[Fast]
public class SizeTests
{
    private const long Plenty = 1_000_000;

    // 统计上大中小微型企业划分办法(2017): lower bounds of large, medium, small for staff, revenue and assets (万元); 0: not used.
    public static TheoryData<Industry, int[], int[], int[]> Rows => new()
    {
        { Industry.Agriculture, [], [20_000, 500, 50], [] },
        { Industry.Mining, [1000, 300, 20], [40_000, 2_000, 300], [] },
        { Industry.Manufacturing, [1000, 300, 20], [40_000, 2_000, 300], [] },
        { Industry.Utilities, [1000, 300, 20], [40_000, 2_000, 300], [] },
        { Industry.Construction, [], [80_000, 6_000, 300], [80_000, 5_000, 300] },
        { Industry.Wholesale, [200, 20, 5], [40_000, 5_000, 1_000], [] },
        { Industry.Retail, [300, 50, 10], [20_000, 500, 100], [] },
        { Industry.Transport, [1000, 300, 20], [30_000, 3_000, 200], [] },
        { Industry.Storage, [200, 100, 20], [30_000, 1_000, 100], [] },
        { Industry.Post, [1000, 300, 20], [30_000, 2_000, 100], [] },
        { Industry.Accommodation, [300, 100, 10], [10_000, 2_000, 100], [] },
        { Industry.Catering, [300, 100, 10], [10_000, 2_000, 100], [] },
        { Industry.Telecommunication, [2000, 100, 10], [100_000, 1_000, 100], [] },
        { Industry.Software, [300, 100, 10], [10_000, 1_000, 50], [] },
        { Industry.RealEstateDevelopment, [], [200_000, 1_000, 100], [10_000, 5_000, 2_000] },
        { Industry.PropertyManagement, [1000, 300, 100], [5_000, 1_000, 500], [] },
        { Industry.LeasingAndBusiness, [300, 100, 10], [], [120_000, 8_000, 100] },
        { Industry.ResearchAndTechnical, [300, 100, 10], [], [] },
        { Industry.WaterAndEnvironment, [300, 100, 10], [], [] },
        { Industry.ResidentServices, [300, 100, 10], [], [] },
        { Industry.Education, [300, 100, 10], [], [] },
        { Industry.Health, [300, 100, 10], [], [] },
        { Industry.CultureAndSports, [300, 100, 10], [], [] },
    };

    [Fact]
    public void Every_industry_has_a_row() =>
        Assert.Equal(Enum.GetValues<Industry>().Order(), Rows.Select(row => row.Data.Item1).Order());

    [Theory, MemberData(nameof(Rows))]
    public void A_firm_at_all_bounds_has_the_class_and_below_any_bound_it_drops(Industry industry, int[] staff, int[] revenue, int[] assets)
    {
        for (var i = 0; i < 3; i++)
        {
            var (class_, lower) = ((SizeClass)(3 - i), (SizeClass)(2 - i));
            long x = At(staff, i), y = At(revenue, i), z = At(assets, i);
            Assert.Equal(class_, SizeClasses.Of(industry, x, Wan((int)y), Wan((int)z)));
            if (staff.Length > 0) Assert.Equal(lower, SizeClasses.Of(industry, x - 1, Wan((int)y), Wan((int)z)));
            if (revenue.Length > 0) Assert.Equal(lower, SizeClasses.Of(industry, x, Wan((int)y) - 1, Wan((int)z)));
            if (assets.Length > 0) Assert.Equal(lower, SizeClasses.Of(industry, x, Wan((int)y), Wan((int)z) - 1));
        }

        static long At(int[] bounds, int i) => bounds.Length > 0 ? bounds[i] : Plenty;
    }

    [Theory]
    [InlineData(19, 2000, SizeClass.Micro)]                // 20 staff is the door to small industry
    [InlineData(20, 2000, SizeClass.Small)]
    [InlineData(299, 2000, SizeClass.Small)]
    [InlineData(300, 2000, SizeClass.Medium)]
    [InlineData(300, 1999, SizeClass.Small)]
    [InlineData(5000, 100, SizeClass.Micro)]               // micro needs only one bound to fail
    public void A_manufacturer_needs_staff_and_revenue(int staff, int revenueWan, SizeClass size) =>
        Assert.Equal(size, SizeClasses.Of(Industry.Manufacturing, staff, Wan(revenueWan), 0));

    [Fact]
    public void A_firm_that_grows_never_drops_a_class() =>
        Gen.Select(Gen.Int[0, Places.Industries - 1], Gen.Int[0, 3000], Gen.Int[0, 300_000], Gen.Int[0, 300_000], Gen.Int[0, 1000])
            .Sample((industry, staff, revenue, assets, more) =>
                SizeClasses.Of((Industry)industry, staff + more, Wan(revenue + more), Wan(assets + more))
                >= SizeClasses.Of((Industry)industry, staff, Wan(revenue), Wan(assets)));

    [Theory]
    [InlineData(Industry.Manufacturing, 2000)]
    [InlineData(Industry.Mining, 2000)]
    [InlineData(Industry.Utilities, 2000)]
    [InlineData(Industry.Wholesale, 2000)]
    [InlineData(Industry.Retail, 500)]
    [InlineData(Industry.Accommodation, 200)]
    [InlineData(Industry.Catering, 200)]
    [InlineData(Industry.Transport, 2000)]
    [InlineData(Industry.Storage, 2000)]
    [InlineData(Industry.Post, 2000)]
    [InlineData(Industry.Telecommunication, 2000)]
    [InlineData(Industry.Software, 2000)]
    [InlineData(Industry.WaterAndEnvironment, 2000)]
    [InlineData(Industry.Health, 2000)]
    [InlineData(Industry.LeasingAndBusiness, 1000)]
    [InlineData(Industry.ResearchAndTechnical, 1000)]
    [InlineData(Industry.Education, 1000)]
    [InlineData(Industry.PropertyManagement, 1000)]
    [InlineData(Industry.ResidentServices, 500)]
    [InlineData(Industry.CultureAndSports, 500)]
    public void The_roster_takes_a_firm_at_its_industrys_revenue(Industry industry, int revenueWan)
    {
        Assert.True(AboveScale.Qualifies(industry, Wan(revenueWan)));
        Assert.False(AboveScale.Qualifies(industry, Wan(revenueWan) - 1));
    }

    [Fact]
    public void The_roster_takes_every_builder_and_developer_and_no_farm()
    {
        Assert.True(AboveScale.Qualifies(Industry.Construction, 0));
        Assert.True(AboveScale.Qualifies(Industry.RealEstateDevelopment, 0));
        Assert.False(AboveScale.Qualifies(Industry.Agriculture, long.MaxValue));
    }
}
