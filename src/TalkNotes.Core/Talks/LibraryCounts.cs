namespace TalkNotes.Core.Talks;

/// <summary>What the library holds, in three numbers.</summary>
/// <param name="Talks">Talks.</param>
/// <param name="Words">Spoken words of all primary transcripts.</param>
/// <param name="Waiting">Claims without a verdict in force, of talks that have a transcript to check them against.</param>
public sealed record LibraryCounts(int Talks, long Words, int Waiting);
