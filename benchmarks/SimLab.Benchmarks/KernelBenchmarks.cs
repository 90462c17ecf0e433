using BenchmarkDotNet.Attributes;
using SimLab.Engine.Scenarios;
using SimLab.Model.Enterprises;
using SimLab.Model.Messages;

namespace SimLab.Benchmarks;

/// <summary>
/// A month of an enterprise in one world, the mean over the rehearsed years; on one thread, including received
/// settlements and messages to the outbox.
/// </summary>
public class KernelBenchmarks
{
    private const int Firms = 1_000;

    private Rehearsal _rehearsal = null!;
    private Enterprise[] _zero = [], _states = [];
    private Outbox _outbox = null!;

    /// <summary>Prepares 8 worlds.</summary>
    [GlobalSetup(Target = nameof(EightWorlds))]
    public void PrepareEight() => Prepare(8);

    /// <summary>Prepares 64 worlds.</summary>
    [GlobalSetup(Target = nameof(SixtyFourWorlds))]
    public void PrepareSixtyFour() => Prepare(64);

    /// <summary>Steps 8 worlds.</summary>
    [Benchmark(OperationsPerInvoke = Rehearsal.Months * Firms * 8)]
    public int EightWorlds() => StepAll();

    /// <summary>Steps 64 worlds.</summary>
    [Benchmark(OperationsPerInvoke = Rehearsal.Months * Firms * 64)]
    public int SixtyFourWorlds() => StepAll();

    private void Prepare(int worlds)
    {
        _rehearsal = new(Gansu.Thin(Firms), worlds);
        _zero = _rehearsal.AtMonthZero();
        _states = [.. _zero];
        _outbox = new(worlds, Gansu.Plan.Population.Province, MeasureCatalog.Default.Index.Count);
        StepAll();                                         // until the buffers have their size
        var before = GC.GetAllocatedBytesForCurrentThread();
        StepAll();
        // The column Allocated rounds to whole bytes per operation; this does not.
        Console.WriteLine(
            $"// {worlds} worlds: {GC.GetAllocatedBytesForCurrentThread() - before} bytes allocated in {Rehearsal.Months} months of "
            + $"{Firms} firms");
    }

    private int StepAll()
    {
        _zero.CopyTo(_states, 0);
        var papers = 0;
        foreach (var month in _rehearsal.Simulated)
        {
            _outbox.Clear();
            for (var i = 0; i < Firms; i++) _rehearsal.Simulate(i, _states, month.Information, month.Settlements, month.Starts, _outbox);
            papers += _outbox.LoanApplications.Count;
        }
        return papers;
    }
}
