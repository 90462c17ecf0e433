namespace SimLab.Engine.Storage;

/// <summary>Temporary names of unfinished files and folders: hidden, beside the final path.</summary>
internal static class Partial
{
    public const string Pattern = Prefix + "*";

    private const string Prefix = ".partial-";

    /// <summary>A unique temporary path with the extension of the final one.</summary>
    public static string Beside(string path) =>
        Path.Combine(Path.GetDirectoryName(path)!, $"{Prefix}{Guid.NewGuid():N}{Path.GetExtension(path)}");

    public static void FlushToDisk(string file)
    {
        using var handle = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(handle);
    }
}
