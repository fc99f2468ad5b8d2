using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>Where the parts of a page begin.</summary>
internal static class PageParts
{
    /// <summary>
    /// The first line of what was said: the first bare time, or what follows the heading "Transcript" and a chapter list under
    /// it; without either, the first line with a speaker's label or a time before its words; behind the last line when
    /// nothing was said.
    /// </summary>
    public static int FirstSpokenLine(SourceText source, int from)
    {
        var heading = TranscriptHeading(source, from);
        var behind = Math.Max(from, heading + 1);
        if (Transcript.ShapeOf(source.Lines.Skip(behind - 1)) == TranscriptShape.BareStamps)
        {
            return LinesWhere(source, behind, l => LineShapes.TryBareStamp(l, out _))[0];
        }

        if (heading > 0)
        {
            return BehindChapterList(source, heading + 1);
        }

        var labels = SpeakerLabels.Among(source.Lines.Skip(from - 1));
        var spoken = LinesWhere(source, from, l => labels.TryTurn(l, out _, out _)
            || Transcript.ShapeOf(l) is TranscriptShape.TimedBullets or TranscriptShape.NamedStamps or TranscriptShape.BracketedLines);
        return spoken.Count > 0 ? spoken[0] : BehindTitle(source, from);
    }

    /// <summary>What stands below the last timed line of a page and is not spoken: from its first line of furniture on.</summary>
    public static void TakeFooter(TalkBuilder talk, int spoken)
    {
        var end = talk.FreeLines(spoken, talk.LastLine).LastOrDefault();
        if (end > 0 && talk[end].TrimStart().StartsWith("Transcribed by http", StringComparison.Ordinal))
        {
            talk.Chrome(end, "site footer");
        }

        var lastStamp = 0;
        for (var line = spoken; line <= talk.LastLine; line++)
        {
            lastStamp = LineShapes.TryBareStamp(talk[line], out _) ? line : lastStamp;
        }

        if (lastStamp == 0)
        {
            return;
        }

        var first = Enumerable.Range(lastStamp + 1, talk.LastLine - lastStamp)
            .FirstOrDefault(l => PageHeadings.TryRead(talk[l], out var section, out _) && section == PageSection.Links);
        foreach (var line in first == 0 ? [] : talk.FreeLines(first, talk.LastLine).ToList())
        {
            talk.Chrome(line, "site footer");
        }
    }

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

        for (next = NextLine(source, next + 1); next <= source.Lines.Length && IsListed(source.Lines[next - 1]);)
        {
            next = NextLine(source, next + 1);
        }

        return next;
    }

    private static bool IsListed(string line) => LineShapes.TryBullet(line, out _) || (LineShapes.TryLeadingStamp(line, out _, out _, out var title) && title.Length > 0);

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
