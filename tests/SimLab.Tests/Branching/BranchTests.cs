using SimLab.Engine.Recording;
using SimLab.Engine.Scenarios;
using SimLab.Tests.App;
using SimLab.Tests.Presenting;
using Xunit;

namespace SimLab.Tests.Branching;

/// <summary>A branch is the run of its own scenario, wherever its months before come from.</summary>
[Slow]
public sealed class BranchTests(BranchedRun runs) : IClassFixture<BranchedRun>
{
    private static readonly string[] Tables = [RunFolder.Series, RunFolder.Ledger, RunFolder.Enterprises, RunFolder.Events];

    [Fact]
    public async Task Its_scenario_run_from_scratch_comes_to_the_same_bits()
    {
        var again = runs.Free("from-scratch");
        await BranchedRun.Done("run", Path.Combine(runs.Branch, RunFolder.Scenario), "--executor", "loop", "--out", again);
        await SameRun(runs.Branch, again);
    }

    [Fact]
    public async Task From_months_kept_with_the_parent_it_comes_to_the_same_bits_and_lives_only_the_rest()
    {
        var parent = Copy("kept");
        await BranchedRun.Done("branch", parent, "--at", "2023-06", "--prepare", "--executor", "loop");
        var branch = runs.Free("from-trunk");
        var said = await BranchedRun.Done(["branch", parent, "--at", "2023-06", "--set", .. BranchedRun.Settings, "--out", branch]);
        Assert.Contains("The months before are stored with the run", said.Error, StringComparison.Ordinal);
        await SameRun(runs.Branch, branch);
        // Two months, and calls to begin, look and end; nineteen months are as many calls to each firm at least.
        var manifest = await BranchedRun.ManifestOf(branch);
        Assert.InRange(manifest.Performance.GrainCalls, 2L * manifest.Enterprises, 10L * manifest.Enterprises);
    }

    [Fact]
    public async Task A_damaged_month_of_the_trunk_is_lived_again_to_the_same_bits()
    {
        var parent = Copy("damaged");
        await BranchedRun.Done("branch", parent, "--at", "2023-04", "--prepare", "--executor", "loop");
        foreach (var file in new[] { "0000-2023-03.checkpoint", "0000-2022-05.month" })
            await File.AppendAllTextAsync(Path.Combine(parent, "trunk", file), "x", TestContext.Current.CancellationToken);
        var branch = runs.Free("from-damaged-trunk");
        var said = await BranchedRun.Done(
            ["branch", parent, "--at", "2023-06", "--set", .. BranchedRun.Settings, "--executor", "loop", "--out", branch]);
        Assert.Contains("0000-2022-05.month is damaged", said.Error, StringComparison.Ordinal);
        await SameRun(runs.Branch, branch);
    }

    [Fact]
    public async Task The_months_before_and_the_arm_that_is_not_touched_are_the_parents()
    {
        var (parent, branch) = (await RunReader.Open(runs.Parent), await RunReader.Open(runs.Branch));
        Assert.Equal(parent.Manifest.Arms[0].WorldHashes, branch.Manifest.Arms[0].WorldHashes);
        Assert.NotEqual(parent.Manifest.Arms[1].WorldHashes[0], branch.Manifest.Arms[1].WorldHashes[0]);
        var (before, after) = (await Sales(parent), await Sales(branch));
        var differing = before.Zip(after).Where(pair => pair.First != pair.Second).Select(pair => pair.First.Month).Distinct()
            .Order().ToList();
        Assert.NotEmpty(differing);
        Assert.All(differing, month => Assert.True(month >= 202306));
    }

    [Fact]
    public async Task The_ledger_shows_the_old_lever_before_the_month_and_the_new_one_from_it_on()
    {
        var visits = new HashSet<(bool Since, double Chance)>();
        var support = new HashSet<int>();
        await foreach (var part in (await RunReader.Open(runs.Branch)).Read(RunFolder.Ledger))
        {
            var (months, measures, forms, fields) = (
                await part.Numbers<int>("month"), await part.Texts("measure"), await part.Texts("form"), await part.Texts("field"));
            var (before, after) = (await part.Numbers<double>("before"), await part.Numbers<double>("after"));
            for (var row = 0; row < months.Length; row++)
            {
                if (measures[row] == "gansu-2023/03") support.Add(months[row]);
                if (measures[row] == "gansu-2023/09" && forms[row] == "ServiceVisit" && fields[row] == "chance") visits.Add(
                    (months[row] >= 202306, Math.Round(after[row] - before[row], 9)));
            }
        }
        // Clause 9 adds 10 % a month to the chance of a visit, and in the branch 5 %.
        Assert.Equal([(false, 0.1), (true, 0.05)], visits.Order());
        Assert.NotEmpty(support);
        Assert.All(support, month => Assert.InRange(month, 202303, 202305));
    }

    [Fact]
    public async Task The_parent_and_the_month_are_on_record_in_scenario_and_manifest()
    {
        var (parent, branch) = (await BranchedRun.ManifestOf(runs.Parent), await BranchedRun.ManifestOf(runs.Branch));
        Assert.Equal(new BranchRecord(parent.ContentAddress, "2023-06"), branch.Branch);
        Assert.Null(parent.Branch);
        var scenario = ScenarioFile.Read(Path.Combine(runs.Branch, RunFolder.Scenario), MeasureCatalog.Default);
        Assert.Equal(parent.ContentAddress, scenario.Branch!.Of);
        Assert.Equal(
            ["From 2023-06 CultivateSpecialisedSmes.provincialReward is 100000 instead of 300000 (yuan).",
                "From 2023-06 CultivateSpecialisedSmes.poolVisits is 0.05 instead of 0.1 (chance a month).",
                "From 2023-06 FinancialSupport is off."],
            ScenarioText.OnTheWay(scenario).Select(sentence => $"{sentence}"));
    }

    [Fact]
    public async Task A_branch_is_branched_in_turn_and_keeps_what_it_changed_before()
    {
        var scenario = Engine.Branching.Branch.Of(
            await RunReader.Open(runs.Branch), Model.Month.Of(2023, 7),
            ["FinancialSupport=on", "CultivateSpecialisedSmes.nationalReward=0"]);
        Assert.Equal(
            ["From 2023-06 CultivateSpecialisedSmes.provincialReward is 100000 instead of 300000 (yuan).",
                "From 2023-06 CultivateSpecialisedSmes.poolVisits is 0.05 instead of 0.1 (chance a month).",
                "From 2023-06 FinancialSupport is off.",
             "From 2023-07 FinancialSupport is on.", "From 2023-07 CultivateSpecialisedSmes.nationalReward is 0 instead of 500000 (yuan)."],
            ScenarioText.OnTheWay(scenario).Select(sentence => $"{sentence}"));
        Assert.Equal(Model.Month.Of(2023, 7), scenario.Later[1].Measures.Single(m => m.Name == "FinancialSupport").From);
    }

    [Fact]
    public async Task A_branch_is_verified_like_any_run() =>
        Assert.Contains(
            "bit for bit", (await BranchedRun.Done("verify", runs.Branch, "--executor", "loop")).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("needs --at MONTH")]
    [InlineData("It can be left in 2022-02 at the earliest and 2023-07 at the latest", "--at", "2024-01", "--set", "FinancialSupport=off")]
    [InlineData("a branch changes something", "--at", "2023-06")]
    [InlineData("there is no lever \"reward\" in CultivateSpecialisedSmes.", "--at", "2023-06", "--set",
        "CultivateSpecialisedSmes.reward=1")]
    [InlineData("outside [0, 2000000] yuan", "--at", "2023-06", "--set", "CultivateSpecialisedSmes.provincialReward=9000000")]
    [InlineData("there is no measure \"FinancialSuport\". Nearest: FinancialSupport.", "--at", "2023-06", "--set", "FinancialSuport=off")]
    [InlineData("nothing differs from the parent", "--at", "2023-06", "--set", "CultivateSpecialisedSmes.provincialReward=300000")]
    [InlineData("a change is written Measure.lever=value", "--at", "2023-06", "--set", "more money")]
    [InlineData("Talent is both switched and turned", "--at", "2023-06", "--set", "Talent=off", "Talent.budgetPerYear=0")]
    [InlineData("--prepare only stores the months before", "--at", "2023-06", "--prepare", "--set", "Talent=off")]
    [InlineData("a branch at most as many", "--at", "2023-06", "--set", "Talent=off", "--replicates", "3")]
    public async Task A_wrong_order_is_answered_and_leaves_nothing(string answer, params string[] order)
    {
        var folder = runs.Free("wrong");
        var said = await Said.By(
            ["branch", runs.Parent, .. order, "--executor", "loop",
            .. order.Contains("--prepare") ? Array.Empty<string>() : ["--out", folder]]);
        Assert.Equal(2, said.Exit);
        Assert.Contains(answer, said.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task A_recording_of_another_build_is_not_branched_and_the_build_is_named()
    {
        var copy = Copy("other-build");
        await ExportedRun.Reseal(copy, manifest => manifest with { ModelBuild = new string('c', 64) });
        var said = await Said.By("branch", copy, "--at", "2023-06", "--set", "Talent=off");
        Assert.Equal(2, said.Exit);
        Assert.Contains("was recorded by build cccccccccccccccc of the model", said.Error, StringComparison.Ordinal);
    }

    private string Copy(string name)
    {
        var copy = runs.Free(name);
        Directory.CreateDirectory(copy);
        foreach (var file in Directory.EnumerateFiles(runs.Parent)) File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        return copy;
    }

    private static async Task SameRun(string one, string other)
    {
        var (first, second) = (await BranchedRun.ManifestOf(one), await BranchedRun.ManifestOf(other));
        Assert.Equal(first.ContentAddress, second.ContentAddress);
        Assert.Equal(first.ResultHash, second.ResultHash);
        Assert.Equal(first.Population, second.Population);
        Assert.All(Tables, table => Assert.Equal(first.Files[table].Sha256, second.Files[table].Sha256));
    }

    private static async Task<List<(int Month, string Arm, int Replicate, long Sales)>> Sales(RunReader run)
    {
        var rows = new List<(int, string, int, long)>();
        await foreach (var part in run.Read(RunFolder.Series))
        {
            var (months, arms, replicates, sales) = (
                await part.Numbers<int>("month"), await part.Texts("arm"), await part.Numbers<int>("replicate"),
                await part.Numbers<long>("sales"));
            // The arm has another name in the branch.
            rows.AddRange(
                months.Select((month, row) =>
                (month, arms[row].StartsWith("The notice", StringComparison.Ordinal) ? "policy" : "baseline", replicates[row],
                sales[row])));
        }
        return rows;
    }
}
