using SimLab.App.Runs;

namespace SimLab.App.Console;

/// <summary>Execution settings of an experiment; they do not affect its result.</summary>
internal sealed record ExperimentRequest(string? Out, long Memory, ExecutorKind Executor, OutputFormat Format);
