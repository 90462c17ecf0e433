using System.Collections.Immutable;

namespace SimLab.Model;

/// <summary>A number given by calendar year. Years before the first take the first value, gaps and later years the last one given.</summary>
public sealed record YearPath(ImmutableSortedDictionary<int, double> ByYear)
{
    public static YearPath Of(params (int Year, double Value)[] points) =>
        new(points.ToImmutableSortedDictionary(p => p.Year, p => p.Value));

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
