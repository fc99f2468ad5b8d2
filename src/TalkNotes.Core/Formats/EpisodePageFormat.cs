using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats.Parts;

namespace TalkNotes.Core.Formats;

/// <summary>
/// The page of a podcast episode copied as text: show and date, title, hosts, guests, why it matters, key claims, summary,
/// then the transcript as paragraphs, mostly by nobody named:
/// <code>
/// No Priors · 2025-05-01
/// Hosts: Sarah Guo, Elad Gil
/// </code>
/// </summary>
public sealed class EpisodePageFormat : ISourceFormat
{
    private const int HeaderLines = 12;

    /// <inheritdoc />
    public string Id => "episode-page";

    /// <inheritdoc />
    public string Name => "Episode page";

    /// <inheritdoc />
    public int Revision => 4;

    /// <inheritdoc />
    public FormatMatch Match(SourceText source)
    {
        var census = LineCensus.Of(source);
        var marks = Marks(census);
        if (new SpeakerTimesFormat().Match(source).Strength == MatchStrength.Certain || new TimedListFormat().Match(source).Strength == MatchStrength.Certain)
        {
            return FormatMatch.None; // the shape of its transcript tells more than its header
        }

        if (marks.Count >= 2 && (census.MarkedBullets == 0 || census.TranscriptLines > 0))
        {
            return new FormatMatch(MatchStrength.Certain, $"has {string.Join(", ", marks)}");
        }

        if (census.Stamped > 0 || census.Turns > 0 || (census.MarkedBullets > 0 && census.TranscriptLines == 0) || census.Lines.Any(l => l.StartsWith("# Transcript:", StringComparison.Ordinal)))
        {
            return FormatMatch.None;
        }

        var hasTop = census.FrontMatterEnd > 0 || (census.Lines.Count > 1 && census.Lines[0].StartsWith("# ", StringComparison.Ordinal));
        return census.Sections.Contains(PageSection.Transcript) ? new FormatMatch(MatchStrength.Likely, "paragraphs under the heading 'Transcript'")
            : hasTop && census is { Headings: <= 1, Bullets: 0, Lines.Count: > 0 } ? new FormatMatch(MatchStrength.Likely, "paragraphs under a title or front matter")
            : FormatMatch.None;
    }

    /// <inheritdoc />
    public TalkDocument Parse(SourceText source, LineLedger ledger) => TalkPage.Read(source, ledger);

    /// <summary>The marks of such a page, in words.</summary>
    internal static List<string> Marks(LineCensus census)
    {
        var marks = new List<string>();
        if (census.Lines.Take(HeaderLines).Any(PageHeader.IsShowAndDate))
        {
            marks.Add("show and date");
        }

        if (census.Fields.Overlaps([FieldMeaning.Hosts, FieldMeaning.Guests]) && census.Turns < census.Lines.Count / 2)
        {
            marks.Add("hosts or guests");
        }

        if (census.Sections.Contains(PageSection.WhyItMatters))
        {
            marks.Add("'Why it matters'");
        }

        if (census.Sections.Contains(PageSection.Claims))
        {
            marks.Add("'Key claims'");
        }

        return marks;
    }
}
