using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Accounts;

/// <summary>Tokens by which programs come in under an account. A token is shown once; only its hash is kept.</summary>
public sealed class ApiTokens
{
    /// <summary>Days that a token holds when nobody says otherwise.</summary>
    public const int DefaultDays = 365;

    private const string Prefix = "tn_"; // so that people and scanners see what it is
    private const int IdLength = 12;
    private const int LongestLabel = 60;
    private static readonly TimeSpan UseIsNotedEvery = TimeSpan.FromHours(1);

    private readonly IDbContextFactory<TalkNotesDb> _contexts;
    private readonly TimeProvider _time;

    internal ApiTokens(IDbContextFactory<TalkNotesDb> contexts, TimeProvider time)
    {
        _contexts = contexts;
        _time = time;
    }

    /// <summary>Makes a token for an account.</summary>
    /// <param name="key">The account's key.</param>
    /// <param name="label">What the token is for; control characters are dropped.</param>
    /// <param name="days">How long it holds.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The token, which can never be seen again; null when there is no such account.</returns>
    public async Task<string?> MakeAsync(string key, string label, int days, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(label);
        await using var db = await _contexts.CreateDbContextAsync(ct);
        if (await db.Accounts.SingleOrDefaultAsync(a => a.Key == key && a.RemovedAt == null, ct) is not { } account)
        {
            return null;
        }

        var token = Prefix + Secret.New();
        var now = _time.GetUtcNow();
        var clean = string.Concat(label.Where(c => !char.IsControl(c))).Trim();
        db.ApiTokens.Add(new ApiTokenRow
        {
            AccountId = account.Id,
            Label = clean.Length == 0 ? "token" : clean[..Math.Min(LongestLabel, clean.Length)],
            Hash = Secret.Hash(token),
            MadeAt = now,
            ExpiresAt = now.AddDays(days),
        });
        await db.SaveChangesAsync(ct);
        return token;
    }

    /// <summary>Whose token it is; null for none that is in force.</summary>
    public async Task<Account?> OwnerAsync(string token, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (!token.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        await using var db = await _contexts.CreateDbContextAsync(ct);
        var (hash, now) = (Secret.Hash(token), _time.GetUtcNow());
        var row = await db.ApiTokens.AsNoTracking().Include(t => t.Account)
            .SingleOrDefaultAsync(t => t.Hash == hash && t.RevokedAt == null && t.ExpiresAt > now && t.Account.RemovedAt == null, ct);
        if (row is not null && (row.UsedAt is null || now - row.UsedAt > UseIsNotedEvery))
        {
            await db.ApiTokens.Where(t => t.Id == row.Id).ExecuteUpdateAsync(u => u.SetProperty(t => t.UsedAt, now), ct);
        }

        return row is null ? null : AccountStore.Of(row.Account);
    }

    /// <summary>Every token that was not revoked, by account, newest first; expired ones too, so that somebody notices.</summary>
    public async Task<IReadOnlyList<ApiTokenView>> ListAsync(CancellationToken ct)
    {
        await using var db = await _contexts.CreateDbContextAsync(ct);
        var rows = await db.ApiTokens.AsNoTracking().Include(t => t.Account).Where(t => t.RevokedAt == null)
            .OrderBy(t => t.Account.Key).ThenByDescending(t => t.Id).ToListAsync(ct);
        return rows.ConvertAll(t => new ApiTokenView(t.Hash[..IdLength], t.Account.Name, t.Label, t.MadeAt, t.ExpiresAt, t.UsedAt));
    }

    /// <summary>Revokes a token by its <see cref="ApiTokenView.Id"/>; false when none is in force under it.</summary>
    public async Task<bool> RevokeAsync(string id, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (id.Length != IdLength || !id.All(char.IsAsciiHexDigitLower))
        {
            return false;
        }

        await using var db = await _contexts.CreateDbContextAsync(ct);
        var now = _time.GetUtcNow();
        return await db.ApiTokens.Where(t => t.Hash.StartsWith(id) && t.RevokedAt == null)
            .ExecuteUpdateAsync(u => u.SetProperty(t => t.RevokedAt, now), ct) > 0;
    }
}

/// <summary>A token as people see it after it was made: never the token itself.</summary>
/// <param name="Id">Names it, to revoke it.</param>
/// <param name="Account">Whose it is.</param>
/// <param name="Label">What it is for.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="ExpiresAt">When it ends.</param>
/// <param name="UsedAt">Last use, to the hour; null when never.</param>
public sealed record ApiTokenView(string Id, string Account, string Label, DateTimeOffset MadeAt, DateTimeOffset ExpiresAt, DateTimeOffset? UsedAt);
