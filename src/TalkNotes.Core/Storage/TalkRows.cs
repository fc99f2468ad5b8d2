namespace TalkNotes.Core.Storage;

// One class a table of Schema/0001_library.sql; the script says what each column means.

internal sealed class TalkRow
{
    public int Id { get; set; }
    public required string Slug { get; set; }
    public string? Title { get; set; }
    public string? Show { get; set; }
    public string? Url { get; set; }
    public string? VideoId { get; set; }
    public DateOnly? Published { get; set; }
    public DateOnly? Transcribed { get; set; }
    public DateOnly? Retrieved { get; set; }
    public TimeSpan? Duration { get; set; }
    public string? Language { get; set; }
    public string? Status { get; set; }
    public string? Summary { get; set; }
    public int? TranscriptId { get; set; }
    public int WordCount { get; set; }
    public int? MergedIntoId { get; set; }
    public DateTimeOffset AddedAt { get; set; }
    public DateTimeOffset ChangedAt { get; set; }
    public SourceRow? Transcript { get; set; }
    public List<SourceRow> Sources { get; } = [];
    public List<ClaimRow> Claims { get; } = [];
}

internal sealed class TalkSlugRow
{
    public required string Slug { get; set; }
    public int TalkId { get; set; }
}

internal sealed class OriginalRow
{
    public required string Sha256 { get; set; }
    public required byte[] Bytes { get; set; }
}

internal sealed class SourceRow
{
    public int Id { get; set; }
    public int TalkId { get; set; }
    public required string Key { get; set; }
    public required string Path { get; set; }
    public required string Sha256 { get; set; }
    public required string Format { get; set; }
    public int FormatRevision { get; set; }
    public bool IsFormatGiven { get; set; }
    public double Confidence { get; set; }
    public required string MatchReason { get; set; }
    public int LineCount { get; set; }
    public int BlankCount { get; set; }
    public int UsedCount { get; set; }
    public int ChromeCount { get; set; }
    public int UnrecognisedCount { get; set; }
    public int SegmentCount { get; set; }
    public int WordCount { get; set; }
    public bool IsTimed { get; set; }
    public bool IsLabelled { get; set; }
    public int ClaimCount { get; set; }
    public int? SketchSize { get; set; }
    public bool IsPaired { get; set; }
    public DateTimeOffset TakenInAt { get; set; }
    public required string Metadata { get; set; }
    public required string Diagnostics { get; set; }
    public required string Ledger { get; set; }
    public TalkRow Talk { get; set; } = null!;
    public OriginalRow Original { get; set; } = null!;
}

internal sealed class SourceVersionRow
{
    public int Id { get; set; }
    public int SourceId { get; set; }
    public required string Sha256 { get; set; }
    public required string Format { get; set; }
    public int FormatRevision { get; set; }
    public DateTimeOffset TakenInAt { get; set; }
    public DateTimeOffset ReplacedAt { get; set; }
    public SourceRow Source { get; set; } = null!;
    public OriginalRow Original { get; set; } = null!;
}

internal sealed class IngestFailureRow
{
    public required string Path { get; set; }
    public string? Sha256 { get; set; }
    public required string Message { get; set; }
    public DateTimeOffset FailedAt { get; set; }
}

internal sealed class ChapterRow
{
    public int Id { get; set; }
    public int SourceId { get; set; }
    public int N { get; set; }
    public required string Title { get; set; }
    public TimeSpan? Start { get; set; }
    public TimeSpan? End { get; set; }
    public string? Label { get; set; }
    public string? Summary { get; set; }
    public int? FirstSegment { get; set; }
    public int FirstLine { get; set; }
    public int LastLine { get; set; }
}

internal sealed class SpeakerRow
{
    public int Id { get; set; }
    public required string Key { get; set; }
    public required string Slug { get; set; }
    public required string Name { get; set; }
    public string? WrittenName { get; set; }
    public int? MergedIntoId { get; set; }
}

internal sealed class SpeakerAliasRow
{
    public required string Key { get; set; }
    public int SpeakerId { get; set; }
    public required string Name { get; set; }
    public required string Origin { get; set; }
    public SpeakerRow Speaker { get; set; } = null!;
}

internal sealed class TalkSpeakerRow
{
    public int SourceId { get; set; }
    public int SpeakerId { get; set; }
    public int TalkId { get; set; }
    public int Position { get; set; }
    public string? Role { get; set; }
    public int Turns { get; set; }
    public SpeakerRow Speaker { get; set; } = null!;
    public TalkRow Talk { get; set; } = null!;
}

internal sealed class TopicRow
{
    public int Id { get; set; }
    public required string Key { get; set; }
    public required string Slug { get; set; }
    public required string Name { get; set; }
}

internal sealed class TalkTopicRow
{
    public int SourceId { get; set; }
    public int TopicId { get; set; }
    public int TalkId { get; set; }
    public int Position { get; set; }
    public TopicRow Topic { get; set; } = null!;
    public TalkRow Talk { get; set; } = null!;
}

internal sealed class SegmentRow
{
    public int Id { get; set; }
    public int SourceId { get; set; }
    public int N { get; set; }
    public TimeSpan? Start { get; set; }
    public TimeSpan? End { get; set; }
    public int? Turn { get; set; }
    public int? SpeakerId { get; set; }
    public string? Speaker { get; set; }
    public string? Label { get; set; }
    public required string Text { get; set; }
    public string? Readings { get; set; }
    public int FirstLine { get; set; }
    public int LastLine { get; set; }
    public SourceRow Source { get; set; } = null!;
}
