using Xunit;

namespace SimLab.Tests.Snapshots;

/// <summary>What the commands of a run print, from its first line to a recording that is looked into.</summary>
[Slow]
public sealed class RecordedTests(SmallRecording recording) : IClassFixture<SmallRecording>
{
    public static TheoryData<string, string, int> Commands { get; } = new()
    {
        { "recorded/check", "check {folder}/rewards.yaml", int.MaxValue },
        { "recorded/run", "run {folder}/rewards.yaml --no-record --executor loop", int.MaxValue },
        {
            "recorded/run-that-misses",
            "run {folder}/rewards.yaml --worlds 1 --no-record --executor loop --require high_tech_enterprises", 12
        },
        { "recorded/run-json", "run {folder}/rewards.yaml --worlds 1 --no-record --executor loop --format json", 60 },
        { "recorded/explain-firm", "explain {folder}/run --enterprise 680", 45 },
        { "recorded/explain-firm-under-the-baseline", "explain {folder}/run --enterprise 680 --arm baseline", 25 },
        { "recorded/explain-title", "explain {folder}/run --title specialised --why-not --year 2022", 40 },
        { "recorded/verify", "verify {folder}/run --executor loop", int.MaxValue },
        { "recorded/explain-nobody", "explain {folder}/run --enterprise 99999999", int.MaxValue },
        { "recorded/folder-is-taken", "run {folder}/rewards.yaml --out {folder}/run", int.MaxValue },
        { "zh/recorded/check", "check {folder}/rewards.yaml --lang zh", int.MaxValue },
        { "zh/recorded/run", "run {folder}/rewards.yaml --no-record --executor loop --lang zh", int.MaxValue },
        { "zh/recorded/compare", "compare {folder}/rewards.yaml --executor loop --out {folder}/compared --lang zh", int.MaxValue },
        { "zh/recorded/explain-firm", "explain {folder}/run --enterprise 680 --lang zh", int.MaxValue },
        { "zh/recorded/explain-title", "explain {folder}/run --title specialised --why-not --year 2022 --lang zh", 40 },
        { "zh/recorded/models", "models {folder}/run {folder}/run --lang zh", int.MaxValue },
        { "zh/recorded/verify", "verify {folder}/run --executor loop --lang zh", int.MaxValue },
    };

    [Theory, MemberData(nameof(Commands))]
    public Task A_run_is_told_as_accepted(string name, string typed, int head) =>
        Snapshot.Of(name, typed, new Scrubber(recording.Folder), head);
}
