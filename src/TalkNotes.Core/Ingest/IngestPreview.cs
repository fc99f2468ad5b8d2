using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Ingest;

/// <summary>What taking a document in would do, before anything is written.</summary>
public sealed record IngestPreview
{
    /// <summary>What was understood, or why nothing was.</summary>
    public required ParseResult Result { get; init; }

    /// <summary>The source that holds exactly these bytes already; null when they are new.</summary>
    public string? SameBytesAs { get; init; }

    /// <summary>The talk that this document would join, or that already has it; null when it would found a new one.</summary>
    public PreviewTalk? Talk { get; init; }
}

/// <summary>A talk that is already here.</summary>
/// <param name="Slug">Its address.</param>
/// <param name="Title">Its title, or null.</param>
public sealed record PreviewTalk(string Slug, string? Title);

/// <summary>Looks at documents without taking them in.</summary>
public sealed class IngestPreviewer
{
    private readonly IDbContextFactory<TalkNotesDb> _databases;

    internal IngestPreviewer(IDbContextFactory<TalkNotesDb> databases) => _databases = databases;

    /// <summary>Parses a document and looks whether its talk or its bytes are here.</summary>
    /// <param name="source">The document.</param>
    /// <param name="formatId">A format to use, or null to let the content decide.</param>
    /// <param name="ct">Stops the look-up.</param>
    public async Task<IngestPreview> PreviewAsync(SourceText source, string? formatId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(source);
        var result = SourceFormats.Parse(source, formatId ?? SourceFormats.NamedBy(source.Path));
        await using var db = await _databases.CreateDbContextAsync(ct);
        var same = await db.Sources.Where(s => s.Sha256 == source.Sha256).OrderBy(s => s.Id)
            .Select(s => new { s.Path, s.Talk.Slug, s.Talk.Title }).FirstOrDefaultAsync(ct);
        if (same is not null)
        {
            return new IngestPreview { Result = result, SameBytesAs = same.Path, Talk = new PreviewTalk(same.Slug, same.Title) };
        }

        if (result is not ParseResult.Parsed { Source: var parsed })
        {
            return new IngestPreview { Result = result };
        }

        var key = await new SideFiles(db).KeyAsync(parsed, ct);
        var talk = await db.Sources.Where(s => s.Key == key).OrderBy(s => s.TalkId)
            .Select(s => new PreviewTalk(s.Talk.Slug, s.Talk.Title)).FirstOrDefaultAsync(ct);
        return new IngestPreview { Result = result, Talk = talk };
    }
}
