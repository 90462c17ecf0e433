namespace SimLab.Model.Forms;

/// <summary>The applicant's public card, attached to every form: what an office can see, and no more.</summary>
/// <param name="Size">Size class by the closed year, as in the statistics.</param>
/// <param name="Titles">Titles held, one bit each; see <see cref="Holds"/>.</param>
/// <param name="InCluster">In one of the province's specialised clusters of small firms (特色产业集群).</param>
/// <param name="NearScale">Industrial, off the roster, near the above-scale threshold: the nurture pool
/// (规下转规上培育库).</param>
/// <param name="SmallLowProfit">Small low-profit enterprise of the tax law (小型微利企业): taxed income of the closed year, staff and
/// assets within its limits.</param>
/// <param name="Listed">On its prefecture's cultivation list (梯度培育库).</param>
public readonly record struct Card(
    SizeClass Size, Region Region, Industry Industry, byte Titles, bool AboveScale, bool StrategicField, bool LeadsChain, bool InChain,
    bool InCluster, bool NearScale, bool SmallLowProfit, bool Listed = false)
{
    /// <summary>Whether the firm holds the title.</summary>
    public bool Holds(Title title) => (Titles >> (int)title & 1) != 0;

    /// <summary>Micro, small or medium.</summary>
    public bool IsSme => Size != SizeClass.Large;

    public bool IsSmallOrMicro => Size <= SizeClass.Small;
}
