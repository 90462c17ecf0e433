using System.Reflection;
using SimLab.Engine.Execution;
using SimLab.Engine.Execution.Grains;
using SimLab.Engine.Populations;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Populations;
using Xunit;

namespace SimLab.Tests.Determinism;

/// <summary>
/// Gansu with a twelfth of its firms, loans and titles, the notice beside the law in force: small enough for a run in a
/// second or two, long enough (26 months) for every yearly event to happen twice.
/// </summary>
internal static class SmallProvince
{
    public const int Months = 26, Replicates = 3, Arms = 2;

    private const double Shrink = 12;

    private static readonly Lazy<Scenario> Scenario = new(() =>
        ScenarioFile.Read(Repository.File("scenarios", "gansu-2023.yaml"), MeasureCatalog.Default));

    private static readonly Lazy<PopulationRecipe> Recipe = new(() => Shrunk(PopulationFile.Read(Scenario.Value.Population).Recipe));

    private static readonly Lazy<Task<RunResult>> SimulatedByLoop = new(() => Simulate(Materials(), new LoopExecutor()));

    public static RunPlan Plan { get; } = RunPlan.Of(
        Scenario.Value with { Months = Months, Replicates = Replicates, Seed = 7 }, Recipe.Value);

    private static readonly Lazy<Population> Firms = new(() => PopulationGenerator.Generate(Plan.Population, Plan.Seed));

    /// <summary>The run every other way of running it is compared with.</summary>
    public static Task<RunResult> Reference => SimulatedByLoop.Value;

    /// <summary>Of the plan, or of a changed one; where the change leaves the firms alone they are not made again.</summary>
    public static RunMaterials Materials(Func<RunPlan, RunPlan>? change = null)
    {
        var plan = change is null ? Plan : change(Plan);
        return plan.Population == Plan.Population && plan.Seed == Plan.Seed ? new(plan, Firms.Value) : new(plan);
    }

    public static Task<GrainExecutor> Grains() => GrainExecutor.Start(cancel: TestContext.Current.CancellationToken);

    public static async Task<RunResult> Simulate(
        RunMaterials materials, IExecutor executor, int replicatesPerBatch = int.MaxValue, IRecorder? recorder = null)
    {
        await using (executor)
        {
            var perReplicate = (long)materials.Population.Firms.Length * materials.Plan.Arms.Length * Model.Enterprises.Enterprise.Bytes;
            return await Simulation.Run(
                materials, executor, perReplicate * Math.Min(replicatesPerBatch, materials.Plan.Replicates), recorder);
        }
    }

    // Every figure that is a total of the province (firms, agents, 100 million yuan) shrinks; shares and averages stay.
    private static PopulationRecipe Shrunk(PopulationRecipe recipe)
    {
        var small = recipe with { };
        foreach (var group in Properties(typeof(PopulationRecipe))
            .Where(p => p.PropertyType.IsClass && p.PropertyType != typeof(string) && p.PropertyType != typeof(OwnFirms)
                && p.PropertyType != typeof(Province)))
        {
            var copy = Activator.CreateInstance(group.PropertyType)!;
            foreach (var property in Properties(group.PropertyType))
            {
                var value = property.GetValue(group.GetValue(recipe));
                property.SetValue(
                    copy, value is Figure figure && IsTotal(figure.Unit) ? figure
                    with
                    { Value = Math.Round(figure.Value / Shrink, 3) } : value);
            }
            group.SetValue(small, copy);
        }
        // Seven chains want a leader each, found among the large.
        return small with
        {
            Firms = small.Firms with
            {
                LargeIndustrial = small.Firms.LargeIndustrial with { Value = 14 },
                ChainLeaders = small.Firms.ChainLeaders with { Value = 7 },
            },
            // Large firms, who do most R&D, are more of a small province: it has more R&D than its share.
            Innovation = small.Innovation with { RndOfFirms = small.Innovation.RndOfFirms with { Value = 12 } },
        };
    }

    private static bool IsTotal(string unit) =>
        unit is "firms" or "agents" or "slots" || unit.StartsWith("100 million yuan", StringComparison.Ordinal)
            && !unit.Contains("per borrower", StringComparison.Ordinal);

    private static PropertyInfo[] Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
}
