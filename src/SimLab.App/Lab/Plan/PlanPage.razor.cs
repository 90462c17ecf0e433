using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using SimLab.App.Lab.Experiments;
using SimLab.App.Lab.Scenarios;
using SimLab.App.Texts;
using SimLab.Engine;
using SimLab.Engine.Instant;
using SimLab.Engine.Reporting;
using SimLab.Engine.Scenarios;

namespace SimLab.App.Lab.Plan;

/// <summary>
/// The Plan page. The address holds the scenario, and the browser session the steps that led to it; the page itself
/// holds nothing that a reload or a restarted server could lose.
/// </summary>
public sealed partial class PlanPage : IDisposable
{
    private const long LargestUpload = 1 << 20;

    private PlanDraft _draft = null!;
    private PlanHistory _past = new();
    private InstantAnswer? _answer;
    private PlanView? _full;
    private WhatChanges.Said _policySays = new("", []);
    private WhatChanges.Said? _assumptionsSay;
    private string? _notice;
    private bool _busy, _shared;
    private int _asked, _done;
    private string _link = "", _compared = "";
    private readonly CancellationTokenSource _left = new();

    public static Phrase Name => PlanTexts.Page;
    public static string Path => "plan";
    public static int Order => 1;

    // The first card of a document stands under its title, where there are several.
    private static bool DocumentBegins(CataloguedMeasure known) => MeasureCatalog.Default.Documents.Skip(1).Any()
        && MeasureCatalog.Default.Of(known.Clause.Document).First() == known;

    [Inject] internal LabScenarios Scenarios { get; set; } = null!;
    [Inject] internal SavedMixes Mixes { get; set; } = null!;
    [Inject] internal PreviewService Desk { get; set; } = null!;
    [Inject] public NavigationManager Navigation { get; set; } = null!;
    [Inject] public IJSRuntime Js { get; set; } = null!;

    /// <summary>The scenario, see <see cref="PlanDraft.ToLink"/>.</summary>
    [SupplyParameterFromQuery(Name = "s")] public string? Link { get; set; }

    /// <summary>Content address of its result when the link was made.</summary>
    [SupplyParameterFromQuery(Name = "a")] public string? Address { get; set; }

    /// <summary>Model build that made the link.</summary>
    [SupplyParameterFromQuery(Name = "b")] public string? Build { get; set; }

    /// <summary>Scenarios to compare with, separated by ~.</summary>
    [SupplyParameterFromQuery(Name = "c")] public string? Compared { get; set; }

    // A full run, once finished, replaces the preview.
    private PlanView? View => _full ?? _answer?.View;

    private Phrase AssumedHint => View is { AssumesAsDocumented: false } ? PlanTexts.AssumedHint : PlanTexts.SameAsOfficial;

    private string PreviewStatus => _busy && _answer is null ? Say(PlanTexts.Working)
        : _answer is not { } answer ? ""
        : $"{Say(PlanTexts.Preview)}:"
            + Say(PlanTexts.PreviewStatus, answer.View.Enterprises, answer.View.Replicates, (int)answer.Elapsed.TotalMilliseconds) + " · "
            + Say(answer.IsHeld ? PlanTexts.Held : Desk.CanHold(answer.Scenario) ? PlanTexts.NotHeld : PlanTexts.CannotHold);

    protected override async Task OnParametersSetAsync()
    {
        _compared = Compared ?? "";
        if (_draft is null || Link is { } link && link != _link)
        {
            _draft = Open();
            _link = Link ?? "";
            _past.Push(_draft.ToLink());
            Describe();
            if (RendererInfo.IsInteractive) await Ask();   // the page renders before its figures are ready
        }
        else
        {
            Describe();                                    // perhaps in another language
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        if (await Js.InvokeAsync<string?>("lab.kept", PlanHistory.Kept) is { } kept && PlanHistory.Read(kept) is { } past
            && past.Now == _draft.ToLink()) _past = past;
        Desk.Held += Again;
        StateHasChanged();
    }

    public void Dispose()
    {
        Desk.Held -= Again;
        _left.Cancel();
        _left.Dispose();
    }

    private static string Short(string hash) => hash[..12];

    private PlanDraft Open()
    {
        if (Link is not { Length: > 0 } link) return PlanDraft.Of(Scenarios.Start);
        try
        {
            var draft = PlanDraft.FromLink(link, Scenarios);
            if (Address is not null && Build is not null && Address != Short(Scenarios.AddressOf(draft.Scenario)))
                _notice = Say(PlanTexts.OtherBuild, Build, Short(ModelBuild.Hash));
            return draft;
        }
        catch (Exception e) when (e is InputException or ScenarioException)
        {
            _notice = Say(PlanTexts.BadLink, Say(SentenceTexts.Of(e)));
            return PlanDraft.Of(Scenarios.Start);
        }
    }

    private Task Begin(string preset) =>
        Scenarios.Find(preset) is { Scenario: not null } found ? Commit(PlanDraft.Of(found)) : Task.CompletedTask;

    private Task Restore(string link) => Commit(PlanDraft.FromLink(link, Scenarios), step: false);

    // While a slider moves: the charts follow; the address and the history wait until it is released.
    private Task Preview(PlanDraft draft)
    {
        _draft = draft;
        _full = null;
        return Ask();
    }

    private async Task Commit(PlanDraft draft, bool step = true)
    {
        if (ScenarioText.Canonical(draft.Scenario) != ScenarioText.Canonical(_draft.Scenario)) _full = null;
        _draft = draft;
        _shared = false;
        _notice = null;
        var link = draft.ToLink();
        if (step) _past.Push(link);
        Describe();
        _link = link;
        Navigation.NavigateTo(AddressOf(link), new NavigationOptions { ReplaceHistoryEntry = true });
        await Js.InvokeVoidAsync("lab.keep", PlanHistory.Kept, _past.Write());
        await Ask();
    }

    private string AddressOf(string link) =>
        $"plan?s={link}&a={Short(Scenarios.AddressOf(_draft.Scenario))}&b={Short(ModelBuild.Hash)}"
        + (_compared.Length > 0 ? $"&c={_compared}" : "");

    private void Compare(string links)
    {
        if (links == _compared) return;
        _compared = links;
        _link = _draft.ToLink();
        Navigation.NavigateTo(AddressOf(_link), new NavigationOptions { ReplaceHistoryEntry = true });
    }

    private void Describe() =>
        (_policySays, _assumptionsSay) = (WhatChanges.Policy(Viewer, _draft.Scenario), WhatChanges.Assumptions(Viewer, _draft.Scenario));

    // One answer at a time, always for the latest slider positions; intermediate positions are skipped.
    private async Task Ask()
    {
        _asked++;
        if (_busy) return;
        _busy = true;
        try
        {
            while (_done < _asked)
            {
                var asked = _asked;
                _answer = await Desk.Answer(_draft.Scenario, _left.Token);
                _done = asked;
                StateHasChanged();
            }
        }
        catch (OperationCanceledException)
        {
            // The user left the page.
        }
        catch (Exception failure)
            when (failure is ScenarioException or InvalidOperationException or SimLab.Engine.Populations.PopulationException)
        {
            _done = _asked;
            _notice = Say(PlanTexts.Failed, failure.Message);
        }
        finally
        {
            _busy = false;
        }
    }

    // Nobody draws the page after this but the page itself: it was not an event of the browser.
    private void Again() => _ = InvokeAsync(async () =>
    {
        await Ask();
        if (!_left.IsCancellationRequested) StateHasChanged();
    });

    private async Task Share()
    {
        await Js.InvokeVoidAsync("lab.copy", Navigation.ToAbsoluteUri(AddressOf(_draft.ToLink())).ToString());
        _shared = true;
    }

    private async Task Download() => await Js.InvokeVoidAsync("lab.saveText", _draft.Yaml, "my-scenario.yaml");

    private void Experiment()
    {
        try
        {
            Navigation.NavigateTo($"study?s={FirstDrafts.Of(_draft, Mixes.Save(_draft)).ToLink()}");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            _notice = Say(PlanTexts.NotKept, refused.Message);
        }
    }

    private async Task Upload(InputFileChangeEventArgs e)
    {
        try
        {
            using var reader = new StreamReader(e.File.OpenReadStream(LargestUpload, _left.Token));
            await Commit(PlanDraft.FromYaml(await reader.ReadToEndAsync(_left.Token), Scenarios));
        }
        catch (Exception mistake) when (mistake is ScenarioException or IOException)
        {
            _notice = $"{Say(PlanTexts.BadFile)} {Say(SentenceTexts.Of(mistake))}";
        }
    }

    private string Key(Phrase name, Phrase hint) =>
        Viewer.Language == Language.Zh ? $"{Say(name)}({Say(hint)})" : $"{Say(name)} ({Say(hint)})";
}
