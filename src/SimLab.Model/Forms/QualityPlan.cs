namespace SimLab.Model.Forms;

/// <summary>How a firm improves quality this month.</summary>
public struct QualityPlan : IForm
{
    /// <summary>What a certificate is worth to the firm, fen a year for as long as it lasts, about three years.</summary>
    public long CertificateWorth;

    /// <summary>Chance that it has its quality management certified.</summary>
    public double CertificationChance;

    /// <summary>Quality level gained a year, 0–1.</summary>
    public double LevelStep;

    public static FormKind Kind => FormKind.QualityPlan;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
