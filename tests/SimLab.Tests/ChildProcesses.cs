using System.Runtime.CompilerServices;

namespace SimLab.Tests;

/// <summary>What every process that a test starts inherits.</summary>
internal static class ChildProcesses
{
    // Several of them share two cores, each for some seconds: one heap is enough, and measuring code before it is optimised does
    // not pay.
    [ModuleInitializer]
    public static void Set()
    {
        Environment.SetEnvironmentVariable("DOTNET_gcServer", "0");
        Environment.SetEnvironmentVariable("DOTNET_TieredPGO", "0");
    }
}
