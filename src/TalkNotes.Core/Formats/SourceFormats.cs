using System.Collections.Immutable;
using System.Globalization;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats.Parts;

namespace TalkNotes.Core.Formats;

/// <summary>Every format that is understood, and the choice between them.</summary>
public static class SourceFormats
{
    /// <summary>The formats; their order has no meaning.</summary>
    public static ImmutableArray<ISourceFormat> All { get; } =
    [
        new BracketedTimesFormat(),
        new ClaimNotesFormat(),
        new EpisodePageFormat(),
        new LeadingTimesFormat(),
        new OwnNotesFormat(),
        new PlainTextFormat(),
        new PodcastHtmlFormat(),
        new PodcastJsonFormat(),
        new SavedPageFormat(),
        new SpeakerTimesFormat(),
        new SpeakerTurnsFormat(),
        new SpeechJsonFormat(),
        new SubRipFormat(),
        new SubStationFormat(),
        new TimedListFormat(),
        new TimedTableFormat(),
        new TtmlFormat(),
        new VideoDescriptionFormat(),
        new WebVttFormat(),
        new WhisperJsonFormat(),
        new YouTldrFormat(),
        new YouTubeJson3Format(),
        new YouTubePanelFormat(),
        new YouTubeTimedTextFormat(),
        new YtDlpInfoFormat(),
    ];

    /// <summary>Understands a source with the format that is surest of it.</summary>
    /// <param name="source">The file.</param>
    /// <param name="formatId">A format to use instead, whatever it thinks of the source; null lets the content decide.</param>
    /// <returns>The parsed source, or the refusal of a tie or an unknown id.</returns>
    public static ParseResult Parse(SourceText source, string? formatId = null) => Parse(source, formatId, All);

    /// <summary>The format that a file's name alone gives away, where content cannot: yt-dlp's <c>.description</c> is prose that nobody said.</summary>
    public static string? NamedBy(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.EndsWith(".description", StringComparison.OrdinalIgnoreCase) ? FormatIds.VideoDescription : null;
    }

    internal static ParseResult Parse(SourceText source, string? formatId, ImmutableArray<ISourceFormat> formats)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (LoneBreaks.Split(source) is var (text, places))
        {
            var result = Parse(text, formatId, formats);
            return result is ParseResult.Parsed { Source: var split } ? new ParseResult.Parsed(LoneBreaks.Join(source, split, places)) : result;
        }

        if (formatId is not null)
        {
            return formats.FirstOrDefault(f => f.Id == formatId) is { } asked
                ? Read(source, asked, asked.Match(source), asked.Revision)
                : new ParseResult.Refused(FormatDiagnostics.UnknownFormat(formatId, formats.Select(f => f.Id)));
        }

        var matches = formats.Select(f => (Format: f, Match: f.Match(source))).OrderByDescending(m => m.Match.Strength).ToList();
        var (best, rival) = (matches[0], matches.ElementAtOrDefault(1));
        return rival.Format is not null && rival.Match.Strength == best.Match.Strength
            ? new ParseResult.Refused(FormatDiagnostics.Tie(best.Format, best.Match, rival.Format, rival.Match))
            : Read(source, best.Format, best.Match, best.Match.Strength >= MatchStrength.Likely ? best.Format.Revision : Fingerprint(formats));
    }

    /// <summary>A number that changes when a format is added, removed or raises its revision.</summary>
    internal static int Fingerprint(ImmutableArray<ISourceFormat> formats)
    {
        var hash = 2166136261u;
        foreach (var c in string.Join(';', formats.OrderBy(f => f.Id, StringComparer.Ordinal).Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Id}/{f.Revision}"))))
        {
            hash = (hash ^ c) * 16777619u;
        }

        return (int)(hash & int.MaxValue);
    }

    private static ParseResult.Parsed Read(SourceText source, ISourceFormat format, FormatMatch match, int revision)
    {
        var ledger = new LineLedger(source);
        var document = format.Parse(source, ledger);
        document = document with
        {
            Claims = MergeRepeats(document.Claims),
            Diagnostics = [.. source.Diagnostics, .. document.Diagnostics, .. ledger.Unrecognised().Select(SourceDiagnostics.UnrecognisedLines)],
        };
        return new ParseResult.Parsed(new ParsedSource(source, format, match, document, ledger, revision));
    }

    /// <summary>A text that stands twice is one claim of its first kind and section, with the other places beside it.</summary>
    private static ImmutableArray<SourceClaim> MergeRepeats(ImmutableArray<SourceClaim> claims)
    {
        var merged = ImmutableArray.CreateBuilder<SourceClaim>(claims.Length);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var others = new Dictionary<int, List<LineSpan>>();
        foreach (var claim in claims)
        {
            var key = WithSingleBlanks(claim.Text);
            if (places.TryAdd(key, merged.Count))
            {
                merged.Add(claim);
            }
            else
            {
                var first = places[key];
                others.TryAdd(first, []);
                others[first].Add(claim.Lines);
            }
        }

        foreach (var (first, lines) in others)
        {
            merged[first] = merged[first] with { AlsoLines = [.. lines] };
        }

        return merged.DrainToImmutable();
    }

    /// <summary>The text itself where it has no other white space, as nearly all have.</summary>
    private static string WithSingleBlanks(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]) && (text[i] != ' ' || i == 0 || i == text.Length - 1 || char.IsWhiteSpace(text[i + 1])))
            {
                return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            }
        }

        return text;
    }
}
