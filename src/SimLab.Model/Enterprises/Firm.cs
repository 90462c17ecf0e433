namespace SimLab.Model.Enterprises;

/// <summary>Why a firm is in the population, and whether it stands for itself or for many.</summary>
public enum Stratum : byte
{
    /// <summary>On the above-scale industrial roster (规上工业) at month zero; 1 : 1.</summary>
    AboveScale,
    /// <summary>Holds or held a title, or does R&amp;D and could earn one; 1 : 1.</summary>
    Innovative,
    /// <summary>Industrial firm near the above-scale threshold (规下转规上 nurture pool); 1 : 1.</summary>
    Nurture,
    /// <summary>Everybody else; weighted.</summary>
    Ordinary,
}

/// <summary>Where a firm stands in its chain.</summary>
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

/// <summary>What is the same about an enterprise in every world. A slot: it may be vacant at month zero and be founded later.</summary>
public readonly record struct Firm
{
    /// <summary>Position in the population and key of its luck. Never changes when other firms are added behind it.</summary>
    public required int Id { get; init; }

    /// <summary>How many such firms it stands for; whole, so that weighted totals stay exact.</summary>
    public required int Weight { get; init; }

    public required Region Region { get; init; }
    public required Industry Industry { get; init; }
    public required Stratum Stratum { get; init; }
    public Chain Chain { get; init; }

    public Tier Tier { get; init; }

    /// <summary>Large firm that orders from smaller ones along its chain.</summary>
    public bool LeadsChain => Tier == Tier.Leader;

    /// <summary>First and second tier: number of the one firm it sells to along the chain.</summary>
    public int Customer { get; init; }

    /// <summary>Agents whose customer it is.</summary>
    public int Suppliers { get; init; }

    /// <summary>Customers of a population are numbered from 0, in order of id: accounts of the supply market. Its own, if it has suppliers.</summary>
    public int OwnAccount { get; init; }

    /// <summary>The account of its customer.</summary>
    public int CustomerAccount { get; init; }

    /// <summary>In a specialised cluster: many firms of its chain in its region (特色产业集群).</summary>
    public bool InCluster { get; init; }

    public bool StateOwned { get; init; }

    /// <summary>Main business in a strategic emerging industry or one of the eight high-tech fields.</summary>
    public bool StrategicField { get; init; }

    /// <summary>Main business in the catalogue of encouraged industries of the western region (西部地区鼓励类产业目录).</summary>
    public bool WesternEncouraged { get; init; }

    /// <summary>R&amp;D it would do at the law of 2021, share of sales, 0 for firms that never will. Positive for firms that may start R&amp;D later.</summary>
    public float RndPropensity { get; init; }

    /// <summary>R&amp;D spending a researcher and year, yuan, as in its books of month zero; 0: as usual.</summary>
    public float RndPerHead { get; init; }

    /// <summary>Share of revenue from its main business, 0 to 1.</summary>
    public float MainBusinessShare { get; init; }

    /// <summary>Share of revenue from high-tech products, 0 to 1.</summary>
    public float HighTechIncomeShare { get; init; }

    /// <summary>Years in its niche at month zero (negative: enters it later).</summary>
    public float NicheYears { get; init; }

    /// <summary>Yuan a worker and year, researchers aside.</summary>
    public float Wage { get; init; }

    /// <summary>Yearly sales per worker at capability 1, yuan.</summary>
    public float SalesPerWorker { get; init; }

    /// <summary>Yearly sales per yuan of fixed assets at capability 1 and normal load.</summary>
    public float SalesToCapital { get; init; }

    /// <summary>Yearly sales of a median firm of its industry, yuan; what founders of a new one in this slot look at.</summary>
    public float UsualSales { get; init; }

    /// <summary>Bank credit it works with when it borrows, relative to yearly sales.</summary>
    public float CreditNeed { get; init; }

    /// <summary>Rent, energy, sales and administration, share of sales.</summary>
    public float Overhead { get; init; }
}
