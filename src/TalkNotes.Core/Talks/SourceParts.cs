using TalkNotes.Core.Documents;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Talks;

/// <summary>What listings say of a source.</summary>
internal static class SourceParts
{
    public static SourceRef Brief(SourceRow source, int n, int? transcriptId) => new(
        n, source.Path, source.Format, source.Sha256, source.TakenInAt, source.LineCount, source.UnrecognisedCount,
        source.SegmentCount, source.ClaimCount, source.Id == transcriptId);

    /// <summary>Fields that were stated and not taken over, with the reason.</summary>
    public static IEnumerable<DoubtfulField> Doubtful(SourceRow source, int n) =>
        DocumentJson.ReadMetadata(source.Metadata).Fields
            .Where(f => f.Doubt is not null)
            .Select(f => new DoubtfulField(n, f.Key, f.Value, f.Doubt!, f.Lines.First));
}
