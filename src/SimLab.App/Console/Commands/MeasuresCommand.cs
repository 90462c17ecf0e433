using System.CommandLine;
using SimLab.App.Texts;
using SimLab.Engine.Scenarios;
using SimLab.Model.Forms;
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

    // Accepts any case, and the number of the clause instead of the name.
    private static CataloguedMeasure Find(string asked) =>
        MeasureCatalog.Default.Measures.FirstOrDefault(m =>
            m.Name.Equals(asked, StringComparison.OrdinalIgnoreCase)
                || m.Clause.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) == asked)
        ?? throw new InputException(
            $"There is no measure "
                + $"{NearestWord.Quoted(asked)}.{NearestWord.Instead(asked, "measures", [.. MeasureCatalog.Default.Measures.Select(m => m.Name)])}");

    private void All()
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Clause", "Measure", "Levers", "Acts on");
        foreach (var measure in MeasureCatalog.Default.Measures)
            table.AddRow(new[]
            {
                $"{measure.Clause.Number}", $"{measure.Name}\n{measure.Clause.Heading}", $"{measure.Levers.Length}",
                    string.Join(", ", Forms(measure)),
            }.Select(cell => new Text(cell)));
        screen.Tables.Write(table);
        screen.Output.WriteLine("simlab measures NAME shows one with its levers.");
    }

    private void One(CataloguedMeasure measure)
    {
        var clause = measure.Clause;
        screen.Tables.WriteLine($"{measure.Name}: clause {clause.Number} {clause.Heading}");
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
