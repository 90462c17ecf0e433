using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using SimLab.App.Lab.Catalogue;
using SimLab.App.Lab.Experiments;
using SimLab.App.Lab.Jobs;
using SimLab.App.Texts;
using SimLab.Engine.Scenarios;

namespace SimLab.App.Lab.Pages.Experiments;

/// <summary>
/// The Experiments page: presets, a form to start an experiment, past experiments. The address holds the current view.
/// </summary>
public sealed partial class ExperimentPage : IDisposable
{
    private const int MostExperiments = 100;
    private const long LargestUpload = 1 << 20;

    private readonly CancellationTokenSource _left = new();
    private ImmutableArray<RunEntry> _experiments = [];
    private ImmutableDictionary<string, string> _finished = ImmutableDictionary<string, string>.Empty;
    private RunEntry? _experiment;
    private string? _notice;
    private ImmutableArray<FormerName> _former = [];       // of the last file opened
    private bool _ready;                                   // the page responds to clicks

    public static Phrase Name => ExperimentTexts.Page;
    public static string Path => "study";
    public static int Order => 2;

    [Inject] internal LabExperiments Experiments { get; set; } = null!;
    [Inject] internal LabCatalogue Catalogue { get; set; } = null!;
    [Inject] internal RunQueue Queue { get; set; } = null!;
    [Inject] public NavigationManager Navigation { get; set; } = null!;

    /// <summary>Id of the experiment shown.</summary>
    [SupplyParameterFromQuery(Name = "id")] public string? ExperimentId { get; set; }

    /// <summary>The experiment in the form.</summary>
    [SupplyParameterFromQuery(Name = "s")] public string? Link { get; set; }

    protected override void OnInitialized() => Queue.Changed += Heard;

    protected override void OnParametersSet()
    {
        _experiments = Catalogue.LatestExperiments(MostExperiments);
        _experiment = ExperimentId is { Length: > 0 } id && Catalogue.Find(id) is { IsExperiment: true } found ? found : null;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        _ready = true;
        StateHasChanged();
        // The address of a preset needs its firms, which take a moment to generate.
        _finished = await Task.Run(() => Experiments.Presets.Where(preset => preset.Experiment is not null)
            .Select(preset => (preset.File, Done: Catalogue.Finished(Experiments.AddressOf(preset.Experiment!))))
            .Where(each => each.Done is not null).ToImmutableDictionary(each => each.File, each => each.Done!.Id), _left.Token);
        StateHasChanged();
    }

    public void Dispose()
    {
        Queue.Changed -= Heard;
        _left.Cancel();
        _left.Dispose();
    }

    private void Heard(RunEntry run)
    {
        if (!run.IsExperiment) return;
        _ = InvokeAsync(() =>
        {
            _experiments = Catalogue.LatestExperiments(MostExperiments);
            if (run.Id == _experiment?.Id) _experiment = run;
            StateHasChanged();
        });
    }

    private void New() => Navigation.NavigateTo($"study?s={FirstDrafts.Blank().ToLink()}");

    private async Task Upload(InputFileChangeEventArgs e)
    {
        try
        {
            using var reader = new StreamReader(e.File.OpenReadStream(LargestUpload, _left.Token));
            var draft = ExperimentDraft.Read(await reader.ReadToEndAsync(_left.Token));
            (_notice, _former) = (null, draft.FormerNames);
            Navigation.NavigateTo($"study?s={draft.ToLink()}");
        }
        catch (Exception mistake) when (mistake is ScenarioException or IOException)
        {
            _notice = $"{Say(ExperimentTexts.BadFile)} {Say(SentenceTexts.Of(mistake))}";
        }
    }

    private void Edited(string link) => Navigation.NavigateTo($"study?s={link}", new NavigationOptions { ReplaceHistoryEntry = true });

    private void Show(string id) => Navigation.NavigateTo($"study?id={id}");

    private string StateOf(RunEntry run) => run.State switch
    {
        RunState.Queued => Say(ExperimentTexts.Waiting),
        RunState.Running => Say(ExperimentTexts.Running, run.MonthsDone, run.Months),
        RunState.Done => Say(ExperimentTexts.Done),
        RunState.Failed => Say(ExperimentTexts.Failed),
        _ => Say(ExperimentTexts.Cancelled),
    };
}
