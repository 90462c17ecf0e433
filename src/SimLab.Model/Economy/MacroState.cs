namespace SimLab.Model.Economy;

/// <summary>Macro state of all worlds in a month: its prices, and totals of last month. Never modified.</summary>
public sealed class MacroState
{
    /// <summary>Month of this state.</summary>
    public Month Month { get; init; }

    /// <summary>Raw-material price index by world, 1 = level of month zero.</summary>
    public double[] Commodity { get; init; } = [];

    /// <summary>Totals at the end of last month, by world.</summary>
    public MacroTotals[] Totals { get; init; } = [];

    /// <summary>Sales of shops brought forward by vouchers and not yet missed, by world, yuan; empty: none.</summary>
    public double[] BroughtForward { get; init; } = [];
}
