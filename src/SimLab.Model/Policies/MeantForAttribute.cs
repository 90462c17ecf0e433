namespace SimLab.Model.Policies;

/// <summary>Firms that a claimed measure is meant for; its take-up is counted among them.</summary>
public enum TargetGroup
{
    /// <summary>All SMEs.</summary>
    AllSmes,
    /// <summary>SMEs that have people from key groups.</summary>
    WithKeyPeople,
    /// <summary>Industrial SMEs with a title or on the above-scale roster.</summary>
    TitledOrAboveScaleIndustry,
    /// <summary>SMEs that do R&amp;D.</summary>
    Research,
    /// <summary>SMEs that do R&amp;D, in strategic fields or with a title.</summary>
    StrategicOrTitledResearch,
}

/// <summary>The firms that a claimed measure is meant for; without it, all SMEs.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MeantForAttribute(TargetGroup group) : Attribute
{
    /// <summary>The firms.</summary>
    public TargetGroup Group { get; } = group;
}
