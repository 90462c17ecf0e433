using System.Text.Json;
using System.Text.Json.Serialization;

namespace SimLab.App.Lab.Charts;

/// <summary>
/// What a chart draws: an option of ECharts (https://echarts.apache.org/en/option.html) as JSON. It is data and no program,
/// so the lab's content policy can forbid eval. A property that is null is left out.
/// </summary>
public sealed record ChartOptions
{
    private static readonly JsonSerializerOptions Writing = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <param name="option">An anonymous object with the names that ECharts has.</param>
    public ChartOptions(object option) => Json = JsonSerializer.Serialize(option, Writing);

    /// <summary>As charts.js reads it.</summary>
    public string Json { get; }
}
