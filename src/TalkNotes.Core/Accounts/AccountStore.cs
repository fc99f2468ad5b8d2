using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Accounts;

/// <summary>Accounts as they are kept. One that was removed is found by nothing here, and comes back under the same name only as itself.</summary>
public sealed class AccountStore
{
    private readonly IDbContextFactory<TalkNotesDb> _contexts;
    private readonly TimeProvider _time;

    internal AccountStore(IDbContextFactory<TalkNotesDb> contexts, TimeProvider time)
    {
        _contexts = contexts;
        _time = time;
    }

    /// <summary>The account of a key; null when there is none or it was removed.</summary>
    public async Task<Account?> FindAsync(string key, CancellationToken ct)
    {
        await using var db = await _contexts.CreateDbContextAsync(ct);
        return await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Key == key && a.RemovedAt == null, ct) is { } row ? Of(row) : null;
    }

    /// <summary>All accounts by name, with how many tokens of each are in force.</summary>
    public async Task<IReadOnlyList<(Account Account, int Tokens)>> ListAsync(CancellationToken ct)
    {
        await using var db = await _contexts.CreateDbContextAsync(ct);
        var now = _time.GetUtcNow();
        var rows = await db.Accounts.AsNoTracking().Where(a => a.RemovedAt == null).OrderBy(a => a.Key).ThenBy(a => a.Id)
            .Select(a => new { Row = a, Tokens = a.Tokens.Count(t => t.RevokedAt == null && t.ExpiresAt > now) }).ToListAsync(ct);
        return rows.ConvertAll(r => (Of(r.Row), r.Tokens));
    }

    /// <summary>Whether somebody could write: there is a curator or administrator.</summary>
    public bool HasCurator()
    {
        using var db = _contexts.CreateDbContext();
        return db.Accounts.Any(a => a.RemovedAt == null && a.Role != Role.Reader);
    }

    /// <summary>Adds an account, or brings a removed one back; false when the name is taken.</summary>
    public async Task<bool> AddAsync(Account account, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(account);
        await using var db = await _contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var row = await db.Accounts.SingleOrDefaultAsync(a => a.Key == account.Key, ct);
        if (row is { RemovedAt: null })
        {
            return false;
        }

        if (row is null)
        {
            row = new AccountRow { Name = account.Name, Key = account.Key, Role = account.Role, Stamp = account.Stamp };
            db.Accounts.Add(row);
        }

        Take(account, row);
        (row.AddedAt, row.RemovedAt) = (_time.GetUtcNow(), null);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    /// <summary>Keeps what changed; false when the account is gone.</summary>
    public async Task<bool> SaveAsync(Account account, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(account);
        await using var db = await _contexts.CreateDbContextAsync(ct);
        var row = await db.Accounts.SingleOrDefaultAsync(a => a.Key == account.Key && a.RemovedAt == null, ct);
        if (row is null)
        {
            return false;
        }

        Take(account, row);
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>Counts a wrong password at once, so that guesses side by side all count; answers the number in a row.</summary>
    public async Task<int> CountFailureAsync(string key, CancellationToken ct)
    {
        await using var db = await _contexts.CreateDbContextAsync(ct);
        await db.Accounts.Where(a => a.Key == key).ExecuteUpdateAsync(u => u.SetProperty(a => a.FailedCount, a => a.FailedCount + 1), ct);
        return await db.Accounts.Where(a => a.Key == key).Select(a => a.FailedCount).SingleOrDefaultAsync(ct);
    }

    /// <summary>Removes an account: its sessions end, its tokens are revoked, its name stays in the history. False when there is none.</summary>
    public async Task<bool> RemoveAsync(string key, CancellationToken ct)
    {
        await using var db = await _contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var row = await db.Accounts.Include(a => a.Tokens).SingleOrDefaultAsync(a => a.Key == key && a.RemovedAt == null, ct);
        if (row is null)
        {
            return false;
        }

        var now = _time.GetUtcNow();
        (row.RemovedAt, row.PasswordHash, row.Stamp) = (now, null, Guid.NewGuid().ToString("N"));
        row.Tokens.ForEach(t => t.RevokedAt ??= now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    internal static Account Of(AccountRow row) => new()
    {
        Name = row.Name,
        Key = row.Key,
        Role = row.Role,
        PasswordHash = row.PasswordHash,
        Stamp = row.Stamp,
        FailedCount = row.FailedCount,
        LockedUntil = row.LockedUntil,
        AddedAt = row.AddedAt,
    };

    private static void Take(Account from, AccountRow to)
    {
        to.Role = from.Role;
        to.PasswordHash = from.PasswordHash;
        to.Stamp = from.Stamp;
        to.FailedCount = from.FailedCount;
        to.LockedUntil = from.LockedUntil;
    }
}
