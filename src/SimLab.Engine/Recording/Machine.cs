using System.Reflection;
using System.Runtime.InteropServices;
using SimLab.Engine.Execution;

namespace SimLab.Engine.Recording;

/// <summary>The machine that simulated a run.</summary>
public sealed record Machine(int Cores, long MemoryBytes, string OperatingSystem, string Architecture)
{
    /// <summary>The machine of this process.</summary>
    public static Machine Here { get; } = new(
        Environment.ProcessorCount, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes, RuntimeInformation.OSDescription,
            $"{RuntimeInformation.ProcessArchitecture}");
}

/// <summary>Software versions of a run. Orleans is null for a run without grains.</summary>
public sealed record Versions(string SimLab, string DotNet, string? Orleans)
{
    /// <summary>The versions of this process; Orleans is null if <paramref name="grainCalls"/> is 0.</summary>
    public static Versions Running(long grainCalls) => new(
        Informational(typeof(Simulation).Assembly), Environment.Version.ToString(),
            grainCalls == 0 ? null : Informational(typeof(Grain).Assembly));

    private static string Informational(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
            ?? assembly.GetName().Version!.ToString();
}
