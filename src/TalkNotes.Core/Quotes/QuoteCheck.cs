using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Search;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Quotes;

/// <summary>Was this said? Looks a quotation up in the whole archive, or in one talk. Stores nothing.</summary>
public sealed class QuoteCheck
{
    /// <summary>Fewer words than this stand anywhere.</summary>
    public const int FewestWords = 4;

    /// <summary>More words than this are no quotation.</summary>
    public const int MostWords = 300;

    private const int MostPlaces = 10;
    private const int MostAlternatives = 8;
    private const int GapRoom = 150;

    private readonly IDbContextFactory<TalkNotesDb> _databases;
    private readonly Func<Glossary> _glossary;
    private Known? _known;

    internal QuoteCheck(IDbContextFactory<TalkNotesDb> databases, Func<Glossary> glossary)
    {
        _databases = databases;
        _glossary = glossary;
    }

    /// <summary>Checks a quotation.</summary>
    /// <param name="text">As pasted, with or without quotation marks; a name behind the closing mark is taken as the speaker.</param>
    /// <param name="speaker">Who is said to have said it, or null.</param>
    /// <param name="talk">Slug of the only talk to look in, or null; an unknown slug finds nothing.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<QuoteResult> CheckAsync(string text, string? speaker, string? talk, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(text);
        var quoted = QuotedText.Parse(text);
        var named = string.IsNullOrWhiteSpace(speaker) ? quoted.Speaker : speaker.Trim();
        var length = quoted.WordCount < FewestWords ? QuoteLength.TooShort : quoted.WordCount > MostWords ? QuoteLength.TooLong : QuoteLength.Fits;
        if (length != QuoteLength.Fits)
        {
            return NotFound(quoted, named) with { Length = length };
        }

        await using var db = await _databases.CreateDbContextAsync(ct);
        int? only = null;
        if (!string.IsNullOrWhiteSpace(talk))
        {
            only = await db.Talks.Where(t => t.Slug == talk).Select(t => (int?)t.Id).SingleOrDefaultAsync(ct);
            if (only is null)
            {
                return NotFound(quoted, named);
            }
        }

        var places = await SpokenPlaces.FindAsync(db, Parts(quoted), only, MostPlaces, ct);
        var candidates = await CandidatesAsync(db, places, quoted, ct);
        return await JudgeAsync(db, quoted, named, candidates, ct);
    }

    /// <summary>Checks a quotation against candidates and says where the best one stands.</summary>
    internal async Task<QuoteResult> JudgeAsync(TalkNotesDb db, QuotedText quoted, string? named, IReadOnlyList<QuoteCandidate> candidates, CancellationToken ct)
    {
        var glossary = _glossary();
        var names = named is null ? SpeakerNames.Plain : await NamesAsync(db, glossary, ct);
        var places = QuoteJudge.Judge(quoted, named, candidates, SpellingsOf(glossary), names);
        if (places.Count == 0)
        {
            return NotFound(quoted, named);
        }

        var matches = new List<QuoteMatch>();
        foreach (var place in places.Take(MostAlternatives + 1))
        {
            matches.Add(await QuoteMatches.OfAsync(db, place, ct));
        }

        var best = places[0];
        return new QuoteResult
        {
            Quoted = quoted.Text,
            Named = named,
            Verdict = best.Verdict,
            Similarity = best.Reading.Similarity,
            SpeakerCheck = best.SpeakerCheck,
            Match = matches[0],
            Diff = best.Reading.Differences,
            Alternatives = matches[1..],
        };
    }

    /// <summary>Segments of a transcript, in order; both ends included.</summary>
    internal static async Task<List<Segment>> SegmentsAsync(TalkNotesDb db, int sourceId, int first, int last, CancellationToken ct, bool corrected = false)
    {
        var rows = await db.Segments.AsNoTracking().Where(s => s.SourceId == sourceId && s.N >= first && s.N <= last).OrderBy(s => s.N).ToListAsync(ct);
        return rows.ConvertAll(s => new Segment
        {
            Start = s.Start,
            End = s.End,
            Turn = s.Turn,
            Speaker = s.Speaker,
            Text = corrected ? Readings.Corrected(s.Text, s.Readings) : s.Text,
            Lines = new LineSpan(s.FirstLine, s.LastLine),
        });
    }

    /// <summary>The spellings of the glossary, worked out once for each version of it.</summary>
    private Spellings SpellingsOf(Glossary glossary)
    {
        var known = _known;
        if (known is null || !ReferenceEquals(known.Glossary, glossary))
        {
            _known = known = new Known(glossary, Spellings.Of(glossary));
        }

        return known.Spellings;
    }

    /// <summary>The quotation cut at its ellipses, without what brackets add.</summary>
    private static List<string> Parts(QuotedText quoted)
    {
        var parts = new List<string>();
        for (var i = 0; i < quoted.Tokens.Count; i++)
        {
            if (i == 0 || quoted.GapBefore[i])
            {
                parts.Add("");
            }

            parts[^1] += quoted.Tokens[i].Bracketed ? "" : $" {quoted.Text.AsSpan(quoted.Tokens[i].Start, quoted.Tokens[i].End - quoted.Tokens[i].Start)}";
        }

        return parts;
    }

    /// <summary>Each place with as many words around it as the quotation may take.</summary>
    private static async Task<List<QuoteCandidate>> CandidatesAsync(TalkNotesDb db, List<SpokenPlace> places, QuotedText quoted, CancellationToken ct)
    {
        var sources = places.Select(p => p.SourceId).Distinct().ToList();
        var sizes = await db.Sources.Where(s => sources.Contains(s.Id)).Select(s => new { s.Id, s.SegmentCount, s.Talk.WordCount }).ToDictionaryAsync(s => s.Id, ct);
        var words = quoted.Tokens.Count + (GapRoom * quoted.GapBefore.Count(g => g));
        var candidates = new List<QuoteCandidate>(places.Count);
        foreach (var place in places)
        {
            var size = sizes[place.SourceId];
            var around = 1 + (words * size.SegmentCount / Math.Max(1, size.WordCount));
            var first = Math.Max(0, place.FirstSegment - around);
            candidates.Add(new QuoteCandidate(
                place.TalkId, place.SourceId, first, size.SegmentCount, await SegmentsAsync(db, place.SourceId, first, place.LastSegment + around, ct)));
            if (await db.Segments.AnyAsync(s => s.SourceId == place.SourceId && s.N >= first && s.N <= place.LastSegment + around && s.Readings != null, ct))
            {
                candidates.Add(candidates[^1] with { Segments = await SegmentsAsync(db, place.SourceId, first, place.LastSegment + around, ct, corrected: true), IsCorrected = true });
            }
        }

        return candidates;
    }

    private static async Task<SpeakerNames> NamesAsync(TalkNotesDb db, Glossary glossary, CancellationToken ct)
    {
        var known = await db.Set<SpeakerAliasRow>().AsNoTracking().Select(a => new { a.Name, Speaker = a.Speaker.Name }).ToListAsync(ct);
        return new SpeakerNames(known.Select(a => (a.Name, a.Speaker))
            .Concat(glossary.Entries.Where(e => e.Kind == "person").SelectMany(e => e.Also.Concat(e.Heard).Select(a => (a, e.Term)))));
    }

    private static QuoteResult NotFound(QuotedText quoted, string? named) => new()
    {
        Quoted = quoted.Text,
        Named = named,
        Verdict = QuoteVerdict.NotFound,
        Similarity = 0,
        SpeakerCheck = named is null ? SpeakerCheck.NotNamed : SpeakerCheck.NotMarked,
    };

    private sealed record Known(Glossary Glossary, Spellings Spellings);
}
