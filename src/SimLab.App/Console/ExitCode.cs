using System.CommandLine;
using System.CommandLine.Help;

namespace SimLab.App.Console;

/// <summary>What a command tells the shell.</summary>
public static class ExitCode
{
    public const int Done = 0, TargetMissed = 1, WrongInput = 2, RunFailed = 3;
}
