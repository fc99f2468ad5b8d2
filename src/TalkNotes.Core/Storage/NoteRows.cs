namespace TalkNotes.Core.Storage;

// One class a table of the schema's script for notes; the script says what each column means.

internal sealed class NoteFileRow
{
    public int Id { get; set; }
    public required string Folder { get; set; }
    public required string Path { get; set; }
    public int TalkId { get; set; }
    public required byte[] Base { get; set; }
    public byte[]? Edited { get; set; }
    public DateTimeOffset SyncedAt { get; set; }
    public TalkRow Talk { get; set; } = null!;
}

internal sealed class NoteFolderRow
{
    public required string Folder { get; set; }
    public required string Site { get; set; }
}

internal sealed class NoteDecisionRow
{
    public int Id { get; set; }
    public int FileId { get; set; }
    public required string Kind { get; set; }
    public string? Before { get; set; }
    public string? After { get; set; }
    public string? Ours { get; set; }
    public required string Answer { get; set; }
    public required string Outcome { get; set; }
    public required string Curator { get; set; }
    public DateTimeOffset DecidedAt { get; set; }
}
