using System.Globalization;

namespace SimLab.Model;

/// <summary>A calendar month, the time step of the model. Printed and parsed as <c>2023-03</c>.</summary>
public readonly record struct Month(int Number) : IComparable<Month>
{
    /// <summary>The month 1–12 of a year; throws <see cref="ArgumentOutOfRangeException"/> otherwise.</summary>
    public static Month Of(int year, int monthOfYear)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(monthOfYear, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(monthOfYear, 12);
        return new(year * 12 + monthOfYear - 1);
    }

    /// <summary>Calendar year.</summary>
    public int Year => Number / 12;

    /// <summary>1 for January to 12 for December.</summary>
    public int OfYear => Number % 12 + 1;

    /// <summary>March, June, September or December.</summary>
    public bool EndsQuarter => OfYear % 3 == 0;

    /// <summary>December.</summary>
    public bool EndsYear => OfYear == 12;

    /// <summary>Parses exactly <c>2023-03</c>.</summary>
    public static bool TryParse(string text, out Month month)
    {
        month = default;
        if (text is not { Length: 7 } || text[4] != '-'
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(text.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var ofYear)
            || ofYear is < 1 or > 12)
            return false;
        month = Of(year, ofYear);
        return true;
    }

    /// <summary>Parses <c>2023-03</c>; throws <see cref="FormatException"/> on other text.</summary>
    public static Month Parse(string text) =>
        TryParse(text, out var month) ? month : throw new FormatException($"\"{text}\" is not a month. Write it as 2023-03.");

    public int CompareTo(Month other) => Number.CompareTo(other.Number);

    public static Month operator +(Month month, int months) => new(month.Number + months);
    public static Month operator -(Month month, int months) => new(month.Number - months);
    /// <summary>Number of months between two months.</summary>
    public static int operator -(Month later, Month earlier) => later.Number - earlier.Number;
    public static bool operator <(Month a, Month b) => a.Number < b.Number;
    public static bool operator >(Month a, Month b) => a.Number > b.Number;
    public static bool operator <=(Month a, Month b) => a.Number <= b.Number;
    public static bool operator >=(Month a, Month b) => a.Number >= b.Number;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{OfYear:00}");
}
