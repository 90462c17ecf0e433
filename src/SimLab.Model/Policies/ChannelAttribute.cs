using SimLab.Model.Messages;

namespace SimLab.Model.Policies;

/// <summary>Way in which an indicator moves.</summary>
public enum Direction
{
    /// <summary>It rises.</summary>
    Up,
    /// <summary>It falls.</summary>
    Down,
}

/// <summary>
/// An indicator that the measure works through first, and the way it is expected to move. A measure has at least one;
/// the first is its main one. What the measure costs is charged to the targets that are computed from one of them.
/// </summary>
/// <param name="indicator">Indicator that moves.</param>
/// <param name="expected">The way it is expected to move.</param>
/// <param name="words">The indicator for readers of the page on effects.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ChannelAttribute(Indicator indicator, Direction expected, string words) : Attribute
{
    /// <summary>Indicator that moves.</summary>
    public Indicator Indicator { get; } = indicator;

    /// <summary>The way it is expected to move.</summary>
    public Direction Expected { get; } = expected;

    /// <summary>The indicator for readers.</summary>
    public string Words { get; } = words;
}
