using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalkNotes.Core.Accounts;
using TalkNotes.Web.Accounts;

namespace TalkNotes.Web.Pages;

/// <summary>The administrator's page: accounts, tokens, and who wrote what.</summary>
[Access(Read = Role.Administrator, Write = Role.Administrator)]
public sealed class UsersModel(UserManager<Account> users, AccountStore accounts, ApiTokens tokens, ActLog acts) : PageModel
{
    private const int ShownActs = 100;

    public IReadOnlyList<(Account Account, int Tokens)> Accounts { get; private set; } = [];

    public IReadOnlyList<ApiTokenView> Tokens { get; private set; } = [];

    public IReadOnlyList<ActView> Acts { get; private set; } = [];

    public IReadOnlyList<string> Problems { get; private set; } = [];

    /// <summary>A token that was just made: shown this once.</summary>
    public string? NewToken { get; private set; }

    /// <summary>The name that was typed.</summary>
    public string? Name { get; private set; }

    internal Access Access => Access.Of(HttpContext);

    public Task OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostAddAsync(string? name, string? role, string? password, CancellationToken ct)
    {
        Name = name;
        var account = new Account { Name = (name ?? "").Trim(), Role = Role.All.Contains(role) ? role! : Role.Reader };
        if (Account.NameProblem(account.Name) is { } problem)
        {
            return await RefuseAsync([problem], ct);
        }

        var result = string.IsNullOrEmpty(password) ? await users.CreateAsync(account) : await users.CreateAsync(account, password);
        return await AnswerAsync(result, $"Added {account.Name}", ct);
    }

    public async Task<IActionResult> OnPostRoleAsync(string? name, string? role, CancellationToken ct)
    {
        if (!Role.All.Contains(role) || await FindAsync(name) is not { } account)
        {
            return await RefuseAsync(["Choose an account and a role."], ct);
        }

        if (IsOneself(account))
        {
            return await RefuseAsync(["Your own role is for another administrator to change."], ct);
        }

        account.Role = role!;
        return await AnswerAsync(await users.UpdateSecurityStampAsync(account), $"{account.Name} is {role} now", ct);
    }

    public async Task<IActionResult> OnPostPasswordAsync(string? name, string? password, CancellationToken ct)
    {
        if (await FindAsync(name) is not { } account)
        {
            return await RefuseAsync(["That account is gone."], ct);
        }

        return await AnswerAsync(await Passwords.SetAsync(users, account, password ?? ""), $"{account.Name} has a new password; their sessions have ended", ct);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? name, CancellationToken ct)
    {
        if (await FindAsync(name) is not { } account || IsOneself(account))
        {
            return await RefuseAsync(["That account is gone, or it is your own."], ct);
        }

        return await AnswerAsync(await users.DeleteAsync(account), $"Removed {account.Name}; what they wrote keeps their name. Adding the name again brings the account back", ct);
    }

    public async Task<IActionResult> OnPostTokenAsync(string? name, string? label, int? days, CancellationToken ct)
    {
        var key = UserStore.KeyOf(name ?? "");
        NewToken = await tokens.MakeAsync(key, label ?? "", Math.Clamp(days ?? ApiTokens.DefaultDays, 1, 10 * ApiTokens.DefaultDays), ct);
        if (NewToken is null)
        {
            return await RefuseAsync(["That account is gone."], ct);
        }

        Response.Headers.CacheControl = "no-store";
        await ShowAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(string? id, CancellationToken ct)
    {
        if (!await tokens.RevokeAsync(id ?? "", ct))
        {
            return await RefuseAsync(["That token was revoked already."], ct);
        }

        return await AnswerAsync(IdentityResult.Success, "Token revoked", ct);
    }

    private async Task<Account?> FindAsync(string? name) => string.IsNullOrEmpty(name) ? null : await users.FindByNameAsync(name);

    private bool IsOneself(Account account) => Access.Person is { Via: not "local" } person && account.Key == UserStore.KeyOf(person.Name);

    private async Task<IActionResult> AnswerAsync(IdentityResult result, string message, CancellationToken ct)
    {
        if (!result.Succeeded)
        {
            return await RefuseAsync([.. result.Errors.Select(e => e.Description)], ct);
        }

        TempData["Message"] = message;
        return new SeeOther(Links.Users);
    }

    private async Task<IActionResult> RefuseAsync(IReadOnlyList<string> problems, CancellationToken ct)
    {
        Problems = problems;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await ShowAsync(ct);
        return Page();
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        Accounts = await accounts.ListAsync(ct);
        Tokens = await tokens.ListAsync(ct);
        Acts = await acts.NewestAsync(ShownActs, ct);
    }
}
