using System.Text;
using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Curation;

/// <summary>How far a correction of words reaches.</summary>
public enum WordsReach
{
    /// <summary>One place.</summary>
    Place,

    /// <summary>Every place of one talk.</summary>
    Talk,

    /// <summary>Every place of the library, also of talks that come later.</summary>
    Library,
}

/// <summary>Misheard words, as somebody wants them to read.</summary>
/// <param name="Talk">Slug of the talk in which they were noticed.</param>
/// <param name="Heard">The words as written.</param>
/// <param name="Said">As they should read.</param>
/// <param name="Reach">How far.</param>
/// <param name="First">First segment of the one place.</param>
/// <param name="Last">Last segment, inclusive.</param>
/// <param name="From">Where the words begin in the first segment; null to find them there.</param>
/// <param name="To">Where they end in the last segment, exclusive.</param>
/// <param name="Source">Number of the source within the talk whose transcript has the place; null for the one that counts.</param>
public sealed record WordsDraft(string Talk, string? Heard, string? Said, WordsReach Reach, int? First = null, int? Last = null, int? From = null, int? To = null, int? Source = null);

/// <summary>What a correction of words would change.</summary>
/// <param name="Heard">The words as written.</param>
/// <param name="InTalk">Places in the talk.</param>
/// <param name="InLibrary">Places in the library.</param>
/// <param name="Talks">Talks of the library that have such a place.</param>
/// <param name="Places">The first places, those of the talk first.</param>
public sealed record WordsPreview(string Heard, int InTalk, int InLibrary, int Talks, IReadOnlyList<WordsPlace> Places);

/// <summary>One place where words would read otherwise.</summary>
/// <param name="Talk">Slug of the talk.</param>
/// <param name="Title">Its title, or null.</param>
/// <param name="Segment">First segment.</param>
/// <param name="StartMs">Its start, or null.</param>
/// <param name="Before">What stands before.</param>
/// <param name="Written">The words as written.</param>
/// <param name="After">What stands behind.</param>
public sealed record WordsPlace(string Talk, string? Title, int Segment, long? StartMs, string Before, string Written, string After);

/// <summary>Puts misheard words right: beside the words, never in them.</summary>
public sealed class WordsDesk
{
    private const int LongestText = 200;
    private const int ShownPlaces = 12;

    private readonly IDbContextFactory<TalkNotesDb> _databases;
    private readonly CorrectionWriter _writer;

    internal WordsDesk(IDbContextFactory<TalkNotesDb> databases, CorrectionWriter writer)
    {
        _databases = databases;
        _writer = writer;
    }

    /// <summary>What a correction would change, before anything is written; null when there is no such talk.</summary>
    public async Task<WordsPreview?> PreviewAsync(WordsDraft draft, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(draft);
        await using var db = await _databases.CreateDbContextAsync(ct);
        if (await CorrectionWriter.TalkAsync(db, draft.Talk, ct) is not { } talk)
        {
            return null;
        }

        var (heard, said) = (Clean(draft.Heard), Clean(draft.Said));
        var sources = await SourcesWithAsync(db, heard, ct);
        var read = await CorrectionWriter.TranscriptAsync(db, talk, draft.Source, ct);
        var places = new List<(bool IsHere, WordsPlace Place)>();
        foreach (var transcript in await db.Talks.Where(t => t.TranscriptId != null && sources.Contains(t.Id == talk.Id ? read ?? 0 : t.TranscriptId.Value))
            .OrderBy(t => t.Id != talk.Id).ThenBy(t => t.Id).Select(t => new { t.Id, t.Slug, t.Title, Source = t.Id == talk.Id ? read ?? 0 : t.TranscriptId!.Value }).ToListAsync(ct))
        {
            var segments = await db.Segments.AsNoTracking().Where(s => s.SourceId == transcript.Source).OrderBy(s => s.N).Select(s => new { s.Text, s.Start }).ToListAsync(ct);
            var texts = segments.ConvertAll(s => s.Text);
            places.AddRange(new HeardWords(texts).Find(heard, said).Select(parts => (
                transcript.Id == talk.Id,
                Place(transcript.Slug, transcript.Title, parts, texts, (long?)segments[parts[0].Segment].Start?.TotalMilliseconds))));
        }

        return new WordsPreview(
            heard, places.Count(p => p.IsHere), places.Count, places.DistinctBy(p => p.Place.Talk).Count(), [.. places.Take(ShownPlaces).Select(p => p.Place)]);
    }

    /// <summary>Records how the words should read.</summary>
    public Task<CurationOutcome> CorrectAsync(WordsDraft draft, string curator, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return _writer.WriteAsync(
            curator,
            async db =>
            {
                if (await CorrectionWriter.TalkAsync(db, draft.Talk, ct) is not { } talk || await CorrectionWriter.TranscriptAsync(db, talk, draft.Source, ct) is not { } transcript)
                {
                    return new CurationOutcome.NotFound("There is no such talk, or it has no transcript");
                }

                var (heard, said) = (Clean(draft.Heard), Clean(draft.Said));
                if (Problem(heard, said) is { } problem)
                {
                    return problem;
                }

                if (draft.Reach == WordsReach.Place)
                {
                    return await AnchorAsync(db, transcript, draft, heard, said, ct) is { } anchor
                        ? CorrectionPlan.Write([talk.Id], CorrectionWriter.Row(new WordsCorrection(heard, said, anchor), talk: talk.Id))
                        : new CurationOutcome.Invalid("heard", $"“{heard}” does not stand there");
                }

                var sources = await SourcesWithAsync(db, heard, ct);
                var talks = await db.Sources.Where(s => sources.Contains(s.Id) && (draft.Reach == WordsReach.Library || s.TalkId == talk.Id)).Select(s => s.TalkId).Distinct().ToListAsync(ct);
                var found = false;
                foreach (var source in await db.Sources.Where(s => sources.Contains(s.Id) && talks.Contains(s.TalkId)).Select(s => s.Id).ToListAsync(ct))
                {
                    found = found || new HeardWords(await db.Segments.Where(s => s.SourceId == source).OrderBy(s => s.N).Select(s => s.Text).ToListAsync(ct)).Find(heard, said).Any();
                }

                return !found
                    ? new CurationOutcome.Invalid("heard", $"“{heard}” does not stand {(draft.Reach == WordsReach.Talk ? "in this talk" : "in the library")}")
                    : CorrectionPlan.Write(talks, CorrectionWriter.Row(new WordsCorrection(heard, said, At: null), talk: draft.Reach == WordsReach.Talk ? talk.Id : null));
            },
            ct);
    }

    /// <summary>Transcripts that may hold the words: those with the first of them, as SQLite compares it.</summary>
    internal static async Task<List<int>> SourcesWithAsync(TalkNotesDb db, string heard, CancellationToken ct)
    {
        var longest = Words.Of(heard).Select(w => heard[w.Start..w.End]).Where(w => Ascii.IsValid(w)).MaxBy(w => w.Length);
        var pattern = longest is null ? "%" : $"%{longest.Replace("%", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal)}%";
        return await db.Segments.Where(s => EF.Functions.Like(s.Text, pattern)).Select(s => s.SourceId).Distinct().ToListAsync(ct);
    }

    private static CurationOutcome? Problem(string heard, string said) =>
        Words.Of(heard).Count == 0 ? new CurationOutcome.Invalid("heard", "Give the words as they stand")
        : said.Length == 0 ? new CurationOutcome.Invalid("said", "Give the words as they should read")
        : heard.Length > LongestText || said.Length > LongestText ? new CurationOutcome.Invalid("said", $"At most {LongestText} characters are put right at once")
        : heard == said ? new CurationOutcome.Invalid("said", "This is how the words stand")
        : null;

    private static async Task<WordsAnchor?> AnchorAsync(TalkNotesDb db, int transcript, WordsDraft draft, string heard, string said, CancellationToken ct)
    {
        if (draft.First is not { } first || draft.Last is not { } last || await TalkDesk.AnchorAsync(db, transcript, first, last, ct) is not { } segments)
        {
            return null;
        }

        var texts = await db.Segments.Where(s => s.SourceId == transcript && s.N >= first && s.N <= last).OrderBy(s => s.N).Select(s => s.Text).ToListAsync(ct);
        var places = new HeardWords(texts).Find(heard, said).ToList();
        var place = places.Find(p => p[0].Segment == 0 && p[0].From >= (draft.From ?? 0) - 1) ?? (places.Count > 0 ? places[0] : null);
        return place is null ? null : new WordsAnchor(
            segments with { First = first + place[0].Segment, Last = first + place[^1].Segment, FirstText = texts[place[0].Segment], LastText = texts[place[^1].Segment] },
            place[0].From, place[^1].To);
    }

    private static WordsPlace Place(string talk, string? title, IReadOnlyList<WordsPart> parts, List<string> texts, long? startMs)
    {
        var (first, last) = (parts[0], parts[^1]);
        var written = string.Join(' ', parts.Select(p => texts[p.Segment][p.From..p.To]));
        var before = (first.Segment > 0 ? texts[first.Segment - 1] + " " : "") + texts[first.Segment][..first.From];
        var after = texts[last.Segment][last.To..] + (last.Segment + 1 < texts.Count ? " " + texts[last.Segment + 1] : "");
        return new WordsPlace(talk, title, first.Segment, startMs, Tail(before), written, Head(after));
    }

    private static string Tail(string text) => string.Join(' ', text.Split((char[]?)null).TakeLast(8));

    private static string Head(string text) => string.Join(' ', text.Split((char[]?)null).Take(8));

    private static string Clean(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
