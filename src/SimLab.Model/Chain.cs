namespace SimLab.Model;

/// <summary>The industrial chain a firm belongs to; leaders place orders along it (链主).</summary>
public enum Chain : byte
{
    None, MetallurgyAndNonFerrous, Petrochemicals, NewEnergyEquipment, EquipmentManufacturing, DigitalEconomy, Biomedicine, FoodAndFarmProducts,
}

/// <summary>Facts about all chains together.</summary>
public static class Chains
{
    /// <summary>The seven chains and <see cref="Chain.None"/>.</summary>
    public const int Count = (int)Chain.FoodAndFarmProducts + 1;
}
