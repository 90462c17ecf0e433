using System.CommandLine;
using SimLab.Engine.Execution.Cluster;

namespace SimLab.App;

/// <summary>--cluster, or the variable SIMLAB_CLUSTER: a password has no place in a command line that others can list.</summary>
internal static class ClusterAddress
{
    public const string Variable = "SIMLAB_CLUSTER";

    public static Option<string?> Option() => new("--cluster")
    {
        HelpName = "CONNECTION",
        Description = $"The cluster's PostgreSQL database, such as \"Host=127.0.0.1;Database=simlab;Username=simlab\". [default: the variable {Variable}]",
    };

    /// <summary>For a command that runs here unless told otherwise: alone, the option means the cluster of the variable.</summary>
    public static Option<string?> Switch() => new("--cluster")
    {
        HelpName = "CONNECTION",
        Arity = ArgumentArity.ZeroOrOne,
        Description = $"Run on the cluster whose PostgreSQL database this is; without a connection, on that of the variable {Variable}.",
    };

    /// <summary>Null: neither is given.</summary>
    public static string? Given(string? option) => option ?? (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } variable ? variable : null);

    /// <exception cref="InputException">Neither is given.</exception>
    public static ClusterDatabase Database(string? option) => ClusterDatabase.At(
        Given(option) ?? throw new InputException($"Which cluster? Give --cluster CONNECTION or set {Variable}, such as \"Host=127.0.0.1;Database=simlab;Username=simlab\"."));
}
