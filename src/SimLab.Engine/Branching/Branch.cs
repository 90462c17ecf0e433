using System.Collections.Immutable;
using SimLab.Engine.Recording;
using SimLab.Engine.Scenarios;
using SimLab.Model;

namespace SimLab.Engine.Branching;

/// <summary>
/// Branches a recorded run: from a month on, some levers change. The branch is a scenario of its own, the parent's with
/// these changes. Simulated from the first month or from a <see cref="PersistedPrefix"/>, it gives identical bits.
/// </summary>
public static class Branch
{
    private const int LongestName = 120;

    /// <summary>Scenario of a branch.</summary>
    /// <param name="run">The parent run.</param>
    /// <param name="at">The first month that differs.</param>
    /// <param name="settings">Each as "Measure.lever=value", "Measure=off" or "Measure=on".</param>
    /// <param name="name">Name for readers, such as a minister; null: named after its changes.</param>
    /// <param name="nameZh">Chinese name.</param>
    /// <param name="replicates">Replicates to simulate, at most the parent's; null: all of them.</param>
    /// <exception cref="RunFolderException">The parent cannot be branched: another build recorded it, or it holds no
    /// plan.</exception>
    /// <exception cref="ScenarioException">A setting is wrong; the message names it.</exception>
    public static Scenario Of(
        RunReader run, Month at, IReadOnlyList<string> settings, string? name = null, string? nameZh = null, int? replicates = null)
    {
        RequireOwnBuild(run);
        var parent = RecordedScenario.Of(run);
        var problems = new Problems();
        if (at <= parent.Start || at > parent.LastMonth)
            throw problems.Fatal(
                Said($"{at}"),
                $"the run goes from {parent.Start} to {parent.LastMonth}. It can be left in {parent.Start + 1} at the earliest and "
                + $"{parent.LastMonth} at the latest.");
        if (replicates is < 1 || replicates > parent.Replicates)
            throw problems.Fatal(Said($"{replicates}"), $"the run has {parent.Replicates} replicates, and a branch at most as many.");
        var changes = Changes(parent, at, Tree(settings, problems), problems);
        return parent with
        {
            Name = name ?? Shortened($"{parent.Name}; from {at} {string.Join(", ", settings)}"),
            NameZh = nameZh ?? (name is null && parent.NameZh is { } zh ? Shortened($"{zh}；{at}起 {string.Join("、", settings)}") : null),
            Note = $"A branch of run {run.Manifest.ContentAddress[..16]}, \"{parent.Name}\", which it leaves in {at}: "
                + $"{string.Join(", ", settings)}.",
            Replicates = replicates ?? parent.Replicates,
            Changes = changes,
            Branch = new(run.Manifest.ContentAddress, at),
        };
    }

    /// <exception cref="RunFolderException">Another build recorded the run: the months before the branch could differ
    /// from the recorded ones.</exception>
    internal static void RequireOwnBuild(RunReader run)
    {
        var (theirs, ours) = (run.Manifest.ModelBuild, ModelBuild.Hash);
        if (theirs != ours)
            throw new RunFolderException(run.Path,
                $"it was recorded by build {Short(theirs)} of the model (SimLab {run.Manifest.Versions.SimLab}) and this is build "
                    + $"{Short(ours)}, which may rightly come to other figures: "
                + $"a branch would not go on from what was recorded. Branch with the SimLab that recorded it, or run the scenario again.");
    }

    private static ImmutableArray<Change> Changes(Scenario parent, Month at, MapNode tree, Problems problems)
    {
        // The parent's later changes stay and apply on top of the branch.
        ImmutableArray<Change> before = [.. parent.Changes.Where(change => change.From <= at)],
            after = [.. parent.Changes.Where(change => change.From > at)];
        var standing = Change.Phases(parent.Measures, before) is [.., var last] ? last.Measures : parent.Measures;
        var own = new ChangesReader(new(problems), MeasureCatalog.Default, problems).Read(
            new(default, [new(new(Said($"{at}"), $"{at}"), tree)]), standing, (parent.Start, parent.LastMonth));
        problems.ThrowIfAny();
        var changed = Change.Of(parent.Measures, Change.Phases(parent.Measures, [.. before, .. own, .. after]));
        var branch = parent with { Changes = changed };
        if (ScenarioText.SimulatedInputs(branch)
            == ScenarioText.SimulatedInputs(parent with { Changes = Change.Of(parent.Measures, parent.Later) }))
            throw problems.Fatal(
                Said(string.Join(", ", own.Select(change => MeasureCatalog.Default.KeyOf(change.Measure)))),
                $"nothing differs from the parent: in {at} it has these levers at these values already. Give another value.");
        return changed;
    }

    // In the form of a scenario file, so that the same reader reports errors.
    private static MapNode Tree(IReadOnlyList<string> settings, Problems problems)
    {
        var measures = new Dictionary<string, Node>();
        foreach (var setting in settings)
        {
            var place = Said(setting);
            if (setting.Split('=', 2) is not [var what, var value] || what.Trim().Length == 0 || value.Trim().Length == 0)
                throw problems.Fatal(
                    place, $"a change is written Measure.lever=value, Measure=off or Measure=on, such as "
                    + $"CultivateSpecialisedSmes.provincialReward=600000.");
            var (measure, lever) = what.Trim().Split('.', 2) is [var owner, var part] ? (owner, part) : (what.Trim(), null);
            Node node = lever is not null ? new MapNode(place, [new(new(place, lever), new TextNode(place, value.Trim()))])
                : value.Trim() == "on" ? new MapNode(place, []) : new TextNode(place, value.Trim());
            if (measures.TryGetValue(measure, out var known))
            {
                if (known is not MapNode { Entries: var others } || node is not MapNode { Entries: [var next] }
                    || others.Any(e => e.Key.Value == next.Key.Value))
                    throw problems.Fatal(place, $"{what.Trim()} is set twice, or {measure} is both switched and turned. Keep one.");
                node = new MapNode(place, others.Add(next));
            }
            measures[measure] = node;
        }
        if (measures.Count == 0) throw problems.Fatal(
            Said("nothing"), $"a branch changes something. Write Measure.lever=value, Measure=off or Measure=on.");
        return new(Said(settings[0]), [.. measures.Select(m => KeyValuePair.Create(new TextNode(m.Value.Position, m.Key), m.Value))]);
    }

    private static Position Said(string text) => new(text, 0, 0);

    private static string Short(string hash) => hash.Length > 16 ? hash[..16] : hash;

    private static string Shortened(string name) => name.Length <= LongestName ? name : $"{name[..(LongestName - 1)]}…";
}
