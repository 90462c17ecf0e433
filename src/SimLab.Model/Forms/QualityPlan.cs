namespace SimLab.Model.Forms;

/// <summary>A firm's quality improvement this month.</summary>
public struct QualityPlan : IForm
{
    /// <summary>Value of a certificate to the firm, fen a year over its validity of about three years.</summary>
    public long CertificateWorth;

    /// <summary>Chance that the firm certifies its quality management this month.</summary>
    public double CertificationChance;

    /// <summary>Quality level gained a year, 0–1.</summary>
    public double LevelStep;

    public static FormKind Kind => FormKind.QualityPlan;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
