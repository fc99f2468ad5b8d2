using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Accounts;

/// <summary>Who wrote what and when: every write through the site and every change of accounts. Rows are only added.</summary>
public sealed class ActLog
{
    private const int LongestWhat = 300;

    private readonly IDbContextFactory<TalkNotesDb> _contexts;
    private readonly TimeProvider _time;

    internal ActLog(IDbContextFactory<TalkNotesDb> contexts, TimeProvider time)
    {
        _contexts = contexts;
        _time = time;
    }

    /// <summary>Notes one act.</summary>
    /// <param name="who">The name.</param>
    /// <param name="via"><c>local</c>, <c>session</c>, <c>token</c>, <c>proxy</c> or <c>command</c>.</param>
    /// <param name="what">Method and address; no words of documents, no secrets.</param>
    /// <param name="ct">Cancels.</param>
    public async Task NoteAsync(string who, string via, string what, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(what);
        await using var db = await _contexts.CreateDbContextAsync(ct);
        db.Acts.Add(new ActRow { At = _time.GetUtcNow(), Who = who, Via = via, What = what[..Math.Min(LongestWhat, what.Length)] });
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The newest acts first.</summary>
    public async Task<IReadOnlyList<ActView>> NewestAsync(int most, CancellationToken ct)
    {
        await using var db = await _contexts.CreateDbContextAsync(ct);
        return await db.Acts.AsNoTracking().OrderByDescending(a => a.Id).Take(most).Select(a => new ActView(a.At, a.Who, a.Via, a.What)).ToListAsync(ct);
    }
}

/// <summary>One act of somebody.</summary>
/// <param name="At">When.</param>
/// <param name="Who">Name.</param>
/// <param name="Via">How they came in.</param>
/// <param name="What">What they did.</param>
public sealed record ActView(DateTimeOffset At, string Who, string Via, string What);
