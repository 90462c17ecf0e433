using System.Globalization;
using System.Text;
using SimLab.Engine.Distribution;
using SimLab.Model;

namespace SimLab.Engine.Effects;

/// <summary>The part of the effects page that says who got the money of each measure, who won by it and who lost.</summary>
internal sealed class WhoGains(StringBuilder page, MeasureEffects experiment)
{
    private const string Dash = "–";

    public void Write()
    {
        Line("## Who gets the money, who wins, who loses").Line();
        Line($"Each measure alone, firm by firm in {experiment.WhoOfAll.Replicates} replicates; groups as before the first month. "
            + "Shares of the money that reached firms. Winners and losers: firms whose sales of the last year differ by more than 1 %. "
            + "Moved: what others lose, as a share of what winners gain. Idle: the share of the money that went to firms in which nothing "
            + "changed. "
            + "[incidence.md](incidence.md) says what is counted.").Line();
        Row("Clause", "Measure", "To firms (亿元)", "Elsewhere (亿元)", "Micro", "Small", "Medium", "Large", "With a title", "State-owned",
            "Winners", "Losers", "Moved", "Idle");
        Row([.. new[] { "--:", "---" }, .. Enumerable.Repeat("--:", 12)]);
        for (var i = 0; i < experiment.Order.Measures.Length; i++)
            Row(experiment.Order.Label(experiment.Order.Measures[i]), experiment.Order.Measures[i].Name, experiment.WhoOf(i));
        Row("", $"All {experiment.Order.Measures.Length}", experiment.WhoOfAll);
        Line();
    }

    private void Row(string clause, string name, Incidence who) => Row(
    [
        clause, name, Figures.Bare(who.ToFirms, "yuan"), Figures.Bare(who.Elsewhere, "yuan"),
        .. Enum.GetNames<SizeClass>().Select(size => Part(who, FirmGrouping.Size, group => group == size)),
        Part(who, FirmGrouping.Title, group => group is not (FirmGroups.NoTitle or FirmGroups.FoundedLater)),
        Part(who, FirmGrouping.Ownership, group => group == FirmGroups.StateOwned),
        Figures.Bare(who.All.Sales!.Winners, "firms"), Figures.Bare(who.All.Sales.Losers, "firms"),
        Share(who.All.Sales.Displaced), Share(who.Deadweight),
    ]);

    private static string Part(Incidence who, FirmGrouping by, Func<string, bool> counts) => who.ToFirms == 0 ? Dash
        : Share(who.By(by).Where(group => counts(group.Group)).Sum(group => group.Money) / who.ToFirms);

    private static string Share(double? share) =>
        share is { } known ? (100 * known).ToString("0", CultureInfo.InvariantCulture) + " %" : Dash;

    private void Row(params string[] cells) => Line($"| {string.Join(" | ", cells)} |");

    private WhoGains Line(string text = "")
    {
        page.Append(text).Append('\n');
        return this;
    }
}
