using System.CommandLine;
using SimLab.App.Texts;
using SimLab.Engine.Scenarios;

namespace SimLab.App.Console.Commands;

/// <summary>`simlab docs [ROOT]`: writes the generated documents of the repository anew, or says which are stale.</summary>
internal sealed class DocsCommand(Screen screen)
{
    public static Command Create(Screen screen)
    {
        var root = new Argument<string>("ROOT")
        { Description = "The root of the repository: the folder of SimLab.sln.", DefaultValueFactory = _ => "." };
        var check = new Option<bool>("--check") { Description = "Write nothing, and fail if a document is stale." };
        var command = new Command(
            "docs",
            "Write anew the documents of the repository that are made from its code: schemas, the description of the model, the register, "
            + "a page for each policy document.")
        { root, check };
        command.SetAction(parsed => new DocsCommand(screen).Do(parsed.GetRequiredValue(root), parsed.GetValue(check)));
        return command;
    }

    private int Do(string root, bool check)
    {
        var place = NearestWord.Quoted(root);
        if (!Layers.IsPath(root) || !File.Exists(Path.Combine(root, "SimLab.sln")))
            throw new InputException($"There is no SimLab.sln in {place}. Give the root of SimLab's repository.");
        var documents = GeneratedDocuments.Of(root, MeasureCatalog.Default, screen);
        var stale = documents.Where(document => document.IsStale(root)).ToList();
        var leftOver = GeneratedDocuments.LeftOver(root, documents).ToList();
        if (stale.Count + leftOver.Count == 0)
            screen.Write($"All {documents.Length} generated documents are up to date.");
        else if (check)
        {
            var paths = stale.Select(document => document.Path).Concat(leftOver);
            throw new InputException($"Stale documents: {paths}. Run: simlab docs");
        }
        foreach (var document in stale)
        {
            document.Write(root);
            screen.Output.WriteLine(document.Path);
        }
        foreach (var page in leftOver)
        {
            File.Delete(Path.Combine(root, page));
            screen.Write($"{page} is deleted: no measure is of that document.");
        }
        return ExitCode.Done;
    }
}
