using SimLab.Model;

namespace SimLab.Engine.Execution.Grains;

/// <summary>A month as a number, between silos: the model does not depend on Orleans.</summary>
[GenerateSerializer]
public struct MonthSurrogate
{
    [Id(0)] public int Number;
}

/// <summary>Converts months for messages between silos.</summary>
[RegisterConverter]
public sealed class MonthConverter : IConverter<Month, MonthSurrogate>
{
    public Month ConvertFromSurrogate(in MonthSurrogate surrogate) => new(surrogate.Number);

    public MonthSurrogate ConvertToSurrogate(in Month value) => new() { Number = value.Number };
}
