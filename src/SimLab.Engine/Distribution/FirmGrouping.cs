namespace SimLab.Engine.Distribution;

/// <summary>What firms are grouped by. A firm is in one group of each, by what it was before the first month.</summary>
public enum FirmGrouping
{
    /// <summary>All firms, one group.</summary>
    All,
    /// <summary>Statistical size class.</summary>
    Size,
    /// <summary>Industry of the main business.</summary>
    Industry,
    /// <summary>Prefecture of the seat.</summary>
    Region,
    /// <summary>The title held; of several the one that the fewest firms hold.</summary>
    Title,
    /// <summary>State-owned or not.</summary>
    Ownership,
}
