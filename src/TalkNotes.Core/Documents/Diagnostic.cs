namespace TalkNotes.Core.Documents;

/// <summary>How much a <see cref="Diagnostic"/> matters.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing is wrong.</summary>
    Info,

    /// <summary>Something was doubtful, repaired or not understood; nothing was lost.</summary>
    Warning,

    /// <summary>Part of the input could not be used.</summary>
    Error,
}

/// <summary>Something a person should know about a source, located.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Code">Stable code: <c>TN1xx</c> source, <c>TN2xx</c> format, <c>TN3xx</c> identity. All are made in one file a layer.</param>
/// <param name="Message">What happened and, where possible, what to do; one sentence without a full stop.</param>
/// <param name="Line">1-based line, or null when it concerns the whole file.</param>
public sealed record Diagnostic(Severity Severity, string Code, string Message, int? Line);

/// <summary>Every diagnostic about reading a file, in one place.</summary>
public static class SourceDiagnostics
{
    /// <summary>TN101: bytes that are not valid in the file's encoding; each became U+FFFD in the text shown.</summary>
    public static Diagnostic UndecodableBytes(int line) =>
        new(Severity.Warning, "TN101", "Some bytes are not valid text and are shown as \uFFFD; the original bytes are kept", line);

    /// <summary>TN102: lines that no rule understood.</summary>
    public static Diagnostic UnrecognisedLines(LineSpan lines) =>
        new(Severity.Warning, "TN102", $"Not understood: {(lines.Count == 1 ? "line" : "lines")} {lines}; kept and shown on the source page", lines.First);

    /// <summary>TN103: no encoding fits for certain; the likeliest was used.</summary>
    public static Diagnostic GuessedEncoding(string encoding, int line) =>
        new(Severity.Warning, "TN103", $"Not UTF-8 and no encoding is declared; read as {encoding}, which is a guess", line);
}
