using System.CommandLine;
using System.Diagnostics;
using SimLab.App.Runs;
using SimLab.App.Texts;
using SimLab.Engine.Execution;
using SimLab.Engine.Execution.Recovery;
using SimLab.Engine.Recording;

namespace SimLab.App.Console.Commands;

/// <summary>
/// `simlab resume RUN`: resumes a run whose process ended early, with the result of an uninterrupted run.
/// </summary>
internal sealed class ResumeCommand(Screen screen)
{
    public static Command Create(Screen screen)
    {
        var run = new Argument<string>("RUN") { Description = "The folder the run was to have." };
        var cluster = ClusterAddress.Option();
        var command = new Command(
            "resume", "Go on with a run that was interrupted, from its last checkpoint; the result is the same as without the "
            + "interruption.") { run, cluster };
        command.SetAction((parsed, cancel) => new ResumeCommand(screen).Do(parsed.GetRequiredValue(run), parsed.GetValue(cluster), cancel));
        return command;
    }

    private async Task<int> Do(string run, string? cluster, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        using var folder = RunFolder.TakeUp(run);
        folder.CanBeResumed = true;                                          // whatever fails before it resumes
        var order = OrderFile.Read(folder.Journal);
        if (order.OnCluster is not null && ClusterAddress.Given(cluster) is null)
            throw new InputException(
                $"The run is on a cluster, under the name {order.OnCluster}. Give --cluster CONNECTION or set {ClusterAddress.Variable}.");
        var materials = new RunMaterials(order.Plan);
        return await new RunSession(screen, order, materials, folder, clock, cluster).Simulate(resumed: true, cancel);
    }
}
