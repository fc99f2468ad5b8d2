using TalkNotes.Core;
using TalkNotes.Web.Accounts;

namespace TalkNotes.Web;

/// <summary>
/// Under which name a request writes: that of its account; on one's own machine, where nobody signs in, the name that this
/// browser gave, else the setting <c>curator</c>, else "curator".
/// </summary>
public sealed class CuratorName(IConfiguration configuration)
{
    private const string Cookie = "curator";
    private const int Longest = 80;

    /// <summary>The name for what comes with this request.</summary>
    public string Of(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Access.Of(request.HttpContext).Person?.Name ?? "nobody";
    }

    /// <summary>The name with the way in, as it stands beside documents.</summary>
    public Author AuthorOf(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new Author(Of(request), Access.Of(request.HttpContext).Person?.Via ?? "local");
    }

    /// <summary>Whether the name may be chosen: on one's own machine only.</summary>
    public static bool MayBeChosen(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Access.Of(request.HttpContext).Person?.Via == "local";
    }

    /// <summary>Keeps a name in this browser; an empty one goes back to the setting.</summary>
    public static void Keep(HttpResponse response, string? name)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (Clean(name) is not { } clean)
        {
            response.Cookies.Delete(Cookie);
            return;
        }

        response.Cookies.Append(Cookie, clean, new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(400),
            SameSite = SameSiteMode.Strict,
            Secure = response.HttpContext.Request.IsHttps,
        });
    }

    /// <summary>The name of the one local curator.</summary>
    internal string Local(HttpRequest request) => Clean(request.Cookies[Cookie]) ?? Clean(configuration["curator"]) ?? "curator";

    private static string? Clean(string? name)
    {
        var clean = new string([.. (name ?? "").Where(c => !char.IsControl(c))]).Trim();
        return clean.Length == 0 ? null : clean[..Math.Min(Longest, clean.Length)];
    }
}
