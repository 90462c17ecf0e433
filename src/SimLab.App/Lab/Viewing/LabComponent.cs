using Microsoft.AspNetCore.Components;
using SimLab.App.Texts;
using SimLab.Engine.Scenarios;

namespace SimLab.App.Lab.Viewing;

/// <summary>A component in the viewer's language.</summary>
public abstract class LabComponent : ComponentBase
{
    [CascadingParameter] public Viewer Viewer { get; set; } = new(default, default, default);

    /// <summary>The phrase in the viewer's language.</summary>
    protected string Say(Phrase phrase) => Viewer.Say(phrase);

    /// <summary>The phrase in the viewer's language, with {0}, {1} … filled in.</summary>
    protected string Say(Phrase phrase, params object[] parts) => Viewer.Say(phrase, parts);

    /// <summary>The values as options of a selection, after one that selects none of them.</summary>
    protected IEnumerable<(string Value, string Words)> OptionsOf<T>(string none, Func<T, Phrase> words) where T : struct, Enum =>
        Enum.GetValues<T>().Select(value => ($"{value}", Say(words(value)))).Prepend(("", none));

    /// <summary>The scenario's name in the viewer's language.</summary>
    protected string NameOf(Scenario scenario) => Viewer.NameOf(scenario.Name, scenario.NameZh);
}
