namespace SimLab.Model.Forms;

/// <summary>
/// A title just earned for the first time, and the reward (<see cref="Support"/>) that comes with it.
/// </summary>
public struct RecognitionAward : IForm
{
    /// <summary>Title earned.</summary>
    [NotInLedger("what was earned; no measure changes it")]
    public Title Title;

    public static FormKind Kind => FormKind.RecognitionAward;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
