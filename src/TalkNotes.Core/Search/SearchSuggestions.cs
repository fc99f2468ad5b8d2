using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Search;

/// <summary>Something to search for or to go to.</summary>
/// <param name="Kind"><c>talk</c>, <c>speaker</c> or <c>term</c>.</param>
/// <param name="Text">For people.</param>
/// <param name="Query">What searching for it means.</param>
/// <param name="Slug">Address part of a talk or speaker; null for terms.</param>
public sealed record SearchSuggestion(string Kind, string Text, string Query, string? Slug);

/// <summary>Offers talks, speakers and terms while a person types.</summary>
public sealed class SearchSuggestions
{
    private const int MostOfAKind = 4;
    private readonly IDbContextFactory<TalkNotesDb> _databases;
    private readonly SearchCaches _caches;
    private readonly GlossaryFile _glossary;

    internal SearchSuggestions(IDbContextFactory<TalkNotesDb> databases, SearchCaches caches, GlossaryFile glossary) =>
        (_databases, _caches, _glossary) = (databases, caches, glossary);

    /// <summary>What has a word that begins as typed, people first; nothing for less than two letters.</summary>
    public async Task<IReadOnlyList<SearchSuggestion>> ForAsync(string typed, CancellationToken ct)
    {
        var start = Folding.Fold(typed ?? "").Trim();
        if (start.Length < 2)
        {
            return [];
        }

        await using var db = await _databases.CreateDbContextAsync(ct);
        await db.Database.OpenConnectionAsync(ct);
        var library = _caches.Library(db, (SqliteConnection)db.Database.GetDbConnection());
        var speakers = library.Speakers.Values.Where(s => s.Names.Any(n => Begins(n, start)))
            .Select(s => new SearchSuggestion("speaker", s.Name, $"speaker:\"{s.Name}\"", s.Slug));
        var terms = _glossary.Current.Entries.Where(e => e.Names.Any(n => Begins(Folding.Fold(n), start)))
            .Select(e => new SearchSuggestion("term", e.Term, e.Term, null));
        var talks = library.Talks.Values.Where(t => t.Title is not null && Begins(Folding.Fold(t.Title), start))
            .Select(t => new SearchSuggestion("talk", t.Title!, $"talk:{t.Slug}", t.Slug));
        return [.. First(speakers), .. First(terms), .. First(talks)];
    }

    private static IEnumerable<SearchSuggestion> First(IEnumerable<SearchSuggestion> all) =>
        all.OrderBy(s => s.Text, StringComparer.OrdinalIgnoreCase).Take(MostOfAKind);

    private static bool Begins(string folded, string start)
    {
        for (var at = folded.IndexOf(start, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(start, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || !char.IsLetterOrDigit(folded[at - 1]))
            {
                return true;
            }
        }

        return false;
    }
}
