namespace SimLab.Model.Enterprises;

/// <summary>Stratum of the population: how a firm was selected, and whether it stands for itself or for many.</summary>
public enum Stratum : byte
{
    /// <summary>On the above-scale industrial roster (规上工业) at month zero; 1 : 1.</summary>
    AboveScale,
    /// <summary>Holds or held a title, or does R&amp;D and could earn one; 1 : 1.</summary>
    Innovative,
    /// <summary>Industrial firm near the above-scale threshold (规下转规上 nurture pool); 1 : 1.</summary>
    Nurture,
    /// <summary>All other firms; weighted.</summary>
    Ordinary,
}

/// <summary>Position of a firm in its chain.</summary>
public enum Tier : byte
{
    /// <summary>In no chain.</summary>
    None,
    /// <summary>A chain leader (链主): buys from the first tier.</summary>
    Leader,
    /// <summary>Sells to a leader and buys from the second tier.</summary>
    First,
    /// <summary>Sells to a firm of the first tier.</summary>
    Second,
}

/// <summary>Attributes of an enterprise, equal in all worlds. A vacant slot can be founded later.</summary>
public readonly record struct Firm
{
    /// <summary>Position in the population and key of its draws. Does not change when firms are appended.</summary>
    public required int Id { get; init; }

    /// <summary>Number of firms it stands for; whole, so that weighted totals are exact.</summary>
    public required int Weight { get; init; }

    /// <summary>Region of its seat.</summary>
    public required Region Region { get; init; }
    /// <summary>Industry of its main business.</summary>
    public required Industry Industry { get; init; }
    /// <summary>Stratum of the population.</summary>
    public required Stratum Stratum { get; init; }
    /// <summary>Its industrial chain, or none.</summary>
    public Chain Chain { get; init; }

    /// <summary>Its tier in the chain.</summary>
    public Tier Tier { get; init; }

    /// <summary>Large firm that orders from smaller ones along its chain.</summary>
    public bool LeadsChain => Tier == Tier.Leader;

    /// <summary>First and second tier: number of the one firm it sells to along the chain.</summary>
    public int Customer { get; init; }

    /// <summary>Number of agents that sell to it along the chain.</summary>
    public int Suppliers { get; init; }

    /// <summary>Its account in the supply market if it has suppliers; numbered from 0 in order of id.</summary>
    public int OwnAccount { get; init; }

    /// <summary>Account of its customer in the supply market.</summary>
    public int CustomerAccount { get; init; }

    /// <summary>In a specialised cluster: many firms of its chain in its region (特色产业集群).</summary>
    public bool InCluster { get; init; }

    /// <summary>State-owned enterprise.</summary>
    public bool StateOwned { get; init; }

    /// <summary>Main business in a strategic emerging industry or one of the eight high-tech fields.</summary>
    public bool StrategicField { get; init; }

    /// <summary>Main business in the catalogue of encouraged industries of the western region (西部地区鼓励类产业目录).</summary>
    public bool WesternEncouraged { get; init; }

    /// <summary>R&amp;D under the law of 2021, share of sales; 0: never; positive: does it or may start.</summary>
    public float RndPropensity { get; init; }

    /// <summary>R&amp;D spending per researcher and year, yuan, from its books of month zero; 0: the default.</summary>
    public float RndPerHead { get; init; }

    /// <summary>Share of revenue from its main business, 0 to 1.</summary>
    public float MainBusinessShare { get; init; }

    /// <summary>Share of revenue from high-tech products, 0 to 1.</summary>
    public float HighTechIncomeShare { get; init; }

    /// <summary>Years in its niche at month zero; negative: enters later.</summary>
    public float NicheYears { get; init; }

    /// <summary>Pay per worker and year, yuan, researchers excluded.</summary>
    public float Wage { get; init; }

    /// <summary>Yearly sales per worker at capability 1, yuan.</summary>
    public float SalesPerWorker { get; init; }

    /// <summary>Yearly sales per yuan of fixed assets at capability 1 and normal load.</summary>
    public float SalesToCapital { get; init; }

    /// <summary>Yearly sales of the median firm of its industry, yuan; reference for founding and exit.</summary>
    public float UsualSales { get; init; }

    /// <summary>Usual bank credit of a borrower, relative to yearly sales.</summary>
    public float CreditNeed { get; init; }

    /// <summary>Rent, energy, sales and administration, share of sales.</summary>
    public float Overhead { get; init; }
}
