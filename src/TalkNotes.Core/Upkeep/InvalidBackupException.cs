namespace TalkNotes.Core.Upkeep;

/// <summary>A file is no sound backup of a TalkNotes database.</summary>
public sealed class InvalidBackupException(string file, string fault)
    : Exception($"'{file}' is not a sound backup ({fault}); nothing was changed");
