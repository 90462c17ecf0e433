namespace SimLab.Model.Forms;

/// <summary>Places on the cultivation lists (梯度培育库) of the prefectures this quarter.</summary>
public struct CultivationPlan : IForm
{
    /// <summary>R&amp;D staff of firms of the province at the end of last month, people.</summary>
    public int RndStaff;

    /// <summary>Firms that the staff of the prefectures coach, per researcher of their firms.</summary>
    public double Places;

    public static FormKind Kind => FormKind.CultivationPlan;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
