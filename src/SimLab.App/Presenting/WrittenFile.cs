using SimLab.Engine.Scenarios;

namespace SimLab.App.Presenting;

/// <summary>A file that appears whole or not at all.</summary>
internal static class WrittenFile
{
    /// <exception cref="InputException">It cannot be written here.</exception>
    public static void Write(string file, Action<string> write) => Try(file, full =>
    {
        var temporary = Beside(full);
        try
        {
            write(temporary);
            File.Move(temporary, full);
        }
        finally
        {
            File.Delete(temporary);
        }
    });

    /// <exception cref="InputException">It cannot be written here.</exception>
    public static Task Write(string file, Func<string, Task> write) => Try(file, async full =>
    {
        var temporary = Beside(full);
        try
        {
            await write(temporary);
            File.Move(temporary, full);
        }
        finally
        {
            File.Delete(temporary);
        }
    });

    /// <summary>A folder that appears whole or not at all.</summary>
    /// <exception cref="InputException">It cannot be written here.</exception>
    public static void WriteFolder(string folder, Action<string> write) => Try(folder, full =>
    {
        var temporary = Beside(full);
        try
        {
            Directory.CreateDirectory(temporary);
            write(temporary);
            Directory.Move(temporary, full);
        }
        finally
        {
            if (Directory.Exists(temporary)) Directory.Delete(temporary, recursive: true);
        }
    });

    /// <exception cref="InputException">It cannot be written here.</exception>
    public static Task WriteFolder(string folder, Func<string, Task> write) => Try(folder, async full =>
    {
        var temporary = Beside(full);
        try
        {
            Directory.CreateDirectory(temporary);
            await write(temporary);
            Directory.Move(temporary, full);
        }
        finally
        {
            if (Directory.Exists(temporary)) Directory.Delete(temporary, recursive: true);
        }
    });

    private static string Beside(string full) => Path.Combine(Path.GetDirectoryName(full)!, $".{Guid.NewGuid():N}{Path.GetExtension(full)}");

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
            throw new InputException($"{NearestWord.Quoted(path)} cannot be written ({e.Message.TrimEnd('.')}). Name another place, one you may write to.");
        }
    }
}
