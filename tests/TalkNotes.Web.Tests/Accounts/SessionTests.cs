using System.Net;
using TalkNotes.Core.Accounts;
using TalkNotes.Core.Claims;
using TalkNotes.Web.Tests.Claims;
using TalkNotes.Web.Tests.Cli;

namespace TalkNotes.Web.Tests.Accounts;

public class SessionTests(NetworkSite site)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Verdict_stands_under_the_name_of_who_is_signed_in_and_is_noted()
    {
        var claim = (await site.Get<ClaimQueries>().ListAsync(new ClaimFilter(), null, 500, Ct)).Claims.First(c => c.HasTranscript);
        using var browser = await site.SignedInAsync("ines");
        var page = $"/claims/{claim.Id}";
        using var answer = await VerdictsFixture.SendAsync(browser, page, $"{page}?handler=Verdict", ("Value", "verified"), ("Passage", "0-1"), ("Seen", "0"), ("curator", "somebody else"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var verdict = (await site.Get<ClaimQueries>().PageAsync(claim.Id, Ct))!.History[0];
        Assert.Equal(("Ines", "verified"), (verdict.Curator, verdict.Value));
        var act = (await site.Get<ActLog>().NewestAsync(50, Ct)).First(a => a.What.Contains(claim.Id, StringComparison.Ordinal));
        Assert.Equal(("Ines", "session", $"POST {page}?handler=Verdict"), (act.Who, act.Via, act.What));
    }

    [Fact]
    public async Task Nobody_sees_forms_that_cannot_work()
    {
        using var nobody = site.Browser();
        var claim = (await site.Get<ClaimQueries>().ListAsync(new ClaimFilter(), null, 500, Ct)).Claims[0];
        foreach (var page in new[] { "/", $"/claims/{claim.Id}", "/glossary", "/status", "/history", "/talks" })
        {
            var html = await nobody.GetStringAsync(new Uri(page, UriKind.Relative), Ct);
            Assert.Equal(1, html.Split("method=\"post\"").Length - 1); // the choice of colours
            Assert.Contains("href=\"/sign-in", html, StringComparison.Ordinal);
        }

        using var workplace = await nobody.GetAsync(new Uri("/desk?queue=all", UriKind.Relative), Ct);
        Assert.Equal((HttpStatusCode.SeeOther, "/sign-in?back=%2Fdesk%3Fqueue%3Dall"), (workplace.StatusCode, workplace.Headers.Location!.OriginalString));
        using var browser = await site.SignedInAsync("Ines");
        Assert.Contains("action=\"?handler=Verdict\"", await browser.GetStringAsync(new Uri($"/claims/{claim.Id}", UriKind.Relative), Ct), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/desk", "/desk")]
    [InlineData("https://evil.example", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    public async Task Sign_in_leads_back_within_the_site_only(string back, string place)
    {
        using var browser = site.Browser();
        using var answer = await VerdictsFixture.SendAsync(browser, Links.SignIn, Links.SignIn, ("Name", "INES"), ("password", NetworkSite.Password), ("Back", back));
        Assert.Equal(place, answer.Headers.Location!.OriginalString);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("talknotes-session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_a_wrong_name_and_a_locked_account_are_told_alike()
    {
        await NetworkSite.AddAsync(site.Data, "lola", Role.Curator);
        using var browser = site.Browser();
        var answers = new List<string>();
        foreach (var (name, password) in Enumerable.Repeat(("lola", "wrong wrong wrong"), 5).Append(("nobody", "x")).Append(("lola", NetworkSite.Password)))
        {
            using var answer = await VerdictsFixture.SendAsync(browser, Links.SignIn, Links.SignIn, ("Name", name), ("password", password));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            answers.Add(new string([.. (await answer.Content.ReadAsStringAsync(Ct)).SkipWhile(c => c != '!').TakeWhile(c => true)]).Split("role=\"alert\"")[1].Split("</div>")[0]);
        }

        Assert.Single(answers.Distinct(StringComparer.Ordinal));
        Assert.NotNull((await site.Get<AccountStore>().FindAsync("LOLA", Ct))!.LockedUntil);
        var (status, _, _) = await Run.WithInputAsync(NetworkSite.Password, "user", "password", "lola", "--data", site.Data);
        Assert.Equal(0, status);
        using var unlocked = await site.SignedInAsync("lola");
    }

    [Fact]
    public async Task A_session_ends_with_password_role_and_account()
    {
        await NetworkSite.AddAsync(site.Data, "mona", Role.Curator);
        using var one = await site.SignedInAsync("mona");
        using var two = await site.SignedInAsync("mona");
        const string New = "nine loud pelicans";
        using (var wrong = await VerdictsFixture.SendAsync(one, Links.Account, Links.Account, ("old", "not that one"), ("password", New), ("again", New)))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        }

        using (var changed = await VerdictsFixture.SendAsync(one, Links.Account, Links.Account, ("old", NetworkSite.Password), ("password", New), ("again", New)))
        {
            Assert.Equal(HttpStatusCode.SeeOther, changed.StatusCode);
        }

        Assert.Equal((200, 303), (await StatusAsync(one, "/desk"), await StatusAsync(two, "/desk")));
        await Run.TalkNotesAsync("user", "role", "mona", "--role", "reader", "--data", site.Data);
        Assert.Equal(303, await StatusAsync(one, "/desk"));
        using var three = await site.SignedInAsync("mona", New);
        Assert.Equal((403, 200), (await StatusAsync(three, "/desk"), await StatusAsync(three, "/account")));
        await Run.TalkNotesAsync("user", "remove", "mona", "--data", site.Data);
        Assert.Equal(303, await StatusAsync(three, "/account"));
    }

    [Fact]
    public async Task Sign_out_ends_the_session_in_this_browser()
    {
        using var browser = await site.SignedInAsync("ines");
        Assert.Equal(200, await StatusAsync(browser, "/desk"));
        using var answer = await VerdictsFixture.SendAsync(browser, "/", Links.SignOut);
        Assert.Equal("/", answer.Headers.Location!.OriginalString);
        Assert.Equal(303, await StatusAsync(browser, "/desk"));
    }

    [Fact]
    public async Task A_copy_of_the_cookie_is_worth_nothing_after_signing_out()
    {
        using var browser = site.Browser();
        using var signedIn = await VerdictsFixture.SendAsync(browser, Links.SignIn, Links.SignIn, ("Name", "ines"), ("password", NetworkSite.Password));
        var copy = Assert.Single(signedIn.Headers.GetValues("Set-Cookie"), c => c.StartsWith("talknotes-session=", StringComparison.Ordinal)).Split(';')[0];
        Assert.Equal(200, await WithCookieAsync(copy));
        using var answer = await VerdictsFixture.SendAsync(browser, "/", Links.SignOut);
        Assert.Equal(303, await WithCookieAsync(copy));
    }

    [Fact]
    public async Task Who_is_signed_in_sees_where_and_ends_the_others_with_the_password()
    {
        await NetworkSite.AddAsync(site.Data, "nora", Role.Reader);
        using var one = await site.SignedInAsync("nora");
        using var two = await site.SignedInAsync("nora");
        var page = await one.GetStringAsync(new Uri(Links.Account, UriKind.Relative), Ct);
        Assert.Equal(2, page.Split("<li>Signed in ").Length - 1);
        Assert.Equal(1, page.Split("(this browser)").Length - 1);
        using (var wrong = await VerdictsFixture.SendAsync(one, Links.Account, $"{Links.Account}?handler=Others", ("old", "not that one")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
            Assert.Contains("Nobody was signed out", await wrong.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        }

        Assert.Equal(200, await StatusAsync(two, Links.Account));
        using var ended = await VerdictsFixture.SendAsync(one, Links.Account, $"{Links.Account}?handler=Others", ("old", NetworkSite.Password));
        Assert.Equal(HttpStatusCode.SeeOther, ended.StatusCode);
        Assert.Equal((200, 303), (await StatusAsync(one, Links.Account), await StatusAsync(two, Links.Account)));
    }

    [Theory]
    [InlineData("short")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("123456789012345")]
    [InlineData("qwertyuiopas")]
    [InlineData("password1234")]
    [InlineData("petra2026petra")]
    public async Task A_password_that_is_guessed_first_is_refused(string password)
    {
        var (status, _, error) = await Run.WithInputAsync(password, "user", "add", "petra", "--data", site.Data);
        Assert.Equal(1, status);
        Assert.StartsWith("Nothing was changed", error, StringComparison.Ordinal);
        Assert.Null(await site.Get<AccountStore>().FindAsync("PETRA", Ct));
    }

    private static async Task<int> StatusAsync(HttpClient browser, string address)
    {
        using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative), Ct);
        return (int)answer.StatusCode;
    }

    private async Task<int> WithCookieAsync(string cookie)
    {
        var answer = await site.SendAsync(c =>
        {
            c.Request.Path = "/desk";
            c.Request.Headers.Cookie = cookie;
        });
        return answer.Response.StatusCode;
    }
}
