using System.Buffers;
using Orleans.Serialization.Buffers;
using Orleans.Serialization.Cloning;
using Orleans.Serialization.Codecs;
using Orleans.Serialization.WireProtocol;
using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;

namespace SimLab.Engine.Execution.Grains;

/// <summary>
/// A district's round among its enterprises in one month. Local only: it is handed from grain to grain by reference, within one
/// silo, and is written to on the way: each enterprise in turn lays its papers into the district's tray.
/// </summary>
public sealed class MonthContext(RunMaterials materials, District district, int worlds, Month month, PublicInformation? information)
{
    private DistrictSnapshot? _from;
    private WorldMapping _mapping;

    /// <summary>Enterprises take their first state: of month zero, or of the snapshot.</summary>
    public static MonthContext ToBegin(RunMaterials materials, District district, StartRequest start, DistrictSnapshot? from, WorldMapping? mapping) =>
        new(materials, district, start.Batch.Worlds, start.SimulatedTo, null) { _from = from, _mapping = mapping ?? default };

    public District District => district;
    public int Worlds => worlds;
    public Month Month => month;

    public void Take(int enterprise, Span<Enterprise> states)
    {
        if (_from is null) states.Fill(materials.Population.Initial[enterprise]);
        else _mapping.States(_from, enterprise - district.Range.First, states);
    }

    public void Step(int enterprise, Span<Enterprise> states) => district.Step(enterprise - district.Range.First, states, information!);
}
