using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SimLab.Model.Economy;
using Xunit;

namespace SimLab.Tests.Consistency;

/// <summary>
/// The code of decisions, markets and the economy holds no behavioural number: these are in the register, with unit, range, source
/// and confidence. What is left is 0, 1, the 12 months of a year, and what <see cref="Reasons"/> names.
/// </summary>
[Fast]
public sealed class NumbersInCodeTests
{
    private const string Model = "src/SimLab.Model/";

    private static readonly string[] Folders = [Model + "Enterprises", Model + "Markets", Model + "Economy"];

    // The register itself.
    private static readonly string[] Register = [$"{nameof(BehaviouralParameters)}.cs", $"{nameof(Macro)}.cs"];

    /// <summary>A kind of number that is no behaviour: why, and the code that holds it.</summary>
    /// <param name="Why">Why it is no behaviour.</param>
    /// <param name="Code">Pattern of the code, the number in it.</param>
    /// <param name="File">Name of the only file where it counts; null: any.</param>
    private sealed record Reason(string Why, string Code, string? File = null)
    {
        public bool Covers(NumberLiteral number) =>
            (File is null || Path.GetFileName(number.File) == File) && Regex.Matches(number.Code, Code)
                .Any(match => match.Index <= number.Column && number.Column + number.Text.Length <= match.Index + match.Length);
    }

    private static readonly ImmutableArray<Reason> Reasons =
    [
        new("unit: a million", @"[*/] 1e6\b"),
        new("unit: the 10 million yuan at which the spread of growth is stated", @"/ 1e7\b", "YearOpens.cs"),
        new("unit: per cent, as the law writes its rates", @"/ 100\.0"),
        new("unit: per percentage point", @"AsksWhenCheaper \* 100", "Borrow.cs"),
        new("unit: hundredths of a month", @"Hundredths = 100;", "ServeLoan.cs"),
        new("unit: points of 100", @"^\s+100, 100 \* view", "RecognitionFacts.cs"),
        new("unit: days of a month", @"AgeMonths \* 30", "RecognitionFacts.cs"),
        new("unit: months of a quarter", @"KeyPeople \* 3", "EmploymentCredits.cs"),
        new("unit: quarters of a year", @"PropertyTax / 4", "PayTaxes.cs"),
        new("unit: the grades of a scale", @"HighestDigitalLevel = 4;", "Enterprise.cs"),
        new("mathematics: the Laplace scale of a standard deviation", @"Math\.Sqrt\(2\)", "YearOpens.cs"),
        new("calendar: a month by its year and number", @"Month\.Of\(\d+, \d+\)"),
        new("calendar: the year of month zero", @"Year - 2021\b|PropensityIsOf = 2021;"),
        new("calendar: June, with half of the year's profit made", @"OfYear == 6\b.*ProfitThisYear \* 2", "EnterpriseMonth.cs"),
        new("address: a firm effect", @"\w+Effect = \d+(?:, \w+Effect = \d+)*;"),
        new("address: a bit", @"^    \w+ = \d+,", "Enterprise.cs"),
        new("address: a place among totals", @"\b\d \* [rR]egions\b|\b\d \* Clusters|_single \+ \d", "MacroTotals.cs"),
        new("address: an indicator after another", @"total \+ \d", "CountStocks.cs"),
        new("address: a pot of money", @"Pots = 3;|pots\[2\]|IsData\(\) \? 2 : 0", "EquityMarket.cs"),
        new("address: two kinds of stand in each world", @"worlds? \* 2(?:, 2)?|stackalloc double\[2\]", "CustomerMarket.cs"),
        new("address: two sums of an account", @"both\.Length / 2|both\[2 \* i(?: \+ 1)?\]", "SupplyMarket.cs"),
        new("memory: size of a state", @"Pack = 2|Bytes = 294 ", "Enterprise.cs"),
        new("memory: room on the stack", @"<= 4096 \?", "CreditMarket.cs"),
        new("memory: a buffer doubles", @"_sorted\.Length \* 2", "Market.cs"),
        new("recording: assessments near the cliff", @"AroundCliff = 100", "PayTaxes.cs"),
    ];

    private static readonly ImmutableArray<NumberLiteral> Numbers =
    [
        .. from folder in Folders
           from file in Repository.Sources(folder).Order(StringComparer.Ordinal)
           where !Register.Contains(Path.GetFileName(file))
           from number in NumberLiteral.In(Path.GetRelativePath(Repository.Root, file), File.ReadAllText(file).ReplaceLineEndings("\n"))
           select number,
    ];

    [Fact]
    public void Every_number_in_the_code_of_decisions_markets_and_economy_has_a_reason() => AllHaveAReason(Numbers);

    [Fact]
    public void Every_reason_is_needed()
    {
        var idle = Reasons.Where(reason => !Numbers.Any(number => !IsPlain(number) && reason.Covers(number))).Select(reason => reason.Why);
        Assert.True(!idle.Any(), $"The code has no number for these reasons any more, so delete them: {string.Join("; ", idle)}.");
    }

    /// <summary>The test finds a number that somebody adds to a decision that exists, and says where.</summary>
    [Theory]
    [InlineData("        if (gap > 0.9 * spare) return;", "0.9")]
    [InlineData("        var nerve = 2;", "2")]
    [InlineData("        var nerve = 3.5f; // half of 7", "3.5f")]
    [InlineData("        var nerve = /* usual: 3 */ 1_500;", "1_500")]
    [InlineData("        var nerve = .25;", ".25")]
    [InlineData("        var nerve = 1e5 / 100.0;", "1e5")]                 // a number beside one that has a reason
    [InlineData("        var nerve = 0x20;", "0x20")]
    [InlineData("        var nerve = -4;", "4")]
    [InlineData("        private const int DebtAversionEffect = 111, Years = 7;", "7")]
    public void A_new_number_in_a_decision_is_found(string line, string number)
    {
        var file = Repository.File("src", "SimLab.Model", "Enterprises", "Decisions", "Borrow.cs");
        var source = File.ReadAllLines(file).ToList();
        var at = source.FindIndex(each => each.Contains("var behaviour = context.Behaviour;", StringComparison.Ordinal)) + 1;
        source.Insert(at, line);
        var failure = Assert.ThrowsAny<Exception>(() => AllHaveAReason(NumberLiteral.In("Borrow.cs", string.Join('\n', source))));
        Assert.Contains($"Borrow.cs({at + 1}): {number} in ", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("var nerve = behaviour.Nerve;")]
    [InlineData("var sales = 12 * demand + 0 - 1.0; // 0.9 of them")]
    [InlineData("/* 0.9\n 0.8 */ var text = \"0.9\" + @\"7 \"\" 8\" + \"\"\"9 \" 9\"\"\";")]
    [InlineData("var name2 = letter == '7' ? Half2 : items[1..12];")]
    [InlineData("var million = fen / 1e6;")]
    public void Digits_of_names_and_texts_and_plain_numbers_pass(string code) => AllHaveAReason(NumberLiteral.In("Borrow.cs", code));

    // 0 and 1 are arithmetic, 12 are the months of a year.
    private static bool IsPlain(NumberLiteral number) => number.Value is 0 or 1 or 12;

    private static void AllHaveAReason(IEnumerable<NumberLiteral> numbers)
    {
        var bare = numbers.Where(number => !IsPlain(number) && !Reasons.Any(reason => reason.Covers(number))).ToList();
        Assert.True(bare.Count == 0,
            $"Numbers that no register explains:\n{string.Join("\n", bare)}\nA behavioural number becomes a property of "
            + $"{nameof(BehaviouralParameters)} or {nameof(Macro)}, with unit, range, source and confidence; one of the law goes to the "
            + $"rulebook, with document and date. For any other add its kind and why to {nameof(Reasons)}.");
    }
}
