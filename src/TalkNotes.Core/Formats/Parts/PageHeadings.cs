namespace TalkNotes.Core.Formats.Parts;

/// <summary>The sections of a talk's page.</summary>
internal enum PageSection
{
    /// <summary>Title, fields and description, before the first heading.</summary>
    Header,
    Summary,
    WhyItMatters,
    KeyPoints,
    Claims,
    Quotes,
    Chapters,
    Topics,
    Links,
    Transcript,

    /// <summary>A heading that is marked as one, of a section nobody knows.</summary>
    Notes,
}

/// <summary>The headings that pages use, with or without Markdown marks.</summary>
internal static class PageHeadings
{
    private static readonly Dictionary<string, PageSection> Known = new(StringComparer.OrdinalIgnoreCase);

    static PageHeadings()
    {
        Add(PageSection.Summary, "summary", "ai summary", "episode summary", "overview", "tl;dr", "tldr", "description", "about this episode", "about the episode", "about this talk", "abstract", "executive summary", "in this episode", "introduction", "要約", "概要");
        Add(PageSection.WhyItMatters, "why it matters", "why this matters");
        Add(PageSection.KeyPoints, "key points", "key takeaways", "takeaways", "highlights", "key ideas", "main points", "key insights", "main takeaways", "insights", "要点");
        Add(PageSection.Claims, "key claims", "claims");
        Add(PageSection.Quotes, "quotes", "key quotes", "notable quotes", "pull quotes", "best quotes", "memorable quotes", "notable quotations");
        Add(PageSection.Chapters, "chapters", "section summaries", "sections", "timestamps", "table of contents", "contents", "outline", "timeline", "目次", "チャプター");
        Add(PageSection.Topics, "topics", "tags", "keywords");
        Add(PageSection.Links, "source material", "sources", "links", "references", "resources", "mentioned in this episode", "mentions", "further reading", "related", "related episodes", "more episodes", "more transcripts", "recommended", "show links", "listen on", "follow us", "subscribe");
        Add(PageSection.Transcript, "transcript", "full transcript", "episode transcript", "transcription", "text", "transcript text", "文字起こし", "トランスクリプト", "書き起こし");
    }

    /// <summary>The section that a line opens.</summary>
    /// <param name="line">The line.</param>
    /// <param name="section">The section; <see cref="PageSection.Notes"/> for an unknown heading that is marked with <c>##</c>.</param>
    /// <param name="title">The heading as written, without marks.</param>
    public static bool TryRead(string line, out PageSection section, out string title)
    {
        var isMarked = LineShapes.TryHeading(line, out var level, out var heading);
        title = Markdown.Plain(isMarked ? heading : line.Length < 80 ? line : "");
        section = PageSection.Notes;
        if (title.Length == 0 || (!isMarked && LineShapes.TryBullet(line, out _)))
        {
            return false;
        }

        var isKnown = Known.TryGetValue(title.TrimEnd(':', '：').TrimEnd(), out var known);
        section = isKnown ? known : PageSection.Notes;
        return isKnown || (isMarked && level > 1);
    }

    private static void Add(PageSection section, params ReadOnlySpan<string> headings)
    {
        foreach (var heading in headings)
        {
            Known.Add(heading, section);
        }
    }
}
