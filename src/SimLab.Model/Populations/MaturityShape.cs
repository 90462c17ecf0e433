namespace SimLab.Model.Populations;

/// <summary>
/// Unpublished facts: capability, digital and quality level, certificates, cloud, awareness. They rise by steps
/// from an ordinary firm (0) to a little giant (5).
/// </summary>
public sealed record MaturityShape
{
    /// <summary>Capability above 1.</summary>
    [RecipeFigure("capability a step", 0, 1)] public required Figure CapabilityStep { get; init; }
    /// <summary>Spread of capability between firms.</summary>
    [RecipeFigure("log points, standard deviation", 0, 2)] public required Figure CapabilitySpread { get; init; }
    /// <summary>Digital level of an ordinary firm.</summary>
    [RecipeFigure("level 0 to 4", 0, 4)] public required Figure Digital { get; init; }
    /// <summary>Rise of the digital level.</summary>
    [RecipeFigure("level a step", 0, 4)] public required Figure DigitalStep { get; init; }
    /// <summary>Spread of the digital level.</summary>
    [RecipeFigure("level, standard deviation", 0, 4)] public required Figure DigitalSpread { get; init; }
    /// <summary>Quality level of an ordinary firm.</summary>
    [RecipeFigure("level 0 to 1", 0, 1)] public required Figure Quality { get; init; }
    /// <summary>Rise of the quality level.</summary>
    [RecipeFigure("level a step", 0, 1)] public required Figure QualityStep { get; init; }
    /// <summary>Spread of the quality level.</summary>
    [RecipeFigure("level, standard deviation", 0, 1)] public required Figure QualitySpread { get; init; }
    /// <summary>Ordinary firms with a quality certificate.</summary>
    [RecipeFigure("share of firms", 0, 1)] public required Figure Certified { get; init; }
    /// <summary>Rise of that share.</summary>
    [RecipeFigure("share of firms a step", 0, 1)] public required Figure CertifiedStep { get; init; }
    /// <summary>Ordinary firms on the cloud.</summary>
    [RecipeFigure("share of firms", 0, 1)] public required Figure OnCloud { get; init; }
    /// <summary>Rise of that share.</summary>
    [RecipeFigure("share of firms a step", 0, 1)] public required Figure OnCloudStep { get; init; }
    /// <summary>Least awareness of policy of an ordinary firm, and of any firm.</summary>
    [RecipeFigure("share of measures", 0, 0.5)] public required Figure Awareness { get; init; }
    /// <summary>Rise of awareness.</summary>
    [RecipeFigure("share of measures a step", 0, 1)] public required Figure AwarenessStep { get; init; }
    /// <summary>Range of awareness above that.</summary>
    [RecipeFigure("share of measures", 0, 1)] public required Figure AwarenessRange { get; init; }
    /// <summary>Most awareness of a firm.</summary>
    [RecipeFigure("share of measures", 0.5, 1)] public required Figure MostAwareness { get; init; }
}
