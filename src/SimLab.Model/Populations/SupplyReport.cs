using System.Collections.Immutable;
using SimLab.Model.Enterprises;

namespace SimLab.Model.Populations;

/// <summary>One tier of the supply network at month zero.</summary>
/// <param name="Enterprises">Enterprises in business.</param>
/// <param name="Firms">Number of firms they represent.</param>
/// <param name="Customers">Enterprises with suppliers.</param>
/// <param name="MeanSuppliers">Mean number of suppliers of those; vacant slots count as suppliers.</param>
/// <param name="MostSuppliers">Largest number of suppliers of one of them.</param>
/// <param name="LargestTenthShare">Share of the tier's suppliers that supply the tenth of customers with the
/// most.</param>
/// <param name="NearShare">Share of enterprises whose customer is in their own region; NaN for leaders.</param>
public sealed record SupplyLine(
    Tier Tier, int Enterprises, long Firms, int Customers, double MeanSuppliers, int MostSuppliers, double LargestTenthShare,
        double NearShare);

/// <summary>Structure of a population's supply network: tiers and degrees.</summary>
public static class SupplyReport
{
    /// <summary>One line per tier: leaders, first tier, second tier.</summary>
    public static ImmutableArray<SupplyLine> Of(Population population) =>
        [Line(population, Tier.Leader), Line(population, Tier.First), Line(population, Tier.Second)];

    private static SupplyLine Line(Population population, Tier tier)
    {
        var firms = population.Firms.Where(firm => firm.Tier == tier && population.Initial[firm.Id].IsAlive).ToArray();
        var degrees = firms.Where(firm => firm.Suppliers > 0).Select(firm => firm.Suppliers).OrderDescending().ToArray();
        return new(
            tier, firms.Length, firms.Sum(firm => (long)firm.Weight), degrees.Length,
            degrees.DefaultIfEmpty().Average(), degrees.FirstOrDefault(),
            degrees.Take((degrees.Length + 9) / 10).Sum() / (double)Math.Max(1, degrees.Sum()),
            tier == Tier.Leader ? double.NaN
                : firms.Count(firm => population.Firms[firm.Customer].Region == firm.Region) / (double)Math.Max(1, firms.Length));
    }
}
