namespace SimLab.Model.Forms;

/// <summary>A month of a firm's R&amp;D: its results beside knowledge.</summary>
public struct ResearchProject : IForm
{
    /// <summary>Real R&amp;D spending, fen.</summary>
    public long Spending;

    /// <summary>Value to the firm of its results, and of its patents, at pace 1, fen a month.</summary>
    public long ResultsWorth, PatentsWorth;

    /// <summary>Rate of Class I patents relative to the yield of such R&amp;D without policy (1 = the same).</summary>
    public double PatentPace;

    /// <summary>
    /// Rate of results turned into products relative to the yield of such R&amp;D without policy (1 = the same).
    /// </summary>
    public double TransferPace;

    /// <summary>Share of its cluster's mean R&amp;D that the firm learns from.</summary>
    public double Spillover;

    public static FormKind Kind => FormKind.ResearchProject;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
