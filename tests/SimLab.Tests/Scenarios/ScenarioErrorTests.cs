using System.Text;
using Xunit;

namespace SimLab.Tests.Scenarios;

/// <summary>What a planner is told: the place, the word found, what is allowed, the nearest right word.</summary>
[Fast]
public sealed class ScenarioErrorTests : IDisposable
{
    private const string Plain = ScenarioFolder.Plain;                       // six lines, so what is added stands in line 7
    private readonly ScenarioFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void An_unknown_key_names_the_nearest_key() =>
        folder.AssertMistake(Plain + "mesures: {}", 7, "there is no key \"mesures\"", "Nearest: measures.", "The keys are: name, nameZh");

    [Fact]
    public void An_unknown_measure_names_the_nearest_and_all_measures() =>
        folder.AssertMistake(
            Plain + "measures:\n  Rewards: {}", 8, "there is no measure \"Rewards\".", "Nearest: SampleRewards.",
            "The measures are: ", "SampleLoans");

    [Fact]
    public void A_misspelt_lever_names_the_nearest_and_all_levers() =>
        folder.AssertMistake(Plain + "measures:\n  SampleRewards:\n    provincalReward: 1", 9,
            "there is no lever \"provincalReward\" in SampleRewards.", "Nearest: provincialReward.",
                "The levers are: provincialReward, paperworkLeft, coachingGain, largestList, paidTwice, budgetPerYear, from, until, "
            + "financedBy.");

    [Fact]
    public void A_lever_out_of_range_tells_the_range_the_unit_and_the_source() =>
        folder.AssertMistake(Plain + "measures: { SampleRewards: { provincialReward: 9000000 } }", 7,
            "SampleRewards.provincialReward is 9000000, outside [0, 2000000] yuan (clause 9: 每户奖励30万元).");

    [Theory]
    [InlineData("300000 dollars", "given in \"dollars\"; its unit is yuan.")]
    [InlineData("30%", "given in \"%\"; its unit is yuan.")]
    [InlineData("30 points of 100", "its unit is yuan.")]
    [InlineData("300,000", "given in \",000\"; its unit is yuan.")]
    [InlineData("\"300000 yuans\"", "its unit is yuan.")]
    public void A_wrong_unit_names_the_right_one(string written, string words) =>
        folder.AssertMistake(
            Plain + $"measures:\n  SampleRewards:\n    provincialReward: \"{written.Trim('"')}\"", 9,
            "SampleRewards.provincialReward is ", words);

    [Theory]
    [InlineData("provincialReward: plenty", "provincialReward is \"plenty\", not a number.")]
    [InlineData("provincialReward: .nan", "provincialReward is \".nan\", not a number.")]
    [InlineData("provincialReward: NaN", "provincialReward is \"NaN\", not a number.")]
    [InlineData("provincialReward: -.inf", "provincialReward is \"-.inf\", not a number.")]
    [InlineData("provincialReward: Infinity", "provincialReward is \"Infinity\", not a number.")]
    [InlineData("provincialReward: 1e999", "provincialReward is \"1e999\", more than a number can hold.")]
    [InlineData("provincialReward: 0x10", "given in \"x10\"; its unit is yuan.")]
    [InlineData("provincialReward:", "provincialReward has no value.")]
    [InlineData("provincialReward: [1]", "provincialReward is a list; a number is wanted.")]
    [InlineData("provincialReward: { 2022: 1 }", "provincialReward is a group of keys; a number is wanted.")]
    [InlineData("coachingGain: 4.5", "coachingGain is 4.5; a whole number of points of 100 is wanted.")]
    [InlineData("largestList: 1e30", "largestList is 1E+30, outside [0, 10000000000] firms")]
    [InlineData("paidTwice: 1", "paidTwice is \"1\". Write true or false.")]
    [InlineData("from: March 2023", "SampleRewards.from is \"March 2023\". Write a month", "such as 2023-03.")]
    [InlineData("from: 2023-13", "SampleRewards.from is \"2023-13\".")]
    public void A_value_of_the_wrong_kind_says_what_is_wanted(string lever, params string[] words) =>
        folder.AssertMistake(Plain + $"measures:\n  SampleRewards:\n    {lever}", 9, words);

    [Fact]
    public void A_measure_that_is_neither_on_nor_off_says_how_to_write_it() =>
        folder.AssertMistake(Plain + "measures:\n  SampleRewards: yes", 8, "SampleRewards is \"yes\".", "off");

    [Fact]
    public void A_section_that_is_a_list_says_how_to_write_it() =>
        folder.AssertMistake(Plain + "measures:\n  - SampleRewards\n  - SampleLoans", 8, "measures is a list.", "key: value");

    [Fact]
    public void A_duplicate_key_names_both_lines() =>
        folder.AssertMistake(Plain + "months: 12", 7, "\"months\" stands here a second time; the first is in line 3.");

    [Fact]
    public void A_duplicate_measure_names_both_lines() =>
        folder.AssertMistake(
            Plain + "measures:\n  SampleLoans: {}\n  SampleLoans: {}", 9,
            "\"SampleLoans\" stands here a second time; the first is in line 8.");

    [Theory]
    [InlineData("from: 2023-06, until: 2023-03", "SampleLoans ends in 2023-03, before it begins in 2023-06.")]
    [InlineData("until: 2021-12", "SampleLoans ends in 2021-12, before the run begins in 2022-01.", "SampleLoans: off")]
    [InlineData("from: 2025-01", "SampleLoans begins in 2025-01, after the run ends in 2024-12.", "SampleLoans: off")]
    public void A_measure_that_could_never_be_in_force_is_a_mistake(string months, params string[] words) =>
        folder.AssertMistake(Plain + $"measures:\n  SampleLoans: {{ {months} }}", 8, words);

    [Theory]
    [InlineData("macro: { demandGrowth: 5 }", "macro.demandGrowth is 5, outside [-0.2, 0.3] share a year")]
    [InlineData("macro: { demandGrowth: { 2022: 5 } }", "macro.demandGrowth of 2022 is 5, outside [-0.2, 0.3]")]
    [InlineData("macro: { demandGrowth: { next: 0.05 } }", "\"next\" in macro.demandGrowth is not a year from 2000 to 2100.")]
    [InlineData("macro: { demandGrowth: {} }", "macro.demandGrowth names no year.")]
    [InlineData("macro: { demandGrwth: 0.05 }", "there is no number \"demandGrwth\" under macro.", "Nearest: demandGrowth.")]
    [InlineData("behaviour: { GrowthSpread: 0.3 }", "there is no number \"GrowthSpread\" under behaviour.", "Nearest: growthSpread.")]
    [InlineData("behaviour: { growthSpread: 3 }", "behaviour.growthSpread is 3, outside [0.05, 0.8]")]
    public void Behaviour_and_macro_are_checked_like_levers(string section, params string[] words) =>
        folder.AssertMistake(Plain + section, 7, words);

    [Theory]
    [InlineData("months: 36", "months: 0", 3, "months is \"0\". Write a whole number from 1 to 600.")]
    [InlineData("months: 36", "months: 601", 3, "months is \"601\".")]
    [InlineData("months: 36", "months: three years", 3, "months is \"three years\".")]
    [InlineData("replicates: 8", "replicates: 0", 4, "replicates is \"0\". Write a whole number from 1 to 100000.")]
    [InlineData("replicates: 8", "replicates: 100001", 4, "replicates is \"100001\".")]
    [InlineData("seed: 7", "seed: -1", 5, "seed is \"-1\". Write a whole number from 0 to 18446744073709551615.")]
    [InlineData("start: 2022-01", "start: 2022", 2, "start is \"2022\". Write a month from 2000-01 to 2100-12, such as 2023-03.")]
    [InlineData("start: 2022-01", "start: 9999-12", 2, "start is \"9999-12\".")]
    [InlineData("name: Plain", "name:", 1, "name is empty.")]
    [InlineData("name: Plain", "name: \"\\e[31mred\"", 1, "control characters")]
    [InlineData("population: people.json", "population: peeple.json", 6, "there is no file ", "peeple.json.", "Nearest: people.json.")]
    [InlineData("population: people.json", "population: nowhere/p.json", 6, "There is no folder ")]
    [InlineData("population: people.json", "population: .", 6, "is a directory.")]
    [InlineData("population: people.json", "population: \"a\\0b\"", 6, "population is \"a b\", with control characters in it.")]
    public void A_wrong_frame_is_a_mistake(string right, string wrong, int line, params string[] words) =>
        folder.AssertMistake(Plain.Replace(right, wrong, StringComparison.Ordinal), line, words);

    [Theory]
    [InlineData("name: Plain\n", "name is missing.")]
    [InlineData("start: 2022-01\n", "start is missing.", "extend a file that has it")]
    [InlineData("months: 36\n", "months is missing.")]
    [InlineData("population: people.json\n", "population is missing.")]
    public void What_a_scenario_cannot_be_without_is_asked_for(string left, params string[] words) =>
        folder.AssertMistake(Plain.Replace(left, "", StringComparison.Ordinal), 1, words);

    [Theory]
    [InlineData("high_tech_enterprise: { atLeast: 2000, unit: firms, by: 2023-12 }",
        "there is no indicator \"high_tech_enterprise\"", "Nearest: high_tech_enterprises.")]
    [InlineData("new_above_scale: { atLeast: 300, unit: firms, by: 2025-01 }",
        "the target new_above_scale is due by 2025-01, outside the run, 2022-01 to 2024-12.")]
    [InlineData("new_above_scale: { atLeast: 300, unit: firms, by: 2021-12 }", "outside the run")]
    [InlineData("first_loan_firms: { aboveLastYear: true, unit: firms, by: 2022-12 }",
        "compares 2022-12 with 2021-12, but the run begins in 2022-01.")]
    [InlineData("first_loan_firms: { aboveLastYear: false, unit: firms, by: 2023-12 }", "sets no target")]
    [InlineData("new_above_scale: { unit: firms, by: 2023-12 }", "compares with 0 things. Give one of atLeast, above, about")]
    [InlineData("new_above_scale: { atLeast: 1, above: 2, unit: firms, by: 2023-12 }", "compares with 2 things.")]
    [InlineData("new_above_scale: { atLeast: 300 firm loans, unit: firms, by: 2023-12 }",
        "new_above_scale.atLeast is given in \"firm loans\"; its unit is firms.")]
    [InlineData("new_above_scale: { atLeast: 300, by: 2023-12 }", "has no unit. Add \"unit: firms\".")]
    [InlineData("new_above_scale: { atLeast: 300, unit: firms }", "has no by. Add \"by: 2023-12\".")]
    [InlineData("new_above_scale: { atleast: 300, unit: firms, by: 2023-12, atLeast: 2 }",
        "there is no key \"atleast\" in the target new_above_scale.", "Nearest: atLeast.")]
    [InlineData("new_above_scale: { atLeast: 300, tolerance: 0.1, unit: firms, by: 2023-12 }", "tolerance has no meaning with atLeast")]
    [InlineData("new_sme_loans: { about: 8e10, tolerance: 5, unit: yuan, by: 2023-12 }", "new_sme_loans.tolerance is 5, outside [0, 1)")]
    [InlineData("inclusive_loan_growth: { above: loan_growth, unit: share, by: 2023-12 }",
        "is \"loan_growth\", neither a number nor another indicator.", "Nearest: all_loan_growth.")]
    [InlineData("new_above_scale: 300", "new_above_scale is \"300\". Write it as { atLeast: 2000")]
    public void A_target_that_cannot_be_judged_is_a_mistake(string target, params string[] words) =>
        folder.AssertMistake(Plain + "targets:\n  " + target, 8, words);

    [Fact]
    public void Several_mistakes_are_told_at_once_in_the_order_of_the_file()
    {
        folder.Write("x.yaml", Plain.Replace("months: 36", "months: 0", StringComparison.Ordinal) + """
            colour: red
            measures:
              SampleRewards: { coachingGain: 99, provincialReward: 1 dollar }
              Rewards: {}
            """);
        Assert.Equal([3, 7, 9, 9, 10], folder.MistakesOf("x.yaml").Problems.Select(p => p.Position.Line));
    }

    [Fact]
    public void Twenty_mistakes_are_listed_and_the_rest_counted()
    {
        folder.Write("x.yaml", Plain + string.Concat(Enumerable.Range(0, 50).Select(i => $"key{i}: 1\n")));
        var mistake = folder.MistakesOf("x.yaml");
        Assert.Equal(20, mistake.Problems.Length);
        Assert.EndsWith("\n… and 30 more.", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_shown_of_a_mistake_is_short_and_cannot_paint_on_a_terminal()
    {
        folder.Write("x.yaml", Plain + $"\"\\e[31m{new string('x', 5000)}\": 1");
        var message = folder.MistakesOf("x.yaml").Message;
        Assert.DoesNotContain('\e', message);
        Assert.DoesNotContain(new string('x', 100), message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_message_is_one_line_in_utf8_without_a_stack_trace()
    {
        folder.Write("x.yaml", Plain + "note: \"a\\u0000b\"\n\"two\\nlines\": 1");
        var message = folder.MistakesOf("x.yaml").Message;
        Assert.Equal(2, message.Split('\n').Length);
        Assert.Equal(message, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(message)));
    }
}
