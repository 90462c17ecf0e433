using System.CommandLine;
using SimLab.App.Texts;
using SimLab.Engine.Scenarios;
using SimLab.Model.Policies;
using SimLab.Model;
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
        screen.Write($"simlab measures NAME shows one with its levers, and simlab measures DOCUMENT the clauses of a document.");
    }

    private void Head(PolicyDocument document)
    {
        var number = document.Number.Length > 0 ? $"{document.Number} " : "";
        screen.Tables.Say($"{Term.Name(document.Id, null)}: {number}{document.TitleZh}");
        if (!ConsoleTexts.InChinese) screen.Tables.WriteLine(document.TitleEn);
        screen.Tables.Say(document.Date is { } day
            ? Sentence.Of($"Issued by {document.Issuer} on {day:yyyy-MM-dd}; text: {document.Source}")
            : $"Issued by {document.Issuer}; text: {document.Source}");
    }

    private void Clauses(PolicyDocument document)
    {
        Head(document);
        foreach (var measure in MeasureCatalog.Default.Of(document))
        {
            var clause = measure.Clause;
            screen.Tables.WriteLine();
            screen.Tables.Say($"{clause.Number} {clause.Heading}: {Term.Name(measure.Name, measure.Name)}");
            Beneath(Sentence.Verbatim(clause.Text));
            Beneath($"Lead: {clause.Lead}");
            Beneath($"Levers: {WordList.Listed(measure.OwnLevers.Select(lever => Name(measure, lever)))}");
            if (clause.NotModelled.Length > 0) Beneath($"Not modelled: {Term.Name(clause.NotModelled, clause.NotModelledZh)}");
        }

        void Beneath(Sentence text) => screen.Tables.Write(new Padder(new Text(ConsoleTexts.Say(text)), new Padding(2, 0, 0, 0)));
    }

    private void All(PolicyDocument document)
    {
        Head(document);
        var table = new Table().Border(TableBorder.Rounded).Columns($"Measure", $"Levers", $"Acts on");
        foreach (var measure in MeasureCatalog.Default.Of(document))
            table.AddRow(new[]
            {
                $"{measure.Name} {measure.Id}\n{measure.Clause.Heading}", $"{measure.Levers.Length}", ConsoleTexts.Say(Forms(measure)),
            }.Select(cell => new Text(cell)));
        screen.Tables.Write(table);
    }

    private static Sentence Forms(CataloguedMeasure measure)
    {
        return $"{WordList.Listed(measure.Forms.Select(form => Name(form.Form, form.Claimed)))}";

        static Sentence Name(Type form, bool claimed)
        {
            var name = Term.Name(form.Name, ParameterTexts.Form(form).Zh);
            return claimed ? Sentence.Of($"{name} (claimed)") : $"{name}";
        }
    }

    private static Term Name(CataloguedMeasure measure, Parameter lever) =>
        Term.Name(lever.Name, ParameterTexts.Of(measure.Name, lever).Zh);

    private void One(CataloguedMeasure measure)
    {
        var clause = measure.Clause;
        screen.Tables.Say(
            $"{Term.Name(measure.Name, measure.Name)}: clause {clause.Number} {clause.Heading} ({Term.Name($"{clause.Id}", null)})");
        screen.Tables.WriteLine(clause.Text);
        screen.Tables.Say($"Lead: {clause.Lead}");
        screen.Tables.Say($"Acts on: {Forms(measure)}");
        if (clause.NotModelled.Length > 0) screen.Tables.Say($"Not modelled: {Term.Name(clause.NotModelled, clause.NotModelledZh)}");
        foreach (var lever in measure.Levers)
            screen.Tables.WriteLever(
                measure.Name, lever,
                GradeTexts.Find(measure.Name, lever) is { } graded
                    ? ConsoleTexts.Say($"{ConsoleTexts.Say(GradeTexts.Of(graded))}.") : null);
        screen.Tables.Say($"Beside these, from and until say when it is in force, and budgetPerYear (yuan) caps what is paid out.");
    }
}
