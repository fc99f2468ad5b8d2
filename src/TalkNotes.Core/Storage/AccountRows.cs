namespace TalkNotes.Core.Storage;

// One class a table of Schema/0004_accounts.sql and 0018_sessions.sql; the scripts say what each column means.

internal sealed class AccountRow
{
    public int Id { get; set; }
    public required string Name { get; set; }
    public required string Key { get; set; }
    public required string Role { get; set; }
    public string? PasswordHash { get; set; }
    public required string Stamp { get; set; }
    public int FailedCount { get; set; }
    public DateTimeOffset? LockedUntil { get; set; }
    public DateTimeOffset AddedAt { get; set; }
    public DateTimeOffset? RemovedAt { get; set; }
    public List<ApiTokenRow> Tokens { get; } = [];
}

internal sealed class ApiTokenRow
{
    public int Id { get; set; }
    public int AccountId { get; set; }
    public required string Label { get; set; }
    public required string Hash { get; set; }
    public DateTimeOffset MadeAt { get; set; }
    public DateTimeOffset ExpiresAt { get; set; }
    public DateTimeOffset? UsedAt { get; set; }
    public DateTimeOffset? RevokedAt { get; set; }
    public AccountRow Account { get; set; } = null!;
}

internal sealed class SessionRow
{
    public int Id { get; set; }
    public int AccountId { get; set; }
    public required string Hash { get; set; }
    public required string Stamp { get; set; }
    public DateTimeOffset BeganAt { get; set; }
    public DateTimeOffset UsedAt { get; set; }
    public AccountRow Account { get; set; } = null!;
}

internal sealed class ActRow
{
    public int Id { get; set; }
    public DateTimeOffset At { get; set; }
    public required string Who { get; set; }
    public required string Via { get; set; }
    public required string What { get; set; }
}
