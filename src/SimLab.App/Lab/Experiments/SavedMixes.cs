using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using SimLab.App.Lab.Scenarios;
using SimLab.Engine.Scenarios;
using SimLab.Engine.Storage;

namespace SimLab.App.Lab.Experiments;

/// <summary>
/// Scenarios of the Plan page that somebody studies. The lab keeps the file of each beside its studies, under a name that follows from
/// what stands in it. An experiment names it as if it lay in the folder of scenarios, which is where the command line wants it.
/// </summary>
internal sealed partial class SavedMixes(LabScenarios scenarios, LabSettings settings)
{
    private const string Folder = "mixes";

    /// <summary>Keeps the scenario; kept before, it is there once.</summary>
    /// <returns>How an experiment names it.</returns>
    /// <exception cref="IOException">The disk refuses.</exception>
    public string Save(PlanDraft mix)
    {
        if (!mix.IsChanged) return $"../{mix.From.File}";
        var name = $"my-mix-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mix.Yaml)))[..16]}.yaml";
        if (!File.Exists(Saved(name))) Write(Saved(name), mix.Yaml);
        return $"../{name}";
    }

    /// <summary>The file of a mix; null: the lab keeps none of that name.</summary>
    /// <param name="name">Of the file, without a folder.</param>
    public string? FileOf(string name) => Name().IsMatch(name) && File.Exists(Saved(name)) ? Saved(name) : null;

    /// <param name="scenario">As an experiment names it.</param>
    /// <returns>Null: it is none of those kept here.</returns>
    /// <exception cref="ScenarioException">What it extends has changed since, so that it cannot be read.</exception>
    public PlanDraft? Find(string scenario) =>
        scenario.StartsWith("../", StringComparison.Ordinal) && FileOf(scenario[3..]) is { } file ? PlanDraft.FromYaml(File.ReadAllText(file), scenarios) : null;

    /// <summary>As <see cref="Find"/>, and null for one that cannot be read any more: whoever reads the experiment is told why.</summary>
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

    /// <summary>Where a study reads the mix from; null: it is none of those kept here.</summary>
    /// <param name="scenario">As an experiment names it.</param>
    /// <exception cref="ScenarioException">The mix cannot be read.</exception>
    public string? PlaceOf(string scenario) => Find(scenario) is { } mix ? Place(scenario[3..], mix) : null;

    // As it was kept it extends a file of the folder of scenarios; where it lies here, that file has another way to it.
    private string Place(string name, PlanDraft mix)
    {
        var file = Path.Combine(settings.Data, Folder, "placed", name);
        var text = mix.Extending(ScenarioYaml.Quoted(mix.From.Scenario!.File));
        if (!File.Exists(file) || File.ReadAllText(file) != text) Write(file, text);
        return file;
    }

    private string Saved(string name) => Path.Combine(settings.Data, Folder, name);

    // Whoever reads it meanwhile reads all of it.
    private static void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        AtomicFile.WriteText(file, text, replace: true);
    }

    [GeneratedRegex("^my-mix-[0-9a-f]{16}\\.yaml$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
