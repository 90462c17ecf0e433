using SimLab.App.Texts;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using Spectre.Console;

namespace SimLab.App.Console;

/// <summary>
/// The output of a command: results on one stream, progress on the other. Both are 100 columns wide unless a terminal
/// sets its width.
/// </summary>
internal sealed class Screen(TextWriter output, TextWriter error)
{
    private const int Columns = 100;

    public TextWriter Output => output;
    public TextWriter Error => error;

    /// <summary>Whether results go to a terminal, which then sets the width.</summary>
    public bool OnTerminal => IsTerminal(output);

    /// <summary>Writes a line of the result.</summary>
    public void Write(Sentence sentence) => output.WriteLine(ConsoleTexts.Say(sentence));

    /// <summary>Writes a line of the result two columns in.</summary>
    public void Indent(Sentence sentence) => Write($"  {sentence}");

    /// <summary>Reports a line on the progress stream.</summary>
    public void Report(Sentence sentence) => error.WriteLine(ConsoleTexts.Say(sentence));

    /// <summary>Reports each former word on the progress stream; results stay unchanged.</summary>
    public void WriteFormerNames(IEnumerable<FormerName> names)
    {
        foreach (var name in names) Report(name.Sentence);
    }

    /// <summary>Console for tables on the result stream.</summary>
    public IAnsiConsole Tables { get; } = Console(output, IsTerminal(output));

    /// <summary>Console for a live progress bar; null: the output cannot show one.</summary>
    public IAnsiConsole? Bars() =>
        ReferenceEquals(error, System.Console.Error) && !System.Console.IsErrorRedirected
        && Console(error, terminal: true) is { Profile.Capabilities: { Ansi: true, Interactive: true } } console ? console : null;

    private static bool IsTerminal(TextWriter output) => ReferenceEquals(output, System.Console.Out) && !System.Console.IsOutputRedirected;

    private static IAnsiConsole Console(TextWriter writer, bool terminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = terminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = terminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = terminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!terminal) console.Profile.Width = Columns;
        console.Profile.Capabilities.Unicode = true;                         // output is always UTF-8, see Program
        return console;
    }
}
