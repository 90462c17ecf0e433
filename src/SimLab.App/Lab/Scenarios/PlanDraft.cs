using System.Collections.Immutable;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Policies;

namespace SimLab.App.Lab.Scenarios;

/// <summary>A planner's working scenario: a preset with changes. Immutable; every change makes a new draft.</summary>
/// <param name="From">The preset it started from.</param>
/// <param name="Scenario">The current scenario.</param>
public sealed record PlanDraft(Preset From, Scenario Scenario)
{
    /// <summary>A draft without changes.</summary>
    public static PlanDraft Of(Preset preset) => new(preset, preset.Scenario!);

    /// <summary>
    /// The scenario file that the command line reads: the differences from the preset, and a reference to it.
    /// </summary>
    public string Yaml => Extending(From.File);

    /// <summary>The scenario file for another folder.</summary>
    /// <param name="preset">The name of the preset in that folder.</param>
    internal string Extending(string preset) => ScenarioLayer.Write(Scenario, From.Scenario! with { Baseline = OwnBaseline }, preset);

    // A law in force that the lab compares with itself has no baseline in its file.
    private Scenario? OwnBaseline =>
        ReferenceEquals(From.Scenario!.Baseline?.File, null) || From.Scenario.Baseline.File == From.Scenario.File ? null
        : From.Scenario.Baseline;

    /// <summary>Whether it differs from its preset.</summary>
    public bool IsChanged =>
        ScenarioText.SimulatedInputs(Scenario) != ScenarioText.SimulatedInputs(From.Scenario!) || Scenario.Name != From.Scenario!.Name;

    /// <summary>The measure of this document and clause; null: it is off.</summary>
    public Measure? Measure(MeasureId id) => Scenario.Measures.FirstOrDefault(m => m.Clause.Id == id);

    internal PlanDraft With(Parameter lever, MeasureId measure, object value) => Replace(measure, old =>
    {
        var changed = old with { };
        lever.Set(changed, value);
        return changed;
    });

    /// <summary>The draft with other dates of a measure; null: from the start, or without end.</summary>
    public PlanDraft InForce(MeasureId measure, Month? from, Month? until) =>
        Replace(measure, old => old with { From = from, Until = until });

    /// <summary>
    /// Switches a measure on or off. A new one has the values of the preset, else of its document, from the month the
    /// others start.
    /// </summary>
    public PlanDraft Switch(CataloguedMeasure known, bool on)
    {
        var without = Scenario.Measures.RemoveAll(m => m.Clause.Id == known.Id);
        if (!on) return Changed(Scenario with { Measures = without });
        var measure = From.Scenario!.Measures.FirstOrDefault(m => m.Clause.Id == known.Id) ?? known.AsWritten() with { From = UsualStart };
        return Changed(Scenario with { Measures = InClauseOrder(without.Add(measure)) });
    }

    /// <summary>The draft with another value of a behavioural parameter.</summary>
    public PlanDraft WithBehaviour(Parameter parameter, object value) =>
        Changed(Scenario with { Behaviour = Turned(Scenario.Behaviour with { }, parameter, value) });

    /// <summary>The draft with another value of a macro parameter.</summary>
    public PlanDraft WithMacro(Parameter parameter, object value) =>
        Changed(Scenario with { Macro = Turned(Scenario.Macro with { }, parameter, value) });

    /// <summary>The draft with the assumptions of the official baseline.</summary>
    public PlanDraft WithOfficialAssumptions() => Changed(OfficialAssumptions.Of(Scenario).In(Scenario));

    /// <summary>The draft under another name, in both languages.</summary>
    public PlanDraft Named(string name) => this with { Scenario = Scenario with { Name = name, NameZh = name } };

    /// <summary>The draft as a part of an address.</summary>
    public string ToLink() => PackedText.Pack(Yaml);

    /// <exception cref="ScenarioException">The scenario in the link cannot be read, for instance because a measure it
    /// names no longer exists.</exception>
    /// <exception cref="InputException">The text is not a packed scenario.</exception>
    internal static PlanDraft FromLink(string link, LabScenarios scenarios) => FromYaml(PackedText.Unpack(link), scenarios);

    internal static PlanDraft FromYaml(string yaml, LabScenarios scenarios)
    {
        var scenario = scenarios.ReadText(yaml);
        var named = yaml.Split('\n')
            .FirstOrDefault(line => line.StartsWith("extends:", StringComparison.Ordinal))?["extends:".Length..].Trim(' ', '"', '\'', '\r');
        return new(named is not null && scenarios.Find(named) is { Scenario: not null } preset ? preset : scenarios.Start, scenario);
    }

    private Month? UsualStart =>
        Scenario.Measures.Concat(From.Scenario!.Measures).Select(m => m.From).FirstOrDefault(from => from is not null) ?? Notice;

    /// <summary>Month of the notice, 14 March 2023.</summary>
    private static readonly Month Notice = Month.Of(2023, 3);

    private PlanDraft Replace(MeasureId measure, Func<Measure, Measure> change) =>
        Changed(Scenario with { Measures = [.. Scenario.Measures.Select(m => m.Clause.Id == measure ? change(m) : m)] });

    private static ImmutableArray<Measure> InClauseOrder(ImmutableArray<Measure> measures) =>
        [.. MeasureCatalog.Default.Measures.Select(known => measures.FirstOrDefault(m => m.Clause.Id == known.Id)).OfType<Measure>()];

    // A changed preset must not have the preset's name. The file written from here on uses current words.
    private PlanDraft Changed(Scenario scenario) => this with
    {
        Scenario = (scenario.Name != From.Scenario!.Name ? scenario : scenario with
        {
            Name = $"{scenario.Name}, changed",
            NameZh = scenario.NameZh is { } zh ? $"{zh}（调整）" : null,
            Note = null,
            NoteZh = null,
        }) with
        { FormerNames = [] },
    };

    private static T Turned<T>(T copy, Parameter parameter, object value) where T : notnull
    {
        parameter.Set(copy, value);
        return copy;
    }
}
