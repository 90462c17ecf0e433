using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using SimLab.App.Describing;
using SimLab.App.Lab.Experiments;
using SimLab.App.Lab.Jobs;
using SimLab.App.Lab.Scenarios;
using SimLab.App.Texts;
using SimLab.Engine.Experiments;
using SimLab.Engine.Experiments.Kinds;
using SimLab.Engine.Reporting;
using SimLab.Engine.Scenarios;
using SimLab.Engine.Scenarios.Outcomes;

namespace SimLab.App.Lab.Pages.Experiments;

/// <summary>
/// The form of an experiment. The page's address holds its content, so that a reload or restart loses nothing.
/// </summary>
public sealed partial class ExperimentForm : IDisposable
{
    private static readonly (string Value, Phrase Words)[] Goals = [("most", ExperimentTexts.Most), ("least", ExperimentTexts.Least)];
    private static readonly (string Value, Phrase Words)[] Limits = [
        ("", ExperimentTexts.TheTarget), ("atLeast", ExperimentTexts.AtLeast), ("atMost", ExperimentTexts.AtMost)];
    private const string BothMet = "both";
    private static readonly ImmutableArray<(Phrase Group, ImmutableArray<string> Ids)> OutcomeGroups = [
        (ExperimentTexts.Targets, [.. OutcomeCatalog.TargetIds, BothMet]),
        (ExperimentTexts.OtherOutcomes, [.. OutcomeCatalog.All.Select(words => words.Id).Except(OutcomeCatalog.TargetIds), "cost"]),
        (ExperimentTexts.Cost, [.. MeasureCatalog.Default.Measures.Select(measure => $"cost.{measure.Name}")])];
    private static readonly ImmutableArray<IGrouping<Phrase,
        (Phrase Group, string Name, Phrase Words)>> FactorGroups = [.. ExperimentNames.AllFactors().GroupBy(f => f.Group)];

    private ExperimentDraft _draft = new();
    private string? _link, _problems, _refused;
    private ImmutableArray<FormerName> _former = [];           // of the file that filled the form, and of its scenarios
    private ExperimentEstimate? _forecast;
    private readonly OrderedDictionary<string, PlanDraft> _mixes = [];       // earlier mixes of the form: they can be selected again
    private CancellationTokenSource _foreseeing = new();

    [Inject] internal LabScenarios Scenarios { get; set; } = null!;
    [Inject] internal LabExperiments Experiments { get; set; } = null!;
    [Inject] internal SavedMixes Mixes { get; set; } = null!;
    [Inject] internal RunQueue Queue { get; set; } = null!;
    [Inject] public IJSRuntime Js { get; set; } = null!;

    /// <summary>The experiment as a part of the address.</summary>
    [Parameter, EditorRequired] public string Link { get; set; } = "";

    /// <summary>Raised when the experiment changes.</summary>
    [Parameter] public EventCallback<string> LinkChanged { get; set; }

    /// <summary>Raised when the experiment starts, with its id.</summary>
    [Parameter] public EventCallback<string> Started { get; set; }

    private bool IsTooLarge => _forecast is { } forecast && forecast.Worlds > Laboratory.MostWorlds;

    private bool SeveralScenarios => ExperimentKindInfo.Find(_draft.Kind) is { SeveralScenarios: true };

    private IEnumerable<string> ScenarioFiles =>
        Scenarios.Presets.Where(preset => preset.Scenario is not null).Select(preset => $"../{preset.File}");

    protected override async Task OnParametersSetAsync()
    {
        if (Link == _link) return;
        _link = Link;
        try
        {
            _draft = ExperimentDraft.Read(PackedText.Unpack(Link));
        }
        catch (Exception broken) when (broken is InputException or ScenarioException)
        {
            (_draft, _problems) = (new(), Say(ExperimentTexts.BadLink, Say(SentenceTexts.Of(broken))));
            return;
        }
        foreach (var scenario in _draft.Scenarios)
            if (Mixes.FindReadable(scenario) is { } mix) _mixes[scenario] = mix;
        if (RendererInfo.IsInteractive) await Judge();
    }

    public void Dispose()
    {
        _foreseeing.Cancel();
        _foreseeing.Dispose();
    }

    private async Task Change(Action change)
    {
        change();
        _refused = null;
        if (!SeveralScenarios && _draft.Scenarios.Count > 1) _draft.Scenarios.RemoveRange(1, _draft.Scenarios.Count - 1);
        _link = _draft.ToLink();
        await LinkChanged.InvokeAsync(_link);
        await Judge();
    }

    private Task Add(string name, Action<string> add) => name.Length == 0 ? Task.CompletedTask : Change(() => add(name));

    // Its errors; if none, the estimate, which may take a moment to measure.
    private async Task Judge()
    {
        await _foreseeing.CancelAsync();
        _foreseeing.Dispose();
        _foreseeing = new();
        var cancel = _foreseeing.Token;
        (_problems, _forecast, _former) = (null, null, _draft.FormerNames);
        try
        {
            var experiment = Experiments.ReadText(_draft.Write());
            _former = [.. _former, .. experiment.FormerNames];
            StateHasChanged();
            var forecast = await Experiments.Foresee(experiment, cancel);
            if (!cancel.IsCancellationRequested) _forecast = forecast;
        }
        catch (OperationCanceledException)
        {
            // Changed again meanwhile.
        }
        catch (Exception mistake) when (mistake is ScenarioException or ExperimentException or Engine.Populations.PopulationException)
        {
            _problems = Say(SentenceTexts.Of(mistake));
        }
    }

    private async Task Start()
    {
        try
        {
            var yaml = _draft.Write();
            await Started.InvokeAsync((await Task.Run(() => Queue.StartExperiment(yaml, Viewer.Visitor))).Id);
        }
        catch (TooManyRunsException)
        {
            _refused = Say(ExperimentTexts.TooManyOfOne, RunQueue.MostOfOne);
        }
        catch (Exception mistake) when (mistake is ScenarioException or ExperimentException)
        {
            _problems = Say(SentenceTexts.Of(mistake));
        }
    }

    private async Task Download() => await Js.InvokeVoidAsync("lab.saveText", _draft.Write(), "my-experiment.yaml");

    private void SetScenario(int at, string file)
    {
        if (at < _draft.Scenarios.Count) _draft.Scenarios[at] = file;
        else _draft.Scenarios.Add(file);
    }

    private void AddOutcome(string id)
    {
        var name = id.Replace('.', '_');
        for (var i = 2; _draft.Outcomes.Any(o => o.Name == name); i++) name = $"{id.Replace('.', '_')}_{i}";
        _draft.Outcomes.Add(id == BothMet
            ? new() { Name = name, Met = string.Join(", ", Scenarios.Start.Scenario!.Targets.Take(2).Select(target => target.Id)) }
            : new() { Name = name, Of = name == id ? "" : id });
    }

    private static void Meet(OutcomeDraft outcome, string target, bool wanted)
    {
        var met = ExperimentDraft.Split(outcome.Met).Where(id => id != target);
        // Keeps at least one: without any there is nothing to read.
        if (OutcomeCatalog.TargetIds.Where(id => id == target ? wanted : met.Contains(id)).ToList() is { Count: > 0 } left) outcome.Met =
            string.Join(", ", left);
    }

    private static bool IsSpan(OutcomeDraft outcome) =>
        (outcome.Of.Length > 0 ? outcome.Of : outcome.Name) is var of
        && (of == "cost" || of.StartsWith("cost.", StringComparison.Ordinal)) || outcome.From.Length > 0 || outcome.To.Length > 0;

    private string OutcomeWords(OutcomeDraft outcome) =>
        outcome.Met.Length > 0 ? $"{Say(ExperimentTexts.BothMet)} ({outcome.Name})"
        : Say(ExperimentNames.Outcome(outcome.Of.Length > 0 ? outcome.Of : outcome.Name));

    private string WishWords(WishDraft wish) =>
        _draft.Outcomes.FirstOrDefault(o => o.Name == wish.Outcome) is { } outcome ? OutcomeWords(outcome)
        : Say(ExperimentNames.Outcome(wish.Outcome));

    private string RangeOf(Parameter parameter) => Say(
        ExperimentTexts.InUnit, Say(ParameterTexts.Unit(parameter)), Registers.Plain(parameter.Min), Registers.Plain(parameter.Max));

    private string EstimateWords(ExperimentEstimate estimate) => Say(
        ExperimentTexts.Foreseen, estimate.Arms, estimate.Worlds, estimate.Enterprises.ToString("N0", CultureInfo.InvariantCulture),
        estimate.Start, estimate.Last, TimeTexts.Of(Viewer, estimate.Time));

    private IEnumerable<(string, string)> WordOptions(WordSetting setting) =>
        setting.Words.Select(word => (word, ExperimentNames.Cell(Viewer, "", word)));

    private IEnumerable<(string, string)> UntilOptions =>
        _draft.Outcomes.Select(outcome => (outcome.Name, OutcomeWords(outcome))).Prepend(("", Say(ExperimentTexts.UntilNot)));

    private void AddWish(Setting setting, string outcome) =>
        _draft.WishesOf(setting).Add(new() { Outcome = outcome, Direction = setting is GoalsSetting ? "most" : "" });

    private IEnumerable<OutcomeDraft> OutcomesWithoutWish(Setting setting) =>
        _draft.Outcomes.Where(outcome => _draft.WishesOf(setting).All(wish => wish.Outcome != outcome.Name));

    private IEnumerable<string> Chosen(Setting setting, WordsSetting words) =>
        _draft.SettingOf(setting) is { Length: > 0 } given ? ExperimentDraft.Split(given) : words.Words;

    private void Choose(Setting setting, WordsSetting words, string word, bool wanted) =>
        _draft.Settings[setting.Key] = string.Join(
            ", ", words.Words.Where(each => each == word ? wanted : Chosen(setting, words).Contains(each)));
}
