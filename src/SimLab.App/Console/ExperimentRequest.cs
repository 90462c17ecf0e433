using System.Collections.Immutable;
using System.CommandLine;
using SimLab.App.Runs;

namespace SimLab.App.Console;

/// <summary>How an experiment is to be run, which changes nothing in its result.</summary>
internal sealed record ExperimentRequest(string? Out, long Memory, ExecutorKind Executor, OutputFormat Format);
