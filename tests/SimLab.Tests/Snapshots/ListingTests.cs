using Xunit;

namespace SimLab.Tests.Snapshots;

/// <summary>
/// What commands list that need no run. Of long lists the head: the rest has the same shape, and is held by tests of its own.
/// </summary>
[Slow]
public sealed class ListingTests
{
    private const string WhatIf = "{repository}/scenarios/what-if";

    public static TheoryData<string, string, int> Listings { get; } = new()
    {
        { "listings/version", "version", int.MaxValue },
        { "listings/document", "measures gansu-2023", 20 },
        { "listings/measure-by-number", "measures gansu-2023/9", int.MaxValue },
        { "listings/measure-by-name", "measures TaxRelief", int.MaxValue },
        { "listings/assumptions", "assumptions", 40 },
        { "listings/assumptions-json", "assumptions --format json", 40 },
        { "listings/assumptions-page", "assumptions --format md", 12 },
        { "listings/schema", "schema", 40 },
        { "listings/schema-experiment", "schema --experiment", 40 },
        { "listings/schema-story", "schema --story", 40 },
        { "listings/odd", "odd", 40 },
        { "listings/rulebook", "rules --list", 60 },
        { "listings/facts", "rules {repository}/scenarios/rules/example-firms.yaml", int.MaxValue },
        { "listings/facts-of-another-year", "rules {repository}/scenarios/rules/example-firms.yaml --year 2022", 40 },
        { "listings/facts-from-csv", "rules {repository}/scenarios/rules/example-firms.csv", 40 },
        { "listings/facts-json", "rules {repository}/scenarios/rules/example-firms.yaml --format json", 60 },
        { "listings/population", "population {repository}/scenarios/provinces/gansu/population.yaml", 60 },
        { "listings/check-of-the-notice", "check {repository}/scenarios/gansu-2023.yaml", int.MaxValue },
        { "listings/stack", $"stack {WhatIf}/higher-rewards.yaml {WhatIf}/tight-budgets.yaml", int.MaxValue },
    };

    // Those whose text is not the data of a program.
    public static TheoryData<string, string, int> ChineseListings { get; } = new()
    {
        { "zh/listings/version", "version", int.MaxValue },
        { "zh/listings/measures", "measures", 30 },
        { "zh/listings/document", "measures gansu-2023", 20 },
        { "zh/listings/measure", "measures gansu-2023/9", int.MaxValue },
        { "zh/listings/assumptions", "assumptions", 40 },
        { "zh/listings/facts", "rules {repository}/scenarios/rules/example-firms.yaml", int.MaxValue },
        { "zh/listings/rulebook", "rules --list", int.MaxValue },
        { "zh/listings/population", "population {repository}/scenarios/provinces/gansu/population.yaml", 60 },
        { "zh/listings/check-of-the-notice", "check {repository}/scenarios/gansu-2023.yaml", int.MaxValue },
        { "zh/listings/stack", $"stack {WhatIf}/higher-rewards.yaml {WhatIf}/tight-budgets.yaml", int.MaxValue },
        { "zh/listings/odd", "odd", 12 },
        { "zh/listings/check-of-higher-rewards", $"check {WhatIf}/higher-rewards.yaml", int.MaxValue },
    };

    [Theory, MemberData(nameof(ChineseListings))]
    public Task A_Chinese_listing_is_as_accepted(string name, string typed, int head) =>
        Snapshot.Of(name, $"{typed} --lang zh", new Scrubber(), head);

    [Theory, MemberData(nameof(Listings))]
    public Task A_listing_is_as_accepted(string name, string typed, int head) => Snapshot.Of(name, typed, new Scrubber(), head);
}
