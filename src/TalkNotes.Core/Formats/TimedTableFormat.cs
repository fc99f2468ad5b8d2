using System.Collections.Immutable;
using System.Globalization;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats.Parts;

namespace TalkNotes.Core.Formats;

/// <summary>
/// A table with a row a segment, its columns named in the first line and divided by tabs, commas or semicolons:
/// <code>
/// start	end	text
/// 0	4500	So today
/// </code>
/// The labels that Audacity writes have the same three columns without their names. Whole numbers under <c>start</c> and <c>end</c> of a table with tabs are Whisper's milliseconds, and so are columns that say
/// so; other numbers are seconds. Times may be clock times too.
/// </summary>
public sealed class TimedTableFormat : ISourceFormat
{
    private static readonly string[] Starts = ["start", "start time", "begin", "from", "timestamp", "time", "start ms", "start (ms)", "timecode in"];
    private static readonly string[] Ends = ["end", "end time", "to", "stop", "end ms", "end (ms)", "timecode out"];
    private static readonly string[] Texts = ["text", "transcript", "content", "words", "sentence", "caption", "dialogue"];
    private static readonly string[] Speakers = ["speaker", "speaker name", "name", "who"];

    /// <inheritdoc />
    public string Id => "timed-table";

    /// <inheritdoc />
    public string Name => "Table of timed lines";

    /// <inheritdoc />
    public int Revision => 2;

    /// <inheritdoc />
    public FormatMatch Match(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Columns.Of(source) is { } columns
            ? new FormatMatch(MatchStrength.Certain, columns.Line == 0 ? "two numbers of seconds and words between tabs" : $"the first line names the columns of a table: {string.Join(", ", columns.Names)}")
            : FormatMatch.None;
    }

    /// <inheritdoc />
    public TalkDocument Parse(SourceText source, LineLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(ledger);
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var segments = new LabelledSegments();
        var columns = Columns.Of(source);
        if (columns is null)
        {
            return segments.Document(new TalkMetadata(), diagnostics);
        }

        if (columns.Line > 0)
        {
            ledger.Chrome(new LineSpan(columns.Line), "columns");
        }

        var rows = DelimitedRows.Read(source, columns.Line + 1, columns.Mark);
        var isMilliseconds = columns.AreMilliseconds || (columns.Mark == '\t' && rows.TrueForAll(r => columns.Cell(r, columns.Start).All(char.IsAsciiDigit)));
        foreach (var row in rows)
        {
            var text = columns.Cell(row, columns.Text);
            if (Time(columns.Cell(row, columns.Start), isMilliseconds) is not { } start || text.Length == 0)
            {
                diagnostics.Add(FormatDiagnostics.UnusableItem(text.Length == 0 ? "A row has no text" : "A row has no time", row.Lines.First));
                continue;
            }

            ledger.UseFree(row.Lines, "row");
            segments.Add(text, start, Time(columns.Cell(row, columns.End), isMilliseconds), columns.Cell(row, columns.Speaker), row.Lines);
        }

        return segments.Document(new TalkMetadata(), diagnostics);
    }

    private static TimeSpan? Time(string text, bool isMilliseconds) =>
        Timestamp.TryParse(text, out var time) ? time
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number < 1e10
            ? TimeSpan.FromMilliseconds((long)Math.Round(isMilliseconds ? number : number * 1000))
            : null;

    /// <summary>Where the table has what.</summary>
    private sealed record Columns(int Line, char Mark, string[] Names, int Start, int End, int Text, int Speaker)
    {
        public bool AreMilliseconds => Names[Start].Contains("ms", StringComparison.Ordinal);

        public static Columns? Of(SourceText source)
        {
            var line = 1 + source.Lines.TakeWhile(string.IsNullOrWhiteSpace).Count();
            var head = line <= source.Lines.Length && source.Lines[line - 1].Length < 500 ? source.Lines[line - 1] : "";
            foreach (var mark in "\t,;")
            {
                string[] names = [.. head.Split(mark).Select(n => n.Trim().Trim('"').Replace('_', ' ').Replace('-', ' ').ToLowerInvariant())];
                var (start, text) = (Find(names, Starts), Find(names, Texts));
                if (start >= 0 && text >= 0)
                {
                    return new Columns(line, mark, names, start, Find(names, Ends), text, Find(names, Speakers));
                }
            }

            return AreLabels(source) ? new Columns(0, '\t', ["start", "end", "text"], 0, 1, 2, -1) : null;
        }

        /// <summary>Audacity's labels: two decimal numbers and words, without names of columns; a region may have a second line of frequencies.</summary>
        private static bool AreLabels(SourceText source)
        {
            var lines = source.Lines.Where(l => !string.IsNullOrWhiteSpace(l) && l[0] != '\\').Take(50).ToList();
            return lines.Count >= 2 && lines.TrueForAll(l => l.Split('\t', 3) is [var start, var end, _] && IsDecimal(start, out var from) && IsDecimal(end, out var to) && from <= to);
        }

        private static bool IsDecimal(string text, out double number)
        {
            number = 0;
            return text.Contains('.', StringComparison.Ordinal) && char.IsAsciiDigit(text[0]) && double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
        }

        public string Cell(DelimitedRow row, int column) => column >= 0 && column < row.Cells.Count ? row.Cells[column].Trim() : "";

        private static int Find(string[] names, string[] known) => Array.FindIndex(names, n => known.Contains(n, StringComparer.Ordinal));
    }
}
