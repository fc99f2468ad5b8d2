using TalkNotes.Web.Accounts;

namespace TalkNotes.Web;

/// <summary>The colour scheme a reader chose, kept in a cookie and written by the server as <c>data-theme</c>; see docs/decisions.</summary>
public static class Appearance
{
    private const string Cookie = "theme";

    /// <summary><c>light</c>, <c>dark</c>, or null when the system decides.</summary>
    public static string? Of(HttpRequest request) => request.Cookies[Cookie] is "light" or "dark" ? request.Cookies[Cookie] : null;

    /// <summary>What the switch in the footer offers next: system, light, dark, and round again.</summary>
    public static string After(string? theme) => theme switch
    {
        null => "light",
        "light" => "dark",
        _ => "system",
    };

    /// <summary>Takes the choice and leads back. A choice of colours changes nothing on record, so it needs no token.</summary>
    public static void MapAppearance(this IEndpointRouteBuilder endpoints) => endpoints.MapPost(Links.Appearance, async context =>
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        var theme = form["theme"].ToString();
        if (theme is "light" or "dark")
        {
            context.Response.Cookies.Append(Cookie, theme, new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = TimeSpan.FromDays(400),
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
            });
        }
        else
        {
            context.Response.Cookies.Delete(Cookie);
        }

        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = Links.LocalOr(form["back"], Links.Home);
    }).WithMetadata(AccessAttribute.Open);
}
