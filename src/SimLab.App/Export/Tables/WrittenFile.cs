using SimLab.App.Texts;
using SimLab.Engine.Scenarios;
using SimLab.Engine.Storage;

namespace SimLab.App.Export.Tables;

/// <summary>Writes files and folders atomically.</summary>
internal static class WrittenFile
{
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void Write(string file, Action<string> write) => Try(file, full =>
    {
        using var atomic = new AtomicFile(full);
        write(atomic.Unfinished);
        atomic.Commit(replace: false);
    });

    /// <exception cref="InputException">The file cannot be written.</exception>
    public static Task Write(string file, Func<string, Task> write) => Try(file, async full =>
    {
        using var atomic = new AtomicFile(full);
        await write(atomic.Unfinished);
        atomic.Commit(replace: false);
    });

    /// <summary>Writes a folder atomically.</summary>
    /// <exception cref="InputException">The folder cannot be written.</exception>
    public static void WriteFolder(string folder, Action<string> write) => Try(folder, full =>
    {
        using var atomic = new AtomicFolder(full);
        write(atomic.Unfinished);
        atomic.Commit();
    });

    /// <exception cref="InputException">The folder cannot be written.</exception>
    public static Task WriteFolder(string folder, Func<string, Task> write) => Try(folder, async full =>
    {
        using var atomic = new AtomicFolder(full);
        await write(atomic.Unfinished);
        atomic.Commit();
    });

    private static void Try(string path, Action<string> write) => Try(path, full =>
    {
        write(full);
        return Task.CompletedTask;
    }).GetAwaiter().GetResult();

    private static async Task Try(string path, Func<string, Task> write)
    {
        try
        {
            await write(Path.GetFullPath(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"{NearestWord.Quoted(path)} cannot be written ({e.Message.TrimEnd('.')}). Name another place, one you may write to.");
        }
    }
}
