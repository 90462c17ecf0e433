using System.Collections.Immutable;

namespace SimLab.Model.Recognition;

/// <summary>All titles, found by reflection.</summary>
public static class TitleCatalog
{
    /// <summary>One definition of each title, in the order of <see cref="Title"/>.</summary>
    public static ImmutableArray<TitleDefinition> All { get; } = Found();

    /// <summary>Longest time from application to award, months.</summary>
    public static int LongestWait { get; } = All.Max(title => title.MonthsToAward);

    /// <summary>The month of applications of each title, as the law of a province may set it.</summary>
    public static readonly ImmutableArray<LocalRule> MonthsOfApplications = [.. All.Select(title => title.Applications)];

    /// <summary>The definition of a title.</summary>
    public static TitleDefinition Of(Title title) => All[(int)title];

    private static ImmutableArray<TitleDefinition> Found()
    {
        var found = typeof(TitleCatalog).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(TitleDefinition)) && !type.IsAbstract)
            .Select(type => (TitleDefinition)Activator.CreateInstance(type)!).OrderBy(definition => definition.Title).ToImmutableArray();
        return found.Select(definition => definition.Title).SequenceEqual(Enum.GetValues<Title>())
            ? found
            : throw new InvalidOperationException(
                $"Bug in SimLab: the titles are {string.Join(", ", Enum.GetValues<Title>())}, but the classes of TitleDefinition are of "
                + $"{string.Join(", ", found.Select(definition => definition.Title))}. Each title needs one.");
    }
}
