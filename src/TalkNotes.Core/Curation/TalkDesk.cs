using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Curation;

/// <summary>Puts right what is known of a talk: its facts, its topics, who takes part, which transcript counts.</summary>
public sealed class TalkDesk
{
    private const int LongestText = 500;
    private const int MostTopics = 40;

    private readonly CorrectionWriter _writer;

    internal TalkDesk(CorrectionWriter writer) => _writer = writer;

    /// <summary>Records what differs from what stands there; each fact is a correction of its own.</summary>
    /// <param name="slug">The talk.</param>
    /// <param name="draft">The facts as they should be.</param>
    /// <param name="curator">Who says so.</param>
    /// <param name="ct">Stops before anything is written.</param>
    public Task<CurationOutcome> CorrectAsync(string slug, TalkDraft draft, string curator, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return _writer.WriteAsync(
            curator,
            async db =>
            {
                if (await CorrectionWriter.TalkAsync(db, slug, ct) is not { } talk)
                {
                    return new CurationOutcome.NotFound("There is no such talk");
                }

                if (Problems(draft) is { Count: > 0 } problems)
                {
                    return new CurationOutcome.Invalid(problems);
                }

                var topics = await TopicsAsync(db, talk.Id, ct);
                var corrections = Changes(talk, draft, topics);
                if (corrections.Count == 0)
                {
                    return new CurationOutcome.Invalid("", "Nothing differs from what is on record");
                }

                if (await SinceAsync(db, talk.Id, draft.Seen, corrections, ct) is { } newer)
                {
                    return new CurationOutcome.Conflict(newer);
                }

                return CorrectionPlan.Write([talk.Id], [.. corrections.Select(c => CorrectionWriter.Row(c, talk: talk.Id))]);
            },
            ct);
    }

    /// <summary>Says whether somebody takes part in a talk, and as what.</summary>
    /// <param name="slug">The talk.</param>
    /// <param name="name">Name or slug of the person; a new name becomes a speaker.</param>
    /// <param name="takesPart">False where the sources are wrong about it.</param>
    /// <param name="role"><c>host</c>, <c>guest</c>, or null for neither.</param>
    /// <param name="curator">Who says so.</param>
    /// <param name="ct">Stops before anything is written.</param>
    public Task<CurationOutcome> TakesPartAsync(string slug, string name, bool takesPart, string? role, string curator, CancellationToken ct) => _writer.WriteAsync(
        curator,
        async db =>
        {
            if (await CorrectionWriter.TalkAsync(db, slug, ct) is not { } talk)
            {
                return new CurationOutcome.NotFound("There is no such talk");
            }

            role = string.IsNullOrWhiteSpace(role) ? null : role;
            if (role is not (null or "host" or "guest"))
            {
                return new CurationOutcome.Invalid("role", "A role is host, guest or none");
            }

            var (person, problem) = await PersonFinder.FindAsync(db, talk.Id, name, ct);
            return person is null
                ? new CurationOutcome.Invalid("name", problem!)
                : CorrectionPlan.Write([talk.Id], CorrectionWriter.Row(new PartCorrection(takesPart, takesPart ? role : null), talk: talk.Id, speaker: person.Id));
        },
        ct);

    /// <summary>Says who speaks wherever a label of the talk stands.</summary>
    /// <param name="slug">The talk.</param>
    /// <param name="label">The label as written.</param>
    /// <param name="name">Name or slug of the person; a new name becomes a speaker; empty says that it is nobody known.</param>
    /// <param name="curator">Who says so.</param>
    /// <param name="ct">Stops before anything is written.</param>
    public Task<CurationOutcome> NameLabelAsync(string slug, string label, string? name, string curator, CancellationToken ct) => _writer.WriteAsync(
        curator,
        async db =>
        {
            if (await CorrectionWriter.TalkAsync(db, slug, ct) is not { } talk
                || !await db.Segments.AnyAsync(s => s.Source.TalkId == talk.Id && s.Label == label, ct))
            {
                return new CurationOutcome.NotFound("No words of this talk stand under that label");
            }

            var (person, problem) = await PersonFinder.FindOrNobodyAsync(db, talk.Id, name, ct);
            return problem is not null
                ? new CurationOutcome.Invalid("name", problem)
                : CorrectionPlan.Write([talk.Id], CorrectionWriter.Row(new LabelCorrection(label), talk: talk.Id, speaker: person?.Id));
        },
        ct);

    /// <summary>Says who speaks in a range of segments of the transcript that counts.</summary>
    /// <inheritdoc cref="NameTurnsAsync(string, int?, int, int, string?, string, CancellationToken)" />
    public Task<CurationOutcome> NameTurnsAsync(string slug, int first, int last, string? name, string curator, CancellationToken ct) =>
        NameTurnsAsync(slug, source: null, first, last, name, curator, ct);

    /// <summary>Says who speaks in a range of segments of one of the talk's transcripts.</summary>
    /// <param name="slug">The talk.</param>
    /// <param name="source">Number of the source within the talk, from 1; null for the transcript that counts.</param>
    /// <param name="first">First segment.</param>
    /// <param name="last">Last segment, inclusive.</param>
    /// <param name="name">Name or slug of the person; a new name becomes a speaker; empty says that it is nobody known.</param>
    /// <param name="curator">Who says so.</param>
    /// <param name="ct">Stops before anything is written.</param>
    public Task<CurationOutcome> NameTurnsAsync(string slug, int? source, int first, int last, string? name, string curator, CancellationToken ct) => _writer.WriteAsync(
        curator,
        async db =>
        {
            if (await CorrectionWriter.TalkAsync(db, slug, ct) is not { } talk || await CorrectionWriter.TranscriptAsync(db, talk, source, ct) is not { } transcript)
            {
                return new CurationOutcome.NotFound("There is no such talk, or it has no transcript");
            }

            if (await AnchorAsync(db, transcript, first, last, ct) is not { } anchor)
            {
                return new CurationOutcome.Invalid("at", "The transcript has no such place");
            }

            var (person, problem) = await PersonFinder.FindOrNobodyAsync(db, talk.Id, name, ct);
            return problem is not null
                ? new CurationOutcome.Invalid("name", problem)
                : CorrectionPlan.Write([talk.Id], CorrectionWriter.Row(new TurnsCorrection(anchor), talk: talk.Id, speaker: person?.Id));
        },
        ct);

    /// <summary>Chooses the transcript that counts.</summary>
    /// <param name="slug">The talk.</param>
    /// <param name="source">Number of the source within the talk, from 1.</param>
    /// <param name="curator">Who says so.</param>
    /// <param name="ct">Stops before anything is written.</param>
    public Task<CurationOutcome> ChooseTranscriptAsync(string slug, int source, string curator, CancellationToken ct) => _writer.WriteAsync(
        curator,
        async db =>
        {
            if (await CorrectionWriter.TalkAsync(db, slug, ct) is not { } talk)
            {
                return new CurationOutcome.NotFound("There is no such talk");
            }

            var chosen = await db.Sources.Where(s => s.TalkId == talk.Id).OrderBy(s => s.Id).Select(s => new { s.Id, s.SegmentCount }).Skip(Math.Max(0, source - 1)).FirstOrDefaultAsync(ct);
            return chosen is not { SegmentCount: > 0 } ? new CurationOutcome.Invalid("source", "This source is no transcript")
                : chosen.Id == talk.TranscriptId ? new CurationOutcome.Invalid("source", "This transcript counts already")
                : CorrectionPlan.Write([talk.Id], CorrectionWriter.Row(new PrimaryCorrection(chosen.Id, talk.TranscriptId), talk: talk.Id));
        },
        ct);

    internal static async Task<SegmentAnchor?> AnchorAsync(TalkNotesDb db, int transcript, int first, int last, CancellationToken ct)
    {
        var ends = await db.Segments.Where(s => s.SourceId == transcript && (s.N == first || s.N == last)).OrderBy(s => s.N).Select(s => s.Text).ToListAsync(ct);
        return first > last || ends.Count != (first == last ? 1 : 2) ? null : new SegmentAnchor(transcript, first, last, ends[0], ends[^1]);
    }

    private static Task<List<string>> TopicsAsync(TalkNotesDb db, int talk, CancellationToken ct) => db.TalkTopics.Where(t => t.TalkId == talk)
        .OrderBy(t => t.SourceId).ThenBy(t => t.Position).Select(t => t.Topic.Name).Distinct().ToListAsync(ct);

    private static List<CurationProblem> Problems(TalkDraft draft)
    {
        var problems = new List<CurationProblem>();
        foreach (var field in TalkFields.All)
        {
            var value = draft.Get(field);
            if (value is { Length: > LongestText })
            {
                problems.Add(new CurationProblem(field, $"{CorrectionWords.Field(field)} is longer than {LongestText} characters"));
            }
            else if (value is not null && TalkFields.IsDate(field) && TalkFields.ReadDate(value) is null)
            {
                problems.Add(new CurationProblem(field, $"“{value}” is no date; write year, month and day, as in 2025-05-01"));
            }
            else if (value is not null && field == TalkFields.Address && !(Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            {
                problems.Add(new CurationProblem(field, "An address begins with https:// or http://"));
            }
        }

        if (draft.Topics.Count > MostTopics)
        {
            problems.Add(new CurationProblem("topics", $"At most {MostTopics} topics"));
        }

        return problems;
    }

    private static List<Correction> Changes(TalkRow talk, TalkDraft draft, List<string> topics)
    {
        var changes = TalkFields.All.Where(f => draft.SpeaksOf(f) && draft.Get(f) != TalkDraft.Clean(TalkFields.Get(talk, f)))
            .Select(Correction (f) => new FieldCorrection(f, draft.Get(f), TalkFields.Get(talk, f))).ToList();
        var wanted = draft.Topics.Select(t => t.Trim()).Where(t => t.Length > 0).DistinctBy(ClaimKey.Fold).ToList();
        if (draft.SpeaksOf(TalkFields.Topics) && !wanted.Order(StringComparer.Ordinal).SequenceEqual(topics.Order(StringComparer.Ordinal)))
        {
            changes.Add(new TopicsCorrection(wanted, topics));
        }

        return changes;
    }

    /// <summary>What somebody else recorded about the same facts since this form was opened.</summary>
    private static async Task<CorrectionView?> SinceAsync(TalkNotesDb db, int talk, int seen, List<Correction> corrections, CancellationToken ct)
    {
        var newer = await db.Corrections.AsNoTracking().Where(c => c.TalkId == talk && c.Id > seen && (c.Kind == "field" || c.Kind == "topics")).OrderBy(c => c.Id).ToListAsync(ct);
        var same = newer.FindLast(row => CorrectionJson.Read(row) switch
        {
            FieldCorrection field => corrections.OfType<FieldCorrection>().Any(c => c.Field == field.Field),
            _ => corrections.OfType<TopicsCorrection>().Any(),
        });
        return same is null ? null : (await CorrectionViews.OfAsync(db, [same], ct))[0];
    }
}
