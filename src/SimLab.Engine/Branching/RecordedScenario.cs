using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using SimLab.Engine.Execution;
using SimLab.Engine.Recording;
using SimLab.Engine.Scenarios;
using SimLab.Model;

namespace SimLab.Engine.Branching;

/// <summary>
/// Restores the scenario of a recorded run from its folder alone: the files it was read from may be gone.
/// </summary>
public static class RecordedScenario
{
    /// <summary>Scenario of the run, with its baseline if there is one.</summary>
    /// <exception cref="RunFolderException">The folder lacks parts of the scenario, or its parts do not
    /// agree.</exception>
    public static Scenario Of(RunReader run)
    {
        var (manifest, plan) = (run.Manifest, run.Plan);
        var scenario = ScenarioOf(run, plan);
        if (ContentAddress.Of(ScenarioText.Canonical(scenario), manifest.Population, manifest.ModelBuild) != manifest.ContentAddress)
            throw new RunFolderException(
                Path.Combine(run.Path, RunFolder.Manifest),
                $"its plan and its scenario are not of one run. Take it from a copy of the folder, or run the scenario again.");
        return scenario;
    }

    private static Scenario ScenarioOf(RunReader run, RunPlan plan)
    {
        try
        {
            var told = JsonNode.Parse(run.ReadTargets())!;
            var targets = Targets(run.Manifest.Scenario["targets"]!.AsArray(), told["targets"]!.AsArray());
            var policy = Arm(run, plan, plan.Arms.Length - 1, targets, (string?)told["scenarioZh"]);
            if (run.Manifest.Branch is { } branch) policy = policy with { Branch = new(branch.Of, Month.Parse(branch.At)) };
            return plan.Arms.Length == 1 ? policy : policy
                with
            { Baseline = Arm(run, plan, 0, targets, (string?)told["armNames"]?["baseline"]?["nameZh"]) };
        }
        catch (Exception e)
            when (e is JsonException or InvalidOperationException or FormatException or NullReferenceException or ArgumentException)
        {
            throw new RunFolderException(
                run.Path, $"its manifest and {RunFolder.Targets} do not give the scenario as this SimLab reads it "
                + $"({e.Message.TrimEnd('.')}). Use the SimLab that recorded it, or run the scenario again.", e);
        }
    }

    private static Scenario Arm(RunReader run, RunPlan plan, int arm, ImmutableArray<Target> targets, string? nameZh) => new()
    {
        Name = plan.Arms[arm].Name,
        NameZh = nameZh,
        File = Path.GetFullPath(Path.Combine(run.Path, arm == plan.Arms.Length - 1 ? RunFolder.Scenario : RunFolder.Baseline)),
        Start = plan.Start,
        Months = plan.Months,
        Replicates = plan.Replicates,
        Seed = plan.Seed,
        Population = Path.GetFullPath(Path.Combine(run.Path, RunFolder.Manifest)),
        Macro = plan.MacroOf(arm),
        Behaviour = plan.BehaviourOf(arm),
        Measures = plan.Arms[arm].Measures,
        Changes = Change.Of(plan.Arms[arm].Measures, plan.Arms[arm].Later),
        Targets = targets,
    };

    // The manifest has the targets; targets.json has their order and sources.
    private static ImmutableArray<Target> Targets(JsonArray wanted, JsonArray told)
    {
        List<string> order = [.. told.Select(row => (string)row!["id"]!)];
        return
        [
            .. from target in wanted.OfType<JsonObject>()
               let id = (string)target["id"]!
               orderby order.IndexOf(id)
               select new Target(
                   id, (string)target["unit"]!, Enum.Parse<Comparison>((string)target["comparison"]!), (double?)target["value"],
                       (string?)target["other"],
                   (double)target["tolerance"]!, Month.Parse((string)target["by"]!),
                       (string?)told.FirstOrDefault(row => (string)row!["id"]! == id)?["source"] ?? "none given"),
        ];
    }
}
