using System.Text.Json;
using SimLab.Engine.Execution;
using SimLab.Model;
using SimLab.Model.Enterprises;
using SimLab.Model.Messages;
using SimLab.Model.Populations;
using SimLab.Model.Recognition;
using SimLab.Model.Rulebook;
using Xunit;

namespace SimLab.Tests.Consistency;

/// <summary>What a title declares of itself.</summary>
[Fast]
public sealed class TitleTests
{
    public static TheoryData<Title> All { get; } = [.. Enum.GetValues<Title>()];

    [Fact]
    public void There_is_room_for_each_title_in_the_state_and_on_the_card_of_a_firm()
    {
        Assert.Equal(Places.Titles, Enum.GetValues<Title>().Length);
        Assert.InRange(Places.Titles, 1, 8 * sizeof(byte));
        var firm = new Enterprise();
        foreach (var title in Enum.GetValues<Title>()) firm.SetUntil(title, (ushort)(1 + (int)title));
        Assert.All(Enum.GetValues<Title>(), title => Assert.Equal(1 + (int)title, firm.Until(title)));
    }

    [Theory, MemberData(nameof(All))]
    public void A_title_has_its_names_and_a_batch_in_the_year(Title title)
    {
        var definition = TitleCatalog.Of(title);
        Assert.Equal(title, definition.Title);
        Assert.NotEqual("", definition.English.Trim());
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", definition.Chinese);
        Assert.NotEmpty(definition.Spellings);
        Assert.True(definition.IsAppliedForIn(Month.Of(2023, definition.ApplicationMonth), new LocalLaw([])));
        Assert.Contains(definition.Applications, LocalRules.All);
        Assert.InRange(definition.MonthsToAward, 1, TitleCatalog.LongestWait);
        Assert.True(definition.LastMonth(Month.Of(2023, 3)) > Month.Of(2023, 3));
        Assert.Contains(definition.Rule, RuleBook.Rules);
    }

    [Theory, MemberData(nameof(All))]
    public void Its_holders_are_a_stock_and_what_it_counts_besides_are_flows(Title title)
    {
        var definition = TitleCatalog.Of(title);
        Assert.Equal((false, "firms"), (Indicators.IsFlow(definition.Holders), Indicators.Unit(definition.Holders)));
        if (definition.FirstEarned is { } earned) Assert.Equal((true, "firms"), (Indicators.IsFlow(earned), Indicators.Unit(earned)));
        if (definition.Files is { } files) Assert.Equal((true, "count"), (Indicators.IsFlow(files), Indicators.Unit(files)));
    }

    /// <summary>Two titles with one draw would be applied for by the same firms; two with one indicator could not be told apart.</summary>
    [Fact]
    public void No_two_titles_share_a_draw_an_indicator_a_rule_or_a_spelling()
    {
        Assert.Distinct(TitleCatalog.All.Select(title => title.Application));
        Assert.Distinct(TitleCatalog.All.Select(title => title.Rule.Source.Id));
        Assert.Distinct(TitleCatalog.All.SelectMany(title => title.Spellings));
        Assert.Distinct(TitleCatalog.All.Select(title => (Indicator?)title.Holders)
            .Concat(TitleCatalog.All.SelectMany(title => new[] { title.FirstEarned, title.Files })).OfType<Indicator>());
    }

    /// <summary>Every silo grows the population from the plan.</summary>
    [Fact]
    public void The_titles_of_a_user_s_own_firm_stand_in_the_plan_of_a_run()
    {
        var options = new JsonSerializerOptions { Converters = { new RunPlan.MonthJsonConverter() } };
        var firm = new OwnFirm();
        firm.SetUntil(Title.LittleGiant, Month.Of(2024, 5));
        var read = JsonSerializer.Deserialize<OwnFirm>(JsonSerializer.Serialize(firm, options), options)!;
        Assert.All(Enum.GetValues<Title>(), title => Assert.Equal(firm.Until(title), read.Until(title)));
    }

    [Fact]
    public void A_title_that_another_requires_is_taken_up_before_it()
    {
        Assert.Equal(Title.Specialised, TitleCatalog.Of(Title.LittleGiant).Requires);
        Assert.All(TitleCatalog.All, title => Assert.True(title.Requires is not { } required || required < title.Title, $"{title.Title}"));
    }
}
