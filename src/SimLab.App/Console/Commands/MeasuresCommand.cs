using System.CommandLine;
using SimLab.App.Texts;
using SimLab.Engine.Scenarios;
using SimLab.Model.Policies;
using Spectre.Console;

namespace SimLab.App.Console.Commands;

/// <summary>
/// `simlab measures [NAME]`: the catalogue of measures, one measure with its levers and sources, or the clauses of a document.
/// </summary>
internal sealed class MeasuresCommand(Screen screen)
{
    public static Command Create(Screen screen)
    {
        var name = new Argument<string?>("NAME")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "A measure, such as CultivateSpecialisedSmes, or a document, such as gansu-2023.",
        };
        var command = new Command(
            "measures", "List the measures there are, one with its levers, units, ranges and sources, or the clauses of a document.")
        { name };
        command.SetAction(parsed =>
        {
            var measures = new MeasuresCommand(screen);
            if (parsed.GetValue(name) is { } asked)
            {
                if (MeasureCatalog.Default.Documents.FirstOrDefault(document => document.Id == asked) is { } document)
                    measures.Clauses(document);
                else measures.One(Find(asked));
            }
            else measures.All();
        });
        return command;
    }

    // Accepts any case, and instead of the name "gansu-2023/09" or, while one document has it, the number of the clause.
    private static CataloguedMeasure Find(string asked) =>
        MeasureCatalog.Default.Measures.FirstOrDefault(m => m.Name.Equals(asked, StringComparison.OrdinalIgnoreCase))
        ?? MeasureCatalog.Default.Find(asked) ?? Numbered(asked)
        ?? throw new InputException(
            $"There is no measure {NearestWord.Quoted(asked)}."
            + $"{NearestWord.Instead(asked, $"measures", [.. MeasureCatalog.Default.Measures.Select(m => m.Name)])}");

    private static CataloguedMeasure? Numbered(string asked)
    {
        var numbered = MeasureCatalog.Default.Measures
            .Where(m => m.Clause.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) == asked).ToList();
        return numbered.Count < 2 ? numbered.FirstOrDefault() : throw new InputException(
            $"Clause {asked} is in several documents. Ask for one of: {string.Join(", ", numbered.Select(m => m.Id))}.");
    }

    private void All()
    {
        foreach (var document in MeasureCatalog.Default.Documents) All(document);
        screen.Output.WriteLine("simlab measures NAME shows one with its levers, and simlab measures DOCUMENT the clauses of a document.");
    }

    private void Head(PolicyDocument document)
    {
        var number = document.Number.Length > 0 ? $"{document.Number} " : "";
        screen.Tables.WriteLine($"{document.Id}: {number}{document.TitleZh}");
        screen.Tables.WriteLine(document.TitleEn);
        var issued = document.Date is { } day ? $" on {day:yyyy-MM-dd}" : "";
        screen.Tables.WriteLine($"Issued by {document.Issuer}{issued}; text: {document.Source}");
    }

    private void Clauses(PolicyDocument document)
    {
        Head(document);
        foreach (var measure in MeasureCatalog.Default.Of(document))
        {
            var clause = measure.Clause;
            screen.Tables.WriteLine();
            screen.Tables.WriteLine($"{clause.Number} {clause.Heading}: {measure.Name}");
            Beneath(clause.Text);
            Beneath($"Lead: {clause.Lead}");
            Beneath($"Levers: {string.Join(", ", measure.OwnLevers.Select(lever => lever.Name))}");
            if (clause.NotModelled.Length > 0) Beneath($"Not modelled: {clause.NotModelled}");
        }

        void Beneath(string text) => screen.Tables.Write(new Padder(new Text(text), new Padding(2, 0, 0, 0)));
    }

    private void All(PolicyDocument document)
    {
        Head(document);
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Measure", "Levers", "Acts on");
        foreach (var measure in MeasureCatalog.Default.Of(document))
            table.AddRow(new[]
            {
                $"{measure.Name} {measure.Id}\n{measure.Clause.Heading}", $"{measure.Levers.Length}", measure.FormsInWords,
            }.Select(cell => new Text(cell)));
        screen.Tables.Write(table);
    }

    private void One(CataloguedMeasure measure)
    {
        var clause = measure.Clause;
        screen.Tables.WriteLine($"{measure.Name}: clause {clause.Number} {clause.Heading} ({clause.Id})");
        screen.Tables.WriteLine(clause.Text);
        screen.Tables.WriteLine($"Lead: {clause.Lead}");
        screen.Tables.WriteLine($"Acts on: {measure.FormsInWords}");
        if (clause.NotModelled.Length > 0) screen.Tables.WriteLine($"Not modelled: {clause.NotModelled}");
        foreach (var lever in measure.Levers)
            screen.Tables.WriteParameter(
                lever, GradeTexts.Find(measure.Name, lever) is { } graded ? $"{GradeTexts.Of(graded).En}." : null);
        screen.Tables.WriteLine("Beside these, from and until say when it is in force, and budgetPerYear (yuan) caps what is paid out.");
    }
}
