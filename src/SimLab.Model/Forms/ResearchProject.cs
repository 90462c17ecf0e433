namespace SimLab.Model.Forms;

/// <summary>A month of a firm's R&amp;D: what comes of it beside knowledge.</summary>
public struct ResearchProject : IForm
{
    /// <summary>Real R&amp;D, fen.</summary>
    public long Spending;

    /// <summary>What its results, and its patents, are worth to the firm at pace 1, fen a month.</summary>
    public long ResultsWorth, PatentsWorth;

    /// <summary>Class I patents, relative to what such R&amp;D yields by itself.</summary>
    public double PatentPace;

    /// <summary>Results turned into products, relative to what such R&amp;D yields by itself.</summary>
    public double TransferPace;

    /// <summary>Share of the mean R&amp;D of its cluster that it learns from.</summary>
    public double Spillover;

    public static FormKind Kind => FormKind.ResearchProject;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
