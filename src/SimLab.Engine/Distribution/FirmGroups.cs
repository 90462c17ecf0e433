using System.Collections.Immutable;
using SimLab.Engine.Execution;
using SimLab.Model;
using SimLab.Model.Enterprises;

namespace SimLab.Engine.Distribution;

/// <summary>A group of firms.</summary>
/// <param name="By">What firms are grouped by.</param>
/// <param name="Name">Identifier of the group.</param>
/// <param name="NameZh">Chinese name of a prefecture; null: a group that every province has.</param>
public readonly record struct FirmGroup(FirmGrouping By, string Name, string? NameZh);

/// <summary>
/// The groups of a run and those of each firm. Groups are of the time before the first month, so that a firm is in the same group in
/// both arms: a policy moves what its group gets, never the firm into another group.
/// </summary>
public sealed class FirmGroups
{
    /// <summary>Group of firms that are founded during the run, which have neither size nor title before it.</summary>
    public const string FoundedLater = "FoundedLater";
    /// <summary>Group of firms without a title.</summary>
    public const string NoTitle = "None";
    /// <summary>Groups by ownership.</summary>
    public const string StateOwned = "StateOwned", OtherOwners = "Other";

    private static readonly FirmGrouping[] Groupings = Enum.GetValues<FirmGrouping>();

    private readonly Title[] _rarestFirst;                 // a firm with several titles is in the group of the first of these
    private readonly int[] _of;                            // by firm, then grouping

    /// <summary>Groups the firms of a run.</summary>
    public FirmGroups(RunMaterials materials)
    {
        var province = materials.Plan.Population.Province;
        var before = materials.InitialOf(0);
        var month = materials.Plan.Start - 1;
        _rarestFirst = [.. Enum.GetValues<Title>().OrderBy(title => materials.Population.Firms.Zip(before)
            .Sum(firm => firm.Second.IsAlive && firm.Second.Holds(title, month) ? (long)firm.First.Weight : 0))];
        All = [.. Groupings.SelectMany(by => NamesOf(by, province).Select(name => new FirmGroup(
            by, name, by == FirmGrouping.Region ? province.Of(province.Find(name)!.Value).NameZh : null)))];
        var places = All.Index().ToDictionary(group => (group.Item.By, group.Item.Name), group => group.Index);
        _of = new int[materials.Population.Firms.Length * Groupings.Length];
        for (var i = 0; i < materials.Population.Firms.Length; i++)
            foreach (var by in Groupings)
                _of[i * Groupings.Length + (int)by] = places[(by, NameOf(by, materials.Population.Firms[i], before[i], month, province))];
    }

    /// <summary>All groups, by grouping.</summary>
    public ImmutableArray<FirmGroup> All { get; }

    /// <summary>The groups of a firm, one for each grouping, as places in <see cref="All"/>.</summary>
    public ReadOnlySpan<int> Of(int firm) => _of.AsSpan(firm * Groupings.Length, Groupings.Length);

    private string[] NamesOf(FirmGrouping by, Province province) => by switch
    {
        FirmGrouping.Size => [.. Enum.GetNames<SizeClass>(), FoundedLater],
        FirmGrouping.Industry => Enum.GetNames<Industry>(),
        FirmGrouping.Region => province.RegionNames(),
        FirmGrouping.Title => [.. _rarestFirst.Select(title => $"{title}"), NoTitle, FoundedLater],
        FirmGrouping.Ownership => [StateOwned, OtherOwners],
        _ => [$"{FirmGrouping.All}"],
    };

    private string NameOf(FirmGrouping by, Firm firm, Enterprise before, Month month, Province province) => by switch
    {
        FirmGrouping.Size or FirmGrouping.Title when !before.IsAlive => FoundedLater,
        FirmGrouping.Size => $"{before.SizeIn(firm.Industry)}",
        FirmGrouping.Title => TitleOf(before, month),
        FirmGrouping.Industry => $"{firm.Industry}",
        FirmGrouping.Region => province.Of(firm.Region).Name,
        FirmGrouping.Ownership => firm.StateOwned ? StateOwned : OtherOwners,
        _ => $"{by}",
    };

    private string TitleOf(Enterprise state, Month month)
    {
        foreach (var title in _rarestFirst)
            if (state.Holds(title, month)) return $"{title}";
        return NoTitle;
    }
}
