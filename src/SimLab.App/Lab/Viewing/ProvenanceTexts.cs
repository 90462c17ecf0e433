using SimLab.App.Lab.Catalogue;
using SimLab.App.Lab.Scenarios;
using SimLab.App.Texts;
using SimLab.Engine;
using SimLab.Engine.Experiments.Output;
using SimLab.Engine.Recording;
using SimLab.Engine.Scenarios;

namespace SimLab.App.Lab.Viewing;

/// <summary>Provenance of figures: labels and values.</summary>
public static class ProvenanceTexts
{
    public static readonly Phrase Title = new("这些数字从何而来", "Where these figures come from");
    public static readonly Phrase Scenario = new("方案", "Scenario");
    public static readonly Phrase Experiment = new("研究", "Experiments");
    public static readonly Phrase Worlds = new("模拟次数合计", "Worlds");
    public static readonly Phrase Seed = new("随机种子", "Seed");
    public static readonly Phrase Draws = new("模拟次数", "Draws");
    public static readonly Phrase Enterprises = new("模拟企业", "Enterprises");
    public static readonly Phrase Population = new("企业总体哈希", "Hash of the population");
    public static readonly Phrase Build = new("模型版本", "Model build");
    public static readonly Phrase Address = new("内容地址", "Content address");
    public static readonly Phrase Result = new("结果哈希", "Hash of the result");
    public static readonly Phrase Kind = new("来源", "Kind");
    public static readonly Phrase Instant = new("即时预览（缩小总体）", "instant preview (small population)");
    public static readonly Phrase Full = new("全量运行", "full run");

    /// <param name="scenario">The displayed scenario.</param>
    /// <param name="full">Its finished full run; null: the figures are of the preview.</param>
    internal static IEnumerable<(Phrase, string)> Of(Viewer viewer, Scenario scenario, LabScenarios scenarios, RunEntry? full)
    {
        yield return (Kind, viewer.Say(full is null ? Instant : Full));
        yield return (Scenario, viewer.NameOf(scenario.Name, scenario.NameZh));
        yield return (Seed, $"{scenario.Seed}");
        yield return (Population, scenarios.PopulationOf(scenario).Hash);
        yield return (Build, ModelBuild.Hash);
        yield return (Address, scenarios.AddressOf(scenario));
        if (full?.Hash is not { } hash) yield break;
        yield return (Draws, $"{scenario.Replicates}");
        yield return (Result, hash);
    }

    /// <summary>The provenance of an experiment, from its manifest.</summary>
    public static IEnumerable<(Phrase, string)> Of(ExperimentManifest manifest) =>
    [
        (Experiment, manifest.Name), (Seed, $"{manifest.Seed}"), (Worlds, $"{manifest.Worlds}"), (Enterprises, $"{manifest.Enterprises}"),
        (Population, manifest.Population), (Build, manifest.ModelBuild), (Address, manifest.ContentAddress), (Result, manifest.ResultHash),
    ];

    /// <summary>The provenance of a run, from its manifest.</summary>
    public static IEnumerable<(Phrase, string)> Of(Manifest manifest) =>
    [
        (Scenario, manifest.Name), (Seed, $"{manifest.Seed}"), (Draws, $"{manifest.Replicates}"), (Enterprises, $"{manifest.Enterprises}"),
        (Population, manifest.Population), (Build, manifest.ModelBuild), (Address, manifest.ContentAddress), (Result, manifest.ResultHash),
    ];
}
