using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalkNotes.Core.Accounts;
using TalkNotes.Web.Accounts;

namespace TalkNotes.Web.Pages;

/// <summary>One's own account: the password, and where one is signed in.</summary>
[Access(Read = Role.Reader, Write = Role.Reader)]
public sealed class AccountModel(UserManager<Account> users, OpenSessions open) : PageModel
{
    /// <summary>Why the password was not changed.</summary>
    public IReadOnlyList<string> Problems { get; private set; } = [];

    /// <summary>Whether the others were not signed out, as the password was wrong.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>Where this account is signed in, newest first.</summary>
    public IReadOnlyList<SessionView> Open { get; private set; } = [];

    internal Access Access => Access.Of(HttpContext);

    public Task OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(string? old, string? password, string? again, CancellationToken ct)
    {
        if (!Access.IsSession || await users.FindByNameAsync(Access.Person!.Name) is not { } account)
        {
            return NotFound();
        }

        var sessions = HttpContext.RequestServices.GetRequiredService<Sessions>();
        if (await sessions.CheckAsync(account.Name, old ?? "", HttpContext.Connection.RemoteIpAddress, ct) is not { } checkedAccount)
        {
            Problems = ["The present password is wrong, or the account is locked for a quarter of an hour after five wrong ones."];
        }
        else if (password != again)
        {
            Problems = ["The new password and its repetition differ."];
        }
        else
        {
            var result = await users.ChangePasswordAsync(checkedAccount, old!, password ?? "");
            Problems = [.. result.Errors.Select(e => e.Description)];
            account = checkedAccount;
        }

        if (Problems.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            await ShowAsync(ct);
            return Page();
        }

        await sessions.BeginAsync(HttpContext, account); // every other session of this account has ended
        TempData["Message"] = "Password changed. Other sessions have ended.";
        return new SeeOther(Links.Account);
    }

    /// <summary>Signs this account out everywhere else.</summary>
    public async Task<IActionResult> OnPostOthersAsync(string? old, CancellationToken ct)
    {
        if (!Access.IsSession || await users.FindByNameAsync(Access.Person!.Name) is not { } account)
        {
            return NotFound();
        }

        if (await HttpContext.RequestServices.GetRequiredService<Sessions>().CheckAsync(account.Name, old ?? "", HttpContext.Connection.RemoteIpAddress, ct) is null)
        {
            IsRefused = true;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            await ShowAsync(ct);
            return Page();
        }

        await open.EndOthersAsync(account.Key, Sessions.SecretOf(User), ct);
        TempData["Message"] = "Signed out everywhere else.";
        return new SeeOther(Links.Account);
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        if (Access.IsSession)
        {
            Open = await open.ListAsync(UserStore.KeyOf(Access.Person!.Name), Sessions.SecretOf(User), ct);
        }
    }
}
