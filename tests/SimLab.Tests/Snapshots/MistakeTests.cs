using Xunit;

namespace SimLab.Tests.Snapshots;

/// <summary>What a user reads who typed or wrote something wrong.</summary>
[Fast]
public sealed class MistakeTests(WrongFiles files) : IClassFixture<WrongFiles>
{
    public static TheoryData<string, string> Mistakes { get; } = new()
    {
        { "mistakes/no-command", "" },
        { "mistakes/misspelt-command", "rnu" },
        { "mistakes/missing-argument", "run" },
        { "mistakes/one-word-too-many", "run {folder}/rewards.yaml extra" },
        { "mistakes/misspelt-option", "run {folder}/rewards.yaml --mnths 8" },
        { "mistakes/option-without-value", "run {folder}/rewards.yaml --months" },
        { "mistakes/option-out-of-range", "run {folder}/rewards.yaml --months 601" },
        { "mistakes/option-of-the-wrong-kind", "run {folder}/rewards.yaml --format xml" },
        { "mistakes/unknown-language", "version --lang fr" },
        { "mistakes/memory", "run {folder}/rewards.yaml --memory banana" },
        { "mistakes/unknown-target", "run {folder}/rewards.yaml --require hightech" },
        { "mistakes/target-due-after-the-end", "run {folder}/rewards.yaml --months 6 --require high_tech_enterprises" },
        { "mistakes/missing-file", "check {folder}/reward.yaml" },
        { "mistakes/directory", "check {folder}" },
        { "mistakes/no-yaml", "check {folder}/no-yaml.yaml" },
        { "mistakes/misspelt-key", "check {folder}/misspelt-key.yaml" },
        { "mistakes/misspelt-measure", "check {folder}/misspelt-measure.yaml" },
        { "mistakes/misspelt-lever", "check {folder}/misspelt-lever.yaml" },
        { "mistakes/lever-out-of-range", "check {folder}/out-of-range.yaml" },
        { "mistakes/wrong-unit", "check {folder}/wrong-unit.yaml" },
        { "mistakes/two-at-once", "check {folder}/two-at-once.yaml" },
        { "mistakes/extends-itself", "check {folder}/circle.yaml" },
        { "mistakes/start-and-population", "check {folder}/late.yaml" },
        { "mistakes/unknown-measure", "measures Cultivate" },
        { "mistakes/no-facts", "rules {folder}/rewards.yaml" },
        { "mistakes/no-recording", "verify {folder}" },
        { "mistakes/experiment-of-another-kind", "sweep {repository}/scenarios/experiments/optimise-front.yaml" },
        { "mistakes/no-cluster", "status --cluster nonsense" },
    };

    public static TheoryData<string, string> ChineseMistakes { get; } = new()
    {
        { "zh/mistakes/no-command", "--lang zh" },
        { "zh/mistakes/misspelt-command", "rnu --lang zh" },
        { "zh/mistakes/missing-argument", "run --lang zh" },
        { "zh/mistakes/one-word-too-many", "run {folder}/rewards.yaml extra --lang zh" },
        { "zh/mistakes/misspelt-option", "run {folder}/rewards.yaml --mnths 8 --lang zh" },
        { "zh/mistakes/option-without-value", "run {folder}/rewards.yaml --lang zh --months" },
        { "zh/mistakes/option-out-of-range", "run {folder}/rewards.yaml --months 601 --lang zh" },
        { "zh/mistakes/option-of-the-wrong-kind", "run {folder}/rewards.yaml --format xml --lang zh" },
        { "zh/mistakes/option-twice", "run {folder}/rewards.yaml --worlds 1 --replicates 1 --lang zh" },
        { "zh/mistakes/memory", "run {folder}/rewards.yaml --memory banana --lang zh" },
    };

    [Theory, MemberData(nameof(ChineseMistakes))]
    public Task A_Chinese_message_is_as_accepted(string name, string typed) => Snapshot.Of(name, typed, new Scrubber(files.Folder));

    [Theory, MemberData(nameof(Mistakes))]
    public Task A_message_is_as_accepted(string name, string typed) => Snapshot.Of(name, typed, new Scrubber(files.Folder));
}
