using System.Collections.Immutable;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats.Parts;

namespace TalkNotes.Core.Formats;

/// <summary>
/// What a publisher wrote below a video, as yt-dlp saves it in <c>NAME.description</c> or as somebody copied it: prose, links and a
/// list of chapters. Nobody said these words, so they are fields, not a transcript:
/// <code>
/// In this episode we talk about reasoning.
/// https://example.com/notes
/// 00:00 Intro
/// 01:30 Reasoning
/// </code>
/// </summary>
public sealed class VideoDescriptionFormat : ISourceFormat
{
    private const int LongestDescription = 150;
    private const int FewestLinks = 3;
    private const int FewestChapters = 3;

    /// <inheritdoc />
    public string Id => FormatIds.VideoDescription;

    /// <inheritdoc />
    public string Name => "Description of a video";

    /// <inheritdoc />
    public int Revision => 2;

    /// <inheritdoc />
    public FormatMatch Match(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.Lines.Length > LongestDescription || source.Lines.IsEmpty || PlainLines.IsData(source) || FrontMatter.End(source) > 0)
        {
            return FormatMatch.None;
        }

        var lines = source.Lines.Where(l => !string.IsNullOrWhiteSpace(l)).ToList();
        var links = lines.Count(l => l.Contains("http", StringComparison.Ordinal) && StatedValues.FirstAddress(l) is not null);
        var chapters = Chapters(source);
        var titles = chapters.Select(c => c.Title).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        var isMarkdown = lines.Exists(l => LineShapes.TryHeading(l, out _, out _) || l.Contains("](http", StringComparison.Ordinal));
        return !isMarkdown && !chapters.Exists(c => c.Title[0] == '[') && titles * 10 >= chapters.Count * 9 && links >= FewestLinks && titles >= FewestChapters && (links + titles) * 2 >= lines.Count
            ? new FormatMatch(MatchStrength.Certain, $"{links} links and {titles} chapter titles behind times from 0:00, mostly")
            : FormatMatch.None;
    }

    /// <inheritdoc />
    public TalkDocument Parse(SourceText source, LineLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(ledger);
        var chapters = Chapters(source);
        foreach (var chapter in chapters)
        {
            ledger.Use(chapter.Lines, "chapter list");
        }

        var fields = ImmutableArray.CreateBuilder<MetadataField>();
        for (var line = 1; line <= source.Lines.Length; line++)
        {
            if (ledger.IsFree(line))
            {
                ledger.Use(new LineSpan(line), "description");
                fields.Add(new MetadataField("description", source.Lines[line - 1].Trim(), new LineSpan(line)));
            }
        }

        return new TalkDocument { Metadata = new TalkMetadata { Fields = fields.DrainToImmutable() }, Chapters = [.. chapters] };
    }

    /// <summary>Titles behind times that begin at 0:00 and grow.</summary>
    private static List<Chapter> Chapters(SourceText source)
    {
        var chapters = new List<Chapter>();
        for (var line = 1; line <= source.Lines.Length; line++)
        {
            var text = LineShapes.TryBullet(source.Lines[line - 1], out var item) ? item : source.Lines[line - 1];
            if (ChapterLists.TryTitle(text, out var start) && (chapters.Count == 0 ? start == TimeSpan.Zero : start > chapters[^1].Start) && Stamps.TryLeading(text, out _, out var end, out var title))
            {
                chapters.Add(new Chapter { Title = title, Start = start, End = end, Lines = new LineSpan(line) });
            }
        }

        return chapters;
    }
}
