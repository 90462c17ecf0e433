using SimLab.Tests.App;

namespace SimLab.Tests.Snapshots;

/// <summary>A folder with a scenario that is right, and one for each mistake that is usual.</summary>
public sealed class WrongFiles : IDisposable
{
    private readonly ShortGansu _gansu = new();

    public WrongFiles()
    {
        _gansu.Write("no-yaml.yaml", "name: Broken\nmeasures: { TaxRelief\n");
        _gansu.Write("misspelt-key.yaml", "name: A key\nextends: nothing.yaml\nmesures:\n  TaxRelief: {}\n");
        Measures("misspelt-measure", "CultivateSpecializedSmes: {}");
        Measures("misspelt-lever", "CultivateSpecialisedSmes: { provincalReward: 600000 yuan }");
        Measures("out-of-range", "CultivateSpecialisedSmes: { provincialReward: 9000000 yuan }");
        Measures("wrong-unit", "CultivateSpecialisedSmes: { provincialReward: 600000 firms }");
        Measures("two-at-once", "CultivateSpecialisedSmes: { provincialReward: -1, coachingGain: much }");
        _gansu.Write("circle.yaml", "name: In a circle\nextends: circle.yaml\n");
        _gansu.Write("late.yaml", "name: Late\nextends: nothing.yaml\nstart: 2022-02\nmonths: 11\n");
    }

    public string Folder => _gansu.Folder;

    public void Dispose() => _gansu.Dispose();

    private void Measures(string name, string measure) =>
        _gansu.Write($"{name}.yaml", $"name: A measure\nextends: nothing.yaml\nmeasures:\n  {measure}\n");
}
