using System.Diagnostics;
using System.Runtime;
using System.Runtime.InteropServices;
using SimLab.Model;
using SimLab.Model.Populations;

namespace SimLab.Engine.Execution.Grains;

/// <summary>
/// What grains cost: the same months of the same firms lived in the bare loop and by grains, turn about, month by month, so
/// that a busy machine disturbs both alike. Figures are medians over months of wall time, per enterprise, month and world.
/// </summary>
public static class Bench
{
    public const int WarmUp = 3, Measured = 24;

    private static readonly int[] Worlds = [1, 8, 64, 256];

    /// <summary>Firms in the bench; with 256 worlds twice over they take about 0.7 GB.</summary>
    private const int Firms = 5_000;

    /// <summary>One line of the table.</summary>
    /// <param name="Worlds">Worlds side by side.</param>
    /// <param name="Loop">Stepping in the bare loop, ns.</param>
    /// <param name="Grains">Stepping by grains, ns.</param>
    /// <param name="Ratio">Median over months of grains ÷ loop.</param>
    /// <param name="LoopMarkets">Markets in the bare loop, ns.</param>
    /// <param name="GrainMarkets">Markets in market grains, letters delivered, ns.</param>
    public sealed record Line(int Worlds, double Loop, double Grains, double Ratio, double LoopMarkets, double GrainMarkets);

    /// <summary>Measures and prints.</summary>
    /// <param name="plan">Gives the firms, the first month, and the measures (of its last arm).</param>
    /// <param name="say">Receives the table, line by line.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<IReadOnlyList<Line>> Run(RunPlan plan, Action<Sentence> say, CancellationToken cancel = default)
    {
        var population = Reduce(PopulationGenerator.Generate(plan.Population, plan.Seed), Firms);
        say($"{population.Firms.Length:N0} enterprises, {Measured} months from {plan.Start + WarmUp} after {WarmUp} to warm up; medians, "
            + $"ns per enterprise, month and world");
        say($"{Environment.ProcessorCount} cores, {RuntimeInformation.ProcessArchitecture}, {RuntimeInformation.OSDescription}, "
            + $"{RuntimeInformation.FrameworkDescription}, {(GCSettings.IsServerGC ? "server" : "workstation")} GC, Orleans "
            + $"{FileVersionInfo.GetVersionInfo(typeof(Grain).Assembly.Location).ProductVersion?.Split(' ', '+')[0].TrimEnd('.')}");
        say($"");
        say($"{Sentence.Of($"worlds"),6}   {Sentence.Of($"firms: loop"),12}   {Sentence.Of($"grains"),6}   "
            + $"{Sentence.Of($"grains ÷ loop"),13}   {Sentence.Of($"markets: loop"),13}   {Sentence.Of($"grains"),6}");

        var lines = new List<Line>();
        await using var grains = await GrainExecutor.Start(cancel: cancel);
        // One life for nothing: until the just-in-time compiler has done with both, the first line would measure it.
        await Measure(plan, population, Worlds[0], grains, cancel);
        foreach (var worlds in Worlds)
        {
            var line = await Measure(plan, population, worlds, grains, cancel);
            lines.Add(line);
            say($"{line.Worlds,6}   {line.Loop,12:F1}   {line.Grains,6:F1}   {line.Ratio,13:F2}   {line.LoopMarkets,13:F1}   "
                + $"{line.GrainMarkets,6:F1}");
        }
        say($"");
        say($"Firms: their month, with their messages sent. Markets are the same code in both and are shown apart.");
        return lines;
    }

    private static async Task<Line> Measure(RunPlan plan, Population population, int worlds, GrainExecutor grains, CancellationToken cancel)
    {
        plan = plan with { Arms = [plan.Arms[^1]], Replicates = worlds, Months = WarmUp + Measured };
        var materials = new RunMaterials(plan, population);
        var batch = WorldBatch.Split(plan, population.Firms.Length, long.MaxValue)[0];
        await using var loop = new LoopExecutor();
        await loop.Begin(materials, batch, watch: false, cancel: cancel);
        await grains.Begin(materials, batch, watch: false, cancel: cancel);

        var economy = materials.Economy(batch.In(plan, watch: false));
        var (byLoop, byGrains) = (new List<(double Stepping, double Markets)>(), new List<(double Stepping, double Markets)>());
        var cells = (double)population.Firms.Length * worlds;
        var (spentByLoop, spentByGrains) = (loop.Spent, grains.Spent);
        await foreach (var output in Simulation.Months(materials, batch, loop, economy, plan.Start, plan.LastMonth, cancel: cancel))
        {
            var month = output.Macro.Month;
            var same = await grains.Step(output.Macro, cancel);
            if (!output.Cells.Zip(same.Cells).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second)))
                throw new InvalidOperationException($"Bug in SimLab: loop and grains simulate {month} differently, {worlds} worlds.");
            if (month - plan.Start >= WarmUp)
            {
                byLoop.Add(PerCell(spentByLoop, loop.Spent, cells));
                byGrains.Add(PerCell(spentByGrains, grains.Spent, cells));
            }
            (spentByLoop, spentByGrains) = (loop.Spent, grains.Spent);
        }
        return new(worlds,
            Median(byLoop.Select(x => x.Stepping)), Median(byGrains.Select(x => x.Stepping)),
            Median(byGrains.Zip(byLoop, (g, l) => g.Stepping / l.Stepping)),
            Median(byLoop.Select(x => x.Markets)), Median(byGrains.Select(x => x.Markets)));
    }

    private static (double Stepping, double Markets) PerCell(
        (TimeSpan Stepping, TimeSpan Settling) before, (TimeSpan Stepping, TimeSpan Settling) after, double cells) =>
        ((after.Stepping - before.Stepping).TotalNanoseconds / cells, (after.Settling - before.Settling).TotalNanoseconds / cells);

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>About so many firms, evenly from all regions and industries, numbered anew.</summary>
    private static Population Reduce(Population population, int firms)
    {
        var step = Math.Max(1, population.Firms.Length / firms);
        int[] kept = [.. Enumerable.Range(0, population.Firms.Length).Where(i => i % step == 0)];
        return new(population.At, [.. kept.Select((old, i) => population.Firms[old] with { Id = i })],
            [.. kept.Select(old => population.Initial[old])]);
    }
}
