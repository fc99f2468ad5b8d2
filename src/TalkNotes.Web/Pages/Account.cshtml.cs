using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalkNotes.Core.Accounts;
using TalkNotes.Web.Accounts;

namespace TalkNotes.Web.Pages;

/// <summary>One's own account: the password.</summary>
[Access(Read = Role.Reader, Write = Role.Reader)]
public sealed class AccountModel(UserManager<Account> users) : PageModel
{
    public IReadOnlyList<string> Problems { get; private set; } = [];

    internal Access Access => Access.Of(HttpContext);

    public void OnGet()
    {
        // shows who is signed in
    }

    public async Task<IActionResult> OnPostAsync(string? old, string? password, string? again, CancellationToken ct)
    {
        if (!Access.IsSession || await users.FindByNameAsync(Access.Person!.Name) is not { } account)
        {
            return NotFound();
        }

        var sessions = HttpContext.RequestServices.GetRequiredService<Sessions>();
        if (await sessions.CheckAsync(account.Name, old ?? "", ct) is not { } checkedAccount)
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
            return Page();
        }

        await Sessions.BeginAsync(HttpContext, account); // every other session of this account has ended
        TempData["Message"] = "Password changed. Other sessions have ended.";
        return new SeeOther(Links.Account);
    }
}
