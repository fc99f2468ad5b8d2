using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Claims;

/// <summary>
/// What the program works out about claims once something changed: which verdicts still stand on their evidence, and
/// where each claim belongs in the queue. It runs after documents were taken in and whenever the library changed while
/// the site is served; it never gives a verdict.
/// </summary>
public sealed class ClaimUpkeep
{
    private readonly IDbContextFactory<TalkNotesDb> _contexts;
    private readonly Triage _triage;
    private readonly Func<Glossary> _glossary;
    private (DateTimeOffset UpTo, (Glossary, long) State)? _settled; // what was looked at

    internal ClaimUpkeep(IDbContextFactory<TalkNotesDb> contexts, Triage triage, Func<Glossary> glossary)
    {
        _contexts = contexts;
        _triage = triage;
        _glossary = glossary;
    }

    /// <summary>Brings everything up to date; nothing is written where nothing changed.</summary>
    /// <param name="progress">Told after each talk how many claims were checked; may be null.</param>
    /// <param name="ct">Stops between two talks; what was done stays.</param>
    public async Task<ClaimUpkeepReport> RefreshAsync(IProgress<int>? progress, CancellationToken ct)
    {
        await using var db = await _contexts.CreateDbContextAsync(ct);
        var state = (Glossary: _glossary(), (await LibraryRevision.ReadAsync(db, ct)).Talks);
        var newest = await db.Talks.IgnoreQueryFilters().MaxAsync(t => (DateTimeOffset?)t.ChangedAt, ct);
        var only = _settled is { } before ? await Standings.ConcernedAsync(db, before.UpTo, before.State != state, ct) : null; // all, once a start
        var settled = only is { Count: 0 } ? 0 : await new Standings(_glossary).SettleAsync(db, only, ct);
        _settled = (newest ?? default, state);
        return new ClaimUpkeepReport(settled, await _triage.RefreshAsync(progress, ct));
    }

    /// <summary>When to refresh: at once, and whenever somebody committed something to the database, this program or another, or the glossary changed.</summary>
    /// <param name="every">How often to look.</param>
    /// <param name="time">The clock.</param>
    /// <param name="ct">Cancels.</param>
    public async IAsyncEnumerable<DateTimeOffset> ChangesAsync(TimeSpan every, TimeProvider time, [EnumeratorCancellation] CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(time);
        await using var db = await _contexts.CreateDbContextAsync(ct);
        await using var watch = await CommitWatch.OpenAsync(db, ct);
        var names = _glossary();
        yield return time.GetUtcNow();
        while (true)
        {
            await Task.Delay(every, time, ct);
            var now = _glossary();
            if (await watch.HasChangedAsync(ct) || now != names)
            {
                names = now;
                yield return time.GetUtcNow();
            }
        }
    }
}

/// <summary>What <see cref="ClaimUpkeep"/> did.</summary>
/// <param name="Settled">Verdicts in force that were looked at again.</param>
/// <param name="Checked">Claims whose details were looked up.</param>
public sealed record ClaimUpkeepReport(int Settled, int Checked);
