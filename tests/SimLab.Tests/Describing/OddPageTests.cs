using System.Globalization;
using System.Text.RegularExpressions;
using SimLab.App.Describing;
using SimLab.Engine.Scenarios;
using SimLab.Model.Chance;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;
using SimLab.Tests.App;
using Xunit;

namespace SimLab.Tests.Describing;

/// <summary>The description of the model says what the code says, and leaves nothing of it out.</summary>
[Slow]
public sealed partial class OddPageTests
{
    [Fact]
    public async Task The_command_prints_the_page()
    {
        var said = await Said.By("odd");
        Assert.Equal(0, said.Exit);
        Assert.Equal(OddPage.Write(), said.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Every_number_of_the_register_is_told_in_the_prose_of_a_submodel()
    {
        var told = Submodel.All.SelectMany(submodel => Page.NamesIn(submodel.Text)).ToHashSet();
        var untold = Parameter.Of(new BehaviouralParameters()).Concat(Parameter.Of(new Macro()))
            .Select(parameter => parameter.Property.Name)
            .Where(name => !told.Contains(name) && !told.Contains($"Macro.{name}"));
        Assert.True(!untold.Any(), string.Join("\n", untold));
    }

    [Fact]
    public void A_submodel_tells_every_number_that_its_code_uses()
    {
        var untold =
            from submodel in Submodel.All
            let told = Page.NamesIn(submodel.Text)
            from parameter in submodel.Numbers
            where !told.Contains(parameter.Property.Name) && !told.Contains($"Macro.{parameter.Property.Name}")
            select $"{submodel.Name} does not tell of {parameter.Property.Name}, which its code uses";
        Assert.True(!untold.Any(), string.Join("\n", untold));
    }

    [Theory]
    [InlineData("SimLab.Model/Enterprises/Decisions/")]
    [InlineData("SimLab.Model/Markets/")]
    public void Every_decision_and_every_market_has_a_submodel(string folder)
    {
        var described = Submodel.All.SelectMany(submodel => submodel.Files).ToHashSet();
        var files = Sources.Files.Keys.Where(file => file.StartsWith(folder, StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(files);
        var untold = files.Except(described).ToArray();
        Assert.Empty(untold);
    }

    [Fact]
    public void Every_step_of_the_month_has_a_submodel()
    {
        var described = Submodel.All.SelectMany(submodel => submodel.Files).Select(Path.GetFileNameWithoutExtension).ToHashSet();
        var steps = MonthStep().Matches(Inventory.Month()).Select(step => step.Groups[1].Value).ToArray();
        Assert.True(steps.Length > 15);
        var untold = steps.Except(described).ToArray();
        Assert.Empty(untold);
    }

    [Fact]
    public void The_month_begins_with_the_year_and_ends_with_papers_for_markets()
    {
        var steps = Inventory.Month().TrimEnd('\n').Split('\n');
        Assert.StartsWith("1. In January: `YearOpens.Begin`. January: the year's growth luck", steps[0], StringComparison.Ordinal);
        Assert.StartsWith("2. `ReceiveSettlements.Apply`.", steps[1], StringComparison.Ordinal);
        Assert.Contains("`SeekCustomers.Decide`", steps[^1], StringComparison.Ordinal);
        Assert.Contains(steps, step => step.Contains("In June: `PlanRnd.Decide`", StringComparison.Ordinal));
    }

    [Fact]
    public void A_number_in_a_formula_stands_in_the_code_it_describes()
    {
        Assert.True(Submodel.All.SelectMany(submodel => Page.FormulasIn(submodel.Text)).SelectMany(NumbersOf).Count() > 100);
        var strange =
            from submodel in Submodel.All
            let known = submodel.Files.SelectMany(file => Literals(Sources.Text(file))).Concat([0, 1, 12]).ToHashSet()
            from line in Page.FormulasIn(submodel.Text)
            from number in NumbersOf(line)
            where !known.Contains(number)
            select $"{submodel.Name}: {number.ToString(CultureInfo.InvariantCulture)} in \"{line}\"";
        Assert.Empty(strange);
    }

    [Fact]
    public void All_matters_of_chance_and_nothing_else_stand_in_their_table()
    {
        var table = Registers.Chance();
        Assert.All(Enum.GetNames<DrawId>().Where(name => !name.Contains("Spare", StringComparison.Ordinal)),
            name => Assert.Contains($"| `{name}` |", table, StringComparison.Ordinal));
        Assert.Contains("| 2 | `AskBank` | every month | `Borrow` |", table, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{NoSuchHabit}", "NoSuchHabit")]
    [InlineData("{Enterprise.Purse}", "Enterprise.Purse")]
    public void A_page_that_speaks_of_what_is_not_there_is_refused(string text, string name)
    {
        var refused = Assert.Throws<DescribingException>(() => Page.Fill("a page", text, _ => ""));
        Assert.Contains(name, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_is_code_in_prose_and_bare_in_a_formula() =>
        Assert.Equal("its `Cash`\n```\nCash - SmallestLoan\n```\n",
            Page.Fill("a page", "its {Enterprise.Cash}\n```\n{Enterprise.Cash} - {SmallestLoan}\n```", _ => ""));

    [Theory]
    [InlineData(nameof(Enterprise.Loan), "owed to banks")]
    [InlineData(nameof(Enterprise.OrdersChain), "won, not yet delivered")]
    [InlineData(nameof(Enterprise.Demand), "What ordinary customers would buy in a month, yuan.")]
    [InlineData(nameof(Enterprise.SalesThisYear), "")]
    public void A_comment_is_read_behind_a_field_or_above_it(string field, string comment) =>
        Assert.Equal(comment, Comments.Of(typeof(Enterprise).GetField(field)!));

    private static IEnumerable<double> Literals(string code) =>
        Literal().Matches(LineComment().Replace(code, "")).Select(match => Number(match.Value.Replace("_", "", StringComparison.Ordinal)));

    private static IEnumerable<double> NumbersOf(string formula) =>
        Written().Matches(formula)
            .Select(match => match.Groups[1].Success ? Math.Pow(10, Number(match.Groups[1].Value)) : Number(match.Value));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\d+\. [^`]*`(\w+)\.", RegexOptions.Multiline)]
    private static partial Regex MonthStep();

    [GeneratedRegex(@"(?<![\w.])\d[\d_]*(?:\.\d+)?(?:e-?\d+)?")]
    private static partial Regex Literal();

    [GeneratedRegex("//.*$", RegexOptions.Multiline)]
    private static partial Regex LineComment();

    [GeneratedRegex(@"(?<![\w.])(?:10\^(\d+)|\d+(?:\.\d+)?)")]
    private static partial Regex Written();
}
