using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using SimLab.Engine.Storage;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;
using SimLab.Model.Populations;

namespace SimLab.Engine.Execution;

/// <summary>
/// Keeps what <see cref="BurnIn"/> worked out in files, so that a run that is repeated, and every silo of a cluster on the machine,
/// reads it instead. A file is named after all that decides its content: build, plan and population. A cache that cannot be read
/// or written costs time, never a result.
/// </summary>
/// <param name="folder">Made where it is missing; only the cache writes there.</param>
/// <param name="most">Size of all files together, bytes; the oldest are deleted beyond it.</param>
internal sealed class BurnInCache(string folder, long most)
{
    private const long UsualSize = 512L << 20;

    /// <summary>The cache of the user: <c>simlab/burn-in</c> in the folder that the system has for caches.</summary>
    public static BurnInCache OfUser { get; } = new(Path.Combine(CacheFolder(), "simlab", "burn-in"), UsualSize);

    /// <summary>What is kept for a plan, or else what is worked out, which is then kept.</summary>
    /// <param name="plan">The run that trades before month zero.</param>
    /// <param name="population">As generated.</param>
    /// <param name="settle">Works it out.</param>
    public BurnIn.Start Get(RunPlan plan, Population population, Func<BurnIn.Start> settle)
    {
        var path = Path.Combine(folder, AddressOf(plan, population));
        var regions = plan.Population.Province.Regions.Length;
        if (TryRead(path, population.Initial.Length, regions) is { } kept) return kept;
        var start = settle();
        TryWrite(path, start);
        return start;
    }

    private static string CacheFolder() =>
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } named ? named
        : OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");

    private static string AddressOf(RunPlan plan, Population population)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{ModelBuild.Hash}\n{plan.ToJson()}\n"));
        hash.AppendData(MemoryMarshal.AsBytes(population.Firms.AsSpan()));
        hash.AppendData(MemoryMarshal.AsBytes(population.Initial.AsSpan()));
        hash.AppendData(MemoryMarshal.AsBytes(population.Settlements.AsSpan()));
        hash.AppendData(Encoding.UTF8.GetBytes($"\n{population.FirstOwn}\n{string.Join('\n', population.OwnIds)}"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static BurnIn.Start? TryRead(string path, int firms, int regions)
    {
        try
        {
            var start = (States: new Enterprise[firms], Markets: new double[SharedMarkets.Count(regions)],
                Payments: new double[LocalCircuit.Length(regions)]);
            using var file = File.OpenRead(path);
            var sum = new byte[SHA256.HashSizeInBytes];
            file.ReadExactly(sum);
            file.ReadExactly(MemoryMarshal.AsBytes(start.States.AsSpan()));
            file.ReadExactly(MemoryMarshal.AsBytes(start.Markets.AsSpan()));
            file.ReadExactly(MemoryMarshal.AsBytes(start.Payments.AsSpan()));
            var read = new BurnIn.Start(ImmutableCollectionsMarshal.AsImmutableArray(start.States), start.Markets, start.Payments);
            return SumOf(read).SequenceEqual(sum) ? read : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private void TryWrite(string path, BurnIn.Start start)
    {
        try
        {
            Directory.CreateDirectory(folder);
            using var whole = new AtomicFile(path);
            using (var file = File.Create(whole.Unfinished))
            {
                file.Write(SumOf(start));
                file.Write(MemoryMarshal.AsBytes(start.States.AsSpan()));
                file.Write(MemoryMarshal.AsBytes(start.Markets.AsSpan()));
                file.Write(MemoryMarshal.AsBytes(start.Payments.AsSpan()));
            }
            whole.Commit(replace: true);
            DeleteOldest();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next run works it out again.
        }
    }

    private void DeleteOldest()
    {
        var size = 0L;
        foreach (var file in new DirectoryInfo(folder).GetFiles().OrderByDescending(file => file.LastWriteTimeUtc))
        {
            size += file.Length;
            if (size > most) file.Delete();
        }
    }

    private static byte[] SumOf(BurnIn.Start start)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(MemoryMarshal.AsBytes(start.States.AsSpan()));
        hash.AppendData(MemoryMarshal.AsBytes(start.Markets.AsSpan()));
        hash.AppendData(MemoryMarshal.AsBytes(start.Payments.AsSpan()));
        return hash.GetHashAndReset();
    }
}
