using System.Collections.Immutable;
using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats;

/// <summary>What was understood of one source, in the shape of the contract's <c>inspect --json</c>. Times are integer milliseconds, lines 1-based and inclusive; null means that the source does not say.</summary>
/// <param name="Format">Id of the format.</param>
/// <param name="Confidence">0, 0.1, 0.6 or 1.</param>
/// <param name="Reason">Why that format was chosen, in words.</param>
/// <param name="Source">The file.</param>
/// <param name="Talk">What the source says about its talk.</param>
/// <param name="Chapters">Titled ranges.</param>
/// <param name="Segments">The transcript in reading order.</param>
/// <param name="Claims">Claims and quotes in document order.</param>
/// <param name="Lines">What became of the lines.</param>
/// <param name="Diagnostics">What a person should know.</param>
public sealed record InspectReport(
    string Format,
    double Confidence,
    string Reason,
    InspectReport.SourceFile Source,
    InspectReport.TalkFacts Talk,
    ImmutableArray<InspectReport.ChapterRow> Chapters,
    ImmutableArray<InspectReport.SegmentRow> Segments,
    ImmutableArray<InspectReport.ClaimRow> Claims,
    InspectReport.LineCounts Lines,
    ImmutableArray<InspectReport.DiagnosticRow> Diagnostics)
{
    /// <summary>Reports a parsed source.</summary>
    public static InspectReport Of(ParsedSource parsed)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        var (source, document, ledger) = (parsed.Source, parsed.Document, parsed.Ledger);
        return new InspectReport(
            parsed.Format.Id,
            parsed.Match.Confidence,
            parsed.Match.Reason,
            new SourceFile(source.Path, source.Sha256, source.Lines.Length),
            TalkFacts.Of(document.Metadata),
            [.. document.Chapters.Select(c => new ChapterRow(c.Title, Ms(c.Start), Ms(c.End), c.Label, c.Summary, Pair(c.Lines)))],
            [.. document.Segments.Select((s, n) => new SegmentRow(n, Ms(s.Start), Ms(s.End), s.Turn, s.Speaker, s.Text, Pair(s.Lines)))],
            [.. document.Claims.Select((c, n) => new ClaimRow(n, c.Kind.Word(), c.Section, c.Text, c.Marker, c.AttributedTo, Pair(c.Lines), [.. c.AlsoLines.Select(Pair)]))],
            LineCounts.Of(ledger),
            [.. document.Diagnostics.Select(d => new DiagnosticRow(d.Severity.ToString().ToLowerInvariant(), d.Code, d.Message, d.Line))]);
    }

    private static long? Ms(TimeSpan? time) => (long?)time?.TotalMilliseconds;

    private static int[] Pair(LineSpan lines) => [lines.First, lines.Last];

    /// <summary>The file.</summary>
    /// <param name="Path">Relative to the folder given, with <c>/</c>.</param>
    /// <param name="Sha256">Of its bytes, lower-case hexadecimal.</param>
    /// <param name="Lines">Number of lines.</param>
    public sealed record SourceFile(string Path, string Sha256, int Lines);

    /// <summary>What the source says about its talk; see <see cref="TalkMetadata"/>.</summary>
    public sealed record TalkFacts(
        string? Title,
        string? Url,
        string? VideoId,
        string? Show,
        DateOnly? Published,
        DateOnly? Transcribed,
        DateOnly? Retrieved,
        long? DurationMs,
        string? Language,
        string? Status,
        ImmutableArray<string> Hosts,
        ImmutableArray<string> Guests,
        ImmutableArray<DocumentSpeaker> Speakers,
        ImmutableArray<string> Topics,
        string? Summary,
        ImmutableArray<FieldRow> Fields)
    {
        internal static TalkFacts Of(TalkMetadata talk) => new(
            talk.Title,
            talk.Url,
            talk.VideoId,
            talk.Show,
            talk.Published,
            talk.Transcribed,
            talk.Retrieved,
            Ms(talk.Duration),
            talk.Language,
            talk.Status,
            talk.Hosts,
            talk.Guests,
            talk.Speakers,
            talk.Topics,
            talk.Summary,
            [.. talk.Fields.Select(f => new FieldRow(f.Key, f.Value, f.Doubt, Pair(f.Lines)))]);
    }

    /// <summary>One stated field, raw, with the doubt that kept it from being used.</summary>
    public sealed record FieldRow(string Key, string Value, string? Doubt, int[] Lines);

    /// <summary>See <see cref="Chapter"/>.</summary>
    public sealed record ChapterRow(string Title, long? StartMs, long? EndMs, string? Label, string? Summary, int[] Lines);

    /// <summary>See <see cref="Segment"/>.</summary>
    /// <param name="N">Number from 0 in reading order.</param>
    /// <param name="StartMs">Stated start.</param>
    /// <param name="EndMs">Stated end, exclusive.</param>
    /// <param name="Turn">Turn from 0, null where the source marks none.</param>
    /// <param name="Speaker">Label of the turn as written.</param>
    /// <param name="Text">The words.</param>
    /// <param name="Lines">Where they stand.</param>
    public sealed record SegmentRow(int N, long? StartMs, long? EndMs, int? Turn, string? Speaker, string Text, int[] Lines);

    /// <summary>See <see cref="SourceClaim"/>.</summary>
    /// <param name="N">Number from 0 in document order.</param>
    /// <param name="Kind"><c>claim</c>, <c>key-point</c>, <c>summary</c> or <c>quote</c>.</param>
    /// <param name="Section">Nearest heading or key.</param>
    /// <param name="Text">The claim.</param>
    /// <param name="Marker">The source's own marker.</param>
    /// <param name="AttributedTo">To whom the source attributes the words.</param>
    /// <param name="Lines">The first place.</param>
    /// <param name="AlsoLines">The other places.</param>
    public sealed record ClaimRow(int N, string Kind, string? Section, string Text, string? Marker, string? AttributedTo, int[] Lines, ImmutableArray<int[]> AlsoLines);

    /// <summary>What became of the lines; <c>Total = Blank + Used + Chrome + Unrecognised</c>.</summary>
    public sealed record LineCounts(int Total, int Blank, int Used, int Chrome, int Unrecognised, ImmutableArray<int[]> UnrecognisedLines)
    {
        internal static LineCounts Of(LineLedger ledger) => new(
            ledger.Total,
            ledger.Count(LineKind.Blank),
            ledger.Count(LineKind.Used),
            ledger.Count(LineKind.Chrome),
            ledger.Count(LineKind.Unrecognised),
            [.. ledger.Unrecognised().Select(Pair)]);
    }

    /// <summary>See <see cref="Diagnostic"/>.</summary>
    public sealed record DiagnosticRow(string Severity, string Code, string Message, int? Line);
}
