using SimLab.Engine.Scenarios;
using SimLab.Model.Policies;

namespace SimLab.App.Lab.Policies;

/// <summary>The full texts of policy documents that are files of the repository; the program has them embedded.</summary>
internal static class PolicyFiles
{
    private const string PlainText = "text/plain; charset=utf-8";

    /// <summary>Address of the text in the lab; null: it is not in the repository.</summary>
    public static string? AddressOf(PolicyDocument document) => document.IsFile ? $"policies/{document.Id}/text" : null;

    public static void Map(WebApplication app) => app.MapGet("/policies/{id}/text", (string id) =>
        MeasureCatalog.Default.Documents.FirstOrDefault(document => document.Id == id) is { IsFile: true } document
        && Text(document) is { } text ? Results.Stream(text, PlainText) : Results.NotFound()).ExcludeFromDescription();

    /// <summary>The text; null: the program has it not.</summary>
    public static Stream? Text(PolicyDocument document) => typeof(PolicyFiles).Assembly.GetManifestResourceStream(document.Source);
}
