using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using TalkNotes.Core.Search.Files;

namespace TalkNotes.Core.Search;

/// <summary>
/// The facts of every passage, in memory by id, so that a search over many hits counts and filters without reading
/// rows. Ids are never used twice and passages never change, so it only ever has to read what is new.
/// </summary>
internal sealed class PassageDirectory
{
    private readonly Lock _growing = new();
    private PassageFacts[] _facts = [];
    private int _last;
    private PassageMap? _map;

    /// <summary>Words of <c>origin</c>, by <see cref="PassageFacts.Origin"/>.</summary>
    public static ImmutableArray<string> Origins { get; } = ["spoken", "publisher", "ai", "person"];

    /// <summary>The facts, up to the newest passage of a state of the library.</summary>
    public PassageMap Read(SqliteConnection connection, LibraryStamp stamp, FileIndex? files = null)
    {
        lock (_growing)
        {
            if (stamp.NewestPassage < _last)
            {
                (_facts, _last, _map) = ([], 0, null); // another database: an older one was put in its place
            }

            if (stamp.NewestPassage > _last || _facts.Length == 0)
            {
                Grow(connection, stamp.NewestPassage, files);
            }

            return _map is { } known && known.Newest == stamp.NewestPassage && known.Facts == _facts ? known : _map = new PassageMap(_facts, stamp.NewestPassage, _map);
        }
    }

    private void Grow(SqliteConnection connection, int newest, FileIndex? files)
    {
        if (newest >= _facts.Length)
        {
            var larger = new PassageFacts[Math.Max(newest + 1, _facts.Length * 3L / 2)];
            _facts.CopyTo(larger, 0);
            _facts = larger;
        }

        foreach (var file in files?.Files ?? [])
        {
            if (file.FirstId <= _last + 1 && file.LastId > _last)
            {
                file.ReadFacts(_facts.AsSpan(file.FirstId));
                _last = file.LastId;
            }
        }

        using var row = new Statement(connection, "SELECT id, kind, origin, talk_id, speaker_id, claim_id, first_passage, last_passage FROM passages WHERE id > ?1 AND id <= ?2"u8);
        row.Start(_last, newest);
        while (row.Next())
        {
            _facts[row.Int(0)] = FactsOf(row);
        }

        _last = newest;
    }

    /// <summary>The facts in a row of id, kind, origin, talk, speaker, claim, first and last passage.</summary>
    public static PassageFacts FactsOf(Statement row) => new()
    {
        Kind = row.Text(1) switch
        {
            PassageKind.Segment => FactKind.Segment,
            PassageKind.Bridge => FactKind.Bridge,
            PassageKind.Claim => FactKind.Claim,
            _ => FactKind.Talk,
        },
        Origin = (byte)Math.Max(0, Origins.IndexOf(row.Text(2))),
        TalkId = row.Int(3),
        SpeakerId = row.Int(4),
        ClaimId = row.Int(5),
        Back = (ushort)(row.IntOrNull(6) is { } first ? row.Int(0) - first : 0),
        Ahead = (ushort)(row.IntOrNull(7) is { } last ? last - row.Int(0) : 0),
    };
}
