using NJsonSchema;
using SimLab.Engine.Scenarios;
using Xunit;
using YamlDotNet.Serialization;

namespace SimLab.Tests.Scenarios;

[Fast]
public sealed class ScenarioSchemaTests
{
    private static readonly string Schema = ScenarioSchema.Json(ScenarioFolder.Catalog);

    private static async Task<bool> Accepts(string yaml)
    {
        var asJson = new SerializerBuilder().JsonCompatible().Build()
            .Serialize(new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize(yaml)!);
        var schema = await JsonSchema.FromJsonAsync(Schema);
        return schema.Validate(asJson).Count == 0;
    }

    [Theory]
    [InlineData("{ name: A, extends: b.yaml }")]
    [InlineData("{ name: A, start: 2022-01, months: 36, replicates: 32, seed: 1, population: p.json }")]
    [InlineData("{ name: A, measures: { SampleRewards: { provincialReward: 600000, from: 2023-03 }, SampleLoans: off } }")]
    [InlineData("{ name: A, measures: { SampleRewards: { provincialReward: 60万元, paidTwice: true }, SampleLoans: {} } }")]
    [InlineData("{ name: A, macro: { demandGrowth: { 2022: 0.05, 2023: 5% } }, behaviour: { growthSpread: 0.3 } }")]
    [InlineData("{ name: A, targets: { new_above_scale: { atLeast: 300, unit: firms, by: 2023-12 }, first_loan_firms: off } }")]
    public async Task An_editor_accepts_what_is_right(string yaml) => Assert.True(await Accepts(yaml));

    [Theory]
    [InlineData("{ extends: b.yaml }")]
    [InlineData("{ name: A, mesures: {} }")]
    [InlineData("{ name: A, months: 0 }")]
    [InlineData("{ name: A, start: 2022-13 }")]
    [InlineData("{ name: A, measures: { Rewards: {} } }")]
    [InlineData("{ name: A, measures: { SampleRewards: { provincalReward: 1 } } }")]
    [InlineData("{ name: A, measures: { SampleRewards: { provincialReward: 9000000 } } }")]
    [InlineData("{ name: A, measures: { SampleRewards: { provincialReward: plenty } } }")]
    [InlineData("{ name: A, measures: { SampleRewards: { coachingGain: 4.5 } } }")]
    [InlineData("{ name: A, macro: { demandGrowth: { next: 0.05 } } }")]
    [InlineData("{ name: A, macro: { demandGrowth: 5 } }")]
    [InlineData("{ name: A, behaviour: { growthSpread: 3 } }")]
    [InlineData("{ name: A, targets: { new_above_scale: { atLeast: 300, unit: firms } } }")]
    [InlineData("{ name: A, targets: { new_firms: { atLeast: 300, unit: firms, by: 2023-12 } } }")]
    public async Task An_editor_marks_what_is_wrong(string yaml) => Assert.False(await Accepts(yaml));

    [Fact]
    public void A_lever_is_described_with_its_unit_range_and_source() =>
        Assert.Contains("\"description\": \"yuan, 0 to 2000000. clause 9: 每户奖励30万元\"", Schema, StringComparison.Ordinal);
}
