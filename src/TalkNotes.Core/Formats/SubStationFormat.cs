using System.Collections.Immutable;
using System.Text.RegularExpressions;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats.Parts;

namespace TalkNotes.Core.Formats;

/// <summary>
/// SubStation captions, plain and advanced:
/// <code>
/// [Events]
/// Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
/// Dialogue: 0,0:00:01.00,0:00:02.50,Default,Ann,0,0,0,,Hello {\i1}there{\i0}\Nyou
/// </code>
/// The name of an event is its speaker. Styles, comments and drawings are furniture.
/// </summary>
public sealed partial class SubStationFormat : ISourceFormat
{
    private const string Dialogue = "Dialogue:";

    private static readonly string[] Usual = ["layer", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect", "text"];

    /// <inheritdoc />
    public string Id => "substation";

    /// <inheritdoc />
    public string Name => "SubStation captions (ASS, SSA)";

    /// <inheritdoc />
    public int Revision => 1;

    /// <inheritdoc />
    public FormatMatch Match(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return IsSubStation(source) ? new FormatMatch(MatchStrength.Certain, "sections [Script Info] or [Events] with lines 'Dialogue:' or 'Format:'") : FormatMatch.None;
    }

    /// <inheritdoc />
    public TalkDocument Parse(SourceText source, LineLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(ledger);
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var metadata = new TalkMetadata();
        var captions = new List<Caption>();
        var (section, columns) = ("", Usual);
        for (var number = 1; number <= source.Lines.Length; number++)
        {
            var line = source.Lines[number - 1].Trim('\uFEFF', ' ', '\t', '\r');
            var lines = new LineSpan(number);
            if (!ledger.IsFree(number))
            {
                continue;
            }

            if (line.StartsWith('[') && line.EndsWith(']'))
            {
                section = line;
                ledger.Chrome(lines, "section");
            }
            else if (line.StartsWith(Dialogue, StringComparison.Ordinal))
            {
                if (Read(line[Dialogue.Length..], columns, number) is { } caption)
                {
                    captions.Add(caption);
                    CaptionDiagnostics.Check(caption, number, diagnostics);
                    ledger.Use(lines, "caption");
                }
                else
                {
                    diagnostics.Add(FormatDiagnostics.BadTiming(number));
                }
            }
            else if (section == "[Events]" && line.StartsWith("Format:", StringComparison.Ordinal))
            {
                columns = [.. line["Format:".Length..].Split(',').Select(c => c.Trim().ToLowerInvariant())];
                ledger.Chrome(lines, "columns");
            }
            else if (section == "[Script Info]" && line.StartsWith("Title:", StringComparison.Ordinal) && line["Title:".Length..].Trim() is { Length: > 0 } title)
            {
                metadata = metadata with { Title = title, Fields = metadata.Fields.Add(new MetadataField("Title", title, lines)) };
                ledger.Use(lines, "title");
            }
            else
            {
                ledger.Chrome(lines, section.Length > 2 ? section.Trim('[', ']') : "header");
            }
        }

        var segments = CaptionSegments.Of(RollingCaptions.Merge(captions));
        return new TalkDocument { Metadata = metadata with { Speakers = SpeakerList.Of(segments) }, Segments = segments, Diagnostics = diagnostics.DrainToImmutable() };
    }

    /// <summary>Whether a file has the sections and lines of such captions.</summary>
    internal static bool IsSubStation(SourceText source)
    {
        var (section, line) = (false, false);
        foreach (var text in source.Lines.Take(200).Select(l => l.Trim('\uFEFF', ' ', '\t')))
        {
            section |= text is "[Script Info]" or "[Events]";
            line |= text.StartsWith(Dialogue, StringComparison.Ordinal) || text.StartsWith("Format:", StringComparison.Ordinal);
        }

        return section && line;
    }

    private static Caption? Read(string line, string[] columns, int number)
    {
        var cells = line.Split(',', columns.Length);
        string Cell(string column) => Array.IndexOf(columns, column) is var at && at >= 0 && at < cells.Length ? cells[at].Trim() : "";
        if (!Timestamp.TryParse(Cell("start"), out var start) || !Timestamp.TryParse(Cell("end"), out var end))
        {
            return null;
        }

        var name = Cell("name") is { Length: > 0 } own ? own : Cell("actor") is { Length: > 0 } actor ? actor : null;
        var text = Override().Replace(Cell("text"), "").Replace("\\n", "\n", StringComparison.OrdinalIgnoreCase).Replace("\\h", "\u00A0", StringComparison.Ordinal);
        return new Caption(start, end, [.. text.Split('\n').Where(t => !string.IsNullOrWhiteSpace(t)).Select(t => new CaptionLine(t.Trim(), name, number))]);
    }

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Override();
}
