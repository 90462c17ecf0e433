using BenchmarkDotNet.Attributes;
using SimLab.Model.Enterprises;
using SimLab.Model.Papers;

namespace SimLab.Benchmarks;

/// <summary>A month of an enterprise in one world, the mean over the rehearsed years; on one thread, letters opened, papers laid into the tray.</summary>
public class KernelBenchmarks
{
    private const int Firms = 1_000;

    private Rehearsal _rehearsal = null!;
    private Enterprise[] _zero = [], _states = [];
    private Tray _tray = null!;

    [GlobalSetup(Target = nameof(EightWorlds))]
    public void PrepareEight() => Prepare(8);

    [GlobalSetup(Target = nameof(SixtyFourWorlds))]
    public void PrepareSixtyFour() => Prepare(64);

    [Benchmark(OperationsPerInvoke = Rehearsal.Months * Firms * 8)]
    public int EightWorlds() => LiveAll();

    [Benchmark(OperationsPerInvoke = Rehearsal.Months * Firms * 64)]
    public int SixtyFourWorlds() => LiveAll();

    private void Prepare(int worlds)
    {
        _rehearsal = new(Gansu.Thin(Firms), worlds);
        _zero = _rehearsal.AtMonthZero();
        _states = [.. _zero];
        _tray = new(worlds);
        LiveAll();                                         // until the piles have their size
        var before = GC.GetAllocatedBytesForCurrentThread();
        LiveAll();
        // The column Allocated rounds to whole bytes per operation; this does not.
        Console.WriteLine($"// {worlds} worlds: {GC.GetAllocatedBytesForCurrentThread() - before} bytes allocated in {Rehearsal.Months} months of {Firms} firms");
    }

    private int LiveAll()
    {
        _zero.CopyTo(_states, 0);
        var papers = 0;
        foreach (var month in _rehearsal.Lived)
        {
            _tray.Clear();
            for (var i = 0; i < Firms; i++) _rehearsal.Live(i, _states, month.Briefing, month.Mail, month.Starts, _tray);
            papers += _tray.LoanApplications.Count;
        }
        return papers;
    }
}
