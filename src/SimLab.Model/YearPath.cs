using System.Collections.Immutable;

namespace SimLab.Model;

/// <summary>
/// Values by calendar year, at least one. Years before the first use its value; gaps and later years use the last
/// earlier value.
/// </summary>
public sealed record YearPath(ImmutableSortedDictionary<int, double> ByYear)
{
    /// <summary>A path from (year, value) pairs.</summary>
    public static YearPath Of(params (int Year, double Value)[] points) =>
        new(points.ToImmutableSortedDictionary(p => p.Year, p => p.Value));

    /// <summary>Value in a year; throws if the path is empty.</summary>
    public double In(int year)
    {
        var value = ByYear.First().Value;
        foreach (var (from, given) in ByYear)
        {
            if (from > year) break;
            value = given;
        }
        return value;
    }

    public bool Equals(YearPath? other) => other is not null && ByYear.SequenceEqual(other.ByYear);

    public override int GetHashCode() => ByYear.Count;
}
