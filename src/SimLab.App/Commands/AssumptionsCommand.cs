using System.CommandLine;
using SimLab.Engine.Scenarios;
using SimLab.Model.Enterprises;
using SimLab.Model.Markets;
using Spectre.Console;

namespace SimLab.App.Commands;

/// <summary>`simlab assumptions`: every number that is neither law nor policy, with where it comes from and how far it can be trusted.</summary>
internal static class AssumptionsCommand
{
    public static Command Create(Screen screen)
    {
        var command = new Command("assumptions", "List every assumption about firms, banks and the economy: value, unit, range, confidence, source.");
        command.SetAction(_ =>
        {
            Section(screen.Tables, "habits: how firms, banks and offices behave", Dial.Of(new Habits()));
            Section(screen.Tables, "macro: the world outside the model", Dial.Of(new Macro()));
        });
        return command;
    }

    private static void Section(IAnsiConsole console, string title, IReadOnlyCollection<Dial> dials)
    {
        console.WriteLine(title);
        foreach (var dial in dials) console.WriteDial(dial);
        console.WriteLine();
    }
}
