using SimLab.Engine.Scenarios;
using SimLab.Model;

namespace SimLab.Engine.Populations;

/// <summary>Provinces by the names of their folders.</summary>
public static class ProvinceFolders
{
    /// <summary>Where the provinces are, in the repository or beside the program.</summary>
    public const string Root = "scenarios/provinces";

    /// <summary>The province meant where none is named.</summary>
    public const string Default = "gansu";

    /// <summary>Names of the provinces there are, in order.</summary>
    public static string[] Names() => Found() is { } root
        ? [.. Directory.GetDirectories(root).Where(folder => File.Exists(Path.Combine(folder, ProvinceFile.Name)))
            .Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)]
        : [];

    // Here, else in a folder above, else where the program is or above; null: nowhere.
    private static string? Found() => Directory.Exists(Root) ? Root
        : Above(Directory.GetCurrentDirectory()).Concat(Above(AppContext.BaseDirectory))
            .Select(folder => Path.Combine(folder, Root)).FirstOrDefault(Directory.Exists);

    private static IEnumerable<string> Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent) yield return at.FullName;
    }

    /// <summary>The folder of a province.</summary>
    /// <param name="province">Its name, or the folder itself.</param>
    /// <exception cref="PopulationException">There is no such province.</exception>
    public static string Of(string province)
    {
        if (province.Contains('/', StringComparison.Ordinal) || province.Contains('\\', StringComparison.Ordinal)) return province;
        var names = Names();
        if (names.Contains(province)) return Path.Combine(Found()!, province);
        if (names.Length == 0) throw new PopulationException(
            Root, 0, $"there are no provinces here. Run the command in the folder that holds {Root}, or name the folder of a province.");
        throw new PopulationException(
            Root, 0, $"there is no province {NearestWord.Quoted(province)}.{NearestWord.Instead(province, $"provinces", names)}");
    }

    /// <summary>Reads a province.</summary>
    /// <param name="province">Its name, or the folder itself.</param>
    /// <exception cref="PopulationException">There is no such province, or its file has a mistake.</exception>
    public static Province Read(string province) => ProvinceFile.Read(Path.Combine(Of(province), ProvinceFile.Name));
}
