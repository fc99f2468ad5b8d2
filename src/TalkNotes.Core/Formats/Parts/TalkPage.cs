using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>
/// Reads a page about one talk: front matter, header, sections (summary, key points, chapters, …) and the transcript, each
/// of which may be missing. The page formats differ in the marks by which they are known; what the marks mean is here.
/// </summary>
internal sealed class TalkPage
{
    private const int LongestHeading = 60;

    private readonly TalkBuilder _talk;
    private readonly SectionRanges _ranges;
    private readonly PageHeader _header;
    private PageSection _section = PageSection.Header;
    private string? _heading;
    private Paragraph _prose = new();
    private Paragraph _item = new();

    private TalkPage(TalkBuilder talk)
    {
        _talk = talk;
        _ranges = new SectionRanges(talk);
        _header = new PageHeader(talk);
    }

    /// <summary>Reads a source as such a page.</summary>
    /// <param name="source">The source.</param>
    /// <param name="ledger">Its ledger.</param>
    /// <param name="shape">The shape of its transcript by which the format knew it; null where any may be.</param>
    public static TalkDocument Read(SourceText source, LineLedger ledger, TranscriptShape? shape = null)
    {
        source = PlainLines.Of(source);
        var talk = new TalkBuilder(source, ledger);
        var top = FrontMatter.Read(source, talk) + 1;
        var spoken = PageParts.FirstSpokenLine(source, top, shape);
        var page = new TalkPage(talk);
        page.ReadSections(top, spoken - 1);
        PageParts.TakeFooter(talk, spoken);
        var tail = PageParts.Tail(talk, spoken, shape);
        Transcript.Read(talk, spoken, tail - 1, shape);
        page.ReadSections(tail, talk.LastLine);
        if (talk.Stated.Title is { } title && BeginsWith(talk.Segments, title))
        {
            talk.Stated.DoubtTitle("repeats the first words of the transcript");
        }

        return talk.Build();
    }

    /// <summary>Whether the transcript begins with these words; tools that find no title take its first sentence.</summary>
    private static bool BeginsWith(List<Segment> segments, string words)
    {
        var wanted = Letters(words);
        var begin = string.Concat(segments.Take(50).Select(s => Letters(s.Text)));
        return words.Count(char.IsWhiteSpace) >= 3 && begin.StartsWith(wanted, StringComparison.OrdinalIgnoreCase);
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private void ReadSections(int from, int to)
    {
        foreach (var line in _talk.FreeLines(from, to))
        {
            var text = _talk[line];
            if (!_item.IsEmpty && (_item.Lines.Last < line - 1 || !char.IsWhiteSpace(text[0]) || LineShapes.TryBullet(text, out _)))
            {
                EndItem();
            }

            if (!_prose.IsEmpty && _prose.Lines.Last < line - 1)
            {
                EndProse();
            }

            if (PageHeadings.TryRead(text, out var section, out var heading) || IsUnknownHeading(line, to, out section, out heading))
            {
                EndBlocks();
                (_section, _heading) = (section, heading);
                _talk.Chrome(line, "heading");
            }
            else if (LineShapes.IsRule(text))
            {
                EndBlocks();
                _talk.Chrome(line, "rule");
            }
            else
            {
                TakeLine(text, line);
            }
        }

        EndBlocks();
    }

    /// <summary>
    /// A few words on a line of their own that end no sentence, with bullets or sentences below: the heading of a section that
    /// nobody knows. Key points and quotes have titles of their own.
    /// </summary>
    private bool IsUnknownHeading(int line, int to, out PageSection section, out string heading)
    {
        (section, heading) = (PageSection.Notes, _talk[line].Trim());
        if (_section is not (PageSection.Summary or PageSection.WhyItMatters or PageSection.Claims or PageSection.Notes)
            || !_prose.IsEmpty || heading.Length > LongestHeading || heading.Count(char.IsWhiteSpace) > 5 || !char.IsLetter(heading[0]) || char.IsLower(heading[0])
            || !char.IsLetterOrDigit(heading[^1]) || heading.Contains(':', StringComparison.Ordinal) || (line > 1 && !_talk.IsBlank(line - 1)))
        {
            return false;
        }

        var next = _talk.FreeLines(line + 1, to).FirstOrDefault();
        return next > 0 && (LineShapes.TryBullet(_talk[next], out _) || (next > line + 1 && ".!?。".Contains(_talk[next].TrimEnd()[^1])));
    }

    /// <summary>Whether a line of the header is one of three or more titles behind times, which list the chapters.</summary>
    private bool IsListed(int line)
    {
        if (!ChapterLists.TryTitle(_talk[line], out _))
        {
            return false;
        }

        var above = Enumerable.Range(1, line - 1).Reverse().TakeWhile(l => _talk.IsBlank(l) || ChapterLists.TryTitle(_talk[l], out _)).Count(l => !_talk.IsBlank(l));
        var below = Enumerable.Range(line + 1, Math.Max(0, _talk.LastLine - line)).TakeWhile(l => _talk.IsBlank(l) || ChapterLists.TryTitle(_talk[l], out _)).Take(10).Count(l => !_talk.IsBlank(l));
        return above + below >= 2;
    }

    private void TakeLine(string text, int line)
    {
        if (_section == PageSection.Chapters || (_section == PageSection.Header && IsListed(line)))
        {
            if (!_ranges.TryTake(line) && text.TrimEnd()[^1] is '.' or ':' or '!') // a label may be called like a button ("watch")
            {
                _talk.Stated.Keep(_heading ?? "chapters", text.Trim(), new LineSpan(line)); // "Click a title to jump there."
                _talk.Use(line, "note");
            }

            return;
        }

        if (Furniture.TryTake(_talk, line) || FactsLine.TryTake(_talk, line))
        {
            return;
        }

        switch (_section)
        {
            case PageSection.Header or PageSection.Transcript:
                _header.Take(line);
                break;
            case PageSection.Topics:
                _talk.Stated.Add(FieldMeaning.Topics, _heading!, LineShapes.TryBullet(text, out var topic) ? topic : text.Trim(), new LineSpan(line));
                _talk.Use(line, "topics");
                break;
            case PageSection.Speakers:
                _talk.Stated.Add(FieldMeaning.SpeakerHint, _heading!, LineShapes.TryBullet(text, out var name) ? name : text.Trim(), new LineSpan(line));
                _talk.Use(line, "field");
                break;
            case PageSection.Links:
                TakeLink(text.Trim(), line);
                break;
            default:
                TakeStatement(text, line);
                break;
        }
    }

    /// <summary>Under "Source material" or "Sources" an address is the talk's own; elsewhere it leads away.</summary>
    private void TakeLink(string text, int line)
    {
        if (FieldMeanings.Of(_heading!) == FieldMeaning.Url && StatedValues.FirstAddress(text) is not null)
        {
            _talk.Stated.Add(FieldMeaning.Url, _heading!, text, new LineSpan(line));
        }
        else
        {
            _talk.Stated.Keep(_heading!, text, new LineSpan(line));
        }

        _talk.Use(line, "links");
    }

    private void TakeStatement(string text, int line)
    {
        if (StatedValues.IsAddress(text))
        {
            EndBlocks();
            _talk.Stated.Add(FieldMeaning.Url, "url", text.Trim(), new LineSpan(line));
            _talk.Use(line, "field");
            return;
        }

        var isBullet = LineShapes.TryBullet(text, out var item);
        if (!_item.IsEmpty && !isBullet)
        {
            _item.Add(text, line); // an indented line right below goes on with the bullet
            _talk.Use(line, "claim");
        }
        else if ((_section is PageSection.Quotes || (_section is PageSection.KeyPoints && !isBullet))
            && Attribution.TrySplit(isBullet ? item : text, out var words, out var name))
        {
            EndBlocks();
            _talk.AddClaim(ClaimKind.Quote, _heading, words, new LineSpan(line), attributedTo: name);
            _talk.Use(line, "quote");
        }
        else if (isBullet)
        {
            EndBlocks();
            _item.Add(item, line);
            _talk.Use(line, "claim");
        }
        else
        {
            _prose.Add(text, line);
            _talk.Use(line, _section == PageSection.Summary ? "summary" : "note");
        }
    }

    private void EndBlocks()
    {
        EndItem();
        EndProse();
    }

    private void EndItem()
    {
        if (_item.IsEmpty)
        {
            return;
        }

        var (claim, marker) = StatusMarkers.Split(Markdown.Plain(_item.Text));
        _talk.AddClaim(_section == PageSection.Notes ? ClaimKind.Claim : _section.Kind(), _heading, claim, _item.Lines, marker);
        _item = new Paragraph();
    }

    private void EndProse()
    {
        if (_prose.IsEmpty)
        {
            return;
        }

        if (_section == PageSection.Summary)
        {
            _talk.Stated.AddSummary(_prose.Text);
        }

        _talk.AddSentences(_section.Kind(), _heading, _prose);
        _prose = new Paragraph();
    }
}
