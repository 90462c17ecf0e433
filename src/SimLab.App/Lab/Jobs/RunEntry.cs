using SimLab.Engine.Reporting;

namespace SimLab.App.Lab.Jobs;

public enum RunState { Queued, Running, Done, Failed, Cancelled }

/// <summary>A full run in the catalogue.</summary>
/// <param name="Id">Names the run in addresses.</param>
/// <param name="Owner">Who asked for it; limits are per owner.</param>
/// <param name="Name">Of the scenario.</param>
/// <param name="NameZh">Of the scenario.</param>
/// <param name="Yaml">The scenario, as the command line reads it.</param>
/// <param name="Address">Content address of the result.</param>
/// <param name="Build">Model build that runs it.</param>
/// <param name="MonthsDone">How far it is.</param>
/// <param name="Months">In all, the official line included where that is run too.</param>
/// <param name="Problem">Why it failed, for the user.</param>
/// <param name="Hash">Of the result; null until it is done.</param>
public sealed record RunEntry(
    string Id, string Owner, string Name, string? NameZh, string Yaml, string Address, string Build, RunState State, int MonthsDone, int Months,
    DateTimeOffset Created, DateTimeOffset? Ended, string? Problem, string? Hash)
{
    public bool IsOver => State is RunState.Done or RunState.Failed or RunState.Cancelled;
}

/// <summary>What a finished run shows.</summary>
public sealed record FinishedRun(RunEntry Entry, PlanView View);
