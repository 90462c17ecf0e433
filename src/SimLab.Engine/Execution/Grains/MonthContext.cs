using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;

namespace SimLab.Engine.Execution.Grains;

/// <summary>
/// Context a district passes to its enterprises in one month. Local only: passed by reference within one silo, and
/// mutable, because each enterprise in turn adds its messages to the district's outbox.
/// </summary>
public sealed class MonthContext(RunMaterials materials, District district, World[] worlds, Month month, PublicInformation? information)
{
    private DistrictSnapshot? _from;
    private WorldMapping _mapping;

    /// <summary>Context in which enterprises take their initial state: of month zero, or of the snapshot.</summary>
    public static MonthContext ToBegin(
        RunMaterials materials, District district, StartRequest start, DistrictSnapshot? from, WorldMapping? mapping) =>
        new(materials, district, start.Batch.In(materials.Plan, start.Watch), start.SimulatedTo, null)
        { _from = from, _mapping = mapping ?? default };

    public District District => district;
    /// <summary>Worlds of the batch.</summary>
    public int Worlds => worlds.Length;
    /// <summary>Month to simulate; when a batch begins, the last one simulated.</summary>
    public Month Month => month;

    /// <summary>Fills in the initial state of an enterprise, by world.</summary>
    public void Take(int enterprise, Span<Enterprise> states)
    {
        if (_from is null) materials.FillInitial(enterprise, worlds, states);
        else _mapping.States(_from, enterprise - district.Range.First, states);
    }

    /// <summary>Steps an enterprise through the month in all its worlds.</summary>
    public void Step(int enterprise, Span<Enterprise> states) => district.Step(enterprise - district.Range.First, states, information!);
}
