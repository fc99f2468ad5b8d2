using System.Collections.Immutable;
using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Ingest;

/// <summary>What became of one document.</summary>
public enum IngestOutcome
{
    /// <summary>Taken in for the first time.</summary>
    Added,

    /// <summary>Known under this path, with other bytes; what changed was updated.</summary>
    Updated,

    /// <summary>The same bytes, read again by a newer or another format.</summary>
    Reread,

    /// <summary>Known bytes under a new path; only the path was updated.</summary>
    Moved,

    /// <summary>Known; nothing was written.</summary>
    Unchanged,

    /// <summary>The same bytes lie under another path too; nothing was written.</summary>
    Duplicate,

    /// <summary>Not a document; nothing was written.</summary>
    Skipped,

    /// <summary>Could not be taken in; nothing of it is in the library but this report.</summary>
    Failed,
}

/// <summary>What was done with one document and what it brought.</summary>
public sealed record DocumentReport
{
    /// <summary>Relative to the folder given, with <c>/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>What became of it.</summary>
    public required IngestOutcome Outcome { get; init; }

    /// <summary>Why it failed or was skipped, where it moved from or what it is the same as; else null.</summary>
    public string? Message { get; init; }

    /// <summary>Id of the format; null where none was chosen.</summary>
    public string? Format { get; init; }

    /// <summary>Slug of its talk; null where there is none.</summary>
    public string? Talk { get; init; }

    /// <summary>Title of its talk; null where no source states one.</summary>
    public string? Title { get; init; }

    /// <summary>What became of the lines; null where it was not read.</summary>
    public LineCounts? Lines { get; init; }

    /// <summary>Segments of transcript.</summary>
    public int Segments { get; init; }

    /// <summary>People it names.</summary>
    public int Speakers { get; init; }

    /// <summary>Its claims; null where it was not read.</summary>
    public ClaimCounts? Claims { get; init; }

    /// <summary>What the person should know.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];
}

/// <summary>Lines by what became of them; <c>Total = Blank + Used + Chrome + Unrecognised</c>.</summary>
/// <param name="Total">All lines.</param>
/// <param name="Blank">White space only.</param>
/// <param name="Used">Became part of the document.</param>
/// <param name="Chrome">Recognised furniture.</param>
/// <param name="Unrecognised">No rule understood them.</param>
public sealed record LineCounts(int Total, int Blank, int Used, int Chrome, int Unrecognised)
{
    internal static LineCounts Of(LineLedger ledger) => new(
        ledger.Total, ledger.Count(LineKind.Blank), ledger.Count(LineKind.Used), ledger.Count(LineKind.Chrome), ledger.Count(LineKind.Unrecognised));
}

/// <summary>Claims of one document after it was taken in.</summary>
/// <param name="New">Not made by any source of the talk before.</param>
/// <param name="Kept">Known; they keep their id and verdicts.</param>
/// <param name="Withdrawn">Made by this source before, and by no source any more.</param>
public sealed record ClaimCounts(int New, int Kept, int Withdrawn);
