using System.Security.Cryptography;
using System.Text;
using SimLab.Engine.Scenarios;

namespace SimLab.Engine.Recording;

/// <summary>Identifies a result by its inputs: two runs with the same address have the same result.</summary>
public static class ContentAddress
{
    /// <summary>
    /// SHA-256 of model build, population and resolved scenario (with its seed); file and folder names do not count.
    /// </summary>
    /// <param name="scenario">As <see cref="ScenarioText.Canonical"/> writes it.</param>
    /// <param name="population">Hash of the population recipe.</param>
    /// <param name="modelBuild">See <see cref="ModelBuild"/>.</param>
    public static string Of(string scenario, string population, string modelBuild) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"simlab result 1\n{modelBuild}\n{population}\n{scenario}")));

    /// <summary>The address of a scenario under the running build.</summary>
    public static string Of(Scenario scenario, string population) => Of(ScenarioText.Canonical(scenario), population, ModelBuild.Hash);
}
