using System.Runtime.InteropServices;
using SimLab.Model;

namespace SimLab.Engine.Execution.Grains;

/// <summary>The model knows nothing of Orleans, so its month crosses as a number.</summary>
[GenerateSerializer]
public struct MonthSurrogate
{
    [Id(0)] public int Number;
}

[RegisterConverter]
public sealed class MonthConverter : IConverter<Month, MonthSurrogate>
{
    public Month ConvertFromSurrogate(in MonthSurrogate surrogate) => new(surrogate.Number);

    public MonthSurrogate ConvertToSurrogate(in Month value) => new() { Number = value.Number };
}
