namespace SimLab.Tests;

/// <summary>Where the files are that a user begins with.</summary>
internal static class Repository
{
    /// <summary>The folder of SimLab.sln.</summary>
    public static string Root { get; } = Find();

    /// <summary>A file of the repository.</summary>
    public static string File(params string[] path) => Path.Combine([Root, .. path]);

    /// <summary>The C# files under a folder of the repository, without what a build leaves there.</summary>
    public static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(File(folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"));

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!System.IO.File.Exists(Path.Combine(folder, "SimLab.sln")))
            folder = Path.GetDirectoryName(folder)
                ?? throw new InvalidOperationException($"There is no SimLab.sln above {AppContext.BaseDirectory}.");
        return folder;
    }
}
