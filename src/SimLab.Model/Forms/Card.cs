namespace SimLab.Model.Forms;

/// <summary>The applicant's public card, as it stands on every form: what an office would see, and no more.</summary>
public readonly record struct Card(
    SizeClass Size, Region Region, Industry Industry, byte Titles, bool AboveScale, bool StrategicField, bool LeadsChain, bool InChain)
{
    public bool Holds(Title title) => (Titles >> (int)title & 1) != 0;

    public bool IsSme => Size != SizeClass.Large;

    public bool IsSmallOrMicro => Size <= SizeClass.Small;
}
