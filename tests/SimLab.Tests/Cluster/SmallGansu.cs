using System.Globalization;
using System.Text.RegularExpressions;
using SimLab.Tests.Populations;

namespace SimLab.Tests.Cluster;

/// <summary>Files of a Gansu a twelfth its size, with the notice beside the law in force, for processes to run; gone
/// after the test.</summary>
internal sealed partial class SmallGansu : IDisposable
{
    private const double Shrink = 12;

    public SmallGansu()
    {
        File.WriteAllText(In("small.yaml"), Firms);
        File.WriteAllText(Scenario, $$"""
            name: The notice in a small province
            extends: {{Repository.File("scenarios", "gansu-2023.yaml")}}
            baseline: {{Repository.File("scenarios", "provinces", "gansu", "baseline-2023.yaml")}}
            population: small.yaml
            seed: 7

            """);
    }

    /// <summary>The recipe of its firms.</summary>
    public static string Firms { get; } = Total()
        .Replace(GansuPopulation.Text, Smaller);

    public string Folder { get; } = Directory.CreateTempSubdirectory("simlab-cluster-").FullName;

    public string Scenario => In("notice.yaml");

    public string In(string name) => Path.Combine(Folder, name);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    // As in SmallProvince: totals of the province shrink, shares and averages stay; seven chains keep a leader each.
    private static string Smaller(Match line)
    {
        var (key, unit) = (line.Groups["key"].Value, line.Groups["unit"].Value);
        double? fixedAt = key
            switch
        { "largeIndustrial" => 14, "chainLeaders" => 7, "rndOfFirms" => 12, "ordinaryAgents" => 1_000, _ => null };
        var isTotal = unit is "firms" or "agents" or "slots" || unit.StartsWith("100 million yuan", StringComparison.Ordinal)
            && !unit.Contains("per borrower", StringComparison.Ordinal);
        if (fixedAt is null && !isTotal) return line.Value;
        var value = fixedAt ?? Math.Round(double.Parse(line.Groups["value"].Value, CultureInfo.InvariantCulture) / Shrink, 3);
        return string.Create(CultureInfo.InvariantCulture, $"{key}: {{ value: {value}, unit: {unit},");
    }

    [GeneratedRegex("""(?<key>\w+): \{ value: (?<value>[-+.e0-9]+), unit: (?<unit>[^,]+),""")]
    private static partial Regex Total();
}
