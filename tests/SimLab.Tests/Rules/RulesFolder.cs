using System.Text;
using System.Text.Json;
using SimLab.App.Console;
using SimLab.App.Console.Commands;
using SimLab.Model;
using SimLab.Tests.Populations;
using Xunit;

namespace SimLab.Tests.Rules;

/// <summary>A folder of facts files that is gone after the test, and the command on them.</summary>
internal sealed class RulesFolder : IDisposable
{
    public static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;

    private readonly string _path = Directory.CreateTempSubdirectory("simlab-rules-").FullName;

    public string In(string name) => Path.Combine(_path, name);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, params ReadOnlySpan<byte> bytes)
    {
        File.WriteAllBytes(In(name), bytes);
        return In(name);
    }

    public static (int Code, string Output, string Errors) Run(
        string? path, int? year = null, string? on = null, bool list = false, bool json = false, Province? province = null)
    {
        using StringWriter output = new(), error = new();
        var code = RulesCommand.Run(
            path, year, on is null ? null : Month.Parse(on), list, json, province ?? GansuPopulation.Province,
            new Screen(output, error));
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>The answers to facts without a mistake.</summary>
    public JsonElement[] Answers(string yaml, int? year = null, string? on = null)
    {
        var (code, output, errors) = Run(Write("facts.yaml", yaml), year, on, json: true);
        Assert.Equal("", errors);
        Assert.Equal(0, code);
        return Parsed(output);
    }

    public JsonElement Answer(string yaml, int? year = null, string? on = null) => Assert.Single(Answers(yaml, year, on));

    public static JsonElement[] Parsed(string json) => [.. JsonDocument.Parse(json).RootElement.EnumerateArray()];

    /// <summary>The mistakes of a file, one a line, without its path; and the names of the firms judged in spite of them.</summary>
    public (string[] Mistakes, string[] Judged) Mistakes(string name, params ReadOnlySpan<byte> bytes)
    {
        var (code, output, errors) = Run(Write(name, bytes), json: true);
        Assert.Equal(RulesCommand.WrongInput, code);
        var lines = errors.TrimEnd('\n').Split('\n');
        var file = In(name);
        return ([.. lines.Select(line => line.StartsWith(file, StringComparison.Ordinal) ? line[(file.Length + 2)..] : line)],
            [.. Parsed(output).Select(firm => firm.GetProperty("name").GetString()!)]);
    }

    public (string[] Mistakes, string[] Judged) Mistakes(string name, string text) => Mistakes(name, Encoding.UTF8.GetBytes(text));

    public void Dispose() => Directory.Delete(_path, recursive: true);
}

internal static class Json
{
    public static JsonElement At(this JsonElement element, string path) =>
        path.Split('.').Aggregate(element, (at, key) => at.GetProperty(key));

    public static decimal Yuan(this JsonElement element, string path) => element.At(path).GetDecimal();

    public static string? Text(this JsonElement element, string path) => element.At(path).GetString();

    public static bool IsNull(this JsonElement element, string path) => element.At(path).ValueKind == JsonValueKind.Null;

    public static string[] Needs(this JsonElement element, string path) =>
        [.. element.At(path).GetProperty("needs").EnumerateArray().Select(key => key.GetString()!)];

    public static JsonElement Condition(this JsonElement title, string id) =>
        title.GetProperty("conditions").EnumerateArray().First(line => line.Text("id") == id);
}
