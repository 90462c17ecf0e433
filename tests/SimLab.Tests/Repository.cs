namespace SimLab.Tests;

/// <summary>Where the files are that a user begins with.</summary>
internal static class Repository
{
    /// <summary>The folder of SimLab.sln.</summary>
    public static string Root { get; } = Find();

    /// <summary>A file of the repository.</summary>
    public static string File(params string[] path) => Path.Combine([Root, .. path]);

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!System.IO.File.Exists(Path.Combine(folder, "SimLab.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException($"There is no SimLab.sln above {AppContext.BaseDirectory}.");
        return folder;
    }
}
