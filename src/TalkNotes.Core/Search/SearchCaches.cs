using Microsoft.Data.Sqlite;
using TalkNotes.Core.Search.Files;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Search;

/// <summary>What searches share between requests; each part is made anew when the library is in another state.</summary>
internal sealed class SearchCaches
{
    private readonly IndexFiles _files;
    private volatile LibraryFacts? _library;
    private volatile ClaimStatuses? _statuses;
    private volatile WordPlaces? _places;

    /// <summary>Nothing is known yet.</summary>
    /// <param name="indexFolder">Where files of the index lie; null for a library that has none.</param>
    public SearchCaches(string? indexFolder = null) => _files = new IndexFiles(indexFolder, Words);

    /// <summary>The facts of every passage.</summary>
    public PassageDirectory Passages { get; } = new();

    /// <summary>Words of texts.</summary>
    public TokenCache Words { get; } = new();

    /// <summary>Talks and people as <paramref name="db"/> sees them in that state.</summary>
    public LibraryFacts Library(TalkNotesDb db, SearchState state)
    {
        if (_library is not { } known || known.Revision != state.Talks)
        {
            _library = known = LibraryFacts.Read(db, state.Talks);
        }

        return known;
    }

    /// <summary>What counts of claims in that state.</summary>
    public ClaimStatuses Statuses(SqliteConnection connection, SearchState state)
    {
        if (_statuses is not { } known || known.Revision != state.Statuses)
        {
            _statuses = known = ClaimStatuses.Read(connection, state.Statuses, _statuses);
        }

        return known;
    }

    /// <summary>The files of the index in that state of the library; null when they do not answer.</summary>
    public FileIndex? Index(SqliteConnection connection, LibraryStamp stamp) => _files.In(connection, stamp);

    /// <summary>Asks files no more that turn out to be damaged; whether there were any.</summary>
    public bool DropDamagedFiles() => _files.DropDamaged();

    /// <summary>Where common words stand in that state of the library.</summary>
    public WordPlaces Places(LibraryStamp stamp)
    {
        if (_places is not { } known || known.Stamp != stamp)
        {
            _places = known = new WordPlaces(stamp);
        }

        return known;
    }
}
