using SimLab.Engine.Scenarios;

namespace SimLab.Engine.Experiments.Kinds;

/// <summary>Finds the outcomes that settings name.</summary>
internal static class OutcomeNames
{
    /// <summary>Its position; null: none, and a problem was noted.</summary>
    public static int? Find(SettingContext at, string key, TextNode name)
    {
        string[] names = [.. at.Outcomes.Select(o => o.Name)];
        if (Array.IndexOf(names, name.Value) is >= 0 and var position) return position;
        at.Problems.Add(
            name.Position,
            $"{key} names {NearestWord.Quoted(name.Value)}, which is not among the "
            + $"outcomes.{NearestWord.Instead(name.Value, $"outcomes", names)}");
        return null;
    }
}
