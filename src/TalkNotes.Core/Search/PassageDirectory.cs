using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Search;

/// <summary>
/// The facts of every passage, in memory by id, so that a search over many hits counts and filters without reading
/// rows. Ids are never used twice and passages never change, so it only ever has to read what is new.
/// </summary>
internal sealed class PassageDirectory
{
    private readonly Lock _growing = new();
    private PassageFacts[] _facts = [];
    private long _last;

    /// <summary>Words of <c>origin</c>, by <see cref="PassageFacts.Origin"/>.</summary>
    public static ImmutableArray<string> Origins { get; } = ["spoken", "publisher", "ai", "person"];

    /// <summary>The facts by passage id, up to the newest passage that <paramref name="db"/> sees.</summary>
    public PassageFacts[] Read(TalkNotesDb db)
    {
        var newest = db.Passages.Max(p => (long?)p.Id) ?? 0;
        lock (_growing)
        {
            if (newest < _last)
            {
                (_facts, _last) = ([], 0); // another database: an older one was put in its place
            }

            if (newest > _last)
            {
                Grow(db, newest);
            }

            return _facts;
        }
    }

    private void Grow(TalkNotesDb db, long newest)
    {
        if (newest >= _facts.Length)
        {
            var larger = new PassageFacts[Math.Max(newest + 1, _facts.Length * 3L / 2)];
            _facts.CopyTo(larger, 0);
            _facts = larger;
        }

        var rows = db.Passages.AsNoTracking().Where(p => p.Id > _last && p.Id <= newest)
            .Select(p => new { p.Id, p.Kind, p.Origin, p.TalkId, p.SpeakerId, p.ClaimId, p.FirstPassage, p.LastPassage });
        foreach (var row in rows)
        {
            _facts[row.Id] = new PassageFacts
            {
                Kind = row.Kind switch
                {
                    PassageKind.Segment => FactKind.Segment,
                    PassageKind.Bridge => FactKind.Bridge,
                    PassageKind.Claim => FactKind.Claim,
                    _ => FactKind.Talk,
                },
                Origin = (byte)Math.Max(0, Origins.IndexOf(row.Origin)),
                TalkId = row.TalkId,
                SpeakerId = row.SpeakerId ?? 0,
                ClaimId = row.ClaimId ?? 0,
                Back = (ushort)(row.Id - row.FirstPassage ?? 0),
                Ahead = (ushort)(row.LastPassage - row.Id ?? 0),
            };
        }

        _last = newest;
    }
}
