namespace TalkNotes.Core.Storage;

/// <summary>One document that came in; the schema's script for arrivals says what each column means.</summary>
internal sealed class ArrivalRow
{
    public int Id { get; set; }
    public int SourceId { get; set; }
    public required string Path { get; set; }
    public required string Outcome { get; set; }
    public string? Who { get; set; }
    public string? Via { get; set; }
    public DateTimeOffset At { get; set; }
    public SourceRow Source { get; set; } = null!;
}
