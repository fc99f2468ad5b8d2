using TalkNotes.Core.Claims;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Talks;

namespace TalkNotes.Core.Export;

/// <summary>Takes talks out of the library, with every correction that pages show.</summary>
public sealed class TalkExport
{
    private static readonly string[] NotesFormats = [FormatIds.ClaimNotes, FormatIds.OwnNotes];

    private readonly TalkQueries _talks;
    private readonly SourceQueries _sources;
    private readonly ClaimQueries _claims;

    internal TalkExport(TalkQueries talks, SourceQueries sources, ClaimQueries claims)
    {
        _talks = talks;
        _sources = sources;
        _claims = claims;
    }

    /// <summary>One talk with its transcript, its claims and their verdicts.</summary>
    /// <param name="slug">Its address now.</param>
    /// <param name="ct">Stops the work.</param>
    /// <returns>Null when no talk has this address.</returns>
    public async Task<ExportedTalk?> FindAsync(string slug, CancellationToken ct)
    {
        if (await _talks.FindAsync(slug, ct) is not { } view)
        {
            return null;
        }

        var segments = await _talks.SegmentsAsync(slug, ct) ?? [];
        return new ExportedTalk(view.Talk, view.Chapters, [.. segments.Select(s => s with { Text = s.Corrected, Corrections = null })])
        {
            Stored = segments,
            Summary = view.Summary,
            Sources = view.Sources,
            Claims = await _claims.RecordsAsync(slug, ct),
            Notes = await NotesAsync(view, ct),
        };
    }

    /// <summary>The addresses of all talks, in order.</summary>
    public Task<IReadOnlyList<string>> SlugsAsync(CancellationToken ct) => _talks.SlugsAsync(new TalkFilter(), ct);

    /// <summary>The notes that a talk came with: a person's document before one of this program.</summary>
    private async Task<SourceText?> NotesAsync(TalkView view, CancellationToken ct)
    {
        var notes = view.Sources.Where(s => NotesFormats.Contains(s.Format)).OrderBy(s => Array.IndexOf(NotesFormats, s.Format)).ThenBy(s => s.N).FirstOrDefault();
        return notes is not null && await _sources.OriginalAsync(view.Talk.Slug, notes.N, ct) is { } original
            ? SourceText.FromBytes(notes.Path, original.Bytes)
            : null;
    }
}
