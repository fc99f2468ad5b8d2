namespace TalkNotes.Core.Storage;

// One class a table of Schema/0005_corrections.sql; the script says what each column means.

internal sealed class CorrectionRow
{
    public int Id { get; set; }
    public required string Kind { get; set; }
    public int? TalkId { get; set; }
    public int? OtherTalkId { get; set; }
    public int? SpeakerId { get; set; }
    public int? OtherSpeakerId { get; set; }
    public required string Detail { get; set; }
    public int? UndoesId { get; set; }
    public required string Curator { get; set; }
    public DateTimeOffset GivenAt { get; set; }
}

internal sealed class CorrectionPlaceRow
{
    public int CorrectionId { get; set; }
    public int TalkId { get; set; }
    public int Places { get; set; }
}

internal sealed class SketchRow
{
    public int SourceId { get; set; }
    public long Hash { get; set; }
}

/// <summary>Two transcripts that share runs of words; the lower id is the other one.</summary>
internal sealed class SketchPairRow
{
    public int SourceId { get; set; }
    public int OtherId { get; set; }
    public int Shared { get; set; }
}
