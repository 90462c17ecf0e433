using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using SimLab.App.Lab.Catalogue;
using SimLab.App.Lab.Jobs;
using SimLab.App.Lab.Scenarios;
using SimLab.App.Texts;
using SimLab.Engine.Instant;
using SimLab.Engine.Reporting;
using SimLab.Engine.Scenarios;

namespace SimLab.App.Lab.Plan;

/// <summary>
/// The full run of the page's draft, regardless of who started it and when: content addresses identify runs.
/// </summary>
public sealed partial class RunPanel : IDisposable
{
    private RunEntry? _run;
    private string? _problem;
    private string _address = "";
    private PlanView? _shown;

    [Inject] internal RunQueue Queue { get; set; } = null!;
    [Inject] internal LabCatalogue Catalogue { get; set; } = null!;
    [Inject] internal LabScenarios Scenarios { get; set; } = null!;

    [Parameter, EditorRequired] public PlanDraft Draft { get; set; } = null!;

    /// <summary>The instant answer, for comparison.</summary>
    [Parameter] public PlanView? Preview { get; set; }

    /// <summary>The finished run of this draft; null: none.</summary>
    [Parameter] public PlanView? Full { get; set; }

    [Parameter] public EventCallback<PlanView?> FullChanged { get; set; }

    private ImmutableArray<Distance> Distances => Preview is { } preview && Full is { } full ? Distance.Of(preview, full) : [];

    protected override void OnInitialized() => Queue.Changed += Heard;

    public void Dispose() => Queue.Changed -= Heard;

    protected override async Task OnParametersSetAsync()
    {
        var address = Scenarios.AddressOf(Draft.Scenario);
        if (address == _address) return;
        _address = address;
        _problem = null;
        await Show(Catalogue.Finished(address) ?? Catalogue.UnfinishedOf(Viewer.Visitor).FirstOrDefault(run => run.Address == address));
    }

    private async Task Start()
    {
        try
        {
            _problem = null;
            await Show(Queue.Start(Draft.Yaml, Viewer.Visitor));
        }
        catch (TooManyRunsException)
        {
            _problem = Say(RunTexts.TooMany, RunQueue.MostOfOne);
        }
        catch (ScenarioException mistake)
        {
            _problem = Say(SentenceTexts.Of(mistake));
        }
    }

    private void Heard(RunEntry run)
    {
        if (run.Address == _address) _ = InvokeAsync(() => Show(run));
    }

    private async Task Show(RunEntry? run)
    {
        if (run is not null && run.Address != _address) return;
        _run = run;
        var full = run is { State: RunState.Done } ? Catalogue.Result(run.Id)?.View : null;
        if (!ReferenceEquals(full, _shown))
        {
            _shown = full;
            await FullChanged.InvokeAsync(full);
        }
        StateHasChanged();
    }
}
