using System.Collections.Immutable;
using Microsoft.Data.Sqlite;

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

    /// <summary>Words of <c>origin</c>, by <see cref="PassageFacts.Origin"/>.</summary>
    public static ImmutableArray<string> Origins { get; } = ["spoken", "publisher", "ai", "person"];

    /// <summary>The facts by passage id, up to the newest passage of a state of the library.</summary>
    public PassageFacts[] Read(SqliteConnection connection, LibraryStamp stamp)
    {
        lock (_growing)
        {
            if (stamp.NewestPassage < _last)
            {
                (_facts, _last) = ([], 0); // another database: an older one was put in its place
            }

            if (stamp.NewestPassage > _last || _facts.Length == 0)
            {
                Grow(connection, stamp.NewestPassage);
            }

            return _facts;
        }
    }

    private void Grow(SqliteConnection connection, int newest)
    {
        if (newest >= _facts.Length)
        {
            var larger = new PassageFacts[Math.Max(newest + 1, _facts.Length * 3L / 2)];
            _facts.CopyTo(larger, 0);
            _facts = larger;
        }

        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, kind, origin, talk_id, speaker_id, claim_id, first_passage, last_passage FROM passages WHERE id > $last AND id <= $newest";
        command.Parameters.AddWithValue("$last", _last);
        command.Parameters.AddWithValue("$newest", newest);
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            var id = row.GetInt32(0);
            _facts[id] = new PassageFacts
            {
                Kind = row.GetString(1) switch
                {
                    PassageKind.Segment => FactKind.Segment,
                    PassageKind.Bridge => FactKind.Bridge,
                    PassageKind.Claim => FactKind.Claim,
                    _ => FactKind.Talk,
                },
                Origin = (byte)Math.Max(0, Origins.IndexOf(row.GetString(2))),
                TalkId = row.GetInt32(3),
                SpeakerId = row.IsDBNull(4) ? 0 : row.GetInt32(4),
                ClaimId = row.IsDBNull(5) ? 0 : row.GetInt32(5),
                Back = (ushort)(row.IsDBNull(6) ? 0 : id - row.GetInt32(6)),
                Ahead = (ushort)(row.IsDBNull(7) ? 0 : row.GetInt32(7) - id),
            };
        }

        _last = newest;
    }
}
