using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SimLab.Model.Economy;
using Xunit;

namespace SimLab.Tests.Consistency;

/// <summary>
/// The code of decisions, markets, the economy, measures and the firms at month zero holds no behavioural number: these are in the
/// register, with unit, range, source and confidence, levers of a measure, or figures of the recipe. What is left is 0, 1, the 12 months
/// of a year, and what <see cref="Reasons"/> names.
/// </summary>
[Fast]
public sealed partial class NumbersInCodeTests
{
    private const string Model = "src/SimLab.Model/";

    private static readonly string[] Folders =
        [Model + "Enterprises", Model + "Markets", Model + "Economy", Model + "Populations", Model + "Policies"];

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
        new("unit: 100 million yuan, in which totals are published", @"\* 1e8\b"),
        new("unit: the 10 million yuan at which figures of size are stated", @"Sales / 1e7\b"),
        new("unit: yuan in 万元", @"YuanPerWan = 10_000;", "LargeFrom.cs"),
        new("unit: months at a loan's first, second or third year", @"s\.SalesThirdYear, 24\)", "Borrowing.cs"),
        new("unit: no refusal yet", @"MonthsSinceRefusal = 255;", "Maturity.cs"),
        new("unit: a tenth of the customers", @"degrees\.Length \+ 9\) / 10", "SupplyReport.cs"),
        new("scale: steps from an ordinary firm to a little giant", @"=> [2-5],$", "Maturity.cs"),
        new("law: R&D that a title asks for (A7)", @"0\.03, 1e6 /|sales >= 1e8 \? 0\.03 : 0\.06", "Innovation.cs"),
        new("law: researchers that a high-tech firm has (A6)", @"\(s\.Staff \+ 9\) / 10", "Innovation.cs"),
        new("law: sales that a title asks for (A7)", @"Pareto\(place, [15]e7,", "Sizes.cs"),
        new("law: a general taxpayer of VAT (A3)", @"> 500 \* Fen\.PerWan", "Histories.cs"),
        new("law: number of the clause", @"new\(Gansu2023\.Document, \d+,|private const int Number = 8;"),
        new("law: date of the document", @"new\(2023, 3, 14\)", "Gansu2023.cs"),
        new("calendar: the closed year, one or two years back", @"PartOfYear\(s\.AgeMonths, 2\)|Expiring\(2\)|\? 2 : 3;"),
        new("mathematics: hashes and the inverse normal distribution", @".*", "InitialDraws.cs"),
        new("mathematics: the normal distribution function", @"-1\.5976 \* z - 0\.07056 \*", "Sizes.cs"),
        new("mathematics: a hash of names", @"2166136261u|\* 16777619\b|31 \* hash"),
        new("mathematics: the middle of a step", @"[+-] 0\.5\b|\b0\.5 \* draft\.Weight|group\.Length / 2\b"),
        new("mathematics: halving an interval",
            @"\(low \+ high\) / 2|step < [68]0;|high < 1e12\) high \*= 2|low = 0\.01, high = (?:5|20);"),
        new("mathematics: nearly equal, nearly at an end", @"\b1e-[49]\b|NearEnough = 1e-6;|Near = 0\.01;|Synthetic - Published\) <= 2"),
        new("mathematics: change of a square", @"2 \* step \* sum", "ControlledRounding.cs"),
        new("effort: passes of a fit", @"MostPasses = 20;|MostRounds = 2_000;|LongEnough = 600;"),
        new("effort: a flow so large that shares of it are exact", @"Flow = 1_000_000_000_000;", "TradeCredit.cs"),
        new("effort: tolerance of a fit", @"Count = 10_000, Share = 100;", "Margins.cs"),
        new("report: groups named in a message", @"MostListed = 3;", "ProportionalFit.cs"),
        new("memory: claimed measures have a bit each", @"MostClaimed = 32;", "MeasureIndex.cs"),
        new("without a limit", @"NoCap = 1_000_000_000_000;", "Measure.cs"),
        new("unit: the 10 million yuan at which the spread of growth is stated", @"/ 1e7\b", "YearOpens.cs"),
        new("unit: thousands of firms", @"/ 1_000\.0", "CustomerMarket.cs"),
        new("unit: per cent, as the law writes its rates", @"/ 100\.0"),
        new("unit: per percentage point", @"AsksWhenCheaper \* 100", "Borrow.cs"),
        new("unit: hundredths of a month", @"Hundredths = 100;", "ServeLoan.cs"),
        new("unit: points of 100", @"^\s+100, 100 \* view", "RecognitionFacts.cs"),
        new("unit: days of a month", @"AgeMonths \* 30|30 \* \(batch", "RecognitionFacts.cs"),
        new("unit: months of a quarter", @"KeyPeople \* 3", "EmploymentCredits.cs"),
        new("unit: quarters of a year", @"PropertyTax / 4", "PayTaxes.cs"),
        new("unit: the grades of a scale", @"HighestDigitalLevel = 4;", "Enterprise.cs"),
        new("mathematics: the Laplace scale of a standard deviation", @"Math\.Sqrt\(2\)", "YearOpens.cs"),
        new("calendar: a month by its year and number", @"Month\.Of\(\d+, \d+\)"),
        new("calendar: the year of month zero", @"Year - 2021\b|PropensityIsOf = 2021;"),
        new("calendar: June, with half of the year's profit made", @"OfYear == 6\b.*ProfitThisYear \* 2", "EnterpriseMonth.cs"),
        new("address: a firm effect", @"\w+Effect = \d+(?:, \w+Effect = \d+)*;"),
        new("address: a bit", @"^    \w+ = \d+,", "Enterprise.cs"),
        new("address: a bit", @"^    \w+ = \d+,", "TitleWork.cs"),
        new("address: a place among totals",
            @"\b\d \* [rR]egions\b|\b\d \* Clusters|_single \+ \d|Singles = 3;|ByMarket\(2\)", "MacroTotals.cs"),
        new("address: a place in the record of a year's payments", @"Flows = 2;", "LocalCircuit.cs"),
        new("address: an indicator after another", @"total \+ \d", "CountStocks.cs"),
        new("address: a pot of money", @"Pots = 3;|pots\[2\]|IsData\(\) \? 2 : 0", "EquityMarket.cs"),
        new("address: two kinds of stand in each world", @"worlds? \* 2(?:, 2)?|stackalloc double\[2\]", "CustomerMarket.cs"),
        new("address: two sums of an account", @"both\.Length / 2|both\[2 \* i(?: \+ 1)?\]", "SupplyMarket.cs"),
        new("memory: size of a state", @"Pack = 2|Bytes = 296 ", "Enterprise.cs"),
        new("memory: room on the stack", @"<= 4096 \?", "CreditMarket.cs"),
        new("memory: a buffer doubles", @"_sorted\.Length \* 2", "Market.cs"),
        new("recording: assessments near the cliff", @"AroundCliff = 100", "PayTaxes.cs"),
    ];

    private static readonly ImmutableArray<NumberLiteral> Numbers =
    [
        .. from folder in Folders
           from file in Repository.Sources(folder).Order(StringComparer.Ordinal)
           where !Register.Contains(Path.GetFileName(file))
           let source = WithoutRegistered(File.ReadAllText(file).ReplaceLineEndings("\n"))
           from number in NumberLiteral.In(Path.GetRelativePath(Repository.Root, file), source)
           select number,
    ];

    [Fact]
    public void Every_number_in_the_code_of_the_model_has_a_reason() => AllHaveAReason(Numbers);

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

    /// <summary>A lever says its range and its value, a figure of the recipe its range; what stands beside them is found.</summary>
    [Fact]
    public void Numbers_of_a_lever_are_registered_and_its_neighbours_are_not()
    {
        const string Source = """
            [Lever("share of (all) costs", 0, 0.5,
                "clause 13: a reason, 3 of 4",
                NameZh = "补助")]
            public double Share { get; init; } = 0.25;
            public double Other { get; init; } = 0.75;
            [RecipeFigure("times", 1, 100, By = typeof(Industry))] public required RecipeTable Wage { get; init; }
            private const double Bare = 7;
            """;
        Assert.Equal(["0.75", "7"], NumberLiteral.In("Measure.cs", WithoutRegistered(Source)).Select(number => number.Text));
    }

    // Blank: the range of a lever or figure, and the value of the lever. Texts stay, and so do lines and columns.
    private static string WithoutRegistered(string source) =>
        Registered().Replace(source, match => Digits().Replace(match.Value, digits => new string(' ', digits.Length)));

    [GeneratedRegex("""
        \[(?:Lever|RecipeFigure)\((?:"(?:\\.|[^"\\])*"|[^"])*?\)\](?:\s*public\s[\w?<>]+\s\w+\s\{\sget;\sinit;\s\}\s=\s[^;]+;)?
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Registered();

    [GeneratedRegex("""(?<=\W)\d[\d_.]*(?:e[+-]?\d+)?""")]
    private static partial Regex Digits();

    // 0 and 1 are arithmetic, 12 are the months of a year.
    private static bool IsPlain(NumberLiteral number) => number.Value is 0 or 1 or 12;

    private static void AllHaveAReason(IEnumerable<NumberLiteral> numbers)
    {
        var bare = numbers.Where(number => !IsPlain(number) && !Reasons.Any(reason => reason.Covers(number))).ToList();
        Assert.True(bare.Count == 0,
            $"Numbers that no register explains:\n{string.Join("\n", bare)}\nA behavioural number becomes a property of "
            + $"{nameof(BehaviouralParameters)} or {nameof(Macro)}, with unit, range, source and confidence; one of a measure a lever; "
            + "one of the firms at month zero a figure of the recipe; one of the law goes to the rulebook, with document and date. "
            + $"For any other add its kind and why to {nameof(Reasons)}.");
    }
}
