using TalkNotes.Core.Talks;

namespace TalkNotes.Core.Export;

/// <summary>Takes talks out of the library, with every correction that pages show.</summary>
public sealed class TalkExport
{
    private readonly TalkQueries _talks;

    internal TalkExport(TalkQueries talks) => _talks = talks;

    /// <summary>One talk with its transcript.</summary>
    /// <param name="slug">Its address now.</param>
    /// <param name="ct">Stops the work.</param>
    /// <returns>Null when no talk has this address, or when it has no transcript.</returns>
    public async Task<ExportedTalk?> FindAsync(string slug, CancellationToken ct) =>
        await _talks.TranscriptAsync(slug, ct) is { } view ? new ExportedTalk(view.Talk, view.Chapters, [.. view.Segments.Select(s => s with { Text = s.Corrected })]) : null;

    /// <summary>The addresses of all talks that have a transcript, in the order of their addresses.</summary>
    public async Task<IReadOnlyList<string>> SlugsAsync(CancellationToken ct)
    {
        var slugs = new List<string>();
        for (var page = 1; ; page++)
        {
            var list = await _talks.ListAsync(new TalkFilter { HasTranscript = true, Page = page, PageSize = 100 }, ct);
            slugs.AddRange(list.Talks.Select(t => t.Slug));
            if (list.Talks.Count == 0 || slugs.Count >= list.Total)
            {
                return [.. slugs.Order(StringComparer.Ordinal)];
            }
        }
    }
}
