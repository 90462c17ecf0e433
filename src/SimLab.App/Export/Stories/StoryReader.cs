using System.Collections.Immutable;
using SimLab.App.Texts;
using SimLab.Engine.Scenarios;
using SimLab.Model;

namespace SimLab.App.Export.Stories;

/// <summary>Converts the tree of a story file into a <see cref="Story"/>, and records every error.</summary>
internal sealed class StoryReader(MapNode tree, StoryReader.Frame? frame, Problems problems)
{
    internal const int MostSteps = 200, MostSeconds = 3_600;

    internal static readonly string[] Keys = ["name", "nameZh", "steps"];
    internal static readonly string[] StepKeys = [
        "month", "from", "until", "scene", "world", "view", "camera", "caption", "notes", "speed", "pause"];
    internal static readonly string[] Scenes = ["map", "race", "flows", "credit", "cost"],
        Worlds = ["median", "best", "worst", "fan"], Views = ["both", "a", "b"];
    internal static readonly string[] CameraKeys = ["region", "industry", "enterprise"], Languages = ["en", "zh"],
        Speeds = ["1", "2", "4", "8", "12"];

    /// <summary>Keyword for a pause until the presenter continues.</summary>
    internal const string Hold = "hold";

    private const double UsualPause = 8;

    private readonly Values _values = new(problems);

    /// <summary>The limits that a run sets.</summary>
    /// <param name="First">Month zero.</param>
    /// <param name="Last">Last month of the run.</param>
    /// <param name="Enterprises">Number of enterprises, vacant places included.</param>
    /// <param name="Regions">Names of the regions of its province.</param>
    internal sealed record Frame(Month First, Month Last, int Enterprises, string[] Regions);

    /// <summary>Reads the story; valid only if no problem was recorded.</summary>
    public Story Read()
    {
        Known(tree, "a story", Keys);
        var name = Required(tree, "name", "a story") is { } node ? _values.Text("name", node) : null;
        var nameZh = tree["nameZh"] is { } zh ? _values.Text("nameZh", zh) : name;
        var steps = ImmutableArray.CreateBuilder<StoryStep>();
        switch (Required(tree, "steps", "a story"))
        {
            case ListNode { Items: [_, ..] items } when items.Length <= MostSteps:
                foreach (var item in items)
                    if (Step(item) is { } step) steps.Add(step);
                break;
            case ListNode { Items: var items } list:
                problems.Add(list.Position, $"a story has 1 to {MostSteps} steps, and this one {items.Length}.");
                break;
            case { } other:
                problems.Add(
                    other.Position,
                    $"steps is {Values.Found(other)}. Write a list: each step begins with \"- month: 2022-01\" or \"- from: 2022-01\".");
                break;
        }
        return new(new(nameZh ?? "", name ?? ""), steps.ToImmutable());
    }

    private StoryStep? Step(Node node)
    {
        if (node is not MapNode step)
        {
            problems.Add(node.Position, $"a step is {Values.Found(node)}. Write its parts as \"key: value\": month, scene, caption, …");
            return null;
        }
        Known(step, "a step", StepKeys);
        var (from, until) = Clock(step);
        var scene = Required(step, "scene", "a step") is { } s ? Word("scene", s, $"scenes", Scenes) : null;
        var world = step["world"] is { } w ? Word("world", w, $"worlds", Worlds) : Worlds[0];
        var view = step["view"] is { } v ? Word("view", v, $"views", Views) : Views[0];
        var speed = step["speed"] is { } fast ? Word("speed", fast, $"speeds, in months a second,", Speeds) : "4";
        var camera = Camera(step["camera"]);
        var caption = Required(step, "caption", "a step") is { } said ? Both("caption", said) : null;
        var notes = step["notes"] is { } told ? Notes(told) : null;
        var pause = step["pause"] is { } waits ? Pause(waits) : UsualPause;
        if (from is null || scene is null || caption is null || camera is null || world is null || view is null
            || speed is null) return null;
        return new(from.Value, until, scene, camera, caption, notes, pause)
        { World = world, View = view, Speed = int.Parse(speed, System.Globalization.CultureInfo.InvariantCulture) };
    }

    // One month at which the clock stands, or two between which it runs.
    private (Month? From, Month? Until) Clock(MapNode step)
    {
        if (step["month"] is { } at)
        {
            if (step["from"] is not null || step["until"] is not null) problems.Add(
                at.Position, $"a step stands in a month or runs from one until another. Keep month, or from and until.");
            return (MonthOf("month", at), null);
        }
        if (step["from"] is not { } first || step["until"] is not { } last)
        {
            problems.Add(step.Position, step["from"] is null && step["until"] is null
                ? Sentence.Of($"the step has no month. Add \"month: 2022-01\", or \"from: 2022-01\" and \"until: 2022-12\".")
                : step["from"] is null ? Sentence.Of($"the step has until and no from. Give both, or month alone.")
                : $"the step has from and no until. Give both, or month alone.");
            return default;
        }
        var (from, until) = (MonthOf("from", first), MonthOf("until", last));
        if (until <= from) problems.Add(
            last.Position, $"the step runs from {from} until {until}. Put the earlier month in from, or write \"month: {until}\".");
        return (from, until);
    }

    private Month? MonthOf(string key, Node node)
    {
        var month = _values.Month(key, node);
        if (frame is not { } run || month is not { } found || found >= run.First && found <= run.Last) return month;
        problems.Add(node.Position, $"{key} is {found}. The run has {run.First} (before its first month) to {run.Last}.");
        return null;
    }

    private StoryCamera? Camera(Node? node)
    {
        if (node is null) return new();
        var map = _values.Map("camera", node);
        Known(map, "camera", CameraKeys);
        var region = map["region"] is { } r ? Region(r) : null;
        var industry = map["industry"] is { } i ? Word("industry", i, $"industries", Enum.GetNames<Industry>()) : null;
        if (region is not null && industry is not null)
            problems.Add(map["industry"]!.Position, $"the camera looks at a region or at an industry, not at both. Keep one.");
        int? enterprise = map["enterprise"] is { } e ? _values.Whole("enterprise", e, 0, (frame?.Enterprises ?? int.MaxValue) - 1) : null;
        return new(region, industry is null ? null : Enum.Parse<Industry>(industry),
            enterprise);
    }

    private string? Region(Node node) =>
        frame is null ? _values.Text("region", node) : Word("region", node, $"regions", frame.Regions);

    private Phrase? Both(string what, Node node)
    {
        if (node is not MapNode map)
        {
            problems.Add(node.Position, $"{what} is {Values.Found(node)}. Write it in both languages: {{ en: …, zh: … }}.");
            return null;
        }
        Known(map, what, Languages);
        var (en, zh) = (Required(map, "en", what), Required(map, "zh", what));
        var (english, chinese) = (
            en is null ? null : _values.Text($"{what}.en", en, severalLines: true),
            zh is null ? null : _values.Text($"{what}.zh", zh, severalLines: true));
        return english is null || chinese is null ? null : new(chinese, english);
    }

    // Presenters write notes in their own language.
    private Phrase? Notes(Node node) =>
        node is MapNode ? Both("notes", node) : _values.Text("notes", node, severalLines: true) is { } text ? new(text, text) : null;

    private double? Pause(Node node)
    {
        if (node is TextNode { Value: Hold }) return null;
        if (node is TextNode text && Amount.TryRead(text.Value, "seconds", out var seconds, out _) && seconds is >= 0
            and <= MostSeconds) return seconds;
        problems.Add(
            node.Position, $"pause is {Values.Found(node)}. Write seconds from 0 to {MostSeconds}, or {Hold} to wait for the presenter.");
        return 0;
    }

    private string? Word(string what, Node node, Sentence kind, string[] words)
    {
        if (_values.Text(what, node) is not { } found) return null;
        if (words.Contains(found)) return found;
        problems.Add(node.Position, $"{what} is {NearestWord.Quoted(found)}.{NearestWord.Instead(found, kind, words)}");
        return null;
    }

    private void Known(MapNode map, string what, string[] keys)
    {
        foreach (var (key, _) in map.Entries.Where(e => !keys.Contains(e.Key.Value)))
            problems.Add(
                key.Position, $"there is no key {NearestWord.Quoted(key.Value)} in {what}.{NearestWord.Instead(key.Value, $"keys", keys)}");
    }

    private Node? Required(MapNode map, string key, string what)
    {
        if (map[key] is { } node) return node;
        problems.Add(map.Position, $"{what} has no {key}. Add \"{key}: …\".");
        return null;
    }
}
