using SimLab.Engine.Execution;
using SimLab.Engine.Populations;
using SimLab.Engine.Reporting;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Papers;

var scenario = ScenarioFile.Read(args[0], MeasureCatalog.Default) with { Replicates = args.Length > 1 ? int.Parse(args[1]) : 4 };
var materials = new RunMaterials(RunPlan.Of(scenario, PopulationFile.Read(scenario.Population).Recipe));
Console.WriteLine($"{materials.Population.Firms.Length} slots, {materials.Districts.Length} districts, {scenario.Replicates} reps");
await using var loop = new LoopExecutor();
var r = await Simulation.Run(materials, loop, 4L << 30);
Console.WriteLine($"{r.Hash} {r.Performance.WallSeconds:F1}s startup {r.Performance.StartupSeconds:F1} ns/emw {r.Performance.WallSeconds * 1e9 / r.Performance.EnterpriseMonthWorlds:F0} peak {r.Performance.PeakMemoryBytes >> 20} MB");
foreach (var t in scenario.Targets)
    for (var arm = 0; arm < 2; arm++)
    {
        var xs = Enumerable.Range(0, scenario.Replicates).Select(k => Outcomes.Of(t.Id, r.Chronicle, arm, k, t.By) ?? double.NaN).ToArray();
        var ys = Enumerable.Range(0, scenario.Replicates).Select(k => Outcomes.Yardstick(t, r.Chronicle, arm, k) ?? double.NaN).ToArray();
        Console.WriteLine($"{t.Id,-30} {materials.Plan.Arms[arm].Name,-40} mean {xs.Average():G6} min {xs.Min():G6} max {xs.Max():G6} yard {ys.Average():G6}");
    }
for (var arm = 0; arm < 2; arm++)
{
    Console.WriteLine($"--- {materials.Plan.Arms[arm].Name}");
    foreach (var ind in Enum.GetValues<Indicator>())
    {
        Console.Write($"{ind,-24}");
        foreach (var month in new[] { scenario.Start - 1, Month.Of(2022, 3), Month.Of(2022, 6), Month.Of(2022, 12), Month.Of(2023, 12), Month.Of(2024, 12) })
        {
            double v = Indicators.IsFlow(ind) && month.EndsYear && month >= scenario.Start ? r.Chronicle.Sum(arm, 0, month - 11, month, ind) : r.Chronicle.Value(arm, 0, month, ind);
            if (Indicators.Unit(ind) == "fen") v /= 1e10;
            Console.Write($"{v,14:N1}");
        }
        Console.WriteLine();
    }
    for (var c = 1; c < 20; c++) Console.Write($" c{c}={r.Chronicle.Cost(arm, 0, scenario.Start, scenario.LastMonth, c) / 1e10:F2}");
    Console.WriteLine();
}
