using System.Collections.Immutable;

namespace TalkNotes.Core.Ingest;

/// <summary>What a run over files and folders did.</summary>
/// <param name="Documents">One report a document, in the order they were taken.</param>
public sealed record IngestReport(ImmutableArray<DocumentReport> Documents)
{
    /// <summary>Number of documents with one outcome.</summary>
    public int Count(IngestOutcome outcome) => Documents.Count(d => d.Outcome == outcome);

    /// <summary>Whether every document was taken in.</summary>
    /// <param name="strict">Whether a document with lines that were not understood counts as falling short.</param>
    public bool IsComplete(bool strict) =>
        !Documents.Any(d => d.Outcome == IngestOutcome.Failed || (strict && d.Lines is { Unrecognised: > 0 }));
}

/// <summary>How far a run has come.</summary>
/// <param name="Done">Documents dealt with.</param>
/// <param name="Total">Documents found.</param>
/// <param name="Last">The one that was just dealt with.</param>
public sealed record IngestProgress(int Done, int Total, DocumentReport Last);
