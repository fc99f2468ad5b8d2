using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>Where the parts of a page begin.</summary>
internal static class PageParts
{
    /// <summary>
    /// The first line of what was said: what follows the heading "Transcript" and a chapter list under it; without one, the
    /// first line in the shape that the format expects, the first bare time, or the first line with a speaker's label;
    /// behind the last line when nothing was said.
    /// </summary>
    public static int FirstSpokenLine(SourceText source, int from, TranscriptShape? expected)
    {
        var heading = TranscriptHeading(source, from);
        var behind = Math.Max(from, heading + 1);
        var lines = source.Lines[(behind - 1)..];
        var shape = expected ?? (Transcript.ShapeOf(lines) == TranscriptShape.BareStamps ? TranscriptShape.BareStamps : TranscriptShape.Turns);
        if (shape != TranscriptShape.Turns)
        {
            var listed = ChapterLists.Of(lines);
            var first = Enumerable.Range(0, lines.Length).FirstOrDefault(i => !listed.Contains(i) && Transcript.ShapeOf(lines[i]) == shape, -1);
            if (first >= 0)
            {
                // the name of the first speaker may stand above the first time
                var above = first - 1;
                while (above >= 0 && string.IsNullOrWhiteSpace(lines[above]))
                {
                    above--;
                }

                var name = above < 0 ? "" : SpeakerLabel.Undecorated(lines[above]).TrimEnd(':');
                first = SpeakerLabel.HasShape(name) && SpeakerLabel.IsName(name) && lines.Skip(first).Any(l => l.Trim() == lines[above].Trim()) ? above : first;
                return heading > 0 && shape != TranscriptShape.BareStamps ? Math.Min(behind + first, BehindChapterList(source, behind)) : behind + first;
            }
        }

        if (heading > 0)
        {
            return BehindChapterList(source, heading + 1);
        }

        var labels = SpeakerLabels.Among(lines);
        var names = labels.All.Count == 0 ? LoneNames.Among(lines) : LoneNames.None;
        var spoken = LinesWhere(source, from, l => labels.TryTurn(l, out _, out _) || names.TryRead(l, out _)
            || (labels.All.Count == 0 && Transcript.ShapeOf(l) is TranscriptShape.TimedBullets or TranscriptShape.NamedStamps or TranscriptShape.BracketedLines));
        return spoken.Count > 0 ? WithTimeAbove(source, from, spoken[0]) : BehindTitle(source, from);
    }

    /// <summary>The first turn together with the time that stands alone above it.</summary>
    private static int WithTimeAbove(SourceText source, int from, int turn)
    {
        var above = turn - 1;
        while (above >= from && string.IsNullOrWhiteSpace(source.Lines[above - 1]))
        {
            above--;
        }

        return above >= from && Stamps.TryBare(source.Lines[above - 1], out _) ? above : turn;
    }

    /// <summary>
    /// The first line behind what was said: the heading of another section that stands below the last line with a time or a
    /// label. In plain paragraphs only a known heading ends what was said. One past the last line when nothing follows.
    /// </summary>
    public static int Tail(TalkBuilder talk, int spoken, TranscriptShape? expected)
    {
        var labels = SpeakerLabels.Among(talk.Lines(spoken));
        var names = labels.All.Count == 0 ? LoneNames.Among(talk.Lines(spoken)) : LoneNames.None;
        var last = spoken - 1;
        for (var line = spoken; line <= talk.LastLine; line++)
        {
            var isMarked = labels.TryTurn(talk[line], out _, out _) || names.TryRead(talk[line], out _)
                || Transcript.ShapeOf(talk[line]) is var shape && shape != TranscriptShape.Turns && (expected is null || shape == expected);
            last = isMarked ? line : last;
        }

        var titles = talk.Chapters.Select(c => c.Title).ToHashSet(StringComparer.OrdinalIgnoreCase);
        for (var line = last + 1; line <= talk.LastLine; line++)
        {
            if (PageHeadings.TryRead(talk[line], out var section, out var title) && !titles.Contains(title) && IsOther(section, LineShapes.TryHeading(talk[line], out _, out _), last >= spoken))
            {
                return line;
            }
        }

        return talk.LastLine + 1;
    }

    /// <summary>What stands below the last timed line of a page and is not spoken: from its first line of furniture on.</summary>
    public static void TakeFooter(TalkBuilder talk, int spoken)
    {
        // Set off by a blank line from what was said: "Subscribe" may be said, too.
        var foot = talk.FreeLines(spoken, talk.LastLine).Reverse().TakeWhile(l => Furniture.IsFooter(talk[l]) || LineShapes.IsRule(talk[l])).ToList();
        foreach (var line in foot.Count > 0 && foot[^1] > spoken && talk.IsBlank(foot[^1] - 1) && foot.Exists(l => !LineShapes.IsRule(talk[l])) ? foot : [])
        {
            talk.Chrome(line, "site footer");
        }

        var stamps = Enumerable.Range(spoken, Math.Max(0, talk.LastLine - spoken + 1)).Where(l => Stamps.TryBare(talk[l], out _)).ToList();
        if (stamps.Count == 0)
        {
            return;
        }

        // A heading between the times ends them when they begin again below it: lengths of other videos.
        var first = Enumerable.Range(stamps[0], talk.LastLine - stamps[0] + 1).FirstOrDefault(l => IsFooter(talk, l) && BeginsAgain(talk, stamps, l));
        foreach (var line in first == 0 ? [] : talk.FreeLines(first, talk.LastLine).ToList())
        {
            talk.Chrome(line, "site footer");
        }
    }

    private static bool IsFooter(TalkBuilder talk, int line) =>
        (PageHeadings.TryRead(talk[line], out var section, out _) && section == PageSection.Links) || Furniture.IsSlogan(talk[line]);

    private static bool BeginsAgain(TalkBuilder talk, List<int> stamps, int line)
    {
        var at = stamps.BinarySearch(line);
        var next = at >= 0 ? at : ~at;
        return next == stamps.Count || (next > 1 && Stamps.TryBare(talk[stamps[next]], out var below) && Stamps.TryBare(talk[stamps[next - 1]], out var above) && below < above);
    }

    private static bool IsOther(PageSection section, bool isMarked, bool hasMarks) => section switch
    {
        PageSection.Transcript or PageSection.Chapters => false,
        PageSection.Links or PageSection.KeyPoints or PageSection.Quotes => true,
        PageSection.Notes => isMarked && hasMarks,
        _ => isMarked,
    };

    /// <summary>Paragraphs under nothing but front matter or one title are what was said; on a page with sections nothing was.</summary>
    private static int BehindTitle(SourceText source, int from)
    {
        var first = NextLine(source, from);
        var hasTitle = first <= source.Lines.Length && LineShapes.TryHeading(source.Lines[first - 1], out _, out _);
        var hasSections = LinesWhere(source, from, l => PageHeadings.TryRead(l, out _, out _)).Count > 0;
        return hasSections || (!hasTitle && from == 1) ? source.Lines.Length + 1 : hasTitle ? first + 1 : first;
    }

    /// <summary>The last line "Transcript", or 0. As the first line of a page with other sections it is the page's own name.</summary>
    private static int TranscriptHeading(SourceText source, int from)
    {
        var headings = LinesWhere(source, from, l => PageHeadings.TryRead(l, out var section, out _) && section == PageSection.Transcript);
        var marked = headings.FindAll(h => LineShapes.TryHeading(source.Lines[h - 1], out _, out _));
        headings = marked.Count > 0 ? marked : headings; // beside a marked heading, the word alone was said
        return headings.Count == 0 ? 0
            : headings[^1] == NextLine(source, from) && LinesWhere(source, from, l => PageHeadings.TryRead(l, out var section, out _) && section != PageSection.Transcript).Count > 0 ? 0
            : headings[^1];
    }

    /// <summary>Behind the titles listed under "Chapters", when that heading comes first.</summary>
    private static int BehindChapterList(SourceText source, int line)
    {
        var next = NextLine(source, line);
        if (next > source.Lines.Length || !PageHeadings.TryRead(source.Lines[next - 1], out var section, out _) || section != PageSection.Chapters)
        {
            return line;
        }

        for (next = NextLine(source, next + 1); next <= source.Lines.Length && ChapterLists.IsListed(source.Lines[next - 1]);)
        {
            next = NextLine(source, next + 1);
        }

        return next;
    }

    private static int NextLine(SourceText source, int line)
    {
        while (line <= source.Lines.Length && string.IsNullOrWhiteSpace(source.Lines[line - 1]))
        {
            line++;
        }

        return line;
    }

    private static List<int> LinesWhere(SourceText source, int from, Predicate<string> predicate)
    {
        var lines = new List<int>();
        for (var line = from; line <= source.Lines.Length; line++)
        {
            if (predicate(source.Lines[line - 1]))
            {
                lines.Add(line);
            }
        }

        return lines;
    }
}
