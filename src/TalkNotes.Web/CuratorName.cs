namespace TalkNotes.Web;

/// <summary>
/// Who judges. On one's own machine there is one local curator without sign-in: the name that this browser gave, else the
/// setting <c>curator</c>, else "curator".
/// </summary>
public sealed class CuratorName(IConfiguration configuration)
{
    private const string Cookie = "curator";
    private const int Longest = 80;

    /// <summary>The name for verdicts that come with this request.</summary>
    public string Of(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Clean(request.Cookies[Cookie]) ?? Clean(configuration["curator"]) ?? "curator";
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

    private static string? Clean(string? name)
    {
        var clean = new string([.. (name ?? "").Where(c => !char.IsControl(c))]).Trim();
        return clean.Length == 0 ? null : clean[..Math.Min(Longest, clean.Length)];
    }
}
