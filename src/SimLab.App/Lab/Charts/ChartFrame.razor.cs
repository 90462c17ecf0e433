using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace SimLab.App.Lab.Charts;

/// <summary>A chart with title, text alternative, table of its numbers, and buttons to save it.</summary>
public sealed partial class ChartFrame : IAsyncDisposable
{
    private readonly string _id = $"chart-{Guid.NewGuid():N}";
    private Task<IJSObjectReference>? _charts;
    private ChartOptions? _drawn;
    private bool _gone;

    [Parameter, EditorRequired] public string Title { get; set; } = "";

    /// <summary>Text alternative: the chart's message in a sentence.</summary>
    [Parameter] public string Summary { get; set; } = "";

    /// <summary>Chart options; null: none yet. The same options are not drawn twice.</summary>
    [Parameter, EditorRequired] public ChartOptions? Options { get; set; }

    [Parameter] public string Height { get; set; } = "220px";

    /// <summary>File name of a saved picture, without extension.</summary>
    [Parameter] public string FileName { get; set; } = "chart";

    /// <summary>The numbers as a table.</summary>
    [Parameter] public RenderFragment? Numbers { get; set; }

    [Inject] private IJSRuntime Js { get; set; } = null!;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Options is not { } options || options == _drawn) return;
        _drawn = options;
        var charts = await (_charts ??= Js.InvokeAsync<IJSObjectReference>("import", $"./{Assets["charts.js"]}").AsTask());
        if (!_gone) await charts.InvokeVoidAsync("draw", _id, options.Json);
    }

    public async ValueTask DisposeAsync()
    {
        _gone = true;
        if (_charts is null) return;
        try
        {
            await using var charts = await _charts;
            await charts.InvokeVoidAsync("close", _id);
        }
        catch (Exception e) when (e is JSDisconnectedException or OperationCanceledException)
        {
            // The page is gone, and its charts with it.
        }
    }

    private async Task Save(string how, string ending) => await Js.InvokeVoidAsync(how, _id, $"{FileName}.{ending}");
}
