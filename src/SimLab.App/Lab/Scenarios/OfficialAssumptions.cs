using SimLab.Engine.Scenarios;
using SimLab.Model.Economy;

namespace SimLab.App.Lab.Scenarios;

/// <summary>What the official baseline assumes: as its own file has it, whatever a scenario beside it assumes. My assumptions are told apart from these.</summary>
internal sealed record OfficialAssumptions(BehaviouralParameters Behaviour, Macro Macro)
{
    public static OfficialAssumptions Of(Scenario scenario) => new(scenario.Baseline?.Behaviour ?? new(), scenario.Baseline?.Macro ?? new());

    public bool Are(Scenario scenario) => scenario.Behaviour.Equals(Behaviour) && scenario.Macro.Equals(Macro);

    public Scenario In(Scenario scenario) => scenario with { Behaviour = Behaviour, Macro = Macro };
}
