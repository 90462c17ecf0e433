using SimLab.App.Texts;
using SimLab.Model;
using Spectre.Console;

namespace SimLab.App.Console;

/// <summary>Sentences between tables, and headings of their columns, in the language of the command line.</summary>
internal static class TableLines
{
    /// <summary>Writes one line.</summary>
    public static void Say(this IAnsiConsole console, Sentence sentence) => console.WriteLine(ConsoleTexts.Say(sentence));

    /// <summary>A column with this heading.</summary>
    public static TableColumn Column(Sentence heading) => new(new Text(ConsoleTexts.Say(heading)));

    /// <summary>A column of numbers with this heading.</summary>
    public static TableColumn Numbers(Sentence heading) => Column(heading).RightAligned();

    /// <summary>Adds columns with these headings.</summary>
    public static Table Columns(this Table table, params Sentence[] headings) => table.AddColumns([.. headings.Select(Column)]);
}
