using System.CommandLine;
using SimLab.App.Texts;
using SimLab.Engine.Scenarios;
using SimLab.Model.Forms;
using SimLab.Model.Policies;
using Spectre.Console;

namespace SimLab.App.Console.Commands;

/// <summary>`simlab measures [NAME]`: the catalogue of measures, or one measure with its levers and sources.</summary>
internal sealed class MeasuresCommand(Screen screen)
{
    public static Command Create(Screen screen)
    {
        var name = new Argument<string?>("NAME")
        { Arity = ArgumentArity.ZeroOrOne, Description = "A measure, such as CultivateSpecialisedSmes." };
        var command = new Command("measures", "List the measures there are, or one with its levers, units, ranges and sources.") { name };
        command.SetAction(parsed =>
        {
            var measures = new MeasuresCommand(screen);
            if (parsed.GetValue(name) is { } asked) measures.One(Find(asked));
            else measures.All();
        });
        return command;
    }

    // Accepts any case, and instead of the name "gansu-2023/09" or, while one document has it, the number of the clause.
    private static CataloguedMeasure Find(string asked) =>
        MeasureCatalog.Default.Measures.FirstOrDefault(m => m.Name.Equals(asked, StringComparison.OrdinalIgnoreCase))
        ?? (MeasureId.TryParse(asked, out var id)
            ? MeasureCatalog.Default.Measures.FirstOrDefault(m => m.Id == id)
            : Numbered(asked))
        ?? throw new InputException(
            $"There is no measure "
                + $"{NearestWord.Quoted(asked)}.{NearestWord.Instead(asked, "measures", [.. MeasureCatalog.Default.Measures.Select(m => m.Name)])}");

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
        screen.Output.WriteLine("simlab measures NAME shows one with its levers.");
    }

    private void All(PolicyDocument document)
    {
        screen.Tables.WriteLine($"{document.Id}: {document.Number} {document.TitleZh}");
        screen.Tables.WriteLine(document.TitleEn);
        var issued = document.Date is { } day ? $" on {day:yyyy-MM-dd}" : "";
        screen.Tables.WriteLine($"Issued by {document.Issuer}{issued}; text: {document.Source}");
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Clause", "Measure", "Levers", "Acts on");
        foreach (var measure in MeasureCatalog.Default.Measures.Where(m => m.Clause.Document == document))
            table.AddRow(new[]
            {
                $"{measure.Clause.Number}", $"{measure.Name}\n{measure.Clause.Heading}", $"{measure.Levers.Length}",
                    string.Join(", ", Forms(measure)),
            }.Select(cell => new Text(cell)));
        screen.Tables.Write(table);
    }

    private void One(CataloguedMeasure measure)
    {
        var clause = measure.Clause;
        screen.Tables.WriteLine($"{measure.Name}: clause {clause.Number} {clause.Heading} ({clause.Id})");
        screen.Tables.WriteLine(clause.Text);
        screen.Tables.WriteLine($"Lead: {clause.Lead}");
        screen.Tables.WriteLine($"Acts on: {string.Join(", ", Forms(measure))}");
        foreach (var lever in measure.Levers) screen.Tables.WriteParameter(lever);
        screen.Tables.WriteLine("Beside these, from and until say when it is in force, and budgetPerYear (yuan) caps what is paid out.");
    }

    // "Tender, InvestmentPlan (claimed)": claimed measures act only if the firm knew of them and applied.
    private static IEnumerable<string> Forms(CataloguedMeasure measure) =>
        from face in measure.Type.GetInterfaces()
        where face.IsGenericType
        let kind = face.GetGenericTypeDefinition()
        where kind == typeof(IActsOn<>) || kind == typeof(IClaimedOn<>)
        group kind by face.GetGenericArguments()[0].Name into form
        select form.Contains(typeof(IClaimedOn<>)) ? $"{form.Key} (claimed)" : form.Key;
}
