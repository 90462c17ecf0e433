using System.Text.Json;
using SimLab.Engine;
using SimLab.Engine.Recording;
using SimLab.Pages;

namespace SimLab.App.Export.Filming;

/// <summary>Prints the report page of a recording.</summary>
internal static class PrintedReport
{
    public static async Task Write(RunReader run, string file, CancellationToken cancel)
    {
        var page = new Uri(Path.GetFullPath(Path.Combine(run.Path, RunFolder.Report)));
        await using var chromium = await Chromium.Open(page, 794, 1123, "A printed report", cancel);
        // Recordings of earlier versions of SimLab print equally well.
        await chromium.Evaluate(
            $"document.head.append(Object.assign(document.createElement('style'), {{ textContent: "
            + $"{JsonSerializer.Serialize(PageStyle.Print)} }}))", cancel);
        var manifest = run.Manifest;
        var other = manifest.ModelBuild == ModelBuild.Hash ? "" : $" · printed by another build, {ModelBuild.Hash[..16]}";
        var pdf = await chromium.Print(
            $"SimLab {manifest.Versions.SimLab} · {manifest.Name} · recorded by build {manifest.ModelBuild[..16]}{other} · "
            + $"{manifest.ContentAddress[..16]}", cancel);
        await File.WriteAllBytesAsync(file, pdf, cancel);
    }
}
