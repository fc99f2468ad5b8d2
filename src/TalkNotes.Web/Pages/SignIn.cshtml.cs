using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalkNotes.Core.Accounts;
using TalkNotes.Web.Accounts;

namespace TalkNotes.Web.Pages;

/// <summary>Sign in and sign out. On one's own machine nobody needs to.</summary>
[Access(Read = Access.Everyone, Write = Access.Everyone)]
public sealed class SignInModel : PageModel
{
    /// <summary>Where to go afterwards.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>The name that was typed.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>Whether name or password was wrong.</summary>
    public bool IsRefused { get; private set; }

    internal Access Access => Access.Of(HttpContext);

    public IActionResult OnGet() => Access.IsSession ? Redirect(Links.LocalOr(Back, Links.Home)) : Page();

    public async Task<IActionResult> OnPostAsync(string? password, CancellationToken ct)
    {
        var sessions = HttpContext.RequestServices.GetRequiredService<Sessions>();
        if (!Access.IsLocal && await sessions.CheckAsync((Name ?? "").Trim(), password ?? "", HttpContext.Connection.RemoteIpAddress, ct) is { } account)
        {
            await sessions.BeginAsync(HttpContext, account);
            await HttpContext.RequestServices.GetRequiredService<ActLog>().NoteAsync(account.Name, "session", "signed in", ct);
            return new SeeOther(Links.LocalOr(Back, Links.Home));
        }

        IsRefused = true;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    public async Task<IActionResult> OnPostOutAsync()
    {
        await HttpContext.RequestServices.GetRequiredService<Sessions>().EndAsync(HttpContext);
        Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return new SeeOther(Links.Home);
    }
}
