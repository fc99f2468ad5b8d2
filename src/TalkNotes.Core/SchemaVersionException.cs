namespace TalkNotes.Core;

/// <summary>The database was written by a newer version of the program.</summary>
public sealed class SchemaVersionException(int found, int known)
    : Exception($"the database has schema version {found}, this program knows {known}; use a newer program, or another data folder");
