using System.Security.Cryptography;
using System.Text;
using SimLab.Engine.Populations;
using SimLab.Engine.Scenarios;
using SimLab.Model.Policies;

namespace SimLab.Engine.Reporting;

/// <summary>The name of a result before it is computed: SHA-256 of model build, population and resolved scenario, seed included.</summary>
public static class ContentAddress
{
    public static string Of(Scenario scenario, PopulationFile population) => Of(Build, population.Hash, ScenarioText.Canonical(scenario));

    /// <summary>Identity of the compiled model and engine: the compiler derives it from their source.</summary>
    public static string Build { get; } =
        $"{typeof(Measure).Module.ModuleVersionId:N}-{typeof(ContentAddress).Module.ModuleVersionId:N}";

    internal static string Of(string build, string population, string scenario) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{build}\n{population}\n{scenario}")));
}
