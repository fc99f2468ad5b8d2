using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Quotes;

/// <summary>
/// The quotes that sources print, each checked against the words of its own talk. A finding of the program, never a
/// verdict: nothing is stored. Results are kept until the transcript, the quotes or the glossary change.
/// </summary>
public sealed class QuoteClaims
{
    private readonly IDbContextFactory<TalkNotesDb> _databases;
    private readonly QuoteCheck _check;
    private readonly Func<Glossary> _glossary;
    private readonly ConcurrentDictionary<int, Checked> _talks = new();

    internal QuoteClaims(IDbContextFactory<TalkNotesDb> databases, QuoteCheck check, Func<Glossary> glossary)
    {
        _databases = databases;
        _check = check;
        _glossary = glossary;
    }

    /// <summary>The check of one claim.</summary>
    /// <param name="claimId">The claim's public id.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null when it is no quote, or when its talk has no transcript to check it against.</returns>
    public async Task<QuoteResult?> ForClaimAsync(string claimId, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        var talk = await db.Claims.Where(c => c.PublicId == claimId && c.Kind == "quote").Select(c => (int?)c.TalkId).SingleOrDefaultAsync(ct);
        return talk is null ? null : (await ForTalkAsync(db, talk.Value, ct)).GetValueOrDefault(claimId);
    }

    /// <summary>The checks of all quotes of a talk, by the claims' public ids; empty when it has no transcript or is unknown.</summary>
    /// <param name="slug">The talk's slug.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyDictionary<string, QuoteResult>> ForTalkAsync(string slug, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        var talk = await db.Talks.Where(t => t.Slug == slug).Select(t => (int?)t.Id).SingleOrDefaultAsync(ct);
        return talk is null ? new Dictionary<string, QuoteResult>(StringComparer.Ordinal) : await ForTalkAsync(db, talk.Value, ct);
    }

    private async Task<IReadOnlyDictionary<string, QuoteResult>> ForTalkAsync(TalkNotesDb db, int talk, CancellationToken ct)
    {
        var quotes = await db.Claims.Where(c => c.TalkId == talk && c.Kind == "quote").OrderBy(c => c.Id)
            .Select(c => new Quote(c.PublicId, c.Text, c.AttributedTo)).ToListAsync(ct);
        var transcript = await db.Talks.Where(t => t.Id == talk).Select(t => t.Transcript)
            .Select(s => s == null ? null : new { s.Id, s.Sha256, s.FormatRevision, s.Talk.ChangedAt }).SingleOrDefaultAsync(ct);
        var results = new Dictionary<string, QuoteResult>(StringComparer.Ordinal);
        if (transcript is null || quotes.Count == 0)
        {
            return results;
        }

        var version = $"{transcript.Id}/{transcript.Sha256}/{transcript.FormatRevision}/{transcript.ChangedAt.ToUnixTimeMilliseconds()}";
        var glossary = _glossary();
        if (_talks.TryGetValue(talk, out var known) && known.Version == version && ReferenceEquals(known.Glossary, glossary) && known.Quotes.SequenceEqual(quotes))
        {
            return known.Results;
        }

        foreach (var quote in quotes)
        {
            var quoted = QuotedText.Parse(quote.Text);
            results[quote.Id] = await _check.CheckAsync(db, quoted, quote.AttributedTo ?? quoted.Speaker, talk, ct);
        }

        _talks[talk] = new Checked(version, glossary, quotes, results);
        return results;
    }

    private sealed record Quote(string Id, string Text, string? AttributedTo);

    private sealed record Checked(string Version, Glossary Glossary, List<Quote> Quotes, IReadOnlyDictionary<string, QuoteResult> Results);
}
