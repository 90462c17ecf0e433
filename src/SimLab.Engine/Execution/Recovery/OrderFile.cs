using System.Text;
using System.Text.Json;

namespace SimLab.Engine.Execution.Recovery;

/// <summary>The order of a run, as a file in its journal's folder.</summary>
public static class OrderFile
{
    private const string Name = "order";

    /// <summary>Writes the order, with its SHA-256.</summary>
    public static void Write(string journal, RunOrder order) =>
        KeptFile.Write(Path.Combine(journal, Name), [Encoding.UTF8.GetBytes(order.ToJson())]);

    /// <summary>Reads the order.</summary>
    /// <exception cref="RunFolderException">The order is missing or damaged, or another build wrote it.</exception>
    public static RunOrder Read(string journal)
    {
        var file = Path.Combine(journal, Name);
        if (!File.Exists(file)) throw new RunFolderException(
            journal, $"the run was interrupted before its settings were recorded. Run the scenario again.");
        if (KeptFile.Read(file) is not [var json])
            throw new RunFolderException(
                file, $"is damaged: its SHA-256 is not the one it was written with. The run's settings are lost; run the scenario again.");
        RunOrder order;
        try
        {
            order = RunOrder.FromJson(Encoding.UTF8.GetString(json));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw new RunFolderException(
                file, $"another build of SimLab wrote it, and this one cannot read it ({e.Message.TrimEnd('.')}). Resume the run with "
                + $"the SimLab that began it.", e);
        }
        if (order.ModelBuild != ModelBuild.Hash)
            throw new RunFolderException(
                file, $"the run was begun by build {order.ModelBuild[..16]} of the model and this is build {ModelBuild.Hash[..16]}. "
                + $"Resume it with the SimLab that began it, or run the scenario again.");
        return order;
    }
}
