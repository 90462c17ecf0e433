using SimLab.Engine.Scenarios;
using SimLab.Model.Economy;

namespace SimLab.App.Lab.Scenarios;

/// <summary>
/// Assumptions of the official baseline, read from its own file regardless of the scenario beside it. The user's own
/// assumptions are compared with these.
/// </summary>
internal sealed record OfficialAssumptions(BehaviouralParameters Behaviour, Macro Macro)
{
    public static OfficialAssumptions Of(Scenario scenario) =>
        new(scenario.Baseline?.Behaviour ?? new(), scenario.Baseline?.Macro ?? new());

    /// <summary>Whether the scenario makes exactly these assumptions.</summary>
    public bool Are(Scenario scenario) => scenario.Behaviour.Equals(Behaviour) && scenario.Macro.Equals(Macro);

    /// <summary>The scenario under these assumptions.</summary>
    public Scenario In(Scenario scenario) => scenario with { Behaviour = Behaviour, Macro = Macro };
}
