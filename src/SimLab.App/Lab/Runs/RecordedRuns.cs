using System.Collections.Concurrent;
using SimLab.App.Lab.Catalogue;
using SimLab.App.Lab.Jobs;
using SimLab.Engine;

namespace SimLab.App.Lab.Runs;

/// <summary>Cache of opened finished runs; a run opens on first request.</summary>
internal sealed class RecordedRuns(RunQueue queue) : IDisposable
{
    private const int MostRuns = 4;

    private readonly ConcurrentDictionary<string, Lazy<Task<OpenRun>>> _runs = new();
    private readonly SemaphoreSlim _living = new(1);        // replaying a replicate takes a core and the memory of a population

    /// <exception cref="RunFolderException">The folder is missing or corrupt.</exception>
    public Task<OpenRun> Open(RunEntry run) => Open(run.Id, queue.FolderOf(run));

    /// <param name="id">Id of the run.</param>
    /// <param name="folder">Its run folder.</param>
    /// <exception cref="RunFolderException">The folder is missing or corrupt.</exception>
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
            _runs.TryRemove(id, out _);                 // the folder may be restored
            throw;
        }
    }

    public void Dispose() => _living.Dispose();
}
