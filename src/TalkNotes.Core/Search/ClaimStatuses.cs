using System.Collections.Immutable;
using Microsoft.Data.Sqlite;

namespace TalkNotes.Core.Search;

/// <summary>
/// What counts today of every claim, in memory by its id: one byte each. A verdict changes one of a hundred thousand, so only
/// what changed since is read again.
/// </summary>
internal sealed class ClaimStatuses
{
    private const string Unverified = "unverified";
    private const byte IsSuspendedBit = 0x80;

    private readonly byte[] _codes;

    private ClaimStatuses(long revision, byte[] codes) => (Revision, _codes) = (revision, codes);

    /// <summary>The statuses, by their codes.</summary>
    public static ImmutableArray<string> Words { get; } = [Unverified, "verified", "partly", "refuted", "not-said"];

    /// <summary>The state of the library that these are of.</summary>
    public long Revision { get; }

    /// <summary>The status of a claim.</summary>
    public string Of(int claim) => Words[CodeOf(claim)];

    /// <summary>The status of a claim by its place in <see cref="Words"/>.</summary>
    public int CodeOf(int claim) => claim < _codes.Length ? _codes[claim] & ~IsSuspendedBit : 0;

    /// <summary>Whether the verdict of a claim does not count until a person has looked at it again.</summary>
    public bool IsSuspended(int claim) => claim < _codes.Length && (_codes[claim] & IsSuspendedBit) != 0;

    /// <summary>The statuses as <paramref name="connection"/> sees them.</summary>
    /// <param name="connection">In the state of that revision.</param>
    /// <param name="revision">Counted by the schema's triggers.</param>
    /// <param name="known">Those of another state, or null.</param>
    public static ClaimStatuses Read(SqliteConnection connection, long revision, ClaimStatuses? known)
    {
        var before = known is not null && known.Revision <= revision ? known : null; // an older database may have been put in its place
        var changed = new List<(int Claim, byte Code)>();
        using (var row = new Statement(connection, "SELECT claim_id, counts, recheck IS NOT NULL FROM claim_states WHERE changed > 0 AND changed > ?1"u8))
        {
            row.Start((int)(before?.Revision ?? 0));
            while (row.Next())
            {
                changed.Add((row.Int(0), (byte)(Words.IndexOf(row.Text(1)) | (row.Int(2) != 0 ? IsSuspendedBit : 0))));
            }
        }

        var codes = new byte[Math.Max(before?._codes.Length ?? 0, changed.Count == 0 ? 0 : changed.Max(c => c.Claim) + 1)];
        before?._codes.CopyTo(codes, 0);
        changed.ForEach(c => codes[c.Claim] = c.Code);
        return new ClaimStatuses(revision, codes);
    }
}
