using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Search;

/// <summary>Something to search for or to go to.</summary>
/// <param name="Kind"><c>talk</c>, <c>speaker</c> or <c>term</c>.</param>
/// <param name="Text">For people.</param>
/// <param name="Query">What searching for it means, behind the words typed before it.</param>
/// <param name="Slug">Address part of a talk or speaker; null for terms.</param>
public sealed record SearchSuggestion(string Kind, string Text, string Query, string? Slug);

/// <summary>Offers talks, speakers and terms while a person types.</summary>
public sealed class SearchSuggestions
{
    private const int MostOfAKind = 4;
    private const int ShortestWord = 2;
    private const int MostWords = 6;

    private readonly IDbContextFactory<TalkNotesDb> _databases;
    private readonly SearchCaches _caches;
    private readonly GlossaryFile _glossary;
    private volatile Known? _known;

    internal SearchSuggestions(IDbContextFactory<TalkNotesDb> databases, SearchCaches caches, GlossaryFile glossary) =>
        (_databases, _caches, _glossary) = (databases, caches, glossary);

    /// <summary>
    /// What has words that begin as typed, people first: all typed words in any order, else as many of the last ones as lead somewhere. The
    /// words before them stay in front of the query. Nothing for less than two letters.
    /// </summary>
    public async Task<IReadOnlyList<SearchSuggestion>> ForAsync(string typed, CancellationToken ct)
    {
        var words = (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var folded = Array.ConvertAll(words, w => Folding.Fold(w).Trim());
        if (folded.Length == 0 || folded.Sum(w => w.Length) < ShortestWord)
        {
            return [];
        }

        var index = await IndexAsync(ct);
        for (var from = Math.Max(0, words.Length - MostWords); from < words.Length; from++)
        {
            var head = string.Join(' ', words[..from]);
            var tail = folded[from..];
            if (head.Count(c => c == '"') % 2 == 1 || tail.Contains("") || (from > 0 && (tail[^1].Length < ShortestWord || tail.All(StopWords.Contains))))
            {
                continue; // inside a phrase words stand as typed; “the” alone leads nowhere
            }

            if (index.Find(tail, MostOfAKind) is { Count: > 0 } found)
            {
                return head.Length == 0 ? found : found.ConvertAll(s => s with { Query = $"{head} {s.Query}" });
            }
        }

        return [];
    }

    private async Task<SuggestionIndex> IndexAsync(CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        await db.Database.OpenConnectionAsync(ct);
        var library = _caches.Library(db, SearchState.Read((SqliteConnection)db.Database.GetDbConnection()));
        var glossary = _glossary.Current;
        if (_known is { } known && known.Library == library && known.Glossary == glossary)
        {
            return known.Index;
        }

        var speakers = library.Speakers.Values.Select(s => (new SearchSuggestion("speaker", s.Name, $"speaker:\"{s.Name}\"", s.Slug), s.Names.AsEnumerable()));
        var terms = glossary.Entries.Select(e => (new SearchSuggestion("term", e.Term, e.Term, null), e.Names.Select(Folding.Fold)));
        var talks = library.Talks.Values.Where(t => t.Title is not null)
            .Select(t => (new SearchSuggestion("talk", t.Title!, $"talk:{t.Slug}", t.Slug), Enumerable.Repeat(Folding.Fold(t.Title!), 1)));
        var index = SuggestionIndex.Of([.. speakers, .. terms, .. talks]);
        _known = new Known(library, glossary, index);
        return index;
    }

    private sealed record Known(LibraryFacts Library, Glossary Glossary, SuggestionIndex Index);
}
