using Xunit.v3;

namespace SimLab.Tests;

/// <summary>The class ends within a second: no process, browser, database or silo, and no simulated province.
/// `--filter-trait speed=fast` runs these.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FastAttribute : Attribute, ITraitAttribute
{
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("speed", "fast")];
}

/// <summary>The class waits for something outside, or simulates a province.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SlowAttribute : Attribute, ITraitAttribute
{
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("speed", "slow")];
}
