using System.Security.Cryptography;
using System.Text;
using SimLab.Engine.Scenarios;

namespace SimLab.Engine.Recording;

/// <summary>The name of a result by what it is made from: two runs with the same address have the same result.</summary>
public static class ContentAddress
{
    /// <summary>SHA-256 over model build, population and resolved scenario; the seed is in the scenario, files and folders are in none.</summary>
    /// <param name="scenario">As <see cref="ScenarioText.Canonical"/> writes it.</param>
    /// <param name="population">Hash of the population recipe.</param>
    /// <param name="modelBuild">See <see cref="ModelBuild"/>.</param>
    public static string Of(string scenario, string population, string modelBuild) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"simlab result 1\n{modelBuild}\n{population}\n{scenario}")));

    /// <summary>The address the running build gives a scenario.</summary>
    public static string Of(Scenario scenario, string population) => Of(ScenarioText.Canonical(scenario), population, ModelBuild.Hash);
}
