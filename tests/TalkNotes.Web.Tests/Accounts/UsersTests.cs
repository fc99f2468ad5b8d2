using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using TalkNotes.Core.Accounts;
using TalkNotes.Web.Tests.Claims;
using TalkNotes.Web.Tests.Cli;

namespace TalkNotes.Web.Tests.Accounts;

public class UsersTests(NetworkSite site)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_administrator_adds_changes_and_removes_accounts()
    {
        using var root = await site.SignedInAsync("root");
        Assert.Equal(HttpStatusCode.SeeOther, await SendAsync(root, "Add", ("name", "otto"), ("role", "reader"), ("password", NetworkSite.Password)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await SendAsync(root, "Add", ("name", "OTTO"), ("role", "reader"), ("password", NetworkSite.Password)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await SendAsync(root, "Add", ("name", "<b>"), ("role", "reader"), ("password", NetworkSite.Password)));
        Assert.Equal(HttpStatusCode.SeeOther, await SendAsync(root, "Role", ("name", "otto"), ("role", "curator")));
        Assert.Equal("curator", (await site.Get<AccountStore>().FindAsync("OTTO", Ct))!.Role);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await SendAsync(root, "Role", ("name", "root"), ("role", "reader")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await SendAsync(root, "Remove", ("name", "root")));
        Assert.Equal(HttpStatusCode.SeeOther, await SendAsync(root, "Remove", ("name", "otto")));
        Assert.Null(await site.Get<AccountStore>().FindAsync("OTTO", Ct));
        var page = await root.GetStringAsync(new Uri(Links.Users, UriKind.Relative), Ct);
        Assert.Contains("POST /users?handler=Remove", page, StringComparison.Ordinal);
        using var ines = await site.SignedInAsync("ines");
        using var forbidden = await ines.GetAsync(new Uri(Links.Users, UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
    }

    [Fact]
    public async Task A_token_is_shown_once_works_until_it_is_revoked_and_is_kept_as_a_hash()
    {
        using var root = await site.SignedInAsync("root");
        using var made = await VerdictsFixture.SendAsync(root, Links.Users, $"{Links.Users}?handler=Token", ("name", "ines"), ("label", "laptop"));
        var token = Regex.Match(await made.Content.ReadAsStringAsync(Ct), "tn_[A-Za-z0-9_-]{43}", RegexOptions.NonBacktracking).Value;
        Assert.NotEmpty(token);
        var page = await root.GetStringAsync(new Uri(Links.Users, UriKind.Relative), Ct);
        Assert.DoesNotContain(token, page, StringComparison.Ordinal);
        Assert.DoesNotContain(token, await File.ReadAllTextAsync(Path.Combine(site.Data, "talknotes.db-wal"), System.Text.Encoding.Latin1, Ct), StringComparison.Ordinal);

        using var program = site.Browser();
        program.DefaultRequestHeaders.Authorization = new("Bearer", token);
        Assert.Equal(HttpStatusCode.NotFound, await VerdictAsync(program));
        var held = Assert.Single(await site.Get<ApiTokens>().ListAsync(Ct), t => t.Label == "laptop");
        Assert.NotNull(held.UsedAt);
        Assert.Equal(HttpStatusCode.SeeOther, await SendAsync(root, "Revoke", ("id", held.Id)));
        Assert.Equal(HttpStatusCode.Unauthorized, await VerdictAsync(program));
        using var reading = await program.GetAsync(new Uri("/api/v1/talks", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, reading.StatusCode);
    }

    [Fact]
    public async Task The_token_of_a_reader_reads_and_does_not_write()
    {
        var (_, output, _) = await Run.TalkNotesAsync("user", "token", "rita", "--data", site.Data);
        using var program = site.Browser();
        program.DefaultRequestHeaders.Authorization = new("Bearer", output.Trim());
        using var reading = await program.GetAsync(new Uri("/api/v1/talks", UriKind.Relative), Ct);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (reading.StatusCode, await VerdictAsync(program)));
    }

    [Fact]
    public async Task Commands_list_and_revoke()
    {
        await Run.TalkNotesAsync("user", "add", "robot", "--no-password", "--role", "reader", "--data", site.Data);
        await Run.TalkNotesAsync("user", "token", "robot", "--label", "nightly", "--days", "3", "--data", site.Data);
        var (status, output, _) = await Run.TalkNotesAsync("user", "list", "--json", "--data", site.Data);
        Assert.Equal(0, status);
        var list = System.Text.Json.JsonDocument.Parse(output).RootElement;
        Assert.Contains(list.GetProperty("users").EnumerateArray(), u => u.GetProperty("name").GetString() == "robot" && !u.GetProperty("hasPassword").GetBoolean());
        var id = list.GetProperty("tokens").EnumerateArray().Single(t => t.GetProperty("label").GetString() == "nightly").GetProperty("id").GetString()!;
        Assert.Equal((0, 1), ((await Run.TalkNotesAsync("user", "revoke", id, "--data", site.Data)).Status, (await Run.TalkNotesAsync("user", "revoke", id, "--data", site.Data)).Status));
        Assert.Equal(2, (await Run.TalkNotesAsync("user", "remove", "noone", "--data", site.Data)).Status);
        Assert.Equal(2, (await Run.TalkNotesAsync("user", "add", "\u202Eeve", "--data", site.Data)).Status);
        Assert.Equal(2, (await Run.TalkNotesAsync("user", "promote", "rita", "--data", site.Data)).Status);
    }

    private static async Task<HttpStatusCode> SendAsync(HttpClient browser, string handler, params (string Name, string Value)[] fields)
    {
        using var answer = await VerdictsFixture.SendAsync(browser, Links.Users, $"{Links.Users}?handler={handler}", fields);
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> VerdictAsync(HttpClient program)
    {
        using var answer = await program.PostAsJsonAsync(new Uri("/api/v1/claims/aaaaaaaaaa/verdicts", UriKind.Relative), new { status = "verified" }, Ct);
        return answer.StatusCode;
    }
}
