namespace SimLab.App.Texts;

/// <summary>Who is asking: not a name, only enough to share the machine out fairly.</summary>
internal static class Visitor
{
    private const string Cookie = "simlab-visitor";
    private const int Length = 32;

    /// <summary>The visitor of a browser by its cookie; a program by the address it calls from.</summary>
    public static string Of(HttpContext context) =>
        context.Request.Cookies[Cookie] is { Length: Length } known ? known : $"address {context.Connection.RemoteIpAddress}";

    /// <summary>As <see cref="Of"/>, and a browser that comes for the first time is given its cookie.</summary>
    public static string Welcome(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is { Length: Length } known) return known;
        var visitor = Guid.NewGuid().ToString("N");
        if (!context.Response.HasStarted)
            context.Response.Cookies.Append(Cookie, visitor, new() { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365) });
        return visitor;
    }
}
