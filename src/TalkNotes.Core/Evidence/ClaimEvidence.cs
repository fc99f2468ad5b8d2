using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Evidence;

/// <summary>
/// Evidence for the claims in the library. A talk's claims are ranked together, in the order of its notes. What was found is kept
/// until the transcript or the claims change: in the database once its claims were checked, and of the last talks in memory.
/// </summary>
public sealed class ClaimEvidence
{
    private readonly IDbContextFactory<TalkNotesDb> _databases;
    private const int MostTalks = 32; // some megabytes; what was asked for first goes first

    private readonly ConcurrentDictionary<int, Ranked> _talks = new();
    private readonly ConcurrentQueue<int> _asked = new();

    internal ClaimEvidence(IDbContextFactory<TalkNotesDb> databases) => _databases = databases;

    /// <summary>Evidence for one claim.</summary>
    /// <param name="claimId">The claim's public id.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null when there is no such claim; no passages and <c>not-found</c> when its talk has no transcript here (see <see cref="HasTranscriptAsync"/>).</returns>
    public async Task<EvidenceResult?> ForClaimAsync(string claimId, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        var talk = await db.Claims.Where(c => c.PublicId == claimId).Select(c => (int?)c.TalkId).SingleOrDefaultAsync(ct);
        return talk is null ? null : (await ForTalkAsync(db, talk.Value, ct)).Results.GetValueOrDefault(claimId);
    }

    /// <summary>Evidence for all claims of a talk, by the claims' public ids, withdrawn ones included; empty for an unknown slug.</summary>
    /// <param name="slug">The talk's slug.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyDictionary<string, EvidenceResult>> ForTalkAsync(string slug, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        var talk = await db.Talks.Where(t => t.Slug == slug).Select(t => (int?)t.Id).SingleOrDefaultAsync(ct);
        return talk is null ? new Dictionary<string, EvidenceResult>(StringComparer.Ordinal) : (await ForTalkAsync(db, talk.Value, ct)).Results;
    }

    /// <summary>Whether the talk of a claim has a transcript here; without one nothing can be looked up, which is not the same as not found.</summary>
    /// <param name="claimId">The claim's public id.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<bool> HasTranscriptAsync(string claimId, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        return await db.Claims.AnyAsync(c => c.PublicId == claimId && c.Talk.TranscriptId != null, ct);
    }

    /// <summary>Evidence for all claims of a talk, kept in the database from now on, in the caller's transaction.</summary>
    internal async Task<IReadOnlyDictionary<string, EvidenceResult>> KeepAsync(TalkNotesDb db, int talk, CancellationToken ct)
    {
        var ranked = await ForTalkAsync(db, talk, ct);
        await KeptEvidence.WriteAsync(db, talk, ranked.Version, ranked.Results.Values, ct);
        return ranked.Results;
    }

    private async Task<Ranked> ForTalkAsync(TalkNotesDb db, int talk, CancellationToken ct)
    {
        var claims = await db.Claims.Where(c => c.TalkId == talk).OrderBy(c => c.WithdrawnAt != null).ThenBy(c => c.Position).ThenBy(c => c.Id)
            .Select(c => new ClaimText(c.PublicId, c.Text)).ToListAsync(ct);
        var transcript = await db.Talks.Where(t => t.Id == talk).Select(t => t.Transcript)
            .Select(s => s == null ? null : new { s.Id, s.Sha256, s.FormatRevision, s.Talk.ChangedAt }).SingleOrDefaultAsync(ct);
        var header = await HeaderAsync(db, talk, ct);
        var version = VersionOf(
            [EvidenceRanker.Revision, transcript?.Id, transcript?.Sha256, transcript?.FormatRevision, transcript?.ChangedAt.ToUnixTimeMilliseconds(), header.Date?.DayNumber, .. header.Texts, .. claims.SelectMany(c => new[] { c.Id, c.Text })]);
        if (_talks.TryGetValue(talk, out var known) && known.Version == version)
        {
            return known;
        }

        if (await KeptEvidence.ReadAsync(db, talk, version, ct) is { } kept)
        {
            return Remember(talk, version, kept);
        }

        List<(Segment Segment, IReadOnlyList<Reading> Readings)> segments = transcript is null ? [] : await SegmentsAsync(db, transcript.Id, ct);
        var index = TranscriptIndex.Of(segments.ConvertAll(s => s.Readings.Count == 0 ? s.Segment : s.Segment with { Text = Readings.Corrected(s.Segment.Text, s.Readings) }));
        return Remember(talk, version, AsWritten.Of(EvidenceRanker.Rank(index, claims, header), segments.ConvertAll(s => (s.Segment.Text, s.Readings))));
    }

    private Ranked Remember(int talk, string version, IEnumerable<EvidenceResult> results)
    {
        var ranked = new Ranked(version, results.ToDictionary(r => r.Id, StringComparer.Ordinal));
        if (!_talks.TryAdd(talk, ranked))
        {
            _talks[talk] = ranked;
            return ranked;
        }

        _asked.Enqueue(talk);
        while (_asked.Count > MostTalks && _asked.TryDequeue(out var first))
        {
            _talks.TryRemove(first, out _);
        }

        return ranked;
    }

    /// <summary>One number for all that a ranking goes by.</summary>
    private static string VersionOf(IEnumerable<object?> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F', parts.Select(p => Convert.ToString(p, CultureInfo.InvariantCulture))))));

    private static async Task<TalkHeader> HeaderAsync(TalkNotesDb db, int talk, CancellationToken ct)
    {
        var row = await db.Talks.Where(t => t.Id == talk).Select(t => new { t.Title, t.Show, t.Published, t.Transcribed, t.Retrieved }).SingleAsync(ct);
        var names = await db.TalkSpeakers.Where(s => s.TalkId == talk).Select(s => s.Speaker.Name).Distinct().ToListAsync(ct);
        string?[] titles = [row.Title, row.Show];
        return new TalkHeader([.. titles.OfType<string>(), .. names.Order(StringComparer.Ordinal)], row.Published ?? row.Transcribed ?? row.Retrieved);
    }

    private static async Task<List<(Segment Segment, IReadOnlyList<Reading> Readings)>> SegmentsAsync(TalkNotesDb db, int source, CancellationToken ct) =>
        (await db.Set<SegmentRow>().Where(s => s.SourceId == source).OrderBy(s => s.N).AsNoTracking().ToListAsync(ct)).ConvertAll(s => (
            new Segment
            {
                Start = s.Start,
                End = s.End,
                Turn = s.Turn,
                Speaker = s.Speaker,
                Text = s.Text,
                Lines = new LineSpan(s.FirstLine, s.LastLine),
            },
            Readings.Parse(s.Readings)));

    private sealed record Ranked(string Version, IReadOnlyDictionary<string, EvidenceResult> Results);
}
