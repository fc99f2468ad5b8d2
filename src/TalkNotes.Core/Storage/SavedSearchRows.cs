namespace TalkNotes.Core.Storage;

// One class a table of the schema's script for saved searches; the script says what each column means.

internal sealed class SavedSearchRow
{
    public int Id { get; set; }
    public required string Slug { get; set; }
    public required string Name { get; set; }
    public required string Asked { get; set; }
    public required string Curator { get; set; }
    public DateTimeOffset SavedAt { get; set; }
    public List<SavedSearchActRow> Acts { get; } = [];
}

internal sealed class SavedSearchActRow
{
    public int Id { get; set; }
    public int SavedSearchId { get; set; }
    public required string Act { get; set; }
    public required string Curator { get; set; }
    public DateTimeOffset At { get; set; }
}
