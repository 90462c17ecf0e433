using System.CommandLine;
using SimLab.App.Texts;
using SimLab.Engine;
using SimLab.Engine.Explaining;
using SimLab.Engine.Recording;
using SimLab.Engine.Scenarios;
using SimLab.Model;

namespace SimLab.App.Console.Commands;

internal enum ExplainFormat { Text, Json }

internal enum ArmRole { Policy, Baseline }

/// <summary>
/// `simlab explain RUN`: the monthly history of a firm, or the conditions that keep firms from a title, found by
/// replaying the run.
/// </summary>
internal sealed class ExplainCommand(Screen screen)
{
    private static readonly string[] Titles = [.. Enum.GetNames<Title>().Select(Spelling.Snake)];

    private sealed record Order(
        string Run, int? Enterprise, string? Title, bool WhyNot, int? Year, int Replicate, ArmRole Arm, ExplainFormat Format);

    public static Command Create(Screen screen)
    {
        var run = RecordedRunArgument.Create();
        var enterprise = Options.Whole(
            "--enterprise", "Tell the life of this enterprise: its number, as in the tables of the run.", 0, int.MaxValue);
        var title = new Option<string?>("--title")
        { HelpName = "TITLE", Description = $"With --why-not: one of {string.Join(", ", Titles)}." };
        var whyNot = new Option<bool>("--why-not") { Description = "List the conditions that firms most often fail for the title." };
        var year = Options.Whole(
            "--year", $"Year of the filing. [default: {TitleExplainer.NoticeYear}, or the last of the run]", 1900, 2200);
        var replicate = Options.Whole("--replicate", "Which draw of luck. [default: 0]", 0, ScenarioReader.MostReplicates - 1);
        var arm = Options.OneOf<ArmRole>("--arm", "Under the policy, or under its baseline.");
        var format = Options.OneOf<ExplainFormat>("--format", "A text to read, or one JSON document for programs.");
        var command = new Command("explain", "Explain what happened to one firm of a recorded run, or why firms miss a title.")
        {
            run, enterprise, title, whyNot, year, replicate, arm, format,
        };
        command.SetAction((parsed, cancel) => new ExplainCommand(screen).Do(new(
            parsed.GetRequiredValue(run), parsed.GetValue(enterprise), parsed.GetValue(title), parsed.GetValue(whyNot),
                parsed.GetValue(year),
            parsed.GetValue(replicate) ?? 0, parsed.GetValue(arm) ?? default, parsed.GetValue(format) ?? default), cancel));
        return command;
    }

    private async Task Do(Order order, CancellationToken cancel)
    {
        var title = WhatIsAsked(order);
        var replay = new ReplayedRun(await RecordedRunArgument.Open(order.Run), order.Replicate);
        var arm = order.Arm == ArmRole.Policy ? replay.Policy
            : replay.Baseline
                ?? throw new InputException($"{order.Run} was run without a baseline: there is no --arm baseline. The arms are: policy.");
        if (title is { } known)
        {
            var answer = await TitleExplainer.Explain(replay, known, order.Year, arm, cancel);
            if (order.Format == ExplainFormat.Json) await screen.Output.WriteAsync(answer.ToJson());
            else WhyNotText.Write(screen, answer);
            return;
        }
        var story = await FirmExplainer.Explain(replay, order.Enterprise!.Value, arm, cancel);
        if (order.Format == ExplainFormat.Json) await screen.Output.WriteAsync(story.ToJson());
        else FirmStoryText.Write(screen, replay.Plan.Population.Province, story);
    }

    /// <summary>The title to explain; null: a firm.</summary>
    private static Title? WhatIsAsked(Order order) => order switch
    {
        { Enterprise: null, Title: null } =>
            throw new InputException($"simlab explain needs --enterprise N, for the life of one firm, or --title TITLE --why-not."),
        { Enterprise: not null, Title: not null } =>
            throw new InputException($"--enterprise and --title ask two different things. Give one of them."),
        { Enterprise: not null, WhyNot: true } => throw new InputException($"--why-not needs --title TITLE and goes without --enterprise."),
        { Enterprise: not null, Year: not null } =>
            throw new InputException($"--year goes with --title TITLE --why-not. For an enterprise all years are shown."),
        { Title: not null, WhyNot: false } =>
            throw new InputException($"--title goes with --why-not: simlab explain RUN --title TITLE --why-not."),
        { Title: { } name } => Array.IndexOf(Titles, name) is >= 0 and var index
            ? (Title)index
            : throw new InputException($"There is no title {NearestWord.Quoted(name)}.{NearestWord.Instead(name, $"titles", Titles)}"),
        _ => null,
    };
}
