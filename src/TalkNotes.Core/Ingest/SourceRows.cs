using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Ingest;

/// <summary>A parsed document as rows.</summary>
internal static class SourceRows
{
    public static SourceRow Source(TalkRow talk, string key, ParsedSource parsed, bool isFormatGiven, DateTimeOffset now)
    {
        var source = new SourceRow
        {
            Talk = talk, Key = key, Path = "", Sha256 = "", Format = "", MatchReason = "", Metadata = "", Diagnostics = "", Ledger = "",
        };
        Describe(source, key, parsed, isFormatGiven, now);
        return source;
    }

    /// <summary>Sets everything that the file and its format decide.</summary>
    public static void Describe(SourceRow source, string key, ParsedSource parsed, bool isFormatGiven, DateTimeOffset now)
    {
        var document = parsed.Document;
        var lines = LineCounts.Of(parsed.Ledger);
        source.Key = key;
        source.Path = parsed.Source.Path;
        source.Sha256 = parsed.Source.Sha256;
        source.Format = parsed.Format.Id;
        source.FormatRevision = parsed.Revision;
        source.IsFormatGiven = isFormatGiven;
        source.Confidence = parsed.Match.Confidence;
        source.MatchReason = parsed.Match.Reason;
        source.LineCount = lines.Total;
        source.BlankCount = lines.Blank;
        source.UsedCount = lines.Used;
        source.ChromeCount = lines.Chrome;
        source.UnrecognisedCount = lines.Unrecognised;
        source.SegmentCount = document.Segments.Length;
        source.WordCount = document.Segments.Sum(s => Words.Of(s.Text).Count);
        source.IsTimed = document.Segments.Any(s => s.Start is not null);
        source.IsLabelled = document.Segments.Any(s => s.Speaker is not null);
        source.ClaimCount = document.Claims.Length;
        source.TakenInAt = now;
        source.Metadata = DocumentJson.Write(document.Metadata);
        source.Diagnostics = DocumentJson.Write(document.Diagnostics);
        source.Ledger = DocumentJson.Write(parsed.Ledger);
    }

    public static ChapterRow Chapter(int sourceId, int n, Chapter chapter) => new()
    {
        SourceId = sourceId,
        N = n,
        Title = chapter.Title,
        Start = chapter.Start,
        End = chapter.End,
        Label = chapter.Label,
        Summary = chapter.Summary,
        FirstSegment = chapter.FirstSegment,
        FirstLine = chapter.Lines.First,
        LastLine = chapter.Lines.Last,
    };

    public static SegmentRow Segment(int sourceId, int n, Segment segment, (int? Speaker, string? Shown) voice) => new()
    {
        SourceId = sourceId,
        N = n,
        Start = segment.Start,
        End = segment.End,
        Turn = segment.Turn,
        SpeakerId = voice.Speaker,
        Speaker = voice.Shown,
        Label = segment.Speaker,
        Text = segment.Text,
        FirstLine = segment.Lines.First,
        LastLine = segment.Lines.Last,
    };
}
