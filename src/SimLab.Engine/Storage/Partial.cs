namespace SimLab.Engine.Storage;

/// <summary>What is half written: hidden, beside the place it is for.</summary>
internal static class Partial
{
    public const string Pattern = Prefix + "*";

    private const string Prefix = ".partial-";

    /// <summary>A name that nobody else uses, with the ending of the file's own.</summary>
    public static string Beside(string path) => Path.Combine(Path.GetDirectoryName(path)!, $"{Prefix}{Guid.NewGuid():N}{Path.GetExtension(path)}");

    public static void FlushToDisk(string file)
    {
        using var handle = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(handle);
    }
}
