using System.Text.Json;
using System.Text.Json.Serialization;

namespace SimLab.App.Lab.Charts;

/// <summary>
/// Options of an ECharts chart (https://echarts.apache.org/en/option.html) as JSON. They are data and no program, so
/// the lab's content policy can forbid eval. Null properties are left out.
/// </summary>
public sealed record ChartOptions
{
    private static readonly JsonSerializerOptions Writing = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <param name="option">An anonymous object with the property names of ECharts.</param>
    public ChartOptions(object option) => Json = JsonSerializer.Serialize(option, Writing);

    /// <summary>The JSON that charts.js reads.</summary>
    public string Json { get; }
}
