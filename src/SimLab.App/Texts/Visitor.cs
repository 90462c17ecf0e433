namespace SimLab.App.Texts;

/// <summary>Identifies visitors anonymously, only to share the machine fairly.</summary>
internal static class Visitor
{
    private const string Cookie = "simlab-visitor";
    private const int Length = 32;

    /// <summary>The visitor: a browser by its cookie, a program by its network address.</summary>
    public static string Of(HttpContext context) =>
        context.Request.Cookies[Cookie] is { Length: Length } known ? known : $"address {context.Connection.RemoteIpAddress}";

    /// <summary>As <see cref="Of"/>, but gives a new browser its cookie.</summary>
    public static string Welcome(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is { Length: Length } known) return known;
        var visitor = Guid.NewGuid().ToString("N");
        if (!context.Response.HasStarted)
            context.Response.Cookies.Append(
                Cookie, visitor, new() { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365) });
        return visitor;
    }
}
