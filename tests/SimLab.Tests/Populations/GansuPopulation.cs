using System.Runtime.InteropServices;
using SimLab.Engine.Populations;
using SimLab.Model;
using SimLab.Model.Enterprises;
using SimLab.Model.Populations;

namespace SimLab.Tests.Populations;

/// <summary>The shipped recipe and the firms it makes, made once for all tests.</summary>
internal static class GansuPopulation
{
    private static readonly Lazy<PopulationFile> Shipped = new(() => PopulationFile.Read(RecipePath));
    private static readonly Lazy<Population> Made = new(() => File.Generate(seed: 1));

    public static PopulationFile File => Shipped.Value;
    public static PopulationRecipe Recipe => File.Recipe;
    public static Population Population => Made.Value;
    public static Province Province => Recipe.Province;

    /// <summary>A region or chain by its name in the files.</summary>
    public static Region Region(string name) => Province.Find(name)!.Value;

    public static Chain Chain(string name) => (Chain)(1 + Province.Chains.Select(chain => chain.Name).ToList().IndexOf(name));

    public static Month Next => Recipe.At + 1;

    public static IEnumerable<(Firm Firm, Enterprise State)> Alive => Population.Firms.Zip(Population.Initial).Where(x => x.Second.IsAlive);

    public static IEnumerable<(Firm Firm, Enterprise State)> Holders(Title title) => Alive.Where(x => x.State.Holds(title, Next));

    /// <summary>The shipped recipe as text that any folder can hold.</summary>
    public static string Text { get; } = System.IO.File.ReadAllText(RecipePath).Replace(
        "province: province.yaml",
        $"province: {Repository.File("scenarios", "provinces", "gansu", "province.yaml")}", StringComparison.Ordinal);

    public static string RecipePath => Repository.File("scenarios", "provinces", "gansu", "population.yaml");

    public static byte[] Bytes(Population population) => MemoryMarshal.AsBytes(population.Initial.AsSpan()).ToArray();
}
