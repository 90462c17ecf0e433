using System.Collections.Immutable;
using SimLab.Model;

namespace SimLab.Engine.Scenarios.Stacking;

/// <summary>A choice between scenarios that contradict each other.</summary>
/// <param name="Name">Name of the contradicted statement.</param>
/// <param name="File">Full path of the scenario whose value is taken.</param>
public sealed record StackedScenario(string Name, string File);

/// <summary>
/// Combines scenarios into one:
/// 1. collects the statements of each with their lines;
/// 2. where one scenario extends the file with another's statement and differs, it overrides it deliberately, and its
///    value is taken;
/// 3. where two values remain, the scenarios contradict each other: an error until the user chooses one.
///    The order of the files decides nothing.
/// </summary>
public sealed class Stack
{
    private readonly ImmutableArray<Scenario> _scenarios;
    private readonly ImmutableArray<ImmutableArray<string>> _chains;
    private readonly ImmutableArray<Statement> _said;
    private readonly MeasureCatalog _catalog;

    private Stack(
        ImmutableArray<Scenario> scenarios, ImmutableArray<ImmutableArray<string>> chains, ImmutableArray<Statement> said,
        MeasureCatalog catalog) =>
        (_scenarios, _chains, _said, _catalog) = (scenarios, chains, said, catalog);

    /// <summary>Reads the scenarios and resolves contradictions by <paramref name="taken"/>.</summary>
    /// <exception cref="ScenarioException">A file has errors, or two contradict each other; each contradiction names
    /// both lines and values.</exception>
    public static Stack Of(IReadOnlyList<string> paths, IReadOnlyList<StackedScenario> taken, MeasureCatalog catalog)
    {
        ImmutableArray<Scenario> scenarios = [.. paths.Select(path => ScenarioFile.Read(path, catalog))];
        var problems = new Problems();
        taken = [.. taken.Select(t => t with { Name = Keyed(t.Name, catalog) })];
        var said = scenarios.Select(s => Statement.Of(s, Layers.Load(s.File, null, catalog, problems), catalog).ToList()).ToList();
        ImmutableArray<ImmutableArray<string>> chains = [.. scenarios.Select(s => Layers.Chain(s.File, problems))];
        var kept = ImmutableArray.CreateBuilder<Statement>();
        var contradicted = new List<string>();
        foreach (var name in said.SelectMany(statements => statements.Select(s => s.Name)).Distinct())
        {
            var words = Enumerable.Range(0, paths.Count)
                .Select(i => (Scenario: i, Word: said[i].FirstOrDefault(s => s.Name == name))).Where(x => x.Word is not null).ToList();
            // A scenario that extends the file of another's statement, and differs, overrides it deliberately.
            words.RemoveAll(word =>
                words.Any(other => other.Word!.At.File != word.Word!.At.File && chains[other.Scenario].Contains(word.Word.At.File)));
            var choice = taken.FirstOrDefault(t => t.Name == name);
            if (words.Select(w => w.Word!.Text).Distinct().Count() > 1)
            {
                contradicted.Add(name);
                if (choice is not null) words = [.. words.Where(w => scenarios[w.Scenario].File == choice.File)];
                else problems.Add(words[0].Word!.At, Contradiction(name, words.Select(w => (w.Word!, scenarios[w.Scenario].File))));
            }
            if (words.Count > 0) kept.Add(words[0].Word!);
        }
        foreach (var needless in taken.Where(t => !contradicted.Contains(t.Name)))
            problems.Add(
                new(needless.File, 0, 0),
                contradicted.Count == 0
                ? Sentence.Of(
                    $"--take {needless.Name}: the scenarios do not contradict each other in it. They do in nothing; leave --take away.")
                : $"--take {needless.Name}: the scenarios do not contradict each other in it."
                + $"{NearestWord.Instead(needless.Name, $"contradictions", contradicted)}");
        foreach (var silent in taken.Where(t => contradicted.Contains(t.Name) && kept.All(k => k.Name != t.Name)))
            problems.Add(
                new(silent.File, 0, 0),
                $"--take {silent.Name}: this file says nothing of it, or only what another has changed knowingly. Name one that does.");
        problems.ThrowIfAny();
        // A measure that is off has no levers.
        var off = kept.Where(s => s is { Section: "measures", Part: "", Text: Statement.Off }).Select(s => s.Owner).ToHashSet();
        return new(scenarios, chains,
            [.. kept.Where(s => !(s.Section == "measures" && s.Part.Length > 0 && off.Contains(s.Owner)))], catalog);
    }

    /// <summary>Writes the stack as a scenario file that names the source of each number.</summary>
    /// <param name="file">Full path of the future file.</param>
    /// <param name="unit">Words the unit beside a number; null: in English.</param>
    /// <exception cref="ScenarioException">The combination is invalid, as when one ends a measure before another lets
    /// it begin.</exception>
    public string Write(string file, Func<string, string>? unit = null)
    {
        var folder = Path.GetDirectoryName(file)!;
        // The nearest file that all extend contains the rest.
        var common = _chains[0].FirstOrDefault(f => _chains.All(chain => chain.Contains(f)));
        var inherited = common is null ? [] : _chains[0][_chains[0].IndexOf(common)..];
        var text = StackText.Write(_scenarios, _said.Where(s => !inherited.Contains(s.At.File)), common, folder, unit ?? (word => word));
        ScenarioFile.ReadText(text, file, _catalog);
        return text;
    }

    // A measure and its lever, with the measure by key.
    private static string Keyed(string name, MeasureCatalog catalog) =>
        name.Split('.', 2) is [var measure, .. var rest] && catalog.Find(measure) is { } known
            ? string.Join('.', [known.Key, .. rest]) : name;

    private static Sentence Contradiction(string name, IEnumerable<(Statement Word, string File)> words)
    {
        var distinct = words.DistinctBy(w => w.Word.Text).ToList();
        var others = WordList.Both(distinct.Skip(1).Select(w => Sentence.Of($"{Value(w.Word)} in {w.Word.At}")));
        var ways = WordList.Either(distinct.Select(w => $"--take {name}={Position.Shown(w.File)}"));
        return $"{name} is {Value(distinct[0].Word)} here and {others}. Say whose word counts with {ways}, or change one of the files.";
    }

    private static string Value(Statement word) =>
        word.IsFileName ? Position.Shown(word.Text) : word.Text == Statement.On && word.Part.Length == 0 ? "on" : word.Text;
}
