using System.Collections.Concurrent;
using SimLab.App.Lab.Catalogue;
using SimLab.App.Lab.Jobs;
using SimLab.Engine;

namespace SimLab.App.Lab.Runs;

/// <summary>The finished runs that somebody looks into, open and partly read; they are opened when first asked for.</summary>
internal sealed class RecordedRuns(RunQueue queue) : IDisposable
{
    private const int MostRuns = 4;

    private readonly ConcurrentDictionary<string, Lazy<Task<OpenRun>>> _runs = new();
    private readonly SemaphoreSlim _living = new(1);        // to live a replicate again takes a core and a population's memory

    /// <exception cref="RunFolderException">The folder is gone, or is not as it was written.</exception>
    public Task<OpenRun> Open(RunEntry run) => Open(run.Id, queue.FolderOf(run));

    /// <param name="id">Names the run.</param>
    /// <param name="folder">Where it is recorded.</param>
    /// <exception cref="RunFolderException">The folder is gone, or is not as it was written.</exception>
    public async Task<OpenRun> Open(string id, string folder)
    {
        if (_runs.Count >= MostRuns && !_runs.ContainsKey(id)) _runs.Clear();
        var start = _runs.GetOrAdd(id, _ => new(() => Task.Run(() => OpenRun.At(folder, _living))));
        try
        {
            return await start.Value;
        }
        catch
        {
            _runs.TryRemove(id, out _);                 // perhaps the folder is put back
            throw;
        }
    }

    public void Dispose() => _living.Dispose();
}
