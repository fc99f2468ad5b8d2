using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Search;

/// <summary>A search that somebody keeps.</summary>
/// <param name="Slug">Its address, for good.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Asked">What it asks: the query of the search page's address, <c>?q=…</c>.</param>
/// <param name="Curator">Who saved it.</param>
/// <param name="SavedAt">When.</param>
/// <param name="RemovedBy">Who took it away, where it is away; else null.</param>
/// <param name="RemovedAt">When it was taken away; null while it stands.</param>
public sealed record SavedSearch(string Slug, string Name, string Asked, string Curator, DateTimeOffset SavedAt, string? RemovedBy, DateTimeOffset? RemovedAt);

/// <summary>What became of a wish to keep a search, or to take one away.</summary>
public abstract record SavedSearchOutcome
{
    private SavedSearchOutcome()
    {
    }

    /// <summary>It was recorded.</summary>
    public sealed record Done(SavedSearch Search) : SavedSearchOutcome;

    /// <summary>The same search is kept already.</summary>
    public sealed record Known(SavedSearch Search) : SavedSearchOutcome;

    /// <summary>It cannot be kept so.</summary>
    /// <param name="Field">What is wrong: <c>name</c> or <c>asked</c>.</param>
    /// <param name="Message">Why, in a sentence.</param>
    public sealed record Invalid(string Field, string Message) : SavedSearchOutcome;

    /// <summary>There is none of that address, or it is so already.</summary>
    public sealed record NotFound : SavedSearchOutcome;
}

/// <summary>Keeps searches by name. Nothing is lost: what was taken away can be brought back, and its address goes on answering.</summary>
public sealed class SavedSearches
{
    private const int LongestName = 120;
    private const int LongestAsked = 4_000;
    private const string Removed = "removed";
    private const string Restored = "restored";

    private readonly IDbContextFactory<TalkNotesDb> _databases;
    private readonly TimeProvider _time;

    internal SavedSearches(IDbContextFactory<TalkNotesDb> databases, TimeProvider time) => (_databases, _time) = (databases, time);

    /// <summary>Every search that was ever saved, by name; those taken away too.</summary>
    public async Task<IReadOnlyList<SavedSearch>> AllAsync(CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        var rows = await db.SavedSearches.AsNoTracking().Include(s => s.Acts).ToListAsync(ct);
        return [.. rows.Select(View).OrderBy(s => s.Name, StringComparer.OrdinalIgnoreCase).ThenBy(s => s.Slug, StringComparer.Ordinal)];
    }

    /// <summary>One search, also one that was taken away; null when there never was one of that address.</summary>
    public async Task<SavedSearch?> FindAsync(string slug, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        return await db.SavedSearches.AsNoTracking().Include(s => s.Acts).SingleOrDefaultAsync(s => s.Slug == slug, ct) is { } row ? View(row) : null;
    }

    /// <summary>Keeps a search.</summary>
    /// <param name="name">What to call it.</param>
    /// <param name="asked">The query of the search page's address, <c>?q=…</c>; one that asks nothing is refused.</param>
    /// <param name="curator">Who saves it.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<SavedSearchOutcome> SaveAsync(string? name, string? asked, string curator, CancellationToken ct)
    {
        var called = string.Join(' ', (name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (called.Length is 0 or > LongestName || called.Any(char.IsControl))
        {
            return new SavedSearchOutcome.Invalid("name", $"Give it a name of at most {LongestName} characters");
        }

        if (asked is not ['?', _, ..] || asked.Length > LongestAsked)
        {
            return new SavedSearchOutcome.Invalid("asked", "Search for something first, then save the search");
        }

        await using var db = await _databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct); // immediate: no other takes the same address
        if (await KeptAsync(db, asked, ct) is { } same)
        {
            return new SavedSearchOutcome.Known(same);
        }

        var slug = Slug.Of(called, "search", asked);
        var taken = await db.SavedSearches.Where(s => s.Slug.StartsWith(slug)).Select(s => s.Slug).ToListAsync(ct);
        var row = new SavedSearchRow { Slug = Slug.Free(slug, taken.Contains), Name = called, Asked = asked, Curator = curator, SavedAt = _time.GetUtcNow() };
        db.SavedSearches.Add(row);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new SavedSearchOutcome.Done(View(row));
    }

    /// <summary>Takes a search away from the list; its address goes on answering.</summary>
    public Task<SavedSearchOutcome> RemoveAsync(string slug, string curator, CancellationToken ct) => ActAsync(slug, Removed, curator, ct);

    /// <summary>Brings a search back that was taken away; where the same is kept meanwhile under another name, that one is named instead.</summary>
    public Task<SavedSearchOutcome> RestoreAsync(string slug, string curator, CancellationToken ct) => ActAsync(slug, Restored, curator, ct);

    private async Task<SavedSearchOutcome> ActAsync(string slug, string act, string curator, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.SavedSearches.Include(s => s.Acts).SingleOrDefaultAsync(s => s.Slug == slug, ct) is not { } row || IsRemoved(row) == (act == Removed))
        {
            return new SavedSearchOutcome.NotFound();
        }

        if (act == Restored && await KeptAsync(db, row.Asked, ct) is { } same)
        {
            return new SavedSearchOutcome.Known(same);
        }

        row.Acts.Add(new SavedSearchActRow { Act = act, Curator = curator, At = _time.GetUtcNow() });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new SavedSearchOutcome.Done(View(row));
    }

    /// <summary>The search that asks the same and was not taken away; null when there is none.</summary>
    private static async Task<SavedSearch?> KeptAsync(TalkNotesDb db, string asked, CancellationToken ct) =>
        (await db.SavedSearches.Include(s => s.Acts).Where(s => s.Asked == asked).ToListAsync(ct)).ConvertAll(View).Find(s => s.RemovedAt is null);

    private static bool IsRemoved(SavedSearchRow row) => row.Acts.MaxBy(a => a.Id)?.Act == Removed;

    private static SavedSearch View(SavedSearchRow row)
    {
        var last = IsRemoved(row) ? row.Acts.MaxBy(a => a.Id) : null;
        return new SavedSearch(row.Slug, row.Name, row.Asked, row.Curator, row.SavedAt, last?.Curator, last?.At);
    }
}
