namespace TalkNotes.Core.Quotes.Archive;

/// <summary>A transcript of an index.</summary>
internal sealed class IndexedTranscript(WordIndex index, TranscriptEntry entry) : IArchivedTranscript
{
    public int TalkId => entry.TalkId;

    public int SourceId => entry.SourceId;

    public SpokenPlace Place(int from, int to) => SpokenPlace.Of(this, index.ReadFirstWords(entry), entry.WordCount, from, to);
}
