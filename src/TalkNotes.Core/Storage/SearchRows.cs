namespace TalkNotes.Core.Storage;

// One class a plain table of Schema/0003_search.sql; the script says what each column means.

internal sealed class PassageRow
{
    public long Id { get; set; }
    public int TalkId { get; set; }
    public required string Kind { get; set; }
    public required string Origin { get; set; }
    public int? SourceId { get; set; }
    public int? FirstSegment { get; set; }
    public int? LastSegment { get; set; }
    public int StartInSegment { get; set; }
    public long? FirstPassage { get; set; }
    public long? LastPassage { get; set; }
    public string? Borders { get; set; }
    public int? SpeakerId { get; set; }
    public int? ClaimId { get; set; }
    public int? Chapter { get; set; }
    public required string Text { get; set; }
    public string? Readings { get; set; }
}

internal sealed class TermRow
{
    public required string Term { get; set; }
    public required string Sound { get; set; }
    public bool IsName { get; set; }
}
