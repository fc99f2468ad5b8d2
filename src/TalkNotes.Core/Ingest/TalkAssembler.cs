using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Ingest;

/// <summary>
/// Works out a talk from all its sources, the same whatever the order in which they arrived: which transcript is
/// primary, what is known of the talk, how its claims read and follow each other. Given ids and slugs stay.
/// </summary>
internal sealed class TalkAssembler(TalkNotesDb db, DateTimeOffset now)
{
    /// <summary>Brings talk and claims up to date with the stored sources; saves.</summary>
    public async Task AssembleAsync(TalkRow talk, CancellationToken ct)
    {
        var sources = Ranked(await db.Sources.Where(s => s.TalkId == talk.Id).ToListAsync(ct));
        var primary = sources[0].SegmentCount > 0 ? sources[0] : null;
        talk.TranscriptId = primary?.Id;
        talk.WordCount = primary?.WordCount ?? 0;
        Describe(talk, sources.ConvertAll(s => DocumentJson.ReadMetadata(s.Metadata)));
        await AssembleClaimsAsync(talk, sources.ConvertAll(s => s.Id), ct);
        talk.ChangedAt = now;
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Transcripts first: with times before without, with speakers before without, longer before shorter; then by path.</summary>
    private static List<SourceRow> Ranked(IEnumerable<SourceRow> sources) =>
    [
        .. sources
            .OrderByDescending(s => s.SegmentCount > 0)
            .ThenByDescending(s => s.IsTimed)
            .ThenByDescending(s => s.IsLabelled)
            .ThenByDescending(s => s.WordCount)
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
