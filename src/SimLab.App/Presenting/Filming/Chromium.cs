using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace SimLab.App.Presenting.Filming;

/// <summary>
/// One page in a Chromium of this machine, without a window, told what to do by the DevTools protocol. It prints a page and
/// takes pictures of it; what is in them is the page's own.
/// </summary>
internal sealed class Chromium : IAsyncDisposable
{
    /// <summary>Names the program where it is not found by itself.</summary>
    public const string Variable = "SIMLAB_CHROMIUM";

    private static readonly string[] Programs = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];
    private static readonly string[] OtherPlaces =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Process _process;
    private readonly string _profile;
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _over = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode>> _asked = new();
    private readonly TaskCompletionSource _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _sending = new(1);
    private Task _listening = Task.CompletedTask;
    private string? _session;
    private int _number;

    private Chromium(Process process, string profile) => (_process, _profile) = (process, profile);

    /// <summary>Opens a page and waits until it is loaded.</summary>
    /// <param name="page">A file.</param>
    /// <param name="width">Of the page, CSS pixels.</param>
    /// <param name="height">Likewise.</param>
    /// <param name="what">What needs it, for the message.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="InputException">There is no Chromium, or it does not start.</exception>
    public static async Task<Chromium> Open(Uri page, int width, int height, string what, CancellationToken cancel)
    {
        var program = Find() ?? throw new InputException(
            $"{what} needs Chromium or Chrome, and there is none here. Install it with: apt-get install chromium fonts-noto-cjk; or name one in the variable {Variable}.");
        var profile = Directory.CreateTempSubdirectory("simlab-chromium-").FullName;
        var chromium = new Chromium(Start(program, profile), profile);
        try
        {
            await chromium.Connect(cancel);
            await chromium.Show(page, width, height, cancel);
            return chromium;
        }
        catch (Exception e) when (e is WebSocketException or TimeoutException or IOException or InvalidOperationException)
        {
            await chromium.DisposeAsync();
            throw new InputException($"{what} needs Chromium, and {program} does not do what it is told ({e.Message.TrimEnd('.')}). Try another one, named in {Variable}.");
        }
        catch
        {
            await chromium.DisposeAsync();
            throw;
        }
    }

    /// <summary>Does something in the page, and waits for its promise.</summary>
    /// <returns>The value, as JSON has it.</returns>
    public async Task<JsonNode?> Evaluate(string script, CancellationToken cancel)
    {
        var answer = await Send("Runtime.evaluate", new() { ["expression"] = script, ["awaitPromise"] = true, ["returnByValue"] = true }, cancel);
        return answer["exceptionDetails"] is { } thrown
            ? throw new InvalidOperationException($"Bug in SimLab: the page refuses: {(string?)thrown["exception"]?["description"] ?? (string?)thrown["text"]}")
            : answer["result"]?["value"]?.DeepClone();
    }

    /// <summary>The page as it is seen, as PNG.</summary>
    public async Task<byte[]> Picture(CancellationToken cancel) =>
        Convert.FromBase64String((string)(await Send("Page.captureScreenshot", new() { ["format"] = "png" }, cancel))["data"]!);

    /// <summary>The page as it prints on A4, as PDF, with page numbers.</summary>
    /// <param name="footer">Stands left of the page number.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<byte[]> Print(string footer, CancellationToken cancel) => Convert.FromBase64String((string)(await Send("Page.printToPDF", new()
    {
        ["paperWidth"] = 8.27,
        ["paperHeight"] = 11.69,
        ["marginTop"] = 0.55,
        ["marginBottom"] = 0.65,
        ["marginLeft"] = 0.55,
        ["marginRight"] = 0.55,
        ["printBackground"] = true,
        ["displayHeaderFooter"] = true,
        ["headerTemplate"] = "<span></span>",
        ["generateTaggedPDF"] = true,
        ["footerTemplate"] = "<div style=\"font: 7px sans-serif; color: #555; width: 100%; padding: 0 14mm; display: flex; justify-content: space-between\"><span>"
            + System.Net.WebUtility.HtmlEncode(footer) + "</span><span><span class=\"pageNumber\"></span> / <span class=\"totalPages\"></span></span></div>",
    }, cancel))["data"]!);

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        _socket.Dispose();
        try
        {
            if (!_process.HasExited) _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
            Directory.Delete(_profile, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            // A file of its profile that will not go is in the temporary folder, and is not the user's concern.
        }
        _process.Dispose();
        await _listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _sending.Dispose();
        _over.Dispose();
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named) return File.Exists(named) ? named : null;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Programs.SelectMany(program => folders.Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? $"{program}.exe" : program))).Concat(OtherPlaces).FirstOrDefault(File.Exists);
    }

    private static Process Start(string program, string profile)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        string[] arguments =
        [
            "--headless=new", "--remote-debugging-port=0", $"--user-data-dir={profile}", "--no-first-run", "--disable-gpu", "--hide-scrollbars", "--disable-dev-shm-usage",
            "--force-color-profile=srgb", "--disable-background-networking", "--disable-component-update",
            .. Environment.UserName == "root" ? ["--no-sandbox"] : Array.Empty<string>(), "about:blank",
        ];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        try
        {
            return Process.Start(start) ?? throw new InvalidOperationException("it does not start");
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new InputException($"{program} does not start ({e.Message.TrimEnd('.')}). Name another Chromium in {Variable}.");
        }
    }

    // It says on its standard error where it listens, on this machine alone.
    private async Task Connect(CancellationToken cancel)
    {
        const string Listening = "DevTools listening on ";
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        _ = _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, _over.Token);
        string? line;
        try
        {
            do
            {
                line = await _process.StandardError.ReadLineAsync(patience.Token) ?? throw new InvalidOperationException("it ended at once");
            }
            while (!line.StartsWith(Listening, StringComparison.Ordinal));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new TimeoutException($"it said nothing for {Patience.TotalSeconds:0} s");
        }
        _ = _process.StandardError.BaseStream.CopyToAsync(Stream.Null, _over.Token);
        await _socket.ConnectAsync(new Uri(line[Listening.Length..].Trim()), cancel);
        _listening = Listen();
    }

    private async Task Show(Uri page, int width, int height, CancellationToken cancel)
    {
        var target = (string)(await Send("Target.createTarget", new() { ["url"] = "about:blank" }, cancel))["targetId"]!;
        _session = (string)(await Send("Target.attachToTarget", new() { ["targetId"] = target, ["flatten"] = true }, cancel))["sessionId"]!;
        await Send("Page.enable", [], cancel);
        await Send("Emulation.setDeviceMetricsOverride", new() { ["width"] = width, ["height"] = height, ["deviceScaleFactor"] = 1, ["mobile"] = false }, cancel);
        await Send("Emulation.setEmulatedMedia", new() { ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = "light" }) }, cancel);
        await Send("Page.navigate", new() { ["url"] = page.AbsoluteUri }, cancel);
        await _loaded.Task.WaitAsync(Patience, cancel);
    }

    private async Task<JsonNode> Send(string method, JsonObject parameters, CancellationToken cancel)
    {
        var number = Interlocked.Increment(ref _number);
        var answer = _asked[number] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var order = new JsonObject { ["id"] = number, ["method"] = method, ["params"] = parameters };
        if (_session is not null) order["sessionId"] = _session;
        await _sending.WaitAsync(cancel);
        try
        {
            await _socket.SendAsync(Encoding.UTF8.GetBytes(order.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, cancel);
        }
        finally
        {
            _sending.Release();
        }
        return await answer.Task.WaitAsync(Patience, cancel);
    }

    private async Task Listen()
    {
        try
        {
            var buffer = new byte[1 << 16];
            while (!_over.IsCancellationRequested)
            {
                using var message = new MemoryStream();
                ValueWebSocketReceiveResult received;
                do
                {
                    received = await _socket.ReceiveAsync(buffer.AsMemory(), _over.Token);
                    message.Write(buffer, 0, received.Count);
                }
                while (!received.EndOfMessage);
                if (received.MessageType == WebSocketMessageType.Close) throw new IOException("it closed the connection");
                Take(JsonNode.Parse(message.ToArray())!);
            }
        }
        catch (Exception e)
        {
            foreach (var open in _asked.Values) open.TrySetException(new IOException(e.Message, e));
            _loaded.TrySetException(new IOException(e.Message, e));
            _ = _loaded.Task.Exception;                                      // nobody may be waiting for it any more
        }
    }

    private void Take(JsonNode message)
    {
        if ((string?)message["method"] == "Page.loadEventFired") _loaded.TrySetResult();
        if ((int?)message["id"] is not { } number || !_asked.TryRemove(number, out var answer)) return;
        if (message["error"] is { } error) answer.TrySetException(new InvalidOperationException((string?)error["message"] ?? "it refuses"));
        else answer.TrySetResult(message["result"]!.DeepClone());
    }
}
