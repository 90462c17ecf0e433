using System.Text.Json.Nodes;
using SimLab.Engine.Reporting;
using Xunit;

namespace SimLab.Tests.Reporting;

[Fast]
public sealed class RunDocumentTests
{
    private static JsonNode Document(int arms)
    {
        var (result, scenario) = (HandMadeRun.Result(arms), HandMadeRun.Scenario(arms, HandMadeRun.HighTech(12), HandMadeRun.Specialised));
        return JsonNode.Parse(RunDocument.Of(result, scenario, RunSummary.Of(result, scenario), "0123").ToJson())!;
    }

    private static string[] Keys(JsonNode? node) => [.. node!.AsObject().Select(p => p.Key)];

    [Fact]
    public void The_keys_of_the_contract_are_there()
    {
        var document = Document(2);
        Assert.Superset(
            new HashSet<string>
                { "scenario", "seed", "replicates", "months", "enterprises", "arms", "hash", "targets", "publicCost", "performance" },
            Keys(document).ToHashSet());
        var target = document["targets"]![0];
        Assert.Superset(new HashSet<string> { "id", "unit", "target", "month", "arms", "difference" }, Keys(target).ToHashSet());
        Assert.Equal(["baseline", "policy"], Keys(target!["arms"]));
        Assert.Superset(new HashSet<string> { "mean", "p05", "p50", "p95", "probability" }, Keys(target["arms"]!["policy"]).ToHashSet());
        Assert.Superset(new HashSet<string> { "mean", "p05", "p95" }, Keys(target["difference"]).ToHashSet());
        Assert.Superset(new HashSet<string> { "measure", "arm", "yuan" }, Keys(document["publicCost"]![0]).ToHashSet());
        Assert.Equal(
            ["wallSeconds", "startupSeconds", "grainCalls", "enterpriseMonthWorlds", "peakMemoryBytes"], Keys(document["performance"]));
    }

    [Fact]
    public void It_says_what_the_summary_says()
    {
        var document = Document(2);
        Assert.Equal(
            ("Something done", "有政策", 5, 4, 24),
            ((string)document["scenario"]!, (string)document["scenarioZh"]!, (int)document["seed"]!, (int)document["replicates"]!,
            (int)document["months"]!));
        Assert.Equal(["baseline", "policy"], document["arms"]!.AsArray().Select(a => (string)a!));
        Assert.Equal("无政策", (string)document["armNames"]!["baseline"]!["nameZh"]!);
        var target = document["targets"]![0]!;
        Assert.Equal(
            (12.0, "2023-12", 0.5, 1.0),
            ((double)target["target"]!, (string)target["month"]!, (double)target["arms"]!["baseline"]!["probability"]!,
            (double)target["arms"]!["policy"]!["probability"]!));
        Assert.Equal((3.5, true), ((double)target["difference"]!["mean"]!, (bool)target["difference"]!["clear"]!));
        var cost = document["publicCost"]![0]!;
        Assert.Equal(
            ("PublicServices", "policy", 120.0, 36.0),
            ((string)cost["measure"]!, (string)cost["arm"]!, (double)cost["yuan"]!, (double)cost["yuanInYear"]!));
    }

    [Fact]
    public void A_target_without_a_number_says_in_words_what_it_wants()
    {
        var target = Document(2)["targets"]![1]!;
        Assert.Null(target["target"]);
        Assert.Equal("more than the year before", (string)target["targetText"]!);
    }

    [Fact]
    public void A_scenario_alone_is_the_policy_arm()
    {
        var document = Document(1);
        Assert.Equal(["policy"], document["arms"]!.AsArray().Select(a => (string)a!));
        Assert.Null(document["targets"]![0]!["difference"]);
        Assert.Equal("Something done", (string)document["armNames"]!["policy"]!["name"]!);
    }

    [Fact]
    public void Chinese_is_written_as_such()
    {
        var (result, scenario) = (HandMadeRun.Result(), HandMadeRun.Scenario(2, HandMadeRun.HighTech(12)));
        Assert.Contains(
            "高新技术企业", RunDocument.Of(result, scenario, RunSummary.Of(result, scenario), "0123").ToJson(), StringComparison.Ordinal);
    }
}
