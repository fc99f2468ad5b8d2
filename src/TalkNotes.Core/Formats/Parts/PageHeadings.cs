using TalkNotes.Core.Documents;

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
    Speakers,
    Links,
    Transcript,

    /// <summary>A heading that is marked as one, of a section nobody knows.</summary>
    Notes,
}

/// <summary>The headings that pages use, with or without Markdown marks.</summary>
internal static class PageHeadings
{
    /// <summary>The kind of the claims that a section makes.</summary>
    public static ClaimKind Kind(this PageSection section) => section switch
    {
        PageSection.KeyPoints => ClaimKind.KeyPoint,
        PageSection.Claims => ClaimKind.Claim,
        PageSection.Quotes => ClaimKind.Quote,
        _ => ClaimKind.Summary,
    };

    private static readonly Dictionary<string, PageSection> Known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Headings only where they are marked as such; alone on a line they may be speech.</summary>
    private static readonly HashSet<string> OrdinaryWords = new(StringComparer.OrdinalIgnoreCase) { "text", "full text", "related", "mentioned", "subscribe" };

    static PageHeadings()
    {
        Add(PageSection.Summary, "summary", "ai summary", "episode summary", "video summary", "talk summary", "overview", "tl;dr", "tldr", "description", "about this episode", "about the episode", "about this talk", "about this video", "abstract", "executive summary", "in this episode", "introduction", "synopsis", "episode description", "要約", "概要", "サマリー", "あらすじ", "エピソード要約", "エピソード概要", "摘要", "简介");
        Add(PageSection.WhyItMatters, "why it matters", "why this matters", "なぜ重要か", "重要性", "為什麼重要", "为什么重要");
        Add(PageSection.KeyPoints, "key points", "key takeaways", "takeaways", "highlights", "key ideas", "main points", "key insights", "main takeaways", "insights", "top takeaways", "key learnings", "key moments", "要点", "ポイント", "重要ポイント", "主なポイント", "キーポイント", "关键要点");
        Add(PageSection.Claims, "key claims", "claims", "main claims", "主な主張", "主張", "キークレーム", "主要观点");
        Add(PageSection.Quotes, "quotes", "key quotes", "notable quotes", "pull quotes", "best quotes", "memorable quotes", "notable quotations", "top quotes", "selected quotes", "引用", "名言", "印象的な引用", "注目の発言", "金句");
        Add(PageSection.Chapters, "chapters", "section summaries", "sections", "timestamps", "table of contents", "contents", "outline", "timeline", "episode timestamps", "chapter list", "time stamps", "目次", "チャプター", "タイムスタンプ", "セクション要約", "章节", "目录");
        Add(PageSection.Topics, "topics", "tags", "keywords", "summary keywords", "key topics", "topics discussed", "topics covered", "トピック", "タグ", "キーワード", "标签");
        Add(PageSection.Speakers, "speakers", "participants", "出演者", "話者", "登壇者");
        Add(PageSection.Links, "source material", "sources", "links", "references", "resources", "mentioned in this episode", "mentions", "mentioned", "further reading", "related", "related episodes", "related videos", "more episodes", "more videos", "more transcripts", "recommended", "recommended videos", "up next", "you might also like", "show links", "links mentioned", "resources mentioned", "listen on", "follow us", "subscribe", "出典", "参考", "参考資料", "リンク", "関連", "関連リンク", "関連動画", "参考链接");
        Add(PageSection.Transcript, "transcript", "full transcript", "episode transcript", "transcription", "video transcript", "full transcription", "raw transcript", "text", "full text", "transcript text", "文字起こし", "トランスクリプト", "書き起こし", "全文文字起こし", "全文書き起こし", "本文", "全文", "文字稿", "逐字稿");
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

        var isKnown = Known.TryGetValue(title.TrimEnd(':', '：').TrimEnd(), out var known) && (isMarked || !OrdinaryWords.Contains(title));
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
