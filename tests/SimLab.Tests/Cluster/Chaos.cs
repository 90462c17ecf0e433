using System.Globalization;
using Xunit;

namespace SimLab.Tests.Cluster;

/// <summary>Chance for tests that break things. Its seed is printed; SIMLAB_CHAOS_SEED sets it, to break the same things again.</summary>
internal sealed class Chaos
{
    private readonly Random _random;

    public Chaos()
    {
        var seed = int.TryParse(
            Environment.GetEnvironmentVariable("SIMLAB_CHAOS_SEED"), CultureInfo.InvariantCulture, out var given) ? given
            : Environment.TickCount;
        _random = new(seed);
        Say($"SIMLAB_CHAOS_SEED={seed}");
    }

    public int Kills { get; private set; }

    public int Below(int limit) => _random.Next(limit);

    public Task Wait(double fromSeconds, double toSeconds) =>
        Task.Delay(TimeSpan.FromSeconds(fromSeconds + _random.NextDouble() * (toSeconds - fromSeconds)));

    public void Kill(SimlabProcess process)
    {
        if (process.Ended) return;
        process.Kill();
        Kills++;
    }

    /// <summary>Waits until something is so, with an end.</summary>
    public static async Task Until(Func<bool> isSo, string what, double seconds = 120)
    {
        var end = DateTime.UtcNow.AddSeconds(seconds);
        while (!isSo())
        {
            if (DateTime.UtcNow > end) throw new TimeoutException($"After {seconds:0} s still waiting: {what}.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    public static void Say(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);
}
