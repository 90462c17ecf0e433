using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using SimLab.App.Lab.Scenarios;
using SimLab.Engine.Scenarios;
using SimLab.Engine.Storage;

namespace SimLab.App.Lab.Experiments;

/// <summary>
/// Scenarios of the Plan page that users experiment with. The lab stores each file beside its experiments, under a name
/// derived from its content. An experiment names it as if it were in the folder of scenarios, where the command line
/// expects it.
/// </summary>
internal sealed partial class SavedMixes(LabScenarios scenarios, LabSettings settings)
{
    private const string Folder = "mixes";

    /// <summary>Stores the scenario; the same scenario is stored once.</summary>
    /// <returns>Its name in an experiment file.</returns>
    /// <exception cref="IOException">The disk cannot be written.</exception>
    public string Save(PlanDraft mix)
    {
        if (!mix.IsChanged) return $"../{mix.From.File}";
        var name = $"my-mix-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mix.Yaml)))[..16]}.yaml";
        if (!File.Exists(Saved(name))) Write(Saved(name), mix.Yaml);
        return $"../{name}";
    }

    /// <summary>The file of a mix; null: the lab stores none of that name.</summary>
    /// <param name="name">File name, without a folder.</param>
    public string? FileOf(string name) => Name().IsMatch(name) && File.Exists(Saved(name)) ? Saved(name) : null;

    /// <param name="scenario">The name in an experiment file.</param>
    /// <returns>The mix; null: none of this name is stored.</returns>
    /// <exception cref="ScenarioException">A file that it extends has changed, so that it cannot be read.</exception>
    public PlanDraft? Find(string scenario) =>
        scenario.StartsWith("../", StringComparison.Ordinal) && FileOf(scenario[3..]) is { } file
            ? PlanDraft.FromYaml(File.ReadAllText(file), scenarios) : null;

    /// <summary>
    /// As <see cref="Find"/>, but null for an unreadable mix: reading the experiment reports the reason.
    /// </summary>
    public PlanDraft? FindReadable(string scenario)
    {
        try
        {
            return Find(scenario);
        }
        catch (ScenarioException)
        {
            return null;
        }
    }

    /// <summary>The path from which an experiment reads the mix; null: none of this name is stored.</summary>
    /// <param name="scenario">The name in an experiment file.</param>
    /// <exception cref="ScenarioException">The mix cannot be read.</exception>
    public string? PlaceOf(string scenario) => Find(scenario) is { } mix ? Place(scenario[3..], mix) : null;

    // The stored mix extends a file of the folder of scenarios; from this folder the path to that file differs.
    private string Place(string name, PlanDraft mix)
    {
        var file = Path.Combine(settings.Data, Folder, "placed", name);
        var text = mix.Extending(ScenarioYaml.Quoted(mix.From.Scenario!.File));
        if (!File.Exists(file) || File.ReadAllText(file) != text) Write(file, text);
        return file;
    }

    private string Saved(string name) => Path.Combine(settings.Data, Folder, name);

    // Writes atomically, for concurrent readers.
    private static void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        AtomicFile.WriteText(file, text, replace: true);
    }

    [GeneratedRegex("^my-mix-[0-9a-f]{16}\\.yaml$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
