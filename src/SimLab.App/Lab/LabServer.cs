using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;
using SimLab.App.Console;
using SimLab.App.Lab.Api;
using SimLab.App.Lab.Catalogue;
using SimLab.App.Lab.Experiments;
using SimLab.App.Lab.Jobs;
using SimLab.App.Lab.Plan;
using SimLab.App.Lab.Policies;
using SimLab.App.Lab.Present;
using SimLab.App.Lab.Runs;
using SimLab.App.Lab.Scenarios;
using SimLab.App.Lab.Trust;
using SimLab.App.Texts;
using SimLab.Model;

namespace SimLab.App.Lab;

/// <summary>
/// The web lab as one process: pages, charts, runs; it serves everything it shows from its own address.
/// </summary>
internal static class LabServer
{
    /// <summary>Serves until stopped.</summary>
    public static async Task Run(LabSettings settings, Screen screen, CancellationToken cancel)
    {
        await using var app = Build(settings);
        try
        {
            await app.StartAsync(cancel);
        }
        catch (IOException taken)
        {
            throw new InputException(
                $"The lab cannot listen there: {taken.Message.TrimEnd('.')}. Give another address with --urls, such as --urls "
                + $"http://127.0.0.1:5081.");
        }
        foreach (var address in app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses)
            screen.Write(settings.Recording is null
                ? Sentence.Of($"The lab is open at {address} (Ctrl-C closes it).")
                : $"The run is shown at {address}{Shown(settings)} (Ctrl-C closes it).");
        await screen.Output.FlushAsync(cancel);
        if (!settings.IsLocal)
            screen.Report($"The lab asks for no password: whoever can reach this address can use it.");
        await Task.Delay(Timeout.Infinite, cancel).ContinueWith(_ => { }, TaskScheduler.Default);
        await app.StopAsync(CancellationToken.None);
    }

    private static string Shown(LabSettings settings) => settings.Recording is null ? "/plan" : $"/present?run={ReplayService.Given}";

    private static WebApplication Build(LabSettings settings)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ApplicationName = "simlab", ContentRootPath = AppContext.BaseDirectory });
        // Scripts of packages are beside the program when published, and in the restore folder when built.
        StaticWebAssetsLoader.UseStaticWebAssets(builder.Environment, builder.Configuration);
        builder.WebHost.UseUrls(settings.Urls);
        builder.Logging.ClearProviders().AddSimpleConsole().SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);   // reported below, in a sentence
        builder.Logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console =>
            console.LogToStandardErrorThreshold = LogLevel.Trace);
        // Rejects host names of other sites that resolve to this machine.
        if (settings.IsLocal) builder.Services.AddHostFiltering(hosts => hosts.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"]);
        builder.Services.AddSingleton(settings);
        // Keys last as long as the process: no secrets on the disk, and pages reload themselves after a restart.
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddSingleton<LabScenarios>().AddSingleton<PreviewService>().AddSingleton<LabCatalogue>()
            .AddSingleton<FullRuns>().AddSingleton<SavedMixes>().AddSingleton<LabExperiments>().AddSingleton<RunQueue>()
            .AddSingleton<RecordedRuns>().AddSingleton<BranchService>().AddSingleton<ReplayService>().AddSingleton<TrustFiles>()
            .AddHostedService(services => services.GetRequiredService<RunQueue>());
        if (settings.Recording is null) builder.Services.AddHostedService<WarmUp>();     // the player needs the cores more than previews do
        builder.Services.AddProblemDetails().AddOpenApi("openapi", api =>
        {
            api.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith(LabApi.Root.TrimStart('/'), StringComparison.Ordinal) == true;
            api.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new()
                {
                    Title = "SimLab lab",
                    Version = "v1",
                    Description = "Scenarios and experiments in, results out. See src/docs/api.md."
                };
                return Task.CompletedTask;
            });
        });
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();

        var app = builder.Build();
        app.Services.GetRequiredService<LabScenarios>();   // reports a folder without scenarios now, not to the first visitor
        if (settings.IsLocal) app.UseHostFiltering();
        app.Use(Guarded);
        // A page for people; programs get the bare status.
        app.UseWhen(context => !context.Request.Path.StartsWithSegments(LabApi.Root), pages =>
            pages.UseStatusCodePagesWithReExecute("/not-found"));
        app.UseRouting();   // after the status pages, so that the page for people is found
        app.UseAntiforgery();
        app.MapStaticAssets();
        LabApi.Map(app);
        TrustFiles.Map(app);
        PolicyFiles.Map(app);
        ReplayService.Map(app);
        app.MapGet("/", () => Results.Redirect(Shown(settings)));
        app.MapRazorComponents<Layout.App>().AddInteractiveServerRenderMode();
        return app;
    }

    // Scripts and images only from this address; no inline scripts, no eval.
    private static Task Guarded(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy =
            "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self' ws: "
                + "wss:; frame-ancestors 'none'; base-uri 'self'; form-action 'self'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        return next(context);
    }
}
