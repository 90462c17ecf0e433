using SimLab.Model;
using SimLab.Model.Rulebook;

namespace SimLab.Engine.RuleQueries;

/// <summary>Formats a condition or scored item as one line: mark, id, value, requirement, points.</summary>
internal static class ConditionText
{
    private const int IdColumn = 24;

    public static Sentence Of(Title title, ConditionLine line)
    {
        var mark = line.IsItem ? line.Needs.IsEmpty ? "·" : "?" : line.Pass switch { true => "✓", false => "✗", _ => "?" };
        var value = line.Value is { } known ? Value(line, known) : line.Needs.IsEmpty ? Sentence.Of($"none") : $"not known";
        var asked = line.IsItem ? Points(line) : Asked(title, line);
        var choice = line.Group > 0 ? After($"[way {line.Branch} of group {line.Group}]") : null;
        // The needs of a sum of points are those of its items, and listed there.
        var needs = line.Needs.IsEmpty || IsSum(line.Id) ? null : After($"needs {line.Needs}");
        return $"{mark} {Term.Condition(Wording.Id(line.Id)),-IdColumn}{value}{asked}{choice}{needs}";
    }

    private static Sentence After(Sentence further) => $"  {further}";

    private static Sentence Value(ConditionLine line, double value) => (line.Id, line.IsItem) switch
    {
        (Condition.Field or Condition.RndInstitution, true) => Sentence.Of($"{Said(line.Id, value)}"),
        _ when IsSum(line.Id) && line.Pass is null => $"at least {Measured(line.Id, value)}",
        _ => Measured(line.Id, value),
    };

    /// <summary>The words of the facts file for a field or a research institution.</summary>
    internal static string Word(Condition id, double value) => Said(id, value).ToString();

    private static WordList Said(Condition id, double value) => WordList.Both(Words(id, value).Select(word =>
        Term.Name(word.Word, word.Also.FirstOrDefault())));

    private static IEnumerable<FactWord> Words(Condition id, double value) =>
        id == Condition.RndInstitution ? [FactKeys.RndInstitution.Words[(int)value]]
        : FactKeys.Field.Words.Where(word => value == 0 ? word.Value == 0 : (word.Value & (long)value) != 0);

    private static Sentence Measured(Condition id, double value) => Unit(id) switch
    {
        ConditionUnit.YesNo => value != 0 ? Sentence.Of($"yes") : $"no",
        ConditionUnit.Share => $"{Wording.Number(100 * value)} %",
        ConditionUnit.Fen => Wording.Money(value),
        ConditionUnit.Days => $"{Wording.Number(value)} days",
        ConditionUnit.Years => $"{Wording.Number(value)} years",
        _ => $"{Wording.Number(value)}",
    };

    private static bool IsSum(Condition id) =>
        id is Condition.TotalScore or Condition.InnovationScore or Condition.GrowthScore or Condition.SpecialisationScore;

    private static Sentence? Asked(Title title, ConditionLine line) => line.Threshold switch
    {
        null => null,
        { } bound when Unit(line.Id) == ConditionUnit.YesNo => bound != 0 ? Sentence.Of($", must be yes") : null,
        { } bound => Wanted(title, line.Id, Measured(line.Id, bound)),
    };

    // The rulebook compares; only the words are chosen here.
    private static Sentence Wanted(Title title, Condition id, Sentence bound) => id switch
    {
        Condition.StaffLimit or Condition.SalesLimit or Condition.AssetsLimit or Condition.DebtRatio =>
            Sentence.Of($", wanted: at most {bound}"),
        Condition.NationalNicheRank => $", wanted: among the first {bound}",
        Condition.TotalScore when title == Title.HighTech => $", wanted: above {bound}",
        _ => $", wanted: at least {bound}",
    };

    private static Sentence Points(ConditionLine line) => line.Points.Least == line.Points.Most
        ? Sentence.Of($": {Wording.Number(line.Points.Least)} of {line.MostPoints:0} points")
        : $": {Wording.Number(line.Points.Least)} to {Wording.Number(line.Points.Most)} of {line.MostPoints:0} points";

    /// <summary>As in the rulebook, but a digital level is a number and a rank among the first yes or no.</summary>
    internal static ConditionUnit Unit(Condition id) => id switch
    {
        Condition.ItInCoreProcess => ConditionUnit.Points,
        Condition.MakerChina => ConditionUnit.YesNo,
        _ => id.Unit(),
    };
}
