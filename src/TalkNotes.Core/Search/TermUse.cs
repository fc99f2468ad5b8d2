using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Search;

/// <summary>How much a term is used, over the talks and over the years.</summary>
public sealed class TermUse
{
    private readonly IDbContextFactory<TalkNotesDb> _databases;
    private readonly PassageSearch _search;

    internal TermUse(IDbContextFactory<TalkNotesDb> databases, PassageSearch search)
    {
        _databases = databases;
        _search = search;
    }

    /// <summary>Counts the places where a term is said; its words count in this order only, and in the forms that the glossary knows.</summary>
    /// <param name="term">As typed; quotation marks and operators in it mean nothing.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null when there is nothing to look for.</returns>
    public async Task<TermUseView?> CountAsync(string? term, CancellationToken ct)
    {
        var words = (term ?? "").Replace('"', ' ').Trim();
        if (words.Length == 0)
        {
            return null;
        }

        var result = await _search.SearchAsync(
            new SearchRequest { Query = $"\"{words}\"", Filters = [new SearchFilter(SearchFields.Kind, "segment")], Limit = 1 }, ct);
        var places = result.Facets.Talk.ToDictionary(f => f.Value, f => f.Count, StringComparer.Ordinal);
        await using var db = await _databases.CreateDbContextAsync(ct);
        var talks = await db.Talks.AsNoTracking().Where(t => t.TranscriptId != null)
            .OrderBy(t => t.Published == null).ThenBy(t => t.Published).ThenBy(t => t.Id)
            .Select(t => new { t.Slug, t.Title, t.Published, t.WordCount }).ToListAsync(ct);
        var uses = talks.ConvertAll(t => new TermInTalk(t.Slug, t.Title, t.Published, t.WordCount, places.GetValueOrDefault(t.Slug)));
        return new TermUseView(
            words,
            uses.Sum(u => u.Places),
            result.Expanded,
            result.DidYouMean,
            [.. uses.Where(u => u.Places > 0)],
            [.. uses.GroupBy(u => u.Published?.Year).Select(g => new TermInYear(g.Key, g.Count(), g.Sum(u => (long)u.Words), g.Sum(u => u.Places)))]);
    }
}

/// <summary>How much a term is used.</summary>
/// <param name="Term">The term.</param>
/// <param name="Places">Places where it is said.</param>
/// <param name="Expanded">Other forms that were counted as well.</param>
/// <param name="DidYouMean">The nearest spelling that occurs, as a query; null when there is none.</param>
/// <param name="Talks">Talks in which it is said, oldest first, undated ones last.</param>
/// <param name="Years">Every year that a talk with a transcript was published in, oldest first, then the undated talks.</param>
public sealed record TermUseView(
    string Term, int Places, IReadOnlyList<string> Expanded, string? DidYouMean, IReadOnlyList<TermInTalk> Talks, IReadOnlyList<TermInYear> Years);

/// <summary>A term in one talk.</summary>
/// <param name="Slug">Address of the talk.</param>
/// <param name="Title">Its title, or null.</param>
/// <param name="Published">Date of publication, or null.</param>
/// <param name="Words">Words said in it.</param>
/// <param name="Places">Places where the term is said.</param>
public sealed record TermInTalk(string Slug, string? Title, DateOnly? Published, int Words, int Places);

/// <summary>A term in the talks of one year.</summary>
/// <param name="Year">Year of publication; null for undated talks.</param>
/// <param name="Talks">Talks with a transcript.</param>
/// <param name="Words">Words said in them.</param>
/// <param name="Places">Places where the term is said.</param>
public sealed record TermInYear(int? Year, int Talks, long Words, int Places);
