using SimLab.Engine.Reporting;

namespace SimLab.App.Lab.Catalogue;

/// <summary>State of a full run or an experiment.</summary>
public enum RunState { Queued, Running, Done, Failed, Cancelled }

/// <summary>A full run or an experiment in the catalogue.</summary>
/// <param name="Id">Identifies the run in addresses.</param>
/// <param name="Owner">The visitor who started it; limits are per owner.</param>
/// <param name="Name">Name of the scenario or experiment.</param>
/// <param name="NameZh">Chinese name of the scenario or experiment.</param>
/// <param name="Yaml">The scenario or experiment file, as the command line reads it.</param>
/// <param name="Address">Content address of the result.</param>
/// <param name="Build">Model build that simulates it.</param>
/// <param name="MonthsDone">Progress: months of a run, worlds of an experiment.</param>
/// <param name="Months">Total; of a run, with the official line if that is simulated too; of an experiment, as far as
/// known.</param>
/// <param name="Problem">Why it failed, or the reason a running entry waits, for the user.</param>
/// <param name="Hash">Hash of the result; null until it is done.</param>
public sealed record RunEntry(
    string Id, string Owner, string Name, string? NameZh, string Yaml, string Address, string Build, RunState State, int MonthsDone,
        int Months,
    DateTimeOffset Created, DateTimeOffset? Ended, string? Problem, string? Hash)
{
    /// <summary>The <see cref="Kind"/> of a full run.</summary>
    public const string FullRun = "run";

    /// <summary><see cref="FullRun"/>, or the kind of an experiment, such as sensitivity.</summary>
    public string Kind { get; init; } = FullRun;

    /// <summary>Whether this is an experiment, not a full run.</summary>
    public bool IsExperiment => Kind != FullRun;

    /// <summary>Remaining seconds of a running experiment; null: unknown.</summary>
    public double? SecondsLeft { get; init; }

    /// <summary>Whether it is done, failed or cancelled.</summary>
    public bool IsOver => State is RunState.Done or RunState.Failed or RunState.Cancelled;
}

/// <summary>A finished run with its figures.</summary>
public sealed record FinishedRun(RunEntry Entry, PlanView View);
