using System.CommandLine;
using SimLab.App.Describing;
using SimLab.App.Texts;

namespace SimLab.App.Console.Commands;

/// <summary>
/// `simlab odd`: describes the model after the ODD+D protocol, from the names and comments of the code.
/// </summary>
internal static class OddCommand
{
    public static Command Create(Screen screen)
    {
        var command = new Command("odd", "Print the description of the model after the ODD+D protocol, as in src/docs/model-odd.md.");
        command.SetAction(_ =>
        {
            if (ConsoleTexts.InChinese) screen.Report($"The description of the model is in English.");
            screen.Output.Write(OddPage.Write());
        });
        return command;
    }
}
