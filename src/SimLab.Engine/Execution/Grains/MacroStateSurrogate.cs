using Orleans.Serialization.Cloning;
using SimLab.Model;
using SimLab.Model.Economy;

namespace SimLab.Engine.Execution.Grains;

/// <summary>The macro state as rows of numbers, between silos: the model does not depend on Orleans.</summary>
[GenerateSerializer]
public struct MacroStateSurrogate
{
    /// <summary>Month of the state.</summary>
    [Id(0)] public Month Month;

    /// <summary>Raw-material index by world.</summary>
    [Id(1)] public double[] Commodity;

    /// <summary><see cref="MacroTotals.Numbers"/> by world.</summary>
    [Id(2)] public long[][] Totals;

    /// <summary>Sales brought forward by world, yuan.</summary>
    [Id(3)] public double[] BroughtForward;

    /// <summary><see cref="MacroState.Markets"/>.</summary>
    [Id(6)] public double[] Markets;

    /// <summary><see cref="MacroState.Path"/>.</summary>
    [Id(7)] public double[] Path;

    /// <summary><see cref="MacroState.Payments"/>.</summary>
    [Id(8)] public double[] Payments;

    /// <summary><see cref="MacroState.UsualPayments"/>.</summary>
    [Id(9)] public double[] UsualPayments;

    /// <summary><see cref="MacroState.UsualStaff"/>.</summary>
    [Id(10)] public long[] UsualStaff;

    /// <summary><see cref="MacroState.Purses"/>: debt, then what was paid sooner, by world.</summary>
    [Id(11)] public double[] Purses;

    /// <summary><see cref="MacroState.Bids"/>.</summary>
    [Id(12)] public double[] Bids;

    /// <summary>Number of regions in the totals.</summary>
    [Id(4)] public int Regions;

    /// <summary>Length of an array by chain in the totals.</summary>
    [Id(5)] public int Chains;
}

/// <summary>Converts macro states for messages between silos.</summary>
[RegisterConverter]
public sealed class MacroStateConverter : IConverter<MacroState, MacroStateSurrogate>
{
    /// <inheritdoc/>
    public MacroState ConvertFromSurrogate(in MacroStateSurrogate surrogate)
    {
        var (regions, chains) = (surrogate.Regions, surrogate.Chains);
        return new()
        {
            Month = surrogate.Month,
            Commodity = surrogate.Commodity,
            Totals = [.. surrogate.Totals.Select(numbers => new MacroTotals(regions, chains, numbers))],
            BroughtForward = surrogate.BroughtForward,
            Markets = surrogate.Markets,
            Path = surrogate.Path,
            Payments = surrogate.Payments,
            UsualPayments = surrogate.UsualPayments,
            UsualStaff = surrogate.UsualStaff,
            Purses = [.. surrogate.Purses.Chunk(2).Select(purse => new PublicPurse(purse[0], purse[1]))],
            Bids = surrogate.Bids,
        };
    }

    /// <inheritdoc/>
    public MacroStateSurrogate ConvertToSurrogate(in MacroState value) => new()
    {
        Month = value.Month,
        Commodity = value.Commodity,
        Totals = [.. value.Totals.Select(totals => totals.Numbers)],
        BroughtForward = value.BroughtForward,
        Markets = value.Markets,
        Path = value.Path,
        Payments = value.Payments,
        UsualPayments = value.UsualPayments,
        UsualStaff = value.UsualStaff,
        Purses = [.. value.Purses.SelectMany(purse => new[] { purse.Debt, purse.PaidSooner })],
        Bids = value.Bids,
        Regions = value.Totals.FirstOrDefault()?.Regions ?? 0,
        Chains = value.Totals.FirstOrDefault()?.Chains ?? 0,
    };
}

/// <summary>Within a silo the macro state is passed by reference: it never changes after its creation.</summary>
[RegisterCopier]
public sealed class MacroStateCopier : IDeepCopier<MacroState>
{
    /// <inheritdoc/>
    public MacroState? DeepCopy(MacroState? input, CopyContext context) => input;
}
