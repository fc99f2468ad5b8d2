using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Search;

/// <summary>What searches share between requests.</summary>
internal sealed class SearchCaches
{
    private volatile LibraryFacts? _library;

    /// <summary>The facts of every passage.</summary>
    public PassageDirectory Passages { get; } = new();

    /// <summary>Talks and people as <paramref name="db"/> sees them now.</summary>
    public LibraryFacts Library(TalkNotesDb db)
    {
        var stamp = LibraryStamp.Of(db);
        if (_library is not { } known || known.Stamp != stamp)
        {
            _library = known = LibraryFacts.Read(db, stamp);
        }

        return known;
    }
}
