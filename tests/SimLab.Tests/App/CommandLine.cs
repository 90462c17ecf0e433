using SimLab.App;
using SimLab.App.Texts;
using SimLab.Tests.Cluster;
using SimLab.Tests.Populations;

namespace SimLab.Tests.App;

/// <summary>What a command said and how it ended.</summary>
internal sealed record Said(int Exit, string Output, string Error)
{
    /// <summary>Runs `simlab` in this process.</summary>
    public static Task<Said> By(params string[] args) => By(CancellationToken.None, args);

    public static Task<Said> By(CancellationToken cancel, params string[] args) => In(Language.En, cancel, args);

    /// <summary>Runs `simlab` in this process, in an environment of the language.</summary>
    public static async Task<Said> In(Language language, CancellationToken cancel, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = await Cli.Run(args, output, error, language, cancel);
        return new(exit, output.ToString(), error.ToString());
    }
}

/// <summary>A folder with a short scenario for Gansu, by default a twelfth its size, and its baseline; gone after the test.</summary>
internal sealed class ShortGansu : IDisposable
{
    public ShortGansu(bool whole = false)
    {
        if (!whole) Write("firms.yaml", SmallGansu.Firms);
        Write("nothing.yaml", $$"""
            name: Nothing done
            nameZh: 无政策
            start: 2022-01
            months: 12
            replicates: 2
            seed: 7
            population: {{(whole ? GansuPopulation.RecipePath : "firms.yaml")}}
            targets:
              high_tech_enterprises: { atLeast: 1000000, unit: firms, by: 2022-12, source: "no one could" }
              new_specialised_smes: { atLeast: 0, unit: firms, by: 2022-12, source: "anyone could" }

            """);
        Write("rewards.yaml", """
            name: Rewards [and coaching]
            nameZh: 奖励与培育
            note: Twice the reward, to see what comes of it.
            extends: nothing.yaml
            baseline: nothing.yaml
            measures:
              CultivateSpecialisedSmes: { from: 2022-03, provincialReward: 600000 yuan }

            """);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("simlab-cli-").FullName;

    public string In(string name) => Path.Combine(Folder, name);

    public string Rewards => In("rewards.yaml");

    public void Write(string name, string text) => File.WriteAllText(In(name), text);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
