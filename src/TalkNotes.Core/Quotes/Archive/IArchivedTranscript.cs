namespace TalkNotes.Core.Quotes.Archive;

/// <summary>A transcript of the archive, in memory or in the index.</summary>
internal interface IArchivedTranscript
{
    /// <summary>The talk.</summary>
    int TalkId { get; }

    /// <summary>The source that holds it.</summary>
    int SourceId { get; }

    /// <summary>The segments that hold the words <paramref name="from"/> to <paramref name="to"/>, which may lie outside.</summary>
    SpokenPlace Place(int from, int to);
}
