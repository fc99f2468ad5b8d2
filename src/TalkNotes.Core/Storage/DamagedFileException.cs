namespace TalkNotes.Core.Storage;

/// <summary>A derived file is not what was written. Whoever meets this works it out anew.</summary>
internal sealed class DamagedFileException(string message) : Exception(message);
