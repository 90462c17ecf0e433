using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SimLab.Engine.Populations;
using SimLab.Model;

namespace SimLab.Engine.Calibration;

/// <summary>The calibrations of a province: the files of its folder <c>calibration</c> that say what was known by when.</summary>
public static partial class CalibrationFolder
{
    /// <summary>Name of the folder in that of a province.</summary>
    public const string Name = "calibration";

    /// <summary>Its calibrations, the one that knows least first.</summary>
    /// <param name="province">Name of the province, or its folder.</param>
    /// <exception cref="PopulationException">There is no such province.</exception>
    public static ImmutableArray<string> Of(string province)
    {
        var folder = Path.Combine(ProvinceFolders.Of(province), Name);
        return !Directory.Exists(folder) ? []
            : [
                .. from file in Directory.GetFiles(folder, "*.yaml")
                   let known = KnownBy().Match(File.ReadAllText(file))
                   where known.Success
                   orderby Month.Parse(known.Groups["month"].Value), Path.GetFileName(file)
                   select file,
            ];
    }

    /// <summary>The calibration that is scored on what became known later: the one that knows least.</summary>
    /// <param name="province">Name of the province, or its folder.</param>
    /// <exception cref="PopulationException">The province has none.</exception>
    public static string BackTest(string province) => Of(province) is [var first, ..] ? first
        : throw new PopulationException(
            Path.Combine(ProvinceFolders.Of(province), Name), 0,
            $"there is no calibration of the province. Write one, or name a file. The province {ProvinceFolders.Default} is an example.");

    [GeneratedRegex(@"^knownBy: *(?<month>[0-9]{4}-(0[1-9]|1[0-2]))\b", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex KnownBy();
}
