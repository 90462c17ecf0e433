using SimLab.Model;
using SimLab.Model.Rulebook;

namespace SimLab.Engine.RuleQueries;

/// <summary>Formats a condition or scored item as one line: mark, id, value, requirement, points.</summary>
internal static class ConditionText
{
    private const int IdColumn = 24;

    public static string Of(Title title, ConditionLine line)
    {
        var mark = line.IsItem ? line.Needs.IsEmpty ? "·" : "?" : line.Pass switch { true => "✓", false => "✗", _ => "?" };
        var value = line.Value is { } known ? Value(line, known) : line.Needs.IsEmpty ? "none" : "not known";
        var asked = line.IsItem ? Points(line) : Asked(title, line);
        var choice = line.Group > 0 ? $"  [way {line.Branch} of group {line.Group}]" : "";
        // The needs of a sum of points are those of its items, and listed there.
        var needs = line.Needs.IsEmpty || IsSum(line.Id) ? "" : $"  needs {string.Join(", ", line.Needs)}";
        return $"{mark} {Wording.Id(line.Id),-IdColumn}{value}{asked}{choice}{needs}";
    }

    private static string Value(ConditionLine line, double value) => (line.Id, line.IsItem) switch
    {
        (Condition.Field or Condition.RndInstitution, true) => Word(line.Id, value),
        _ when IsSum(line.Id) && line.Pass is null => $"at least {Measured(line.Id, value)}",
        _ => Measured(line.Id, value),
    };

    /// <summary>The words of the facts file for a field or a research institution.</summary>
    internal static string Word(Condition id, double value) =>
        id == Condition.RndInstitution ? FactKeys.RndInstitution.Words[(int)value].Word
        : value == 0 ? "other"
        : string.Join(" and ", FactKeys.Field.Words.Where(word => (word.Value & (long)value) != 0).Select(word => word.Word));

    private static string Measured(Condition id, double value) => Unit(id) switch
    {
        ConditionUnit.YesNo => value != 0 ? "yes" : "no",
        ConditionUnit.Share => $"{Wording.Number(100 * value)} %",
        ConditionUnit.Fen => Wording.Money(value),
        ConditionUnit.Days => $"{Wording.Number(value)} days",
        ConditionUnit.Years => $"{Wording.Number(value)} years",
        _ => Wording.Number(value),
    };

    private static bool IsSum(Condition id) =>
        id is Condition.TotalScore or Condition.InnovationScore or Condition.GrowthScore or Condition.SpecialisationScore;

    private static string Asked(Title title, ConditionLine line) => line.Threshold switch
    {
        null => "",
        { } bound when Unit(line.Id) == ConditionUnit.YesNo => bound != 0 ? ", must be yes" : "",
        { } bound => $", {Direction(title, line.Id)} {Measured(line.Id, bound)}",
    };

    // The rulebook compares; only the words are chosen here.
    private static string Direction(Title title, Condition id) => id switch
    {
        Condition.StaffLimit or Condition.SalesLimit or Condition.AssetsLimit or Condition.DebtRatio => "wanted: at most",
        Condition.NationalNicheRank => "wanted: among the first",
        Condition.TotalScore when title == Title.HighTech => "wanted: above",
        _ => "wanted: at least",
    };

    private static string Points(ConditionLine line) => line.Points.Least == line.Points.Most
        ? $": {Wording.Number(line.Points.Least)} of {line.MostPoints:0} points"
        : $": {Wording.Number(line.Points.Least)} to {Wording.Number(line.Points.Most)} of {line.MostPoints:0} points";

    /// <summary>As in the rulebook, but a digital level is a number and a rank among the first yes or no.</summary>
    internal static ConditionUnit Unit(Condition id) => id switch
    {
        Condition.ItInCoreProcess => ConditionUnit.Points,
        Condition.MakerChina => ConditionUnit.YesNo,
        _ => id.Unit(),
    };
}
