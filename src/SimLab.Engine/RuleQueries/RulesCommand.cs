using SimLab.Model;

namespace SimLab.Engine.RuleQueries;

/// <summary><c>simlab rules FACTS</c> and <c>simlab rules --list</c>.</summary>
public static class RulesCommand
{
    /// <summary>Exit code for invalid input; all valid rows were judged.</summary>
    public const int WrongInput = 2;

    private const int MostListed = 50;

    /// <summary>Judges a facts file, or prints the rulebook.</summary>
    /// <param name="path">The facts file; null with <paramref name="list"/>.</param>
    /// <param name="year">Judge by the law of this year; null: of each row's own year.</param>
    /// <param name="on">Judge everything by the law of this month.</param>
    /// <param name="list">Print the rulebook instead.</param>
    /// <param name="json">Write JSON instead of text.</param>
    /// <param name="province">The province whose law applies beside the national one.</param>
    /// <param name="output">Where answers go.</param>
    /// <param name="error">Where problems go.</param>
    /// <returns>The exit code.</returns>
    public static int Run(
        string? path, int? year, Month? on, bool list, bool json, Province province, TextWriter output, TextWriter error)
    {
        if (Mistake(path, year, on, list) is { } mistake)
        {
            error.WriteLine(mistake);
            return WrongInput;
        }
        if (list)
        {
            if (json) RuleListing.WriteJson(output, province, year, on);
            else RuleListing.Write(output, province, year, on);
            return 0;
        }

        var file = FactsFile.Read(path!);
        var judgements = file.Years.Select(facts => RuleJudge.Judge(
            facts, on is { } month ? LawDate.Of(month) : new(year ?? facts.Year), province));
        if (json) RulesJson.Write(output, judgements);
        else RulesText.Write(output, judgements);

        foreach (var problem in file.Problems.Take(MostListed)) error.WriteLine(problem);
        if (file.ProblemCount > MostListed) error.WriteLine($"… and {file.ProblemCount - MostListed} more.");
        return file.ProblemCount == 0 ? 0 : WrongInput;
    }

    private static Sentence? Mistake(string? path, int? year, Month? on, bool list) => (path, year, on, list) switch
    {
        (_, not null, not null, _) => Sentence.Of($"Give --year or --on, not both."),
        (_, { } asked, _, _) when asked is < FactKeys.FirstYear or > FactKeys.LastYear =>
            $"--year is {asked}. The rulebook knows {FactKeys.FirstYear} to {FactKeys.LastYear}.",
        (_, _, { } asked, _) when asked.Year is < FactKeys.FirstYear or > FactKeys.LastYear =>
            $"--on is {asked}. The rulebook knows {FactKeys.FirstYear}-01 to {FactKeys.LastYear}-12.",
        (null, _, _, false) => $"Name a facts file (.yaml or .csv), or ask for --list.",
        (not null, _, _, true) => $"--list prints the rulebook and reads no facts. Leave one of them out.",
        _ => null,
    };
}
