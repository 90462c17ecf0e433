namespace SimLab.Model;

/// <summary>The industrial chain a firm belongs to; leaders place orders along it (链主).</summary>
public enum Chain : byte
{
    None, MetallurgyAndNonFerrous, Petrochemicals, NewEnergyEquipment, EquipmentManufacturing, DigitalEconomy, Biomedicine,
    FoodAndFarmProducts,
}

/// <summary>Constants of the chains.</summary>
public static class Chains
{
    /// <summary>Length of an array by chain: seven chains and <see cref="Chain.None"/>.</summary>
    public const int Count = (int)Chain.FoodAndFarmProducts + 1;
}
