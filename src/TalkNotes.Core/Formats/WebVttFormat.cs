using System.Collections.Immutable;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats.Parts;

namespace TalkNotes.Core.Formats;

/// <summary>
/// WebVTT, read by the parsing rules of https://www.w3.org/TR/webvtt1/#parsing:
/// <code>
/// WEBVTT
///
/// 00:00:01.500 --> 00:00:04.000
/// &lt;v Noam Brown&gt;One way to think about reasoning
/// </code>
/// Voice spans and <c>&gt;&gt;</c> mark turns; the repeats of rolling automatic captions are folded.
/// </summary>
public sealed class WebVttFormat : ISourceFormat
{
    private const string Signature = "WEBVTT";

    /// <inheritdoc />
    public string Id => "webvtt";

    /// <inheritdoc />
    public string Name => "WebVTT captions";

    /// <inheritdoc />
    public int Revision => 3;

    /// <inheritdoc />
    public FormatMatch Match(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.Lines.Length > 0 && IsSignature(source.Lines[0]))
        {
            return new FormatMatch(MatchStrength.Certain, "the first line is WEBVTT");
        }

        return source.Lines.Take(10).Any(IsDamagedSignature)
            ? new FormatMatch(MatchStrength.Likely, "a line near the start is WEBVTT, though not as the standard asks")
            : FormatMatch.None;
    }

    /// <inheritdoc />
    public TalkDocument Parse(SourceText source, LineLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(ledger);
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var lines = NumberedLine.Of(source);
        var blocks = new WebVttBlocks(lines);
        var metadata = Header(source, lines, blocks, ledger, diagnostics);
        var captions = new List<Caption>();
        while (blocks.Next() is { } block)
        {
            Own(block, ledger);
            if (block.Kind == WebVttBlockKind.Cue)
            {
                captions.Add(new Caption(block.Start, block.End, MarkedText.Read(block.Text)));
                CaptionDiagnostics.Check(captions[^1], block.Lines.First, diagnostics);
            }
            else if (block.BadTiming is { } line)
            {
                diagnostics.Add(FormatDiagnostics.BadTiming(line));
            }
        }

        var segments = CaptionSegments.Of(RollingCaptions.Merge(captions));
        return new TalkDocument { Metadata = metadata with { Speakers = SpeakerList.Of(segments) }, Segments = segments, Diagnostics = diagnostics.DrainToImmutable() };
    }

    /// <summary>The signature and the lines under it; YouTube writes <c>Language: en</c> there.</summary>
    private static TalkMetadata Header(SourceText source, IReadOnlyList<NumberedLine> lines, WebVttBlocks blocks, LineLedger ledger, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var at = FirstIndex(lines, IsSignature);
        if (at != 0)
        {
            at = at > 0 ? at : FirstIndex(lines, IsDamagedSignature);
            diagnostics.Add(FormatDiagnostics.NoSignature(at < 0 ? 1 : lines[at].Number));
        }

        if (at >= 0)
        {
            ledger.UseFree(new LineSpan(lines[at].Number), "header");
        }

        var fields = new List<MetadataField>();
        foreach (var line in at < 0 ? [] : blocks.Header(at + 1))
        {
            ledger.UseFree(new LineSpan(line.Number), "header");
            var colon = line.Text.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                fields.Add(new MetadataField(line.Text[..colon].Trim(), line.Text[(colon + 1)..].Trim(), new LineSpan(line.Number)));
            }
        }

        var language = fields.Find(f => f.Key.Equals("Language", StringComparison.OrdinalIgnoreCase))?.Value;
        return new TalkMetadata { Language = LanguageTag.Of(language), Fields = [.. fields] };
    }

    private static void Own(WebVttBlock block, LineLedger ledger)
    {
        switch (block.Kind)
        {
            case WebVttBlockKind.Cue:
                ledger.UseFree(block.Lines, "cue");
                break;
            case WebVttBlockKind.Note:
                ledger.ChromeFree(block.Lines, "comment");
                break;
            case WebVttBlockKind.Style:
                ledger.ChromeFree(block.Lines, "style sheet");
                break;
            case WebVttBlockKind.Region:
                ledger.ChromeFree(block.Lines, "region");
                break;
        }
    }

    private static int FirstIndex(IReadOnlyList<NumberedLine> lines, Predicate<string> isMeant)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (isMeant(lines[i].Text))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsSignature(string line)
    {
        var end = line.IndexOf('\r', StringComparison.Ordinal);
        var first = end < 0 ? line : line[..end];
        return first.StartsWith(Signature, StringComparison.Ordinal) && (first.Length == Signature.Length || first[Signature.Length] is ' ' or '\t');
    }

    private static bool IsDamagedSignature(string line) => line.Trim().StartsWith(Signature, StringComparison.OrdinalIgnoreCase) && line.Trim().Length < 80;
}
