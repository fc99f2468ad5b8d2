using Microsoft.AspNetCore.Identity;
using TalkNotes.Core.Accounts;
using TalkNotes.Web.Accounts;

namespace TalkNotes.Web.Cli;

/// <summary><c>talknotes user</c>: who may write once others can reach the site, and the tokens of programs.</summary>
internal static class UserCommand
{
    private const int Refused = 1;
    private const int MostDays = 3650;

    public static Command Command { get; } = new()
    {
        Name = "user",
        Summary = "Add, list and remove curators, their passwords and tokens",
        Usage = "add|role|password|token|remove NAME | revoke ID | list [--role ROLE] [--no-password] [--label TEXT] [--days N] [--data DIR] [--json]",
        Words = (1, 2),
        Options =
        [
            new Option("role", "ROLE", "reader, curator or administrator (default: curator)"),
            new Option("no-password", null, "add without a password: comes in by token or through a trusted proxy only"),
            new Option("label", "TEXT", "what a token is for"),
            new Option("days", "N", "how long a token holds (default: 365)"),
            Command.Data,
            Command.Json,
        ],
        RunAsync = RunAsync,
    };

    private static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken ct)
    {
        var verb = arguments.Words[0];
        var word = arguments.Words.ElementAtOrDefault(1);
        if (verb == "list" != (word is null))
        {
            throw new UsageException(verb == "list" ? "list takes no name" : $"{verb} needs a {(verb == "revoke" ? "token's id" : "name")}");
        }

        var role = arguments.Value("role");
        if (role is not null && !Role.All.Contains(role))
        {
            throw new UsageException($"--role takes {string.Join(", ", Role.All)}, not '{role}'");
        }

        await using var services = CommandServices.Open(arguments);
        await using var scope = services.CreateAsyncScope();
        var run = new Run(scope.ServiceProvider, arguments, terminal, ct);
        return verb switch
        {
            "list" => await run.ListAsync(),
            "add" => await run.AddAsync(word!, role ?? Role.Curator),
            "role" => await run.RoleAsync(word!, role ?? throw new UsageException("--role is missing")),
            "password" => await run.PasswordAsync(word!),
            "token" => await run.TokenAsync(word!),
            "remove" => await run.RemoveAsync(word!),
            "revoke" => await run.RevokeAsync(word!),
            _ => throw new UsageException($"user takes add, role, password, token, remove, revoke or list, not '{verb}'"),
        };
    }

    /// <summary>One run of the command.</summary>
    private sealed class Run(IServiceProvider services, Arguments arguments, Terminal terminal, CancellationToken ct)
    {
        private readonly UserManager<Account> _users = services.GetRequiredService<UserManager<Account>>();

        public async Task<int> AddAsync(string name, string role)
        {
            if (Account.NameProblem(name) is { } problem)
            {
                throw new UsageException(problem);
            }

            var account = new Account { Name = name, Role = role };
            var result = arguments.Has("no-password")
                ? await _users.CreateAsync(account)
                : await _users.CreateAsync(account, await terminal.ReadSecretAsync($"Password of {name}"));
            return await TellAsync(result, $"user add {account.Name} as {role}", new { account.Name, account.Role });
        }

        public async Task<int> RoleAsync(string name, string role)
        {
            var account = await FindAsync(name);
            account.Role = role;
            return await TellAsync(await _users.UpdateSecurityStampAsync(account), $"user role {account.Name} {role}", new { account.Name, account.Role });
        }

        public async Task<int> PasswordAsync(string name)
        {
            var account = await FindAsync(name);
            var result = await Passwords.SetAsync(_users, account, await terminal.ReadSecretAsync($"New password of {account.Name}"));
            return await TellAsync(result, $"user password {account.Name}", new { account.Name, account.Role });
        }

        public async Task<int> RemoveAsync(string name)
        {
            var account = await FindAsync(name);
            return await TellAsync(await _users.DeleteAsync(account), $"user remove {account.Name}", new { account.Name, Removed = true });
        }

        public async Task<int> TokenAsync(string name)
        {
            var account = await FindAsync(name);
            var days = arguments.Number("days", ApiTokens.DefaultDays, 1, MostDays);
            var token = await services.GetRequiredService<ApiTokens>().MakeAsync(account.Key, arguments.Value("label") ?? "command line", days, ct);
            await NoteAsync($"user token {account.Name}");
            if (arguments.Has("json"))
            {
                terminal.WriteJson(new { account.Name, Token = token });
            }
            else
            {
                await terminal.Out.WriteLineAsync(token);
                await terminal.Error.WriteLineAsync("It is never shown again.");
            }

            return 0;
        }

        public async Task<int> RevokeAsync(string id)
        {
            if (!await services.GetRequiredService<ApiTokens>().RevokeAsync(id, ct))
            {
                await terminal.Error.WriteLineAsync($"There is no token '{id}' in force; talknotes user list shows them.");
                return Refused;
            }

            return await TellAsync(IdentityResult.Success, $"user revoke {id}", new { Id = id, Revoked = true });
        }

        public async Task<int> ListAsync()
        {
            var accounts = await services.GetRequiredService<AccountStore>().ListAsync(ct);
            var tokens = await services.GetRequiredService<ApiTokens>().ListAsync(ct);
            if (arguments.Has("json"))
            {
                terminal.WriteJson(new
                {
                    Users = accounts.Select(a => new { a.Account.Name, a.Account.Role, HasPassword = a.Account.PasswordHash is not null, a.Account.AddedAt }),
                    Tokens = tokens,
                });
                return 0;
            }

            foreach (var (account, count) in accounts)
            {
                await terminal.Out.WriteLineAsync(
                    $"{account.Name}  {account.Role}  {Show.Count(count, "token")}  added {Show.Instant(account.AddedAt)}{(account.PasswordHash is null ? "  no password" : "")}");
            }

            foreach (var token in tokens)
            {
                await terminal.Out.WriteLineAsync($"token {token.Id}  of {token.Account}  {token.Label}  until {Show.Instant(token.ExpiresAt)}");
            }

            if (accounts.Count == 0)
            {
                await terminal.Error.WriteLineAsync("Nobody has an account.");
            }

            return 0;
        }

        private async Task<Account> FindAsync(string name) =>
            await _users.FindByNameAsync(name) ?? throw new UsageException($"there is no account '{name}'");

        private async Task<int> TellAsync<T>(IdentityResult result, string what, T told)
        {
            if (!result.Succeeded)
            {
                foreach (var error in result.Errors)
                {
                    await terminal.Error.WriteLineAsync($"Nothing was changed: {error.Description}");
                }

                return Refused;
            }

            await NoteAsync(what);
            if (arguments.Has("json"))
            {
                terminal.WriteJson(told);
            }
            else
            {
                await terminal.Out.WriteLineAsync($"Done: {what}.");
            }

            return 0;
        }

        private Task NoteAsync(string what) => services.GetRequiredService<ActLog>().NoteAsync(
            Environment.UserName is { Length: > 0 } user ? user : "command line", "command", what, ct);
    }
}
