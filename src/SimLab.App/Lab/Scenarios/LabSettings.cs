using SimLab.Engine.Execution.Cluster;

namespace SimLab.App.Lab.Scenarios;

/// <summary>Where the lab listens and keeps things.</summary>
/// <param name="Urls">Addresses to listen at.</param>
/// <param name="Scenarios">Full path of the folder with the scenarios to start from.</param>
/// <param name="Data">Full path of the folder for runs and their catalogue; made when first needed.</param>
/// <param name="Cluster">It lives full runs, and its database keeps the catalogue; null: this process, and a file in <paramref name="Data"/>.</param>
/// <param name="Recording">Full path of the run that is shown to a room; null: the lab was opened for its own sake.</param>
/// <param name="Story">Told with that run, as story.js takes it; null: none.</param>
internal sealed record LabSettings(string[] Urls, string Scenarios, string Data, ClusterDatabase? Cluster = null, string? Recording = null, string? Story = null)
{
    /// <summary>Only this machine can reach it.</summary>
    public bool IsLocal => Urls.All(url => new Uri(url).IsLoopback);
}
