using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using SimLab.App.Lab.Catalogue;
using SimLab.App.Lab.Runs;
using SimLab.App.Texts;
using SimLab.Engine;
using SimLab.Model;

namespace SimLab.App.Lab.Present;

/// <summary>
/// A finished run as an animation, alone or beside another. The browser plays it; the page only receives the chosen
/// place, and shows its enterprises and the history of each below.
/// </summary>
public sealed partial class PresentPage : IDisposable
{
    private const int MostRuns = 100;

    private ImmutableArray<(string Id, string Name)> _runs = [];
    private string? _run, _beside, _problem, _shown;
    private bool _looking;
    private Month? _leaving;
    private OpenRun? _open;
    private ImmutableArray<FirmRow>? _firms;
    private Region? _region;
    private Industry? _industry;
    private Month _firmMonth;
    private int? _firm;
    private ElementReference _player, _inspector;
    private DotNetObjectReference<PresentPage>? _self;

    public static Phrase Name => PresentTexts.Page;
    public static string Path => "present";
    public static int Order => 5;

    [Inject] internal LabCatalogue Catalogue { get; set; } = null!;
    [Inject] internal RecordedRuns Desk { get; set; } = null!;
    [Inject] internal BranchService Branches { get; set; } = null!;
    [Inject] internal ReplayService Replays { get; set; } = null!;
    [Inject] public NavigationManager Navigation { get; set; } = null!;
    [Inject] public IJSRuntime Js { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "run")] public string? RunId { get; set; }
    [SupplyParameterFromQuery(Name = "with")] public string? BesideId { get; set; }

    /// <summary>Month at which the player was paused to list enterprises; null: no list.</summary>
    [SupplyParameterFromQuery(Name = "m")] public string? MonthText { get; set; }
    [SupplyParameterFromQuery(Name = "region")] public string? RegionName { get; set; }
    [SupplyParameterFromQuery(Name = "industry")] public string? IndustryName { get; set; }
    [SupplyParameterFromQuery(Name = "firm")] public string? FirmNumber { get; set; }

    /// <summary>Month from which to branch; null: no branch.</summary>
    [SupplyParameterFromQuery(Name = "branch")] public string? BranchText { get; set; }

    /// <summary>The month at which the player opens.</summary>
    [SupplyParameterFromQuery(Name = "at")] public string? OpenAt { get; set; }

    /// <summary>
    /// Called when the player is paused to change levers: its month is over, so the next is the first that differs.
    /// </summary>
    [JSInvokable]
    public void Leave(string month) =>
        Navigation.NavigateTo(
            At(("branch", Month.Parse(month) + 1), ("m", null), ("region", null), ("industry", null), ("firm", null)),
            new NavigationOptions { ReplaceHistoryEntry = true });

    /// <summary>Called when the player is paused to list the enterprises of a place.</summary>
    [JSInvokable]
    public void Look(string? region, string? industry, string month) =>
        Navigation.NavigateTo(
            At(("region", region), ("industry", industry), ("m", month), ("firm", null), ("branch", null)),
            new NavigationOptions { ReplaceHistoryEntry = true });

    protected override async Task OnParametersSetAsync()
    {
        _runs =
        [
            .. Replays.FolderOf(ReplayService.Given) is { } given
                ? new[] { (ReplayService.Given, BranchService.NameOf(given) ?? Say(PresentTexts.Given)) } : [],
            .. Catalogue.Latest(MostRuns).Where(run => run.State == RunState.Done)
                .Select(run => (run.Id, $"{NameOf(run)} · {run.Address[..8]}")),
            .. Branches.All,
        ];
        _run = Known(RunId) ?? (_runs.IsEmpty ? null : _runs[0].Id);
        _beside = Known(BesideId) is { } beside && beside != _run ? beside : null;
        _industry = Read<Industry>(IndustryName);
        _firm = int.TryParse(FirmNumber, NumberStyles.None, CultureInfo.InvariantCulture, out var firm) ? firm : null;
        _looking = _run is not null && MonthText is not null && RendererInfo.IsInteractive;
        _leaving = _run is not null && Month.TryParse(BranchText ?? "", out var leave) ? leave : null;
        if (_looking) await LookInto(_run!);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!RendererInfo.IsInteractive || _run is null) return;
        var shown = $"{_run} {_beside} {Viewer.Language}";
        if (_shown == shown) return;
        _shown = shown;
        _self ??= DotNetObjectReference.Create(this);
        await Js.InvokeVoidAsync("lab.present", _player, new[] { _run, _beside }.OfType<string>(), Viewer.LanguageTag, _self, OpenAt);
    }

    public void Dispose() => _self?.Dispose();

    private async Task LookInto(string id)
    {
        try
        {
            _problem = null;
            var run = await Desk.Open(id, Replays.FolderOf(id)!);
            _region = run.Province.Find(RegionName);
            var month = Month.TryParse(MonthText ?? "", out var asked) ? asked : run.Last;
            // Firms are recorded at year ends: uses the last one that the player has passed, or the first.
            _firmMonth = run.FirmMonths.Where(each => each <= month).DefaultIfEmpty(run.FirmMonths.First()).Last();
            _firms = await run.Firms(_firmMonth, run.Policy);
            _open = run;
            StateHasChanged();
            await Js.InvokeVoidAsync("lab.reveal", _inspector);
        }
        catch (Exception failure) when (failure is RunFolderException or IOException)
        {
            _problem = failure.Message;
        }
    }

    // Beside its parent, from the month at which it branches.
    private void ShowBranch(string id) => Go(("with", id), ("branch", null), ("at", BranchText));

    private string? Known(string? id) => _runs.Any(run => run.Id == id) ? id : null;

    private string NameOf(RunEntry run) => Viewer.NameOf(run.Name, run.NameZh);

    private string At(params (string Name, object? Value)[] changes) =>
        Navigation.GetUriWithQueryParameters(changes.ToDictionary(change => change.Name, change => (object?)change.Value?.ToString()));

    private void Go(params (string Name, object? Value)[] changes) =>
        Navigation.NavigateTo(At(changes), new NavigationOptions { ReplaceHistoryEntry = true });

    private static T? Read<T>(string? name) where T : struct, Enum =>
        Enum.TryParse<T>(name, out var value) && Enum.IsDefined(value) ? value : null;
}
