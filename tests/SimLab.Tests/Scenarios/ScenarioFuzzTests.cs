using System.Diagnostics;
using System.Text;
using CsCheck;
using SimLab.Engine.Scenarios;
using Xunit;

namespace SimLab.Tests.Scenarios;

/// <summary>Whatever stands in a file, it is read or its mistakes are told, soon.</summary>
[Slow]
public sealed class ScenarioFuzzTests : IDisposable
{
    private const string Rich = ScenarioFolder.Plain + """
        # a comment
        nameZh: 提高奖励
        note: |
          Several lines
          of text.
        macro: { demandGrowth: { 2022: 5%, 2023: 0.06 } }
        behaviour: { growthSpread: 0.4 }
        measures:
          SampleRewards: { provincialReward: 60万元, coachingGain: 6, from: 2023-03, until: 2024-06 }
          SampleLoans:
            interestPaid: 30%
        targets:
          new_above_scale: { atLeast: 300, unit: firms, by: 2023-12, source: "clause 2" }
          new_sme_loans: { about: 80 billion yuan, tolerance: 0.05, unit: yuan, by: 2023-12 }

        """;

    // Pieces that mean something to YAML or to a scenario; most mistakes that matter are made of these.
    private static readonly string[] Pieces =
    [
        "\n", "  ", "\t", ":", ": ", "- ", "? ", "{", "}", "[", "]", ",", "#", "&a ", "*a", "!x ", "|", ">", "'", "\"", "\\", "%",
            "@", "`", "---\n", "...\n",
        "\0", "\r", "\u0085", "\u2028", "\uFEFF", "\e[31m", "甘", "😀", "\\ud800", "\"\\0\"", "off", "~", "null", "true", ".nan",
            "1e999", "-1", "9999999999999999999999",
        "2023-03", "0000-00", "extends: x.yaml\n", "extends: people.json\n", "baseline: x.yaml\n", "measures:\n", "SampleRewards: ",
            "provincialReward: ", "population: .\n", "<<: ", "%YAML 9.9\n---\n",
    ];

    private static readonly Gen<string> Piece = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]);

    private readonly ScenarioFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_text_that_is_mutated_below_is_right() => Assert.Equal(2, folder.Read(Rich).Measures.Length);

    [Fact]
    public void Random_bytes_are_told_to_be_no_scenario() => Gen.Byte.Array[0, 300].Sample(IsAnswered, iter: 1000, threads: 1);

    [Fact]
    public void Random_pieces_of_YAML_are_read_or_their_mistakes_told() =>
        Piece.Array[0, 40].Sample(pieces => IsAnswered(Encoding.UTF8.GetBytes(string.Concat(pieces))), iter: 3000, threads: 1);

    [Fact]
    public void A_scenario_with_slips_in_it_is_read_or_its_mistakes_told()
    {
        var slip = Gen.Select(Gen.Int[0, Rich.Length], Gen.Int[0, 12], Piece);
        slip.Array[1, 4].Sample(slips =>
        {
            var text = Rich;
            foreach (var (at, removed, piece) in slips)
            {
                var start = Math.Min(at, text.Length);
                text = text[..start] + piece + text[Math.Min(text.Length, start + removed)..];
            }
            return IsAnswered(Encoding.UTF8.GetBytes(text));
        }, iter: 3000, threads: 1);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("\"")]
    [InlineData("a: ")]
    [InlineData("? ")]
    [InlineData("- ")]
    [InlineData("'' ")]
    [InlineData("{a: 1}, ")]
    [InlineData("k: {}\n")]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData("# \n")]
    [InlineData("a\n\n")]
    [InlineData("[a, ")]
    [InlineData("--- \n")]
    public void A_megabyte_of_anything_is_answered_in_seconds(string piece)
    {
        var much = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        Assert.True(IsAnswered(Encoding.UTF8.GetBytes(much)));
        Assert.True(IsAnswered(Encoding.UTF8.GetBytes("note: [" + much)));
        Assert.True(IsAnswered(Encoding.UTF8.GetBytes("note: |\n  " + much)));
    }

    private bool IsAnswered(byte[] bytes)
    {
        File.WriteAllBytes(folder.In("x.yaml"), bytes);
        var watch = Stopwatch.StartNew();
        try
        {
            ScenarioFile.Read(folder.In("x.yaml"), ScenarioFolder.Catalog);
        }
        catch (ScenarioException mistake)
        {
            Assert.NotEmpty(mistake.Problems);
            Assert.All(mistake.Problems, p => Assert.InRange(p.Message.Length, 1, 4000));
            // one line each, and perhaps "… and 3 more"
            Assert.InRange(mistake.Message.Split('\n').Length - mistake.Problems.Length, 0, 1);
            Assert.DoesNotContain('\e', mistake.Message);
        }
        return watch.Elapsed < TimeSpan.FromMinutes(1);
    }
}
