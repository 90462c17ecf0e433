namespace SimLab.Model.Forms;

/// <summary>An application for a title, before the rulebook judges it.</summary>
public struct RecognitionFile : IForm
{
    /// <summary>Title applied for.</summary>
    [NotInLedger("what is applied for; no measure changes it")]
    public Title Title;

    /// <summary>
    /// Points of 100 that coaching adds to the application (better organised proof, not a better firm).
    /// </summary>
    public double ScoreGain;

    /// <summary>Application cost of the firm, fen.</summary>
    public long CostOfApplying;

    /// <summary>Fee of the service firm that prepares the application, fen; 0: the firm does it itself.</summary>
    public long AdviserFee;

    /// <summary>Reward the firm expects on success, fen.</summary>
    public long ExpectedReward;

    public static FormKind Kind => FormKind.RecognitionFile;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
