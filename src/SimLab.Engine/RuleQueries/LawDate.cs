using SimLab.Model;

namespace SimLab.Engine.RuleQueries;

/// <summary>
/// The law that judges a row. By default, the law of the row's own year: each quarter by its last month, yearly
/// questions by December. A planner may choose another year's law (<c>--year</c>), or one month's law for everything
/// (<c>--on</c>).
/// </summary>
public readonly record struct LawDate(int Year, Month? On = null)
{
    /// <summary>One month's law for everything.</summary>
    public static LawDate Of(Month on) => new(on.Year, on);

    /// <summary>For titles, sizes and everything judged once a year.</summary>
    public Month Month => On ?? Month.Of(Year, 12);

    /// <param name="quarter">1 to 4.</param>
    public Month Quarter(int quarter) => On ?? Month.Of(Year, 3 * quarter);

    public override string ToString() => On is { } on ? on.ToString() : $"{Year}";
}
