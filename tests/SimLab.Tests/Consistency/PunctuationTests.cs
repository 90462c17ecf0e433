using System.Reflection;
using System.Text.RegularExpressions;
using SimLab.App;
using SimLab.App.Texts;
using SimLab.Engine.Scenarios;
using SimLab.Model.Policies;
using Xunit;

namespace SimLab.Tests.Consistency;

/// <summary>A Chinese sentence has full-width punctuation: ，；：？！（）.</summary>
[Fast]
public sealed partial class PunctuationTests
{
    public static TheoryData<string> Texts =>
    [
        .. Directory.EnumerateFiles(Repository.File("src", "SimLab.App", "Texts"), "*.zh.txt")
            .Concat(Directory.EnumerateFiles(Repository.File("src", "SimLab.App"), "*.cs", SearchOption.AllDirectories).Where(IsWritten))
            .Concat(Directory.EnumerateFiles(Repository.File("scenarios"), "*.yaml", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Repository.Root, file)).Order(StringComparer.Ordinal),
    ];

    [Theory, MemberData(nameof(Texts))]
    public void No_half_width_punctuation_stands_between_two_Chinese_characters(string file) =>
        Assert.Equal([], Found(from line in File.ReadLines(Path.Combine(Repository.Root, file)).Index()
                               select ($"{line.Index + 1}", line.Item.Split(" ⇒ ")[^1])));

    [Fact]
    public void No_lever_has_any() => Assert.Equal([], Found(
        from measure in MeasureCatalog.Default.Measures
        from lever in measure.Levers
        let number = (LeverAttribute)lever.Number
        from text in new[] { number.NameZh, number.UnitZh, number.SourceZh }
        select ($"{measure.Name}.{lever.Name}", text)));

    [Fact]
    public void No_phrase_of_the_lab_has_any() => Assert.Equal([], Found(
        from type in typeof(Cli).Assembly.GetTypes()
        from field in type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
        where field.FieldType == typeof(Phrase)
        select ($"{type.Name}.{field.Name}", ((Phrase)field.GetValue(null)!).Zh)));

    [Theory]
    [InlineData("共三项,其中一项")]
    [InlineData("说明(推算)：")]
    public void A_comma_or_bracket_of_the_wrong_width_is_found(string text) => Assert.Single(Found([("here", text)]));

    [Theory]
    [InlineData("Zou 2019, Physica A 535")]
    [InlineData("1÷(0.105+0.075)")]
    [InlineData("以1:1建模")]
    public void Numbers_and_foreign_words_keep_theirs(string text) => Assert.Empty(Found([("here", text)]));

    private static string[] Found(IEnumerable<(string Where, string Text)> texts) =>
        [.. texts.Where(each => HalfWidth().IsMatch(each.Text)).Select(each => $"{each.Where}: {HalfWidth().Match(each.Text).Value}")];

    private static bool IsWritten(string file) => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}",
        StringComparison.Ordinal);

    // An example such as 地址:端口 is typed as it stands.
    [GeneratedRegex("(?!址:端)[一-鿿”）〕》][,;:?!()][一-鿿“（〔《]")]
    private static partial Regex HalfWidth();
}
