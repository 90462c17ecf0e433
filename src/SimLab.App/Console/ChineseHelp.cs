using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace SimLab.App.Console;

/// <summary>
/// Help with Chinese headings. System.CommandLine has them in satellite assemblies only, which a program of invariant
/// globalization does not load.
/// </summary>
internal sealed class ChineseHelp(HelpAction help) : SynchronousCommandLineAction
{
    private static readonly Dictionary<string, string> Headings = new()
    {
        ["Description:"] = "说明：",
        ["Usage:"] = "用法：",
        ["Arguments:"] = "参数：",
        ["Options:"] = "选项：",
        ["Commands:"] = "命令：",
    };

    /// <summary>Help is asked for before a command line is whole.</summary>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        using var text = new StringWriter();
        parseResult.InvocationConfiguration.Output = text;
        var exit = help.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output = output;
        output.Write(string.Join(Environment.NewLine, text.ToString().Split(Environment.NewLine).Select(Line)));
        return exit;
    }

    private static string Line(string line) => Headings.GetValueOrDefault(line)
        ?? line.Replace("(REQUIRED)", "（必填）", StringComparison.Ordinal)
            .Replace(" [default: ", "[默认值：", StringComparison.Ordinal)
            .Replace("[command]", "[命令]", StringComparison.Ordinal)
            .Replace("[options]", "[选项]", StringComparison.Ordinal);
}
