using System.Globalization;
using Microsoft.AspNetCore.Components;
using SimLab.App.Texts;
using SimLab.Engine;
using SimLab.Engine.Branching;
using SimLab.Engine.Populations;
using SimLab.Engine.Recording;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Policies;

namespace SimLab.App.Lab.Present;

/// <summary>
/// The levers changed from a month on, and the running branch. Leaving the page cancels and discards it.
/// </summary>
public sealed partial class BranchPanel : IDisposable
{
    private readonly Dictionary<(string Measure, string Lever), object> _turned = [];
    private readonly Dictionary<string, bool> _switched = [];
    private readonly CancellationTokenSource _left = new();
    private RunReader? _run;
    private Scenario? _parent;
    private string _measure = MeasureCatalog.Default.Measures[0].Name;
    private string? _problem, _of;
    private double _done = -1;
    private bool _keep;

    [Inject] internal BranchService Desk { get; set; } = null!;

    /// <summary>Id of the parent run.</summary>
    [Parameter, EditorRequired] public string Folder { get; set; } = "";

    /// <summary>The first month that differs.</summary>
    [Parameter, EditorRequired] public Month At { get; set; }

    [Parameter, EditorRequired] public string Back { get; set; } = "";

    /// <summary>Raised when the branch is finished, with its id.</summary>
    [Parameter] public EventCallback<string> Done { get; set; }

    // As measured for `simlab branch --prepare`.
    private int Megabytes => 10 * _run!.Manifest.Replicates * _run.Manifest.Arms.Count;

    private bool IsRunning => _done >= 0;

    private CataloguedMeasure Known => MeasureCatalog.Default.Measures.First(known => known.Name == _measure);

    /// <summary>The measures in force when the branch starts.</summary>
    private IEnumerable<Measure> Measures => _parent!.Later.LastOrDefault(phase => phase.From <= At)?.Measures ?? _parent.Measures;

    /// <summary>The changes, as text for the user and as arguments of `simlab branch --set`.</summary>
    private List<(string Words, string Setting)> Settings => [.. Changes(Viewer)];

    protected override async Task OnParametersSetAsync()
    {
        if (_of == Folder || !RendererInfo.IsInteractive) return;
        _of = Folder;
        (_parent, _problem) = (null, null);
        _turned.Clear();
        _switched.Clear();
        try
        {
            (_run, _parent) = await Task.Run(async () =>
                await RunReader.Open(Folder) is var run ? (run, RecordedScenario.Of(run)) : default);
            _measure = Measures.LastOrDefault(measure => measure is CultivateSpecialisedSmes)?.Name
                ?? Measures.LastOrDefault()?.Name ?? _measure;
        }
        catch (Exception failure) when (failure is RunFolderException or IOException)
        {
            _problem = failure.Message;
        }
    }

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    private async Task Run()
    {
        (_done, _problem) = (0, null);
        try
        {
            var changes = Settings;
            var branch = Branch.Of(
                _run!, At, [.. changes.Select(change => change.Setting)], Named(_parent!.Name, Language.En),
                _parent.NameZh is { } zh ? Named(zh, Language.Zh) : null);
            var told = new Progress<double>(done => _ = InvokeAsync(() =>
            {
                if (!IsRunning) return;
                _done = done;
                StateHasChanged();
            }));
            var id = await Task.Run(() => Desk.Run(_run!, branch, _keep, told, _left.Token), _left.Token);
            _done = -1;
            await Done.InvokeAsync(id);
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // The user left the page.
        }
        catch (Exception failure) when (failure is ScenarioException or RunFolderException or PopulationException or IOException)
        {
            (_done, _problem) = (-1, failure.Message);
        }
    }

    private string Named(string parent, Language language)
    {
        var viewer = new Viewer(language, default, default);
        return $"{parent}{(language == Language.Zh ? ";" : "; ")}{viewer.Say(PresentTexts.From, At)} "
            + viewer.List(Changes(viewer).Select(change => change.Words));
    }

    private IEnumerable<(string Words, string Setting)> Changes(Viewer viewer)
    {
        foreach (var (measure, on) in _switched)
            yield return (
                $"{viewer.Say(ParameterTexts.Of(MeasureCatalog.Default.Measures.First(known => known.Name == measure)))}: "
                + $"{viewer.Say(on ? PresentTexts.On : PresentTexts.Off)}", $"{measure}={(on ? "on" : "off")}");
        foreach (var ((measure, lever), value) in _turned)
        {
            var parameter = MeasureCatalog.Default.Measures.First(known => known.Name == measure).Levers.First(each => each.Name == lever);
            var shown = value is bool yes ? yes ? "✓" : "–"
                : viewer.Amount(Convert.ToDouble(value, CultureInfo.InvariantCulture), parameter.Unit);
            yield return ($"{viewer.Say(ParameterTexts.Of(measure, parameter))} {shown}", $"{measure}.{lever}={Written(value)}");
        }
    }

    private static string Written(object value) =>
        value is bool yes ? yes ? "true" : "false" : Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private Measure? Standing(string measure) => Measures.FirstOrDefault(each => each.Name == measure);

    private bool IsOn(string measure) => _switched.TryGetValue(measure, out var on) ? on : Standing(measure) is not null;

    private void Switch(bool on)
    {
        if (on == (Standing(_measure) is not null)) _switched.Remove(_measure);
        else _switched[_measure] = on;
        foreach (var lever in Known.Levers) _turned.Remove((_measure, lever.Name));        // a measure is either switched or adjusted
    }

    private void Turn(Parameter lever, object value, object standing)
    {
        if (value.Equals(standing)) _turned.Remove((_measure, lever.Name));
        else _turned[(_measure, lever.Name)] = value;
    }
}
