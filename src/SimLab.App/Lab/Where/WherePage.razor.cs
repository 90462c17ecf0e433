using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using SimLab.App.Lab.Catalogue;
using SimLab.App.Lab.Runs;
using SimLab.App.Lab.Viewing;
using SimLab.App.Texts;
using SimLab.Engine;
using SimLab.Model;
using SimLab.Model.Messages;

namespace SimLab.App.Lab.Where;

/// <summary>
/// A finished full run by place, industry and firm. The address holds every selection, so that a reload, a restart and
/// a shared link show the same view.
/// </summary>
public sealed partial class WherePage
{
    private const int MostRuns = 100;

    private static readonly (Show, Phrase)[] Shown = [
        (Show.Policy, WhereTexts.Policy), (Show.Baseline, WhereTexts.Baseline), (Show.Difference, WhereTexts.Difference)];

    private ImmutableArray<RunEntry> _runs = [];
    private RunEntry? _entry;
    private OpenRun? _run;
    private PlaceSeries? _series;
    private ImmutableArray<FirmRow>? _firms;
    private Indicator _indicator;
    private Show _show;
    private Region? _region;
    private Industry? _industry;
    private Month _month, _firmMonth;
    private int? _firm;
    private int _arm;
    private string? _problem;

    public static Phrase Name => WhereTexts.Page;
    public static string Path => "where";
    public static int Order => 3;

    [Inject] internal LabCatalogue Catalogue { get; set; } = null!;
    [Inject] internal RecordedRuns Desk { get; set; } = null!;
    [Inject] public NavigationManager Navigation { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "run")] public string? RunId { get; set; }
    [SupplyParameterFromQuery(Name = "i")] public string? IndicatorName { get; set; }
    [SupplyParameterFromQuery(Name = "m")] public string? MonthText { get; set; }
    [SupplyParameterFromQuery(Name = "show")] public string? ShowName { get; set; }
    [SupplyParameterFromQuery(Name = "region")] public string? RegionName { get; set; }
    [SupplyParameterFromQuery(Name = "industry")] public string? IndustryName { get; set; }
    [SupplyParameterFromQuery(Name = "firm")] public string? FirmNumber { get; set; }

    private enum Show { Policy, Baseline, Difference }

    protected override async Task OnParametersSetAsync()
    {
        _runs = [.. Catalogue.Latest(MostRuns).Where(run => run.State == RunState.Done)];
        var entry = _runs.FirstOrDefault(run => run.Id == RunId) ?? _runs.FirstOrDefault();
        if (entry?.Id != _entry?.Id) (_run, _series, _firms) = (null, null, null);
        _entry = entry;
        (_indicator, _show) = (Read<Indicator>(IndicatorName) ?? Indicator.HighTech, Read<Show>(ShowName) ?? Show.Policy);
        _industry = Read<Industry>(IndustryName);
        _firm = int.TryParse(FirmNumber, NumberStyles.None, CultureInfo.InvariantCulture, out var firm) ? firm : null;
        if (_entry is null || !RendererInfo.IsInteractive) return;   // the page renders before its figures are ready
        try
        {
            _problem = null;
            await Look(_entry);
        }
        catch (Exception failure) when (failure is RunFolderException or IOException)
        {
            _problem = failure.Message;
        }
    }

    private async Task Look(RunEntry entry)
    {
        var run = await Desk.Open(entry);
        _region = run.Province.Find(RegionName);
        _month = Month.TryParse(MonthText ?? "", out var month) && month >= run.Start && month <= run.Last ? month : run.Last;
        if (run.Baseline is null) _show = Show.Policy;
        _arm = _show == Show.Baseline ? run.Baseline!.Value : run.Policy;
        // Firms are recorded at year ends: uses the last one that the slider has passed, or the first.
        _firmMonth = run.FirmMonths.Where(each => each <= _month).DefaultIfEmpty(run.FirmMonths.First()).Last();
        _series = await run.Series(_indicator);
        _run = run;
        if (_firm is null) _firms = await run.Firms(_firmMonth, _arm);
    }

    private double Value(PlaceSeries series, Region? region, Industry? industry) => _show switch
    {
        Show.Difference =>
            series.Value(_run!.Policy, _month, region, industry) - series.Value(_run.Baseline!.Value, _month, region, industry),
        _ => series.Value(_arm, _month, region, industry),
    };

    private ImmutableArray<FactRow> ByIndustry(PlaceSeries series) =>
    [
        .. Enum.GetValues<Industry>()
            .Select(industry =>
            new FactRow(Say(PlaceNames.Of(industry)), At(("industry", industry == _industry ? null : industry), ("firm", null)),
            [Value(series, _region, industry)])),
    ];

    private string Written(double value) =>
        _show == Show.Difference ? Viewer.Difference(value, Indicators.ShownUnit(_indicator))
        : Viewer.Amount(value, Indicators.ShownUnit(_indicator));

    private string At(params (string Name, object? Value)[] changes) =>
        Navigation.GetUriWithQueryParameters(changes.ToDictionary(change => change.Name, change => (object?)change.Value?.ToString()));

    private void Go(params (string Name, object? Value)[] changes) =>
        Navigation.NavigateTo(At(changes), new NavigationOptions { ReplaceHistoryEntry = true });

    private string NameOf(RunEntry run) => Viewer.NameOf(run.Name, run.NameZh);

    private static T? Read<T>(string? name) where T : struct, Enum =>
        Enum.TryParse<T>(name, out var value) && Enum.IsDefined(value) ? value : null;
}
