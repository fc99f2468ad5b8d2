namespace TalkNotes.Web;

/// <summary>
/// Under TLS every cookie of the site bears a name that browsers take from this very host only, and only under TLS: neither another site
/// of the same domain nor an answer without TLS can put one in its place. Inside the program they keep their plain names.
/// </summary>
internal static class HostCookies
{
    private const string Prefix = "__Host-";
    private const string Secure = "secure";

    public static IApplicationBuilder UseHostCookies(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.IsHttps)
        {
            context.Request.Headers.Cookie = string.Join("; ", Own(context.Request));
            context.Response.OnStarting(Name, context.Response); // first in, so last of all that write cookies
        }

        return next(context);
    });

    /// <summary>The cookies that this site set, by their plain names; any other is dropped.</summary>
    private static IEnumerable<string> Own(HttpRequest request) => request.Headers.Cookie
        .SelectMany(header => (header ?? "").Split(';', StringSplitOptions.TrimEntries))
        .Where(cookie => cookie.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(cookie => cookie[Prefix.Length..]);

    private static Task Name(object state)
    {
        var headers = ((HttpResponse)state).Headers;
        if (headers.SetCookie.Count > 0)
        {
            headers.SetCookie = headers.SetCookie.Select(cookie => Prefix + cookie + (IsSecure(cookie!) ? "" : "; " + Secure)).ToArray();
        }

        return Task.CompletedTask;
    }

    private static bool IsSecure(string cookie) => cookie.Split(';', StringSplitOptions.TrimEntries).Contains(Secure, StringComparer.OrdinalIgnoreCase);
}
