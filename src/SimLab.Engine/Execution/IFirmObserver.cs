using SimLab.Model.Economy;
using SimLab.Model.Enterprises;

namespace SimLab.Engine.Execution;

/// <summary>
/// Sees each enterprise right before and right after its month, in all worlds of the batch. What the firm added to the tally of its
/// district is the difference. It changes nothing; districts are stepped in parallel, the slots of one district in order.
/// </summary>
public interface IFirmObserver
{
    /// <summary>The enterprise in the slot is about to be stepped.</summary>
    void Stepping(District district, int slot, ReadOnlySpan<Enterprise> states, PublicInformation information);

    /// <summary>The enterprise in the slot has been stepped.</summary>
    void Stepped(District district, int slot, ReadOnlySpan<Enterprise> states, PublicInformation information);
}
