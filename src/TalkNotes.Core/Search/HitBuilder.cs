using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Search;

/// <summary>Turns located hits into what people see: exact segments, times, speaker, marked words, context.</summary>
internal sealed class HitBuilder(TalkNotesDb db, RowReader rows, LibraryFacts library, HitFilter filter, IReadOnlyList<SearchTier> tiers)
{
    /// <summary>Segments are shown whole up to so many words; of longer ones the passage.</summary>
    private const int MostWords = 120;

    /// <summary>The hits of one page, in the order given.</summary>
    public async Task<List<SearchHit>> BuildAsync(IReadOnlyList<LocatedHit> located, CancellationToken ct)
    {
        var hits = new List<SearchHit>(located.Count);
        foreach (var hit in located)
        {
            var row = hit.Passage.Row;
            var built = row switch
            {
                { SourceId: { } source, FirstSegment: { } first, LastSegment: { } last } when row.Origin == "spoken" => Spoken(hit, source, first, last),
                { ClaimId: { } claim } => Claim(hit, claim),
                _ => await TitleAsync(hit, ct),
            };
            hits.Add(built with { Source = built.Source ?? (row.SourceId is { } id ? new SearchSource(rows.Source(id).Path, null) : null) });
        }

        return Repeats.Mark(hits, located, source => rows.Source(source).SegmentCount);
    }

    private SearchHit Spoken(LocatedHit hit, int source, int first, int last)
    {
        var row = hit.Passage.Row;
        var segments = rows.Segments(source, first - 1, last + 1);
        var own = segments.Where(s => s.N >= first && s.N <= last).ToList();
        var (wordStart, wordEnd) = hit.Match is { } match && !tiers[hit.Candidate.Tier].IsPartial // with most of the words, the answer may stand beside them
            ? Stretch(hit.Passage.Tokens, match)
            : (0, row.Text.Length);
        var excerpt = Excerpt.Cut(row.Text.Length, first, row.StartInSegment, own.ConvertAll(s => s.Text.Length), wordStart, wordEnd);
        var (head, tail) = (own[excerpt.FirstSegment - first], own[excerpt.LastSegment - first]);
        var whole = string.Join(' ', own.Where(s => s.N >= excerpt.FirstSegment && s.N <= excerpt.LastSegment).Select(s => s.Text));
        var isShort = whole.AsSpan().Count(' ') < MostWords;
        var text = isShort ? whole : row.Text[excerpt.From..excerpt.To];
        excerpt = isShort ? excerpt.Whole() : excerpt;
        var next = segments.Find(s => s.N == excerpt.LastSegment + 1);
        var before = excerpt.StartInSegment > 0 ? head.Text[..excerpt.StartInSegment] : segments.Find(s => s.N == excerpt.FirstSegment - 1)?.Text;
        var rest = tail.Text[Math.Min(tail.Text.Length, EndInLast(excerpt, text.Length))..];
        var speakers = own.Where(s => s.N >= excerpt.FirstSegment && s.N <= excerpt.LastSegment).Select(s => s.SpeakerId).Distinct().ToList();
        var speaker = speakers is [{ } one] && library.Speakers.TryGetValue(one, out var known) ? known : null;
        return Common(hit, text, excerpt.From) with
        {
            Speaker = speaker?.Name,
            SpeakerSlug = speaker?.Slug,
            StartMs = Milliseconds(head.Start),
            EndMs = Milliseconds(tail.End ?? next?.Start),
            Segments = [excerpt.FirstSegment, excerpt.LastSegment],
            StartInSegment = excerpt.StartInSegment,
            Breaks = [.. excerpt.Breaks.Select(b => new SegmentBreak(b.At, b.Segment, Milliseconds(own[b.Segment - first].Start)))],
            Before = before is null ? null : ContextLine.EndOf(before),
            After = string.IsNullOrWhiteSpace(rest) ? next is null ? null : ContextLine.StartOf(next.Text) : ContextLine.StartOf(rest),
            Chapter = rows.Chapter(source, excerpt.FirstSegment),
            Source = new SearchSource(rows.Source(source).Path, [head.FirstLine, tail.LastLine]),
        };
    }

    /// <summary>Where the match lies in the text; words as corrected come behind the others and lie where those stand.</summary>
    private static (int Start, int End) Stretch(List<Token> tokens, TextMatch match)
    {
        var found = match.Found.Select(o => (tokens[o.First].Start, tokens[o.Last].End)).ToList();
        return found.Count == 0 ? (tokens[match.First].Start, tokens[match.Last].End) : (found.Min(f => f.Start), found.Max(f => f.End));
    }

    /// <summary>Where the excerpt ends in its last segment.</summary>
    private static int EndInLast(Excerpt excerpt, int length) =>
        excerpt.Breaks.Count == 0 ? excerpt.StartInSegment + length : length - excerpt.Breaks[^1].At;

    private SearchHit Claim(LocatedHit hit, int id)
    {
        var (publicId, mention) = rows.Claim(id);
        return Common(hit, hit.Passage.Row.Text, 0) with
        {
            Claim = publicId,
            Status = filter.Statuses.Of(id),
            Suspended = filter.Statuses.IsSuspended(id),
            Source = mention,
        };
    }

    private async Task<SearchHit> TitleAsync(LocatedHit hit, CancellationToken ct)
    {
        var row = hit.Passage.Row;
        var common = Common(hit, row.Text, 0);
        if (row.Chapter is not { } n)
        {
            return common;
        }

        var chapter = await db.Chapters.AsNoTracking().Where(c => c.SourceId == row.SourceId && c.N == n)
            .Select(c => new { c.Start, c.End, c.Title, c.FirstSegment, c.FirstLine, c.LastLine, Path = db.Sources.First(s => s.Id == c.SourceId).Path }).FirstOrDefaultAsync(ct);
        return chapter is null ? common : common with
        {
            StartMs = Milliseconds(chapter.Start),
            EndMs = Milliseconds(chapter.End),
            Segments = chapter.FirstSegment is { } first ? [first, first] : null,
            Chapter = chapter.Title,
            Source = new SearchSource(chapter.Path, [chapter.FirstLine, chapter.LastLine]),
        };
    }

    private SearchHit Common(LocatedHit hit, string text, int from)
    {
        var row = hit.Passage.Row;
        var talk = library.Talks[row.TalkId];
        var found = hit.Match?.Found ?? [];
        var tokens = hit.Passage.Tokens;
        return new SearchHit
        {
            Kind = row.Kind == PassageKind.Bridge ? PassageKind.Segment : row.Kind,
            Talk = talk.Slug,
            Title = talk.Title,
            Show = talk.Show,
            Published = talk.Published,
            VideoId = talk.VideoId,
            AddedAt = talk.AddedAt,
            Origin = row.Origin,
            Text = text,
            Highlights = [.. found.Select(o => (From: tokens[o.First].Start - from, To: tokens[o.Last].End - from)).Distinct().Order().Select(h => new[] { h.From, h.To })],
            Score = Math.Round(Rank(hit.Candidate), 4),
            Why = hit.Match is null ? [] : [.. Why(hit, tiers[hit.Candidate.Tier]), .. tiers[hit.Candidate.Tier].InTitle.Select(w => new MatchReason(w, talk.Title ?? "", "title"))],
            Missing = hit.Match is null || !tiers[hit.Candidate.Tier].IsPartial ? [] : Missing(hit.Match, tiers[hit.Candidate.Tier]),
        };
    }

    /// <summary>One number that falls along the order of hits.</summary>
    private double Rank(Candidate candidate)
    {
        var complete = candidate.Tier < tiers.Count && !tiers[candidate.Tier].IsPartial;
        return (complete ? 100 : 0) + (candidate.IsSpoken ? 50 : 0) + (candidate.Tier < tiers.Count ? tiers.Count - tiers[candidate.Tier].Rank : 0) + (candidate.Score / (Math.Abs(candidate.Score) + 10));
    }

    private static List<MatchReason> Why(LocatedHit hit, SearchTier tier)
    {
        var tokens = hit.Passage.Tokens;
        return [.. hit.Match!.Found.Where(o => o.Kind != MatchKind.Exact || hit.Passage.IsCorrected(o))
            .Select(o => new MatchReason(
                tier.Units[o.Unit].Label, hit.Passage.Row.Text[tokens[o.First].Start..tokens[o.Last].End], hit.Passage.IsCorrected(o) ? "corrected" : How(o.Kind)))
            .DistinctBy(r => (r.Asked, r.Found.ToLowerInvariant(), r.How))];
    }

    private static List<string> Missing(TextMatch match, SearchTier tier) =>
        [.. Enumerable.Range(0, tier.Units.Length).Where(u => !match.Found.Exists(o => o.Unit == u)).Select(u => tier.Units[u].Label)];

    private static string How(MatchKind kind) => kind switch
    {
        MatchKind.Joined => "one-or-two-words",
        MatchKind.Glossary => "glossary",
        MatchKind.SoundsAlike => "sounds-alike",
        MatchKind.Short or MatchKind.Heard => "short-form",
        _ => "inflection",
    };

    private static long? Milliseconds(TimeSpan? time) => time is { } known ? (long)known.TotalMilliseconds : null;
}
