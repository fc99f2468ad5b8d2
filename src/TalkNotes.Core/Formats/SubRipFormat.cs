using System.Collections.Immutable;
using System.Globalization;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats.Parts;

namespace TalkNotes.Core.Formats;

/// <summary>
/// SubRip captions in all their dialects:
/// <code>
/// 1
/// 00:00:01,500 --> 00:00:04,000
/// Sarah: In today's episode
/// </code>
/// A caption begins at a line of times, with the number above it where there is one, and reaches to the next one, so
/// blank lines may be missing or stand inside it. Labels and <c>&gt;&gt;</c> mark turns; rolling repeats are folded.
/// </summary>
public sealed class SubRipFormat : ISourceFormat
{
    /// <inheritdoc />
    public string Id => "subrip";

    /// <inheritdoc />
    public string Name => "SubRip captions";

    /// <inheritdoc />
    public int Revision => 4;

    /// <inheritdoc />
    public FormatMatch Match(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var (filled, times, numbered) = (0, 0, 0);
        var (before, isFirst) = ("", false); // whether the first words of the file are a numbered caption
        foreach (var (line, _) in NumberedLine.Of(source, 200))
        {
            if (line.Trim().StartsWith("WEBVTT", StringComparison.OrdinalIgnoreCase))
            {
                return FormatMatch.None;
            }

            filled += string.IsNullOrWhiteSpace(line) ? 0 : 1;
            if (SubRipTiming.TryRead(line, out var _, out _))
            {
                times++;
                numbered += IsNumber(before, out _) ? 1 : 0;
                isFirst |= filled == 2 && numbered == 1;
            }

            before = line;
        }

        return times == 0 || (times * 10 < filled && !isFirst) ? FormatMatch.None
            : numbered == 0 && PlainLines.Of(source) != source ? FormatMatch.None // words stand behind the times
            : numbered > 0 ? new FormatMatch(MatchStrength.Certain, $"{Counted(numbered, "numbered caption")} with times before and after an arrow")
            : new FormatMatch(MatchStrength.Likely, $"{Counted(times, "caption")} with times before and after an arrow, not numbered");
    }

    /// <inheritdoc />
    public TalkDocument Parse(SourceText source, LineLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(ledger);
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var lines = NumberedLine.Of(source);
        var captions = new List<Caption>();
        var starts = Starts(lines, diagnostics);
        for (var i = 0; i < starts.Count; i++)
        {
            var (first, text, isWhole, start, end) = starts[i];
            var last = i + 1 < starts.Count ? starts[i + 1].First : lines.Count;
            if (isWhole)
            {
                var words = Enumerable.Range(text, last - text).SelectMany(n => Words(lines[n])).Where(l => !string.IsNullOrWhiteSpace(l.Text));
                captions.Add(new Caption(start, end, [.. words]));
                ledger.UseFree(new LineSpan(lines[first].Number, lines[last - 1].Number), "caption");
                CaptionDiagnostics.Check(captions[^1], lines[first].Number, diagnostics);
            }
        }

        var segments = CaptionSegments.Of(RollingCaptions.Merge(captions));
        return new TalkDocument
        {
            Metadata = new TalkMetadata { Speakers = SpeakerList.Of(segments) },
            Segments = segments,
            Diagnostics = diagnostics.DrainToImmutable(),
        };
    }

    /// <summary>Where captions begin, with the index of their first line of text; broken ones are told from whole ones.</summary>
    private static List<(int First, int Text, bool IsWhole, TimeSpan Start, TimeSpan End)> Starts(IReadOnlyList<NumberedLine> lines, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var starts = new List<(int First, int Text, bool IsWhole, TimeSpan Start, TimeSpan End)>();
        var (number, free) = (0L, 0);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i].Text;
            if (SubRipTiming.TryRead(line, out var start, out var end))
            {
                var first = i > free && IsNumber(lines[i - 1].Text, out var own) && (IsBlank(i - 2) || own == number + 1 || number == 0) ? i - 1 : i;
                first -= first == i && i > free && number > 0 && IsBlank(i - 2) && IsIdentifier(lines[i - 1].Text) ? 1 : 0;
                number = first < i && IsNumber(lines[first].Text, out own) ? own : number;
                starts.Add((first, i + 1, true, start, end));
                free = i + 1;
            }
            else if (SubRipTiming.HasArrow(line) && (IsBlank(i - 1) || IsNumber(lines[i - 1].Text, out _)))
            {
                var first = i > free && IsNumber(lines[i - 1].Text, out var own) ? i - 1 : i;
                number = first < i && IsNumber(lines[first].Text, out own) ? own : number;
                starts.Add((first, i + 1, false, default, default));
                diagnostics.Add(FormatDiagnostics.BadTiming(lines[i].Number));
                free = i + 1;
            }
            else if (number > 0 && IsBlank(i - 1) && IsNumber(line, out var next) && next == number + 1 && i + 1 < lines.Count && !SubRipTiming.HasArrow(lines[i + 1].Text) && !SubRipTiming.TryRead(lines[i + 1].Text, out _, out _))
            {
                number = next;
                starts.Add((i, i + 1, false, default, default));
                diagnostics.Add(FormatDiagnostics.BadTiming(lines[i].Number));
                free = i + 1;
            }
        }

        return starts;

        bool IsBlank(int i) => i < 0 || string.IsNullOrWhiteSpace(lines[i].Text);
    }

    private static IEnumerable<CaptionLine> Words(NumberedLine line) =>
        SubRipText.Strip(line.Text).Split('\n').Select(text => new CaptionLine(text, null, line.Number));

    private static bool IsNumber(string line, out long number) =>
        long.TryParse(line.AsSpan().Trim("\uFEFF \t\r"), NumberStyles.None, CultureInfo.InvariantCulture, out number);

    /// <summary>In a numbered file, one short word between a blank line and the times stands where the number should.</summary>
    private static bool IsIdentifier(string line) => line.Trim() is { Length: > 0 and <= 12 } word && !word.Any(char.IsWhiteSpace);

    private static string Counted(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}
