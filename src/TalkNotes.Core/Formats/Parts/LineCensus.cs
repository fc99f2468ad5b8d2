using System.Runtime.CompilerServices;
using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>What the first lines of a source look like: all that a format looks at to know its own.</summary>
internal sealed class LineCensus
{
    private const int Looked = 200;

    private static readonly ConditionalWeakTable<SourceText, LineCensus> Taken = [];

    private readonly int[] _shapes = new int[Enum.GetValues<TranscriptShape>().Length];

    /// <summary>Counts the first 200 lines behind the front matter; a file of JSON, mark-up or events has no lines of text, and notes of this program are known by their front matter alone.</summary>
    private LineCensus(SourceText source)
    {
        source = PlainLines.Of(source);
        FrontMatterEnd = FrontMatter.End(source);
        Lines = OwnNotesFormat.IsOwn(source) || JsonShape.IsJson(source) || HtmlPage.IsPage(source) || SubStationFormat.IsSubStation(source) ? [] : [.. source.Lines.Skip(FrontMatterEnd).Take(Looked).Where(l => !string.IsNullOrWhiteSpace(l))];
        var listed = ChapterLists.Of(Lines);
        for (var i = 0; i < Lines.Count; i++)
        {
            Count(Lines[i], listed.Contains(i));
        }

        var spoken = Lines.Where((l, i) => !listed.Contains(i) && !LineShapes.TryHeading(l, out _, out _)).ToList();
        var labels = SpeakerLabels.Among(spoken);
        Turns = spoken.Count(l => labels.TryTurn(l, out _, out _));
        if (Turns == 0)
        {
            var names = LoneNames.Among(spoken);
            Turns = spoken.Count(l => names.TryRead(l, out _));
        }
    }

    /// <summary>The census of a source, which all formats share.</summary>
    public static LineCensus Of(SourceText source) => Taken.GetValue(source, s => new LineCensus(s));

    /// <summary>The lines looked at, blank ones left out.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>Last line of the front matter, or 0.</summary>
    public int FrontMatterEnd { get; }

    /// <summary>Headings marked with <c>#</c>.</summary>
    public int Headings { get; private set; }

    /// <summary>Bullets without a time.</summary>
    public int Bullets { get; private set; }

    /// <summary>Bullets with a marker like <c>[Unverified]</c>.</summary>
    public int MarkedBullets { get; private set; }

    /// <summary>Lines under the heading "Transcript" that are no bullets.</summary>
    public int TranscriptLines { get; private set; }

    /// <summary>Lines that begin with a speaker's label, or are one.</summary>
    public int Turns { get; }

    /// <summary>The page sections that headings announce.</summary>
    public HashSet<PageSection> Sections { get; } = [];

    /// <summary>The meanings of the fields in the header, <c>Key: value</c>.</summary>
    public HashSet<FieldMeaning> Fields { get; } = [];

    /// <summary>Lines with a time in any shape.</summary>
    public int Stamped => _shapes.Sum() - _shapes[(int)TranscriptShape.Turns];

    /// <summary>Lines of a shape.</summary>
    public int Of(TranscriptShape shape) => _shapes[(int)shape];

    /// <summary>Whether at least this share of the lines looked at is meant.</summary>
    public bool IsShare(int count, double share) => count > 0 && count >= share * Lines.Count;

    /// <summary>How sure a format is whose lines have one shape: at least two, a share of all, and no other shape has more.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="like">How such a line looks, for the reason.</param>
    /// <param name="share">The least share of the lines looked at.</param>
    public FormatMatch MostlyStamped(TranscriptShape shape, string like, double share = 0.3)
    {
        var count = Of(shape);
        return count >= 2 && IsShare(count, share) && count >= Stamped / 2
            ? new FormatMatch(MatchStrength.Likely, $"lines like '{like}' ({count} of the first {Lines.Count})")
            : FormatMatch.None;
    }

    private void Count(string line, bool isListed)
    {
        var shape = isListed ? TranscriptShape.Turns : Transcript.ShapeOf(line);
        _shapes[(int)shape]++;
        TranscriptLines += Sections.Contains(PageSection.Transcript) && !LineShapes.TryBullet(line, out _) && !LineShapes.TryHeading(line, out _, out _) ? 1 : 0;
        if (PageHeadings.TryRead(line, out var section, out _))
        {
            Sections.Add(section);
        }

        if (LineShapes.TryHeading(line, out _, out _) || (line[0] == '=' && LineShapes.IsRule(line)))
        {
            Headings++;
        }
        else if (!isListed && shape == TranscriptShape.Turns && LineShapes.TryBullet(line, out var item))
        {
            Bullets++;
            MarkedBullets += StatusMarkers.Split(item).Marker is null ? 0 : 1;
        }

        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon is > 0 and <= 60)
        {
            Fields.Add(FieldMeanings.Of(line[..colon].TrimStart('-', ' ')));
        }
    }
}
