using SimLab.Model;
using SimLab.Model.Enterprises;
using SimLab.Model.Rulebook;
using Xunit;

namespace SimLab.Tests.Populations;

[Fast]
public class TitleHolderTests
{
    [Fact]
    public void High_tech_firms_meet_the_ratio_of_research_and_the_share_of_technical_staff()
    {
        foreach (var (firm, s) in GansuPopulation.Holders(Title.HighTech))
        {
            var rnd = s.RndLastYear + s.RndYearBefore + s.RndThirdYear;
            var sales = s.SalesLastYear + s.SalesYearBefore + s.SalesThirdYear;
            Assert.True(rnd >= sales * (HighTech.LeastRndPercent(s.SalesLastYear) / 100.0), $"firm {firm.Id}: {(double)rnd / sales:P2}");
            Assert.True(s.RndStaff >= s.Staff * HighTech.LeastTechStaffShare, $"firm {firm.Id}: {s.RndStaff} of {s.Staff}");
            Assert.True(s.Class1Ip + s.Class2Ip > 0);
            Assert.True(firm.HighTechIncomeShare >= HighTech.LeastHighTechIncomeShare);
            Assert.True(firm.StrategicField);
            Assert.True(s.AgeMonths >= 36);
        }
    }

    [Fact]
    public void Specialised_firms_are_small_or_medium_sell_ten_million_and_spend_a_million_and_three_percent_on_research()
    {
        foreach (var (firm, s) in GansuPopulation.Holders(Title.Specialised))
        {
            Assert.True(SizeClasses.Of(firm.Industry, s.Staff, s.SalesLastYear, s.TotalAssets) < SizeClass.Large);
            Assert.True(s.SalesLastYear >= 1000 * Fen.PerWan, $"firm {firm.Id}: {s.SalesLastYear}");
            Assert.True(s.RndLastYear >= 100 * Fen.PerWan && s.RndLastYear >= 0.03 * s.SalesLastYear, $"firm {firm.Id}: {s.RndLastYear}");
            Assert.True(firm.NicheYears >= 3);
        }
    }

    [Fact]
    public void Little_giants_are_specialised_too_and_sell_fifty_million_or_more()
    {
        foreach (var (_, s) in GansuPopulation.Holders(Title.LittleGiant))
        {
            Assert.True(s.Holds(Title.Specialised, GansuPopulation.Next));
            Assert.True(s.SalesLastYear >= 5000 * Fen.PerWan || s.Is(Standing.AboveScale));
            Assert.True(s.Class1Ip >= 2);
        }
    }

    [Fact]
    public void Technology_smes_are_within_the_limits_of_size_and_valid_for_the_coming_year()
    {
        foreach (var (_, s) in GansuPopulation.Holders(Title.TechSme))
        {
            Assert.True(s.Staff <= TechSme.MostStaff && s.SalesLastYear <= TechSme.MostSales);
            Assert.Equal(Expiry.Of(Month.Of(2022, 12)), s.Until(Title.TechSme));
            Assert.True(s.RndStaff > 0 && s.RndLastYear > 0);
        }
    }

    [Fact]
    public void Titles_of_three_years_run_out_in_three_decembers_about_a_third_each()
    {
        var holders = GansuPopulation.Holders(Title.HighTech).ToArray();
        foreach (var (year, share) in new[] { (2022, 0.35), (2023, 0.33), (2024, 0.32) })
            Assert.Equal(
                share, holders.Count(x => x.State.Until(Title.HighTech) == Expiry.Of(Month.Of(year, 12))) / (double)holders.Length, 0.01);
    }

    [Fact]
    public void Half_of_the_high_tech_firms_are_in_Lanzhou_with_the_new_area() =>
        Assert.Equal(
            0.5, GansuPopulation.Holders(Title.HighTech)
            .Count(x => GansuPopulation.Province.Of(x.Firm.Region).Capital) / 1362.0, 0.005);

    [Fact]
    public void Hundreds_of_firms_without_the_title_stand_just_below_and_just_above_the_ratio_of_research()
    {
        double Gap((Firm, Enterprise State) x) =>
            (double)x.State.RndLastYear / x.State.SalesLastYear / (HighTech.LeastRndPercent(x.State.SalesLastYear) / 100.0);
        var candidates = GansuPopulation.Alive.Where(x =>
            x.Firm.Stratum == Stratum.Innovative && !x.State.Holds(Title.HighTech, GansuPopulation.Next)).Select(Gap).ToArray();

        Assert.True(candidates.Count(gap => gap is >= 0.8 and < 1) > 400);
        Assert.True(candidates.Count(gap => gap is >= 1 and < 1.25) > 300);
    }
}
