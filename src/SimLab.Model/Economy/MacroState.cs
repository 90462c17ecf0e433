namespace SimLab.Model.Economy;

/// <summary>The economy of all worlds in a month: prices of the month and totals of the month before. Never edited once it is made.</summary>
public sealed class MacroState
{
    /// <summary>The month it is of.</summary>
    public Month Month { get; init; }

    /// <summary>Raw-material index by world, 1 = the level of month zero.</summary>
    public double[] Commodity { get; init; } = [];

    /// <summary>Totals at the end of the month before, by world.</summary>
    public MacroTotals[] Totals { get; init; } = [];

    /// <summary>What shops will still miss because vouchers brought it forward, by world, yuan; empty while there were none.</summary>
    public double[] BroughtForward { get; init; } = [];
}
