using SimLab.Engine.Execution.Cluster;

namespace SimLab.App.Lab.Scenarios;

/// <summary>Addresses and folders of the lab.</summary>
/// <param name="Urls">Addresses to listen at.</param>
/// <param name="Scenarios">Full path of the folder with the preset scenarios.</param>
/// <param name="Data">Full path of the folder for runs and their catalogue; created on first use.</param>
/// <param name="Cluster">Simulates full runs, and its database stores the catalogue; null: this process, and a file in
/// <paramref name="Data"/>.</param>
/// <param name="Recording">Full path of the run shown to an audience; null: the lab runs without one.</param>
/// <param name="Story">Story of that run, as JSON for story.js; null: none.</param>
internal sealed record LabSettings(
    string[] Urls, string Scenarios, string Data, ClusterDatabase? Cluster = null, string? Recording = null, string? Story = null)
{
    /// <summary>Whether only this machine can reach the lab.</summary>
    public bool IsLocal => Urls.All(url => new Uri(url).IsLoopback);
}
