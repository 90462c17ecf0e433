using System.Collections.Immutable;
using SimLab.App.Texts;

namespace SimLab.App.Lab.Viewing;

/// <summary>A page of the navigation. A new page only needs a component with this interface.</summary>
public interface ILabPage
{
    /// <summary>Its name in the navigation.</summary>
    static abstract Phrase Name { get; }

    /// <summary>Its address, without the leading slash; the same as in its <c>@page</c>.</summary>
    static abstract string Path { get; }

    /// <summary>Its position in the navigation, from the left.</summary>
    static abstract int Order { get; }
}

/// <summary>An entry of the navigation.</summary>
public sealed record LabPage(Phrase Name, string Path, int Order)
{
    /// <summary>All pages of the lab, found by their interface.</summary>
    public static ImmutableArray<LabPage> All { get; } =
    [
        .. typeof(LabPage).Assembly.GetTypes()
            .Where(type => type.IsClass && !type.IsAbstract && type.IsAssignableTo(typeof(ILabPage)))
            .Select(type =>
                new LabPage((Phrase)Static(type, nameof(ILabPage.Name)), (string)Static(type, nameof(ILabPage.Path)),
                (int)Static(type, nameof(ILabPage.Order))))
            .OrderBy(page => page.Order),
    ];

    private static object Static(Type type, string property) =>
        type.GetProperty(property)?.GetValue(null)
        ?? throw new InvalidOperationException($"Bug in SimLab: the page {type.Name} needs a public static {property}.");
}
