using SimLab.Engine.Reporting;

namespace SimLab.App.Lab.Catalogue;

public enum RunState { Queued, Running, Done, Failed, Cancelled }

/// <summary>A full run or a study in the catalogue.</summary>
/// <param name="Id">Names the run in addresses.</param>
/// <param name="Owner">Who asked for it; limits are per owner.</param>
/// <param name="Name">Of the scenario or the study.</param>
/// <param name="NameZh">Of the scenario or the study.</param>
/// <param name="Yaml">The scenario or the experiment, as the command line reads it.</param>
/// <param name="Address">Content address of the result.</param>
/// <param name="Build">Model build that runs it.</param>
/// <param name="MonthsDone">How far it is: months of a run, worlds of a study.</param>
/// <param name="Months">In all; of a run, the official line included where that is run too; of a study, as far as known.</param>
/// <param name="Problem">Why it failed, or what it waits for while it is under way, for the user.</param>
/// <param name="Hash">Of the result; null until it is done.</param>
public sealed record RunEntry(
    string Id, string Owner, string Name, string? NameZh, string Yaml, string Address, string Build, RunState State, int MonthsDone, int Months,
    DateTimeOffset Created, DateTimeOffset? Ended, string? Problem, string? Hash)
{
    /// <summary>For <see cref="Kind"/>: a full run.</summary>
    public const string FullRun = "run";

    /// <summary><see cref="FullRun"/>, or the kind of a study, such as sensitivity.</summary>
    public string Kind { get; init; } = FullRun;

    public bool IsExperiment => Kind != FullRun;

    /// <summary>Of a study under way; null: nobody knows.</summary>
    public double? SecondsLeft { get; init; }

    public bool IsOver => State is RunState.Done or RunState.Failed or RunState.Cancelled;
}

/// <summary>What a finished run shows.</summary>
public sealed record FinishedRun(RunEntry Entry, PlanView View);
