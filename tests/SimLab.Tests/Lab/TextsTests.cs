using System.Reflection;
using System.Text.RegularExpressions;
using SimLab.App;
using SimLab.App.Lab.Viewing;
using SimLab.App.Texts;
using SimLab.Engine;
using SimLab.Engine.Calibration;
using SimLab.Engine.Calibration.Trials;
using SimLab.Engine.Recording;
using SimLab.Engine.RuleQueries;
using SimLab.Engine.Scenarios;
using SimLab.Model.Economy;
using SimLab.Model.Forms;
using SimLab.Model.Populations;
using SimLab.Model.Rulebook;
using SimLab.Tests.Populations;
using Xunit;

namespace SimLab.Tests.Lab;

[Fast]
public class TextsTests
{
    private static readonly Regex Placeholder = new(@"\{\d\}");

    [Fact]
    public void Every_phrase_is_there_in_both_languages_with_the_same_gaps_to_fill()
    {
        var phrases = typeof(Cli).Assembly.GetTypes()
            .SelectMany(type =>
                type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
                .Where(f => f.FieldType == typeof(Phrase)).Select(f => (Name: $"{type.Name}.{f.Name}", Phrase: (Phrase)f.GetValue(null)!)))
            .ToList();
        Assert.True(phrases.Count > 80);
        foreach (var (name, phrase) in phrases)
        {
            Assert.True(phrase.Zh.Trim().Length > 0 && phrase.En.Trim().Length > 0, name);
            Assert.True(Gaps(phrase.Zh).SequenceEqual(Gaps(phrase.En)),
                $"{name}: \"{phrase.Zh}\" and \"{phrase.En}\" leave different gaps");
        }
        // Chinese is Chinese, and English has none of it but the name of the other language and of Chinese money.
        Assert.Empty(phrases.Where(p => !p.Phrase.Zh.Any(IsChinese) && p.Phrase.Zh.Any(char.IsLetter)).Select(p => p.Name));
        Assert.Empty(phrases.Where(p => p.Phrase.En.Any(IsChinese) && p.Name != "LabTexts.Language").Select(p => p.Name));
    }

    [Fact]
    public void Every_assumption_has_a_Chinese_name() =>
        Nameless(Parameter.Of(new Macro()).Select(d => $"macro.{d.Name}")
            .Concat(Parameter.Of(new BehaviouralParameters()).Select(d => $"behaviour.{d.Name}")));

    [Fact]
    public void Every_figure_of_a_recipe_its_part_its_unit_and_its_kinds_of_firms_have_a_Chinese_name()
    {
        var figures = Register.Of(null, [], GansuPopulation.Recipe).Where(each => each.Group == "population").ToArray();
        Assert.Contains(figures, each => each.Name == "firms.smes");
        Nameless(figures.SelectMany(each => new[] { $"population.{each.Name}", each.Part, $"unit {each.Unit}" })
            .Concat(Enum.GetNames<FirmKind>().Concat(Enum.GetNames<SizeBand>()).Select(member => $"member {member}")));
    }

    [Fact]
    public void No_Chinese_name_is_left_of_an_assumption_that_is_gone()
    {
        var all = Register.Of(null, [], GansuPopulation.Recipe);
        var known = all.SelectMany(each => new[] { $"{each.Group}.{each.Name}", each.Part }).ToHashSet();
        string[] groups = [.. all.Select(each => $"{each.Group}.").Distinct()];
        var named = ParameterTexts.Worded.Where(key => groups.Any(group => key.StartsWith(group, StringComparison.Ordinal)));
        Assert.Equal([], named.Except(known));
    }

    [Fact]
    public void Every_unit_of_an_assumption_has_a_Chinese_name() =>
        Nameless(Parameter.Of(new Macro()).Concat(Parameter.Of(new BehaviouralParameters())).Select(l => $"unit {l.Unit}"));

    [Fact]
    public void A_lever_is_named_as_its_measure_declares_it()
    {
        var reward = MeasureCatalog.Default.Find("CultivateSpecialisedSmes")!.Lever("provincialReward")!;
        Assert.Equal(new Phrase("省级专精特新奖励", "Provincial reward"), ParameterTexts.Of("CultivateSpecialisedSmes", reward));
        Assert.Equal(new Phrase("元", "yuan"), ParameterTexts.Unit(reward));
        Assert.Equal(new Phrase("第9条：每户奖励30万元", "clause 9: 每户奖励30万元"), SourceTexts.Of(reward));
    }

    [Fact]
    public void Every_condition_of_a_title_has_a_Chinese_name() =>
        Nameless(Enum.GetValues<Condition>().Select(condition => $"condition {Wording.Id(condition)}"));

    [Fact]
    public void Every_form_that_a_measure_acts_on_has_a_Chinese_name() =>
        Nameless(MeasureCatalog.Default.Measures.SelectMany(measure => measure.Forms).Select(form => $"form {form.Form.Name}"));

    [Fact]
    public void Every_field_of_a_form_has_a_Chinese_name()
    {
        var fields = Enum.GetValues<FormKind>().SelectMany(Names.FieldsOf).ToList();
        Assert.Contains("publicCost", fields);
        Nameless(fields.Select(field => $"field {Spelling.Snake(field).Replace('_', ' ')}"));
    }

    [Fact]
    public void Every_outcome_of_a_trial_has_a_Chinese_unit() =>
        Nameless(TrialOutcome.All.Select(outcome => $"unit {outcome.Unit}"));

    [Fact]
    public void Every_part_of_the_program_that_reads_a_number_has_a_Chinese_name() =>
        Nameless(Readers.All.Values.SelectMany(types => types).Where(type => ParameterTexts.PartOfModel(type).Zh == type)
            .Select(type => $"reads {type}"));

    // All of them at once: whoever adds an assumption adds its line to parameters.zh.txt.
    private static void Nameless(IEnumerable<string> keys)
    {
        var missing = keys.Distinct().Where(key => !ParameterTexts.HasChinese(key)).ToList();
        Assert.True(missing.Count == 0, $"parameters.zh.txt has no line for: {string.Join(", ", missing)}");
    }

    [Fact]
    public void Pages_stand_in_the_navigation_in_their_order_with_an_address_each()
    {
        Assert.Contains(LabPage.All, page => page.Path == "plan");
        Assert.Equal(LabPage.All.Length, LabPage.All.Select(page => page.Path).Distinct().Count());
        Assert.Equal(LabPage.All.OrderBy(page => page.Order).Select(page => page.Path), LabPage.All.Select(page => page.Path));
    }

    private static List<string> Gaps(string text) =>
        [.. Placeholder.Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal)];

    private static bool IsChinese(char settlement) => settlement is >= '一' and <= '鿿';
}
