using SimLab.Engine.Execution;
using SimLab.Model;
using SimLab.Model.Enterprises;
using Xunit;

namespace SimLab.Tests.Determinism;

/// <summary>What is recorded or watched never changes the result.</summary>
[Slow]
public sealed class RecorderTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_recorder_that_takes_everything_and_scribbles_over_it_changes_nothing(bool byGrains)
    {
        var reference = await SmallProvince.Reference;
        var vandal = new Vandal();
        IExecutor executor = byGrains ? await SmallProvince.Grains() : new LoopExecutor();
        var run = await SmallProvince.Simulate(SmallProvince.Materials(), executor, recorder: vandal);
        Assert.Equal(reference.Hash, run.Hash);
        Assert.Equal(SmallProvince.Months, vandal.Months);
        Assert.True(vandal.LedgerLines > 0, "Watched worlds write a ledger.");
        Assert.True(vandal.Happenings > 0);
        // Both arms: two year ends of the first replicate, and the last month of those whose support is recorded, here all.
        Assert.Equal((2 + SmallProvince.Replicates) * SmallProvince.Arms, vandal.Panels);
    }

    [Fact]
    public async Task Loop_and_grains_record_the_same()
    {
        var (byLoop, byGrains) = (new Listener(), new Listener());
        await SmallProvince.Simulate(SmallProvince.Materials(), new LoopExecutor(), recorder: byLoop);
        await SmallProvince.Simulate(SmallProvince.Materials(), await SmallProvince.Grains(), recorder: byGrains);
        Assert.Equal(byLoop.Heard, byGrains.Heard);
    }

    private sealed class Vandal : IRecorder
    {
        public int Months { get; private set; }
        public int Panels { get; private set; }
        public int LedgerLines { get; private set; }
        public int Happenings { get; private set; }

        public Task Record(RunMaterials materials, WorldBatch batch, MonthOutput output)
        {
            Months++;
            LedgerLines += output.Ledger.Sum(lines => lines.Length);
            Happenings += output.Events.Sum(lines => lines.Length);
            foreach (var cells in output.Cells) Array.Fill(cells, 42);
            foreach (var lines in output.Events) Array.Clear(lines);
            foreach (var lines in output.Ledger) Array.Clear(lines);
            Array.Clear(output.Costs);
            Array.Clear(output.InTransit);
            return Task.CompletedTask;
        }

        public Task RecordPanel(RunMaterials materials, Month month, int arm, int replicate, Enterprise[] states)
        {
            Panels++;
            Array.Clear(states);
            return Task.CompletedTask;
        }
    }

    private sealed class Listener : IRecorder
    {
        public List<string> Heard { get; } = [];

        public Task Record(RunMaterials materials, WorldBatch batch, MonthOutput output)
        {
            Heard.Add($"{output.Macro.Month} costs {string.Join(' ', output.Costs)} tills "
                + $"{string.Join<InTransitAccount>(' ', output.InTransit)}");
            for (var i = 0; i < output.Cells.Length; i++)
            {
                Heard.Add($"{output.Macro.Month} district {i} sum {output.Cells[i].Sum()}");
                Heard.AddRange(output.Events[i].Select(line => line.ToString()));
                Heard.AddRange(output.Ledger[i].Select(line => line.ToString()));
            }
            return Task.CompletedTask;
        }

        public Task RecordPanel(RunMaterials materials, Month month, int arm, int replicate, Enterprise[] states)
        {
            Heard.AddRange(states.Select((state, i) => Fingerprint.Of(in state, i).ToString()));
            return Task.CompletedTask;
        }
    }
}
