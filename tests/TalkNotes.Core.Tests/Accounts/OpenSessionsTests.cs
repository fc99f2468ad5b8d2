using TalkNotes.Core.Accounts;
using TalkNotes.Core.Tests.Claims;

namespace TalkNotes.Core.Tests.Accounts;

public class OpenSessionsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_session_ends_when_nobody_uses_it_and_after_thirty_days()
    {
        using var database = new TestDatabase();
        var clock = new ManualClock(new DateTimeOffset(2026, 11, 1, 8, 0, 0, TimeSpan.Zero));
        var (accounts, sessions) = (new AccountStore(database, clock), new OpenSessions(database, clock));
        await accounts.AddAsync(new Account { Name = "Ines", Key = "INES", Role = Role.Curator, Stamp = "one" }, Ct);

        var left = (await sessions.BeginAsync("INES", Ct))!;
        clock.Now += OpenSessions.Idle;
        Assert.Null(await sessions.OwnerAsync(left, Ct));

        var used = (await sessions.BeginAsync("INES", Ct))!;
        Assert.Single(await sessions.ListAsync("INES", used, Ct)); // the other one is forgotten
        for (var began = clock.Now; clock.Now - began < OpenSessions.Longest - TimeSpan.FromHours(11); clock.Now += TimeSpan.FromHours(11))
        {
            Assert.Equal("Ines", (await sessions.OwnerAsync(used, Ct))?.Name);
        }

        clock.Now += TimeSpan.FromHours(11);
        Assert.Null(await sessions.OwnerAsync(used, Ct));
    }

    [Fact]
    public async Task A_session_ends_with_what_the_account_was_when_it_began()
    {
        using var database = new TestDatabase();
        var clock = new ManualClock(new DateTimeOffset(2026, 11, 1, 8, 0, 0, TimeSpan.Zero));
        var (accounts, sessions) = (new AccountStore(database, clock), new OpenSessions(database, clock));
        var account = new Account { Name = "Ines", Key = "INES", Role = Role.Curator, Stamp = "one" };
        await accounts.AddAsync(account, Ct);
        var (first, second) = ((await sessions.BeginAsync("INES", Ct))!, (await sessions.BeginAsync("INES", Ct))!);
        Assert.NotEqual(first, second);
        await sessions.EndOthersAsync("INES", second, Ct);
        Assert.Null(await sessions.OwnerAsync(first, Ct));
        Assert.NotNull(await sessions.OwnerAsync(second, Ct));
        account.Stamp = "two";
        await accounts.SaveAsync(account, Ct);
        Assert.Null(await sessions.OwnerAsync(second, Ct));
        Assert.Empty(await sessions.ListAsync("INES", second, Ct));
        Assert.Null(await sessions.OwnerAsync("", Ct));
        Assert.Null(await sessions.BeginAsync("NOBODY", Ct));
    }
}
