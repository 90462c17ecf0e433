namespace SimLab.Model.Forms;

/// <summary>A firm's quality improvement this month.</summary>
public struct QualityPlan : IForm
{
    /// <summary>Value of a certificate to the firm, fen a year over its validity.</summary>
    public long CertificateWorth;

    /// <summary>Validity of a certificate, years, as its owner reckons.</summary>
    [NotInLedger("the owner's view; measures read it and do not write it")]
    public double CertificateYears;

    /// <summary>Value of a whole quality level to the firm, in years of a certificate.</summary>
    [NotInLedger("the owner's view; measures read it and do not write it")]
    public double LevelWorth;

    /// <summary>Chance that the firm certifies its quality management this month.</summary>
    public double CertificationChance;

    /// <summary>Quality level gained a year, 0–1.</summary>
    public double LevelStep;

    public static FormKind Kind => FormKind.QualityPlan;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
