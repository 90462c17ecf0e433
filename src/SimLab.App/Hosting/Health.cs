using SimLab.Engine.Execution.Cluster;

namespace SimLab.App.Hosting;

/// <summary>The /health endpoint: 200 while the silo is a member and reaches the database, otherwise 503.</summary>
internal static class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static async Task<IResult> Of(IServiceProvider services, string silo, ClusterDatabase database)
    {
        var status = services.GetRequiredService<ISiloStatusOracle>().CurrentStatus;
        var reached = await Reaches(database);
        var healthy = status == SiloStatus.Active && reached;
        return Results.Json(
            new
            {
                silo,
                member = $"{status}",
                database = reached ? "reached" : "away",
                driving = services.GetRequiredService<RunDriver>().Driving
            },
            statusCode: healthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<bool> Reaches(ClusterDatabase database)
    {
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            await using var connection = await database.Source.OpenConnectionAsync(patience.Token);
            return true;
        }
        catch (Exception e) when (e is Npgsql.NpgsqlException or OperationCanceledException or System.Net.Sockets.SocketException)
        {
            return false;
        }
    }
}
