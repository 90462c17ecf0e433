using SimLab.App.Export.Replaying;
using Xunit;

namespace SimLab.Tests.Presenting;

/// <summary>The parts of the player make one program.</summary>
[Fast]
public sealed class PlayerResourceTests
{
    private static string[] Files =>
        [.. Directory.GetFiles(Repository.File("src", "SimLab.App", "Export", "Player"), "player.*.js").Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_part_of_the_player_is_in_the_program() => Assert.Equal(
        PlayerResource.Parts.Select(part => $"player.{part}.js").Order(StringComparer.Ordinal),
        Files.Select(file => Path.GetFileName(file)));

    [Fact]
    public void Each_part_is_there_whole_and_once()
    {
        var program = PlayerResource.Program;
        Assert.All(Files, file =>
            Assert.Equal(2, program.Split(File.ReadAllText(file).ReplaceLineEndings("\n"), StringSplitOptions.None).Length));
        Assert.StartsWith("'use strict';\n(() => {\n", program, StringComparison.Ordinal);
        Assert.EndsWith("})();\n", program, StringComparison.Ordinal);
    }
}
