using Microsoft.AspNetCore.Components;
using SimLab.App.Texts;
using SimLab.Engine.Scenarios;

namespace SimLab.App.Lab.Viewing;

/// <summary>A component that speaks the viewer's language.</summary>
public abstract class LabComponent : ComponentBase
{
    [CascadingParameter] public Viewer Viewer { get; set; } = new(default, default, default);

    protected string Say(Phrase phrase) => Viewer.Say(phrase);

    protected string Say(Phrase phrase, params object[] parts) => Viewer.Say(phrase, parts);

    protected string NameOf(Scenario scenario) => Viewer.NameOf(scenario.Name, scenario.NameZh);
}
