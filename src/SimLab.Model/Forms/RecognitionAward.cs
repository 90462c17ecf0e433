namespace SimLab.Model.Forms;

/// <summary>A title just earned for the first time, and the reward (<see cref="Support"/>) that comes with it.</summary>
public struct RecognitionAward : IForm
{
    public Title Title;

    public static FormKind Kind => FormKind.RecognitionAward;
    public static string[] FieldNames { get; } = ["support"];
    public long PublicCost { get; set; }
    public long Support { get; set; }

    public readonly double Field(int index) => Fen.ToYuan(Support);
}
