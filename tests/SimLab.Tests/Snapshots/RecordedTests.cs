using Xunit;

namespace SimLab.Tests.Snapshots;

/// <summary>What the commands of a run print, from its first line to a recording that is looked into.</summary>
[Slow]
public sealed class RecordedTests(SmallRecording recording) : IClassFixture<SmallRecording>
{
    public static TheoryData<string, string, int> Commands { get; } = new()
    {
        { "runs/check", "check {folder}/rewards.yaml", int.MaxValue },
        { "runs/run", "run {folder}/rewards.yaml --no-record --executor loop", int.MaxValue },
        { "runs/run-that-misses", "run {folder}/rewards.yaml --worlds 1 --no-record --executor loop --require high_tech_enterprises", 12 },
        { "runs/run-json", "run {folder}/rewards.yaml --worlds 1 --no-record --executor loop --format json", 60 },
        { "runs/explain-firm", "explain {folder}/run --enterprise 680", 45 },
        { "runs/explain-firm-under-the-baseline", "explain {folder}/run --enterprise 680 --arm baseline", 25 },
        { "runs/explain-title", "explain {folder}/run --title specialised --why-not --year 2022", 40 },
        { "runs/verify", "verify {folder}/run --executor loop", int.MaxValue },
        { "runs/explain-nobody", "explain {folder}/run --enterprise 99999999", int.MaxValue },
        { "runs/folder-is-taken", "run {folder}/rewards.yaml --out {folder}/run", int.MaxValue },
    };

    [Theory, MemberData(nameof(Commands))]
    public Task A_run_is_told_as_accepted(string name, string typed, int head) =>
        Snapshot.Of(name, typed, new Scrubber(recording.Folder), head);
}
