namespace SimLab.App.Console;

/// <summary>Exit codes of the commands.</summary>
public static class ExitCode
{
    /// <summary>0: done; 1: a target was missed; 2: wrong input; 3: the run failed.</summary>
    public const int Done = 0, TargetMissed = 1, WrongInput = 2, RunFailed = 3;
}
