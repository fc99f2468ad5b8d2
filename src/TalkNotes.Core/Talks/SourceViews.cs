using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Talks;

/// <summary>A source with the owner of each of its lines, like a blame view.</summary>
public sealed record SourceView
{
    /// <summary>Slug of the talk.</summary>
    public required string Talk { get; init; }

    /// <summary>Title of the talk, or null.</summary>
    public string? Title { get; init; }

    /// <summary>The source in brief.</summary>
    public required SourceRef Source { get; init; }

    /// <summary>Revision of the format that read it.</summary>
    public required int Revision { get; init; }

    /// <summary>How sure the choice of the format was: fallback 0.1, likely 0.6, certain 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Why this format was chosen, in words.</summary>
    public required string MatchReason { get; init; }

    /// <summary>Encoding of the bytes.</summary>
    public required string Encoding { get; init; }

    /// <summary>Size in bytes.</summary>
    public required int Bytes { get; init; }

    /// <summary>Lines by what became of them.</summary>
    public required LineTotals Totals { get; init; }

    /// <summary>Every line, the first first.</summary>
    public required IReadOnlyList<SourceLine> Lines { get; init; }

    /// <summary>What a person should know.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    /// <summary>Every field that it states.</summary>
    public required IReadOnlyList<MetadataField> Fields { get; init; }

    /// <summary>Who brought it, and each later version, newest first.</summary>
    public required IReadOnlyList<ArrivalView> Arrivals { get; init; }

    /// <summary>Earlier bytes of this file, newest first.</summary>
    public required IReadOnlyList<SourceVersion> Versions { get; init; }
}

/// <summary>Lines by what became of them; they add up to the lines of the file.</summary>
/// <param name="Used">Became part of the talk.</param>
/// <param name="Chrome">Recognised furniture.</param>
/// <param name="Blank">White space only.</param>
/// <param name="Unrecognised">No rule understood them.</param>
public sealed record LineTotals(int Used, int Chrome, int Blank, int Unrecognised);

/// <summary>One line of a source.</summary>
/// <param name="N">Number, from 1.</param>
/// <param name="Text">As decoded, without its line end.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Owner">The block or rule that owns it; empty when nothing does.</param>
public readonly record struct SourceLine(int N, string Text, LineKind Kind, string Owner);

/// <summary>Earlier bytes of an edited file.</summary>
/// <param name="Sha256">Fingerprint.</param>
/// <param name="TakenInAt">When they were taken in.</param>
/// <param name="ReplacedAt">When the edited file replaced them.</param>
public sealed record SourceVersion(string Sha256, DateTimeOffset TakenInAt, DateTimeOffset ReplacedAt);

/// <summary>The bytes of a source as they came in.</summary>
/// <param name="FileName">Last part of its path.</param>
/// <param name="Bytes">The file.</param>
public sealed record OriginalFile(string FileName, byte[] Bytes);
