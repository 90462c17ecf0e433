using System.CommandLine;
using System.Reflection;
using System.Runtime.InteropServices;
using SimLab.Engine;

namespace SimLab.App.Console.Commands;

/// <summary>`simlab version`: prints the versions to cite with a result.</summary>
internal static class VersionCommand
{
    public static Command Create(Screen screen)
    {
        var command = new Command("version", "Print the version, and the identity of the model build.");
        command.SetAction(_ =>
        {
            screen.Output.WriteLine(
                $"simlab "
                + $"{typeof(VersionCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion}");
            screen.Write($"model build {ModelBuild.Hash}");
            screen.Write(
                $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors");
        });
        return command;
    }
}
