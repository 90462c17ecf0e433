using Xunit;

namespace SimLab.Tests.Architecture;

/// <summary>
/// Dependencies point one way: Model ← Scenarios ← Execution ← Recording ← Reporting ← Experiments, Effects, Calibration ← App, which
/// stands over one room of texts.
/// </summary>
[Slow]
public sealed class ArchitectureTests
{
    /// <summary>Each room may use those before it, and those of its own line.</summary>
    private static readonly string[][] Order =
    [
        ["SimLab.Pages"],
        ["SimLab.Model"],
        ["SimLab.Engine", "SimLab.Engine.Storage", "SimLab.Engine.Statistics"],
        ["SimLab.Engine.Scenarios"],
        ["SimLab.Engine.RuleQueries"],
        ["SimLab.Engine.Populations"],
        ["SimLab.Engine.Execution"],
        ["SimLab.Engine.Distribution"],
        ["SimLab.Engine.Recording"],
        ["SimLab.Engine.Reporting"],
        ["SimLab.Engine.Branching", "SimLab.Engine.Explaining", "SimLab.Engine.Experiments", "SimLab.Engine.Effects",
            "SimLab.Engine.Calibration", "SimLab.Engine.Instant"],
        ["SimLab.App.Texts"],
        ["SimLab.App"],
    ];

    [Fact]
    public void No_room_uses_one_that_uses_it()
    {
        var circles = Rooms.Circles([.. Rooms.Arrows]).Select(Shown).ToArray();
        Assert.True(circles.Length == 0,
            $"These rooms use each other in a circle. Turn or cut one of the thin arrows, which stand "
                + $"first:\n{string.Join("\n\n", circles)}");
    }

    [Fact]
    public void Arrows_point_from_the_app_towards_the_model()
    {
        var wrong = Rooms.Arrows.Where(arrow => Line(arrow.To) > Line(arrow.From)).Select(arrow => $"  {arrow}").ToArray();
        Assert.True(wrong.Length == 0, $"These arrows point the wrong way:\n{string.Join('\n', wrong)}");
    }

    [Fact]
    public void The_texts_of_the_app_know_no_other_room_of_it()
    {
        var wrong = Rooms.Arrows.Where(arrow =>
            arrow.From == "SimLab.App.Texts" && arrow.To.StartsWith("SimLab.App", StringComparison.Ordinal)).ToArray();
        Assert.True(wrong.Length == 0, $"Texts stand under everything else in the app:\n{string.Join<Arrow>('\n', wrong)}");
    }

    [Fact]
    public void No_name_stands_for_two_types()
    {
        var twice = Rooms.Types.GroupBy(type => type.Name).Where(group => group.Select(type => type.Room).Distinct().Count() > 1)
            .Select(group => $"  {group.Key}: {string.Join(", ", group.Select(type => type.Room).Distinct())}").ToArray();
        Assert.True(twice.Length == 0, $"These names stand for types in several rooms:\n{string.Join('\n', twice)}");
    }

    [Fact]
    public void A_file_is_named_after_a_type_in_it()
    {
        var wrong = (from file in Repository.Sources("src")
                     let name = Path.GetFileName(file).Split('.')[0]
                     let type = System.Text.RegularExpressions.Regex.Replace(name, @"^\d+_", "")
                     where type is not ("Program" or "Friends") && !File.ReadAllText(file).Contains($" {type}", StringComparison.Ordinal)
                     select Path.GetRelativePath(Repository.Root, file)).ToArray();
        Assert.True(wrong.Length == 0, $"No type in these files has their name:\n{string.Join('\n', wrong)}");
    }

    [Fact]
    public void A_circle_is_found_and_named()
    {
        Arrow[] arrows = [
            new("A", "B", "One", "Two"), new("B", "C", "Two", "Three"), new("C", "A", "Three", "One"), new("C", "D", "Three", "Four")];
        var circle = Assert.Single(Rooms.Circles(arrows));
        Assert.Equal(["A → B: One uses Two", "B → C: Two uses Three", "C → A: Three uses One"], circle.Select(arrow => arrow.ToString()));
    }

    // A line for each pair of rooms, those with the fewest uses first: one of them closes the circle.
    private static string Shown(IEnumerable<Arrow> circle) => string.Join('\n', circle
        .GroupBy(arrow => (arrow.From, arrow.To)).OrderBy(pair => pair.Count()).ThenBy(pair => pair.Key.From, StringComparer.Ordinal)
        .Select(pair =>
            $"  {pair.Key.From} → {pair.Key.To} ({pair.Count()}): "
            + $"{string.Join(", ", pair.Take(3).Select(arrow => $"{arrow.User} uses {arrow.Used}"))}"));

    // The longest name that fits decides.
    private static int Line(string room) => Order
        .SelectMany((line, at) => line.Select(name => (name, at)))
        .Where(x => room == x.name || room.StartsWith(x.name + ".", StringComparison.Ordinal))
        .OrderByDescending(x => x.name.Length).Select(x => x.at).First();
}
