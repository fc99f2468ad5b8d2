using TalkNotes.Core.Claims;
using TalkNotes.Core.Talks;
using TranscriptSegment = TalkNotes.Core.Talks.TranscriptSegment;

namespace TalkNotes.Core.Export;

/// <summary>All that is known of a talk: the shapes of the API in one object.</summary>
internal static class TalkJsonWriter
{
    public static string Write(ExportedTalk talk) => ExportJson.Write(new TalkJson(talk.Talk, talk.Summary, talk.Chapters, talk.Stored, talk.Claims, talk.Sources));

    private sealed record TalkJson(
        TalkSummary Talk, string? Summary, IReadOnlyList<ChapterView> Chapters, IReadOnlyList<TranscriptSegment> Segments,
        IReadOnlyList<ClaimRecord> Claims, IReadOnlyList<SourceRef> Sources);
}
