using SimLab.Model;

namespace SimLab.Engine.RuleQueries;

/// <summary>
/// Which law judges a row. By itself, the law of the row's own year: each quarter by its last month, what is asked once a year by December.
/// A planner may ask for another year's law (<c>--year</c>), or for one month's law for everything (<c>--on</c>).
/// </summary>
public readonly record struct LawDate(int Year, Month? On = null)
{
    public static LawDate Of(Month on) => new(on.Year, on);

    /// <summary>For titles, sizes and all that is judged once.</summary>
    public Month Month => On ?? Month.Of(Year, 12);

    /// <param name="quarter">1 to 4.</param>
    public Month Quarter(int quarter) => On ?? Month.Of(Year, 3 * quarter);

    public override string ToString() => On is { } on ? on.ToString() : $"{Year}";
}
