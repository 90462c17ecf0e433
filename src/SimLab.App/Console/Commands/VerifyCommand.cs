using System.CommandLine;
using SimLab.App.Runs;
using SimLab.Engine.Recording;

namespace SimLab.App.Console.Commands;

/// <summary>`simlab verify RUN`: replays the recording from its manifest alone, and compares the results.</summary>
internal sealed class VerifyCommand(Screen screen)
{
    public static Command Create(Screen screen)
    {
        var run = RecordedRunArgument.Create();
        var executor = Options.OneOf<ExecutorKind>("--executor", "Orleans grains, or the bare loop; the result is the same.");
        var command = new Command(
            "verify", "Simulate a recorded run again from its manifest alone and compare result, worlds and tables, bit for bit.")
            { run, executor };
        command.SetAction((parsed, cancel) =>
            new VerifyCommand(screen).Do(parsed.GetRequiredValue(run), parsed.GetValue(executor) ?? default, cancel));
        return command;
    }

    private async Task<int> Do(string path, ExecutorKind kind, CancellationToken cancel)
    {
        var run = await RecordedRunArgument.Open(path);
        var verification = new Verification(run);
        await using var executor = await ExecutorFactory.Executor(kind, cancel);
        var manifest = run.Manifest;
        var differences = await ProgressOnError.Show(screen, manifest.Months, progress => verification.Compare(executor, progress, cancel));
        if (differences.Count == 0)
        {
            var worlds = manifest.Arms.Sum(arm => arm.WorldHashes.Count);
            screen.Write(
                $"{path} is what its manifest makes of it: {manifest.Months} months of {worlds} worlds simulated again, the same result "
                    + $"{manifest.ResultHash[..16]}, "
                + $"the same worlds and the same tables, bit for bit, by the same build {manifest.ModelBuild[..16]} of the model.");
            return ExitCode.Done;
        }
        screen.Report(
            $"{path} is not what its manifest makes of it. Simulated again by the build that recorded it, {manifest.ModelBuild[..16]}:");
        foreach (var difference in differences) screen.Report($"  {difference}");
        return ExitCode.WrongInput;
    }
}
