using System.Reflection;
using System.Runtime.InteropServices;
using SimLab.Engine.Execution;

namespace SimLab.Engine.Recording;

/// <summary>The machine a run ran on.</summary>
public sealed record Machine(int Cores, long MemoryBytes, string OperatingSystem, string Architecture)
{
    public static Machine Here { get; } = new(
        Environment.ProcessorCount, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes, RuntimeInformation.OSDescription, $"{RuntimeInformation.ProcessArchitecture}");
}

/// <summary>What ran it. Orleans is null where no grain lived.</summary>
public sealed record Versions(string SimLab, string DotNet, string? Orleans)
{
    public static Versions Running(long grainCalls) => new(
        Informational(typeof(Simulation).Assembly), Environment.Version.ToString(), grainCalls == 0 ? null : Informational(typeof(Grain).Assembly));

    private static string Informational(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? assembly.GetName().Version!.ToString();
}
