using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Accounts;

/// <summary>
/// Who is signed in. A session is a random secret in a cookie, of which only the hash is kept; it holds as long as it stands here, so
/// that one that was ended cannot be taken up again with a copy of its cookie.
/// </summary>
public sealed class OpenSessions
{
    /// <summary>A session that nobody used for so long has ended.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    /// <summary>No session lasts longer.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    private static readonly TimeSpan UseIsNotedEvery = TimeSpan.FromMinutes(10);

    private readonly IDbContextFactory<TalkNotesDb> _contexts;
    private readonly TimeProvider _time;

    internal OpenSessions(IDbContextFactory<TalkNotesDb> contexts, TimeProvider time)
    {
        _contexts = contexts;
        _time = time;
    }

    /// <summary>Begins a session of an account, and forgets those that have ended by themselves.</summary>
    /// <returns>The secret for the cookie; null when the account is gone.</returns>
    public async Task<string?> BeginAsync(string key, CancellationToken ct)
    {
        await using var db = await _contexts.CreateDbContextAsync(ct);
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Key == key && a.RemovedAt == null, ct) is not { } account)
        {
            return null;
        }

        var now = _time.GetUtcNow();
        var (began, used) = (now - Longest, now - Idle);
        await db.Sessions.Where(s => s.BeganAt <= began || s.UsedAt <= used || s.Stamp != s.Account.Stamp).ExecuteDeleteAsync(ct);
        var secret = Secret.New();
        db.Sessions.Add(new SessionRow { AccountId = account.Id, Hash = Secret.Hash(secret), Stamp = account.Stamp, BeganAt = now, UsedAt = now });
        await db.SaveChangesAsync(ct);
        return secret;
    }

    /// <summary>Whose session it is; null for none that holds.</summary>
    public async Task<Account?> OwnerAsync(string secret, CancellationToken ct)
    {
        await using var db = await _contexts.CreateDbContextAsync(ct);
        var (hash, now) = (Secret.Hash(secret), _time.GetUtcNow());
        var row = await db.Sessions.AsNoTracking().Include(s => s.Account).SingleOrDefaultAsync(s => s.Hash == hash, ct);
        if (row is null || row.BeganAt <= now - Longest || row.UsedAt <= now - Idle || row.Stamp != row.Account.Stamp || row.Account.RemovedAt is not null)
        {
            return null;
        }

        if (now - row.UsedAt > UseIsNotedEvery)
        {
            await db.Sessions.Where(s => s.Id == row.Id).ExecuteUpdateAsync(u => u.SetProperty(s => s.UsedAt, now), ct);
        }

        return AccountStore.Of(row.Account);
    }

    /// <summary>The sessions of an account that hold, newest first.</summary>
    /// <param name="key">The account's key.</param>
    /// <param name="secret">The session that asks.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<SessionView>> ListAsync(string key, string secret, CancellationToken ct)
    {
        await using var db = await _contexts.CreateDbContextAsync(ct);
        var (hash, now) = (Secret.Hash(secret), _time.GetUtcNow());
        var (began, used) = (now - Longest, now - Idle);
        return await db.Sessions.AsNoTracking().Where(s => s.Account.Key == key && s.BeganAt > began && s.UsedAt > used && s.Stamp == s.Account.Stamp)
            .OrderByDescending(s => s.Id).Select(s => new SessionView(s.BeganAt, s.UsedAt, s.Hash == hash)).ToListAsync(ct);
    }

    /// <summary>Ends a session.</summary>
    public async Task EndAsync(string secret, CancellationToken ct)
    {
        await using var db = await _contexts.CreateDbContextAsync(ct);
        var hash = Secret.Hash(secret);
        await db.Sessions.Where(s => s.Hash == hash).ExecuteDeleteAsync(ct);
    }

    /// <summary>Ends every session of an account but one.</summary>
    public async Task EndOthersAsync(string key, string secret, CancellationToken ct)
    {
        await using var db = await _contexts.CreateDbContextAsync(ct);
        var hash = Secret.Hash(secret);
        await db.Sessions.Where(s => s.Account.Key == key && s.Hash != hash).ExecuteDeleteAsync(ct);
    }
}

/// <summary>A session as its owner sees it.</summary>
/// <param name="BeganAt">When somebody signed in.</param>
/// <param name="UsedAt">Its last use, to ten minutes.</param>
/// <param name="IsThis">Whether it is the one that asks.</param>
public sealed record SessionView(DateTimeOffset BeganAt, DateTimeOffset UsedAt, bool IsThis);
