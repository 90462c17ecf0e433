using System.Diagnostics;
using System.Text;

namespace SimLab.Tests.Cluster;

/// <summary>A `simlab` of its own: the executable as it was built, which can be killed as no thread can.</summary>
internal sealed class SimlabProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new(), _error = new();

    public SimlabProcess(string folder, params string[] args)
        : this(folder, new Dictionary<string, string>(), args)
    {
    }

    public SimlabProcess(string folder, IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "simlab"), args)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Add(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Add(_error, line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Of a silo.</summary>
    public string Name { get; init; } = "";

    public int Id => _process.Id;
    public bool Ended => _process.HasExited;
    public int Exit => _process.ExitCode;
    public string Output => Text(_output);
    public string Error => Text(_error);

    public static async Task<SimlabProcess> Run(string folder, params string[] args)
    {
        var process = new SimlabProcess(folder, args);
        await process.WaitForExit(TimeSpan.FromMinutes(5));
        return process;
    }

    /// <summary>Waits, and then for what it said to have come through.</summary>
    public async Task WaitForExit(TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException(
                $"simlab {string.Join(' ', _process.StartInfo.ArgumentList)} did not end within {patience.TotalSeconds:0} s. It "
                + $"said:\n{Output}\n{Error}");
        }
    }

    /// <summary>kill -9.</summary>
    public void Kill()
    {
        if (!Ended) _process.Kill();
        _process.WaitForExit();
    }

    public void Signal(string name) => Process.Start("kill", [$"-{name}", $"{Id}"]).WaitForExit();

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private static void Add(StringBuilder text, string? line)
    {
        if (line is null) return;
        lock (text) text.AppendLine(line);
    }

    private static string Text(StringBuilder text)
    {
        lock (text) return text.ToString();
    }
}
