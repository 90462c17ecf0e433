namespace SimLab.Engine.Scenarios.Outcomes;

/// <summary>
/// A number of the province that a target may name or that reports show beside the targets. Each is one class in one file
/// here, and nothing registers it: scenario files, schemas, reports, experiments, the lab and the player find it.
/// </summary>
public abstract class OutcomeDefinition
{
    /// <summary>Its name in files: the name of the class, in words with underscores.</summary>
    public string Id => Spelling.Snake(GetType().Name);

    /// <summary>English name.</summary>
    public abstract string Name { get; }

    /// <summary>Chinese name.</summary>
    public abstract string NameZh { get; }

    /// <summary>Unit of its values: "firms", "people", "yuan", "share …" (0–1).</summary>
    public abstract string Unit { get; }

    /// <summary>Whether it covers the year that ends with the month; false: it is a stock at the month's end.</summary>
    public abstract bool CountsAYear { get; }

    /// <summary>Whether a target may name it; false: reports show it beside the targets.</summary>
    public virtual bool IsTarget => true;

    /// <summary>Its place in lists; those without one come last, by name.</summary>
    public virtual int Place => int.MaxValue;

    /// <summary>Its value in one world; null: the months are not covered, or its denominator is not positive.</summary>
    public abstract double? Of(IOutcomeReader world);

    /// <summary>The relative change from <paramref name="before"/> to <paramref name="now"/>.</summary>
    protected static double? Growth(double? before, double? now) => before > 0 ? now / before - 1 : null;

    /// <summary>The share of <paramref name="part"/> in <paramref name="whole"/>.</summary>
    protected static double? Share(double? part, double? whole) => whole > 0 ? part / whole : null;
}
