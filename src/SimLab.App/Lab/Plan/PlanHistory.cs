using System.Collections.Immutable;
using System.Text.Json;

namespace SimLab.App.Lab.Plan;

/// <summary>A planner's undo history, as links; stored by the browser, so that it persists through a reload.</summary>
internal sealed class PlanHistory
{
    /// <summary>Key of the browser's storage.</summary>
    public const string Kept = "simlab-plan-history";

    private const int Most = 50;

    private ImmutableList<string> _steps = [];
    private int _at = -1;

    public bool CanUndo => _at > 0;
    public bool CanRedo => _at < _steps.Count - 1;
    /// <summary>The current link; null: the history is empty.</summary>
    public string? Now => _at < 0 ? null : _steps[_at];

    /// <summary>Adds a step, and drops the steps undone before it.</summary>
    public void Push(string link)
    {
        if (link == Now) return;
        _steps = _steps.RemoveRange(_at + 1, _steps.Count - _at - 1).Add(link);
        if (_steps.Count > Most) _steps = _steps.RemoveAt(0);
        _at = _steps.Count - 1;
    }

    /// <summary>Steps back, and returns that link.</summary>
    public string Undo() => _steps[--_at];

    /// <summary>Steps forward, and returns that link.</summary>
    public string Redo() => _steps[++_at];

    /// <summary>The history as JSON, for the browser's storage.</summary>
    public string Write() => JsonSerializer.Serialize(new Written(_steps, _at));

    /// <summary>Null: the text is no history.</summary>
    public static PlanHistory? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Written>(json) is { Steps: { Count: > 0 } steps, At: var at } && at >= 0 && at < steps.Count
                ? new() { _steps = steps, _at = at } : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Written(ImmutableList<string> Steps, int At);
}
