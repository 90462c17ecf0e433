using SimLab.App.Texts;
using SimLab.Engine.Scenarios;
using SimLab.Model;

namespace SimLab.App.Console;

/// <summary>Checks that a file can be written before the run starts.</summary>
internal static class Writable
{
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void Require(string option, string file)
    {
        try
        {
            if (!Layers.IsPath(file) || Directory.Exists(file)) throw new IOException("it is not a file name");
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            var fresh = !File.Exists(file);
            using (new FileStream(file, FileMode.OpenOrCreate, FileAccess.Write)) { }
            if (fresh) File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{option} {NearestWord.Quoted(file)} cannot be written: {e.Message.TrimEnd('.')}.");
        }
    }
}

/// <summary>Progress as lines on the error stream.</summary>
internal sealed class Lines(Screen screen) : IProgress<Sentence>
{
    public void Report(Sentence value) => screen.Report(value);
}
