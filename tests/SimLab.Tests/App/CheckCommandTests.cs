using SimLab.App.Console;
using Xunit;

namespace SimLab.Tests.App;

[Slow]
public sealed class CheckCommandTests : IDisposable
{
    private readonly ShortGansu _gansu = new(whole: true);

    public void Dispose() => _gansu.Dispose();

    [Fact]
    public async Task Check_says_in_plain_words_what_a_scenario_holds()
    {
        var said = await Said.By("check", _gansu.Rewards);
        Assert.Equal((ExitCode.Done, ""), (said.Exit, said.Error));
        // What the firms come to is the recipe's affair.
        var network = said.Output[
            said.Output.IndexOf("Supply network:", StringComparison.Ordinal)..said.Output.IndexOf("Measures:", StringComparison.Ordinal)];
        Assert.All(["leaders: ", "first tier: ", "second tier: "], tier => Assert.Contains(tier, network, StringComparison.Ordinal));
        var lines = said.Output.Replace(network, "", StringComparison.Ordinal).Split('\n').Select(line => line.TrimEnd())
            .Where(line =>
            !line.StartsWith("Population:", StringComparison.Ordinal) && !line.StartsWith("Content", StringComparison.Ordinal));
        Assert.Equal("""
            Rewards [and coaching]  奖励与培育
              Twice the reward, to see what comes of it.
            2022-01 to 2022-12 (12 months), 2 replicates, seed 7.
            Measures:
              gansu-2023/09 CultivateSpecialisedSmes 加大专精特新中小企业培育力度, from 2022-03
            Targets:
              high_tech_enterprises: at least 1,000,000 firms, by 2022-12 (no one could)
              new_specialised_smes: at least 0 firms, by 2022-12 (anyone could)
            Beside it runs: Nothing done. What differs:
              CultivateSpecialisedSmes is on from 2022-03.
              CultivateSpecialisedSmes.provincialReward is 600000 instead of the document's 300000 (yuan).
            No mistakes found.

            """, string.Join('\n', lines), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public async Task All_mistakes_of_a_scenario_are_told_at_once()
    {
        _gansu.Write("bad.yaml", """
            name: Bad
            extends: nothing.yaml
            monhts: 12
            measures:
              CultivateSpecialisedSmes: { provincialReward: 9000000 yuan }
              Cultivate: {}

            """);
        var said = await Said.By("check", _gansu.In("bad.yaml"));
        Assert.Equal((ExitCode.WrongInput, ""), (said.Exit, said.Output));
        Assert.Contains("bad.yaml:3: there is no key \"monhts\". Nearest: months.", said.Error, StringComparison.Ordinal);
        Assert.Contains("bad.yaml:5: ", said.Error, StringComparison.Ordinal);
        Assert.Contains("bad.yaml:6: ", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_in_the_population_is_the_users_too()
    {
        _gansu.Write("people.yaml", "name: Nobody\nat: 2021-12\n");
        _gansu.Write("people-bad.yaml", "name: X\nextends: nothing.yaml\npopulation: people.yaml\n");
        foreach (var command in new[] { "check", "run" })
        {
            var said = await Said.By(command, _gansu.In("people-bad.yaml"));
            Assert.Equal((ExitCode.WrongInput, ""), (said.Exit, said.Output));
            Assert.Contains("people.yaml", said.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", said.Error, StringComparison.Ordinal);
        }
    }
}
