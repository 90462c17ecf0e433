using System.Runtime.CompilerServices;

namespace SimLab.Tests;

/// <summary>What every process that a test starts inherits.</summary>
internal static class ChildProcesses
{
    // Several of them share two cores, each for some seconds: one heap is enough, and neither measuring code nor compiling again
    // what is machine code already pays.
    [ModuleInitializer]
    public static void Set()
    {
        Environment.SetEnvironmentVariable("DOTNET_gcServer", "0");
        Environment.SetEnvironmentVariable("DOTNET_TieredPGO", "0");
        Environment.SetEnvironmentVariable("DOTNET_TC_CallCountThreshold", "7FFF");
    }
}
