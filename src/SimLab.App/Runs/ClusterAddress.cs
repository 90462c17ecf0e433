using System.CommandLine;
using SimLab.App.Texts;
using SimLab.Engine.Execution.Cluster;

namespace SimLab.App.Runs;

/// <summary>
/// The database address: --cluster, or the variable SIMLAB_CLUSTER, since other users can list passwords on a command
/// line.
/// </summary>
internal static class ClusterAddress
{
    /// <summary>Environment variable with the database address.</summary>
    public const string Variable = "SIMLAB_CLUSTER";

    /// <summary>The option --cluster of commands that need a cluster.</summary>
    public static Option<string?> Option() => new("--cluster")
    {
        HelpName = "CONNECTION",
        Description =
            $"The cluster's PostgreSQL database, such as \"Host=127.0.0.1;Database=simlab;Username=simlab\". [default: the variable "
            + $"{Variable}]",
    };

    /// <summary>
    /// For a command that runs locally by default: without a value, the option selects the cluster of the variable.
    /// </summary>
    /// <param name="what">The action on the cluster, for the help.</param>
    public static Option<string?> Switch(string what = "Run on the cluster whose PostgreSQL database this is") => new("--cluster")
    {
        HelpName = "CONNECTION",
        Arity = ArgumentArity.ZeroOrOne,
        Description = $"{what}; without a connection, of the variable {Variable}.",
    };

    /// <summary>The address; null: neither is given.</summary>
    public static string? Given(string? option) => option ?? Set(Variable);

    /// <exception cref="InputException">Neither is given.</exception>
    public static ClusterDatabase Database(string? option) => ClusterDatabase.At(
        Given(option)
            ?? throw new InputException(
            $"Which cluster? Give --cluster CONNECTION or set {Variable}, such as \"Host=127.0.0.1;Database=simlab;Username=simlab\"."));

    /// <summary>
    /// TLS between silos and clients: the files named by SIMLAB_TLS_CERTIFICATE and SIMLAB_TLS_AUTHORITY, for all of
    /// them or none.
    /// </summary>
    /// <exception cref="InputException">One is set without the other.</exception>
    public static ClusterTls? Tls() => (Set("SIMLAB_TLS_CERTIFICATE"), Set("SIMLAB_TLS_AUTHORITY")) switch
    {
        (null, null) => null,
        ({ } certificate, { } authority) => ClusterTls.Read(certificate, authority),
        _ => throw new InputException(
            $"SIMLAB_TLS_CERTIFICATE and SIMLAB_TLS_AUTHORITY go together: set both for TLS between silos and clients, or neither."),
    };

    /// <summary>An environment variable; null: not set, or empty.</summary>
    public static string? Set(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
