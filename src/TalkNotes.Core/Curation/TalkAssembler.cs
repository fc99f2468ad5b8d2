using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Curation;

/// <summary>
/// Works out a talk from all its sources and from what people put right, the same whatever the order in which they came:
/// which transcript is primary, what is known of the talk, who speaks, how words and claims read. This is the only place
/// where a correction takes effect, so it does everywhere at once. Given ids and slugs stay.
/// </summary>
internal sealed class TalkAssembler(TalkNotesDb db, DateTimeOffset now)
{
    /// <summary>Brings talk, people, segments and claims up to date with the stored sources and corrections; saves.</summary>
    public async Task AssembleAsync(TalkRow talk, CancellationToken ct)
    {
        var overlay = await TalkOverlay.ReadAsync(db, talk.Id, ct);
        var sources = Ranked(await db.Sources.Where(s => s.TalkId == talk.Id).ToListAsync(ct), overlay.Primary);
        var primary = sources[0].SegmentCount > 0 ? sources[0] : null;
        talk.TranscriptId = primary?.Id;
        talk.WordCount = primary?.WordCount ?? 0;
        Describe(talk, sources.ConvertAll(s => DocumentJson.ReadMetadata(s.Metadata)));
        foreach (var (field, value) in overlay.Fields)
        {
            TalkFields.Set(talk, field, value);
        }

        await AssembleWordsAsync(talk, sources, overlay, ct);
        await AssembleClaimsAsync(talk, sources.ConvertAll(s => s.Id), ct);
        talk.ChangedAt = now;
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Who speaks and which words read otherwise; then who takes part.</summary>
    private async Task AssembleWordsAsync(TalkRow talk, List<SourceRow> sources, TalkOverlay overlay, CancellationToken ct)
    {
        var names = new NameRegistry(db, talk.Id);
        var people = new SpeakerResolver(db, overlay, names);
        var segments = new SegmentOverlay(db, overlay, people);
        foreach (var source in sources)
        {
            await segments.ApplyAsync(source.Id, isPrimary: source == sources[0], ct);
        }

        await new Participants(db, overlay, names, people).ReplaceAsync(sources, ct);
        await db.CorrectionPlaces.Where(p => p.TalkId == talk.Id).ExecuteDeleteAsync(ct);
        await db.InsertAllAsync(overlay.Places.Select(p => new CorrectionPlaceRow { CorrectionId = p.Key, TalkId = talk.Id, Places = p.Value }), ct);
    }

    /// <summary>The one that a person chose, then transcripts: with times before without, with speakers before without, longer before shorter; notes that this program wrote last; then by path.</summary>
    private static List<SourceRow> Ranked(IEnumerable<SourceRow> sources, int? chosen) =>
    [
        .. sources
            .OrderByDescending(s => s.Id == chosen && s.SegmentCount > 0)
            .ThenByDescending(s => s.SegmentCount > 0)
            .ThenByDescending(s => s.IsTimed)
            .ThenByDescending(s => s.IsLabelled)
            .ThenByDescending(s => s.WordCount)
            .ThenBy(s => s.Format == FormatIds.OwnNotes)
            .ThenBy(s => s.Path, StringComparer.Ordinal)
            .ThenBy(s => s.Sha256, StringComparer.Ordinal),
    ];

    /// <summary>Each value is that of the first source that states it; a doubtful title yields to one that is not.</summary>
    private static void Describe(TalkRow talk, List<TalkMetadata> sources)
    {
        talk.Title = (sources.Find(m => m.Title is not null && !IsDoubtful(m)) ?? sources.Find(m => m.Title is not null))?.Title;
        talk.Show = First(sources, m => m.Show);
        talk.Url = First(sources, m => m.Url);
        talk.VideoId = First(sources, m => m.VideoId);
        talk.Published = FirstValue(sources, m => m.Published);
        talk.Transcribed = FirstValue(sources, m => m.Transcribed);
        talk.Retrieved = FirstValue(sources, m => m.Retrieved);
        talk.Duration = FirstValue(sources, m => m.Duration);
        talk.Language = First(sources, m => m.Language);
        talk.Status = First(sources, m => m.Status);
        talk.Summary = First(sources, m => m.Summary);
    }

    private static bool IsDoubtful(TalkMetadata metadata) =>
        metadata.Fields.Any(f => f.Doubt is not null && f.Key.Equals("title", StringComparison.OrdinalIgnoreCase));

    private static string? First(List<TalkMetadata> sources, Func<TalkMetadata, string?> value) =>
        sources.Select(value).FirstOrDefault(v => v is not null);

    private static T? FirstValue<T>(List<TalkMetadata> sources, Func<TalkMetadata, T?> value)
        where T : struct => sources.Select(value).FirstOrDefault(v => v is not null);

    private async Task AssembleClaimsAsync(TalkRow talk, List<int> sourceIds, CancellationToken ct)
    {
        var claims = await db.Claims.Where(c => c.TalkId == talk.Id).ToDictionaryAsync(c => c.Id, ct);
        var mentions = await db.ClaimMentions.AsNoTracking().Where(m => sourceIds.Contains(m.SourceId)).ToListAsync(ct);
        var position = 0;
        foreach (var mention in mentions.OrderBy(m => sourceIds.IndexOf(m.SourceId)).ThenBy(m => m.N).DistinctBy(m => m.ClaimId))
        {
            var claim = claims[mention.ClaimId];
            claim.Text = mention.Text;
            claim.Kind = mention.Kind;
            claim.Origin = mention.Origin;
            claim.Section = mention.Section;
            claim.Marker = mention.Marker;
            claim.AttributedTo = mention.AttributedTo;
            claim.Position = position++;
        }
    }
}
