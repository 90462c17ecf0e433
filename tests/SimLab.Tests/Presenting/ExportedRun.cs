using System.Text.Json.Nodes;
using SimLab.Engine.Recording;
using SimLab.Tests.App;
using SimLab.Tests.Recording;
using Xunit;

[assembly: AssemblyFixture(typeof(SimLab.Tests.Presenting.RecordedYear))]

namespace SimLab.Tests.Presenting;

/// <summary>
/// A year of Gansu with and without rewards, two draws of luck, recorded as a user would, and exported as a page: made once, for the
/// first class that asks, and read by all.
/// </summary>
public sealed class RecordedYear : IDisposable
{
    private readonly RecordedRunCache _cached = new();
    private readonly Lazy<Task> _made;

    public RecordedYear() => _made = new(Make);

    public string Path => _cached.In("run");
    public string Html => _cached.In("run.html");

    public Task Made() => _made.Value;

    public void Dispose() => _cached.Dispose();

    private async Task Make()
    {
        using var gansu = new ShortGansu(whole: true);
        var ran = await Said.By("run", gansu.Rewards, "--executor", "loop", "--out", Path);
        Assert.True(ran.Exit == 0, ran.Error);
        var exported = await Said.By("export", Path, "--html", Html);
        Assert.True(exported.Exit == 0, exported.Error);
    }
}

/// <summary>The recorded year for the tests of one class, with a folder of their own for what they make of it.</summary>
public sealed class ExportedRun(RecordedYear year) : IAsyncLifetime
{
    private readonly RecordedRunCache _cached = new();

    public string Path => year.Path;
    public string Html => year.Html;
    public JsonNode Targets => JsonNode.Parse(File.ReadAllText(System.IO.Path.Combine(Path, RunFolder.Targets)))!;

    public string Free(string name) => _cached.In(name);

    public async ValueTask InitializeAsync() => await year.Made();

    /// <summary>The run once more, to be spoilt.</summary>
    public string Copy(string name)
    {
        var copy = _cached.In(name);
        Directory.CreateDirectory(copy);
        foreach (var file in Directory.EnumerateFiles(Path)) File.Copy(
            file, System.IO.Path.Combine(copy, System.IO.Path.GetFileName(file)));
        return copy;
    }

    internal static async Task Reseal(string run, Func<Manifest, Manifest> change)
    {
        var file = System.IO.Path.Combine(run, RunFolder.Manifest);
        await File.WriteAllTextAsync(file, change(Manifest.FromSealedJson(await File.ReadAllTextAsync(file))).ToSealedJson());
    }

    public ValueTask DisposeAsync()
    {
        _cached.Dispose();
        return ValueTask.CompletedTask;
    }
}
