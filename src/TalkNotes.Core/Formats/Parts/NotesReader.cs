using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>
/// Reads Markdown notes: each bullet is a claim, whole, with the lines that go on with it. Leads that end in a colon, links to
/// other notes, code and tables are kept but claim nothing; prose under a heading is a note, one claim a sentence.
/// </summary>
/// <param name="talk">Takes what is found.</param>
/// <param name="isOwn">Whether this program wrote the notes: then every bullet is a claim, and marks of its words are escaped.</param>
internal sealed class NotesReader(TalkBuilder talk, bool isOwn = false)
{
    private const string Related = "links to other notes";
    private readonly NotesTable _table = new(talk);
    private readonly List<string> _videos = [];
    private string? _heading;
    private PageSection _section = PageSection.Notes;
    private bool _isHeader = true;
    private bool _isRelated;
    private bool _isCode;
    private bool _isComment;

    /// <summary>Reads from a line to the end.</summary>
    public void Read(int from)
    {
        foreach (var line in talk.FreeLines(from, talk.LastLine))
        {
            var text = talk[line];
            if (!talk.IsFree(line) || TryVerbatim(text, line) || TryHeading(text, line))
            {
                continue;
            }

            if (LineShapes.IsRule(text) || text.Trim() is "-" or "*" or "+" or ">" || text.TrimStart().StartsWith("![", StringComparison.Ordinal))
            {
                talk.Chrome(line, "rule");
            }
            else if (HtmlPage.IsTags(text))
            {
                talk.Chrome(line, "mark-up");
            }
            else if (text.TrimStart().StartsWith('|'))
            {
                _table.Take(line, _heading);
            }
            else if (text.StartsWith("[^", StringComparison.Ordinal) || (_section is PageSection.Topics && !LineShapes.TryHeading(text, out var _, out _)))
            {
                TakeAside(text, line);
            }
            else
            {
                TakeBlock(text, line);
            }
        }

        if (talk.Stated.Url is null && _videos.Distinct(StringComparer.Ordinal).Count() == 1)
        {
            talk.Stated.Add(FieldMeaning.Url, "url", _videos[0], LineOf(_videos[0]));
        }
    }

    /// <summary>Code between fences and comments between <c>&lt;!--</c> and <c>--&gt;</c>.</summary>
    private bool TryVerbatim(string text, int line)
    {
        var trimmed = text.TrimStart();
        var isFence = trimmed.StartsWith("```", StringComparison.Ordinal) || trimmed.StartsWith("~~~", StringComparison.Ordinal);
        _isCode ^= isFence && !_isComment;
        _isComment |= !_isCode && trimmed.StartsWith("<!--", StringComparison.Ordinal);
        if (!_isCode && !isFence && !_isComment)
        {
            return false;
        }

        talk.Use(line, _isComment ? "comment" : "code");
        _isComment &= !text.Contains("-->", StringComparison.Ordinal);
        return true;
    }

    private bool TryHeading(string text, int line)
    {
        var isUnderlined = NotesHeadings.IsUnderlined(talk, text, line, out var level);
        var heading = text;
        if (!isUnderlined && !LineShapes.TryHeading(text, out level, out heading) && !NotesHeadings.IsPlain(talk, text, line, _isHeader, out level, out heading))
        {
            return false;
        }

        if (isUnderlined)
        {
            talk.Chrome(line + 1, "rule");
        }

        var plain = isOwn ? MarkdownEscapes.Undo(heading) : Markdown.Plain(heading);
        if (level == 1 && _isHeader && talk.Stated.Title is null && plain.Length > 0)
        {
            talk.Stated.Add(FieldMeaning.Title, "title", NotesOrigins.WithoutSuffix(plain), new LineSpan(line));
            talk.Use(line, "title");
            return true;
        }

        _isHeader &= level == 1;
        _heading = plain;
        _section = PageHeadings.TryRead(plain, out var section, out _) ? section : PageSection.Notes;
        _isRelated = NotesLines.IsRelated(plain) || _section == PageSection.Links;
        talk.Chrome(line, "heading");
        return true;
    }

    /// <summary>A footnote, or a line of topics.</summary>
    private void TakeAside(string text, int line)
    {
        if (text.StartsWith("[^", StringComparison.Ordinal))
        {
            talk.Use(line, "footnote");
            return;
        }

        talk.Stated.Add(FieldMeaning.Topics, _heading!, Markdown.Plain(LineShapes.TryBullet(text, out var topic) ? topic : text), new LineSpan(line));
        talk.Use(line, "topics");
    }

    private void TakeBlock(string text, int line)
    {
        var isQuoted = NotesLines.IsQuoted(text);
        var bare = isQuoted ? text.Trim().TrimStart('>').Trim() : text.Trim();
        var isBullet = LineShapes.TryBullet(bare, out var item);
        var block = BlockFrom(line, isBullet ? item : bare, isBullet);
        var words = isBullet ? ClaimTail.Bare(block.Text) : block.Text;
        if (isOwn && isBullet)
        {
            TakeOwn(words, block.Lines);
            return;
        }

        _videos.AddRange(StatedValues.Addresses(words).Where(a => !_isRelated && YouTube.VideoId(a) is not null));
        if (!isBullet && NotesLines.IsRelatedLead(words))
        {
            _isRelated = true;
        }

        if (_isRelated || NotesLines.IsLink(words))
        {
            talk.Use(block.Lines, Related);
        }
        else if (TryField(words, block.Lines, isBullet))
        {
            talk.Use(block.Lines, "field");
        }
        else if (words.EndsWith(':'))
        {
            talk.Use(block.Lines, "lead");
        }
        else if (isBullet)
        {
            TakeClaim(words, block.Lines);
        }
        else
        {
            TakeProse(block, isQuoted);
        }
    }

    /// <summary>In notes of this program only square brackets behind the words are markers; any other mark is escaped.</summary>
    private void TakeOwn(string words, LineSpan lines)
    {
        var markers = new List<string>();
        for (var tail = ClaimTail.Of(words); tail.Marker is { } marker && words[tail.MarkerStart] == '['; tail = ClaimTail.Of(words))
        {
            markers.Insert(0, marker);
            words = words[..tail.MarkerStart].TrimEnd();
        }

        talk.AddClaim(ClaimKind.Claim, _heading, MarkdownEscapes.Undo(words), lines, markers.Count == 0 ? null : string.Join(", ", markers));
        talk.Use(lines, "claim");
    }

    private void TakeClaim(string words, LineSpan lines)
    {
        var (claim, marker) = StatusMarkers.Split(Markdown.Plain(NotesLines.WithoutBox(words)));
        if (_section == PageSection.Quotes && Attribution.TrySplit(claim, out var quoted, out var name))
        {
            talk.AddClaim(ClaimKind.Quote, _heading, quoted, lines, marker, name);
        }
        else
        {
            talk.AddClaim(ClaimKind.Claim, _heading, claim, lines, marker);
        }

        talk.Use(lines, "claim");
    }

    private void TakeProse(Paragraph block, bool isQuoted)
    {
        if (isQuoted && Attribution.TrySplit(block.Text, out var quoted, out var name))
        {
            talk.AddClaim(ClaimKind.Quote, _heading, quoted, block.Lines, attributedTo: name);
            talk.Use(block.Lines, "quote");
            return;
        }

        talk.Use(block.Lines, "note");
        if (_isHeader)
        {
            NoteOrigin(block.Text);
            talk.Stated.Keep("note", Markdown.Plain(block.Text), block.Lines);
            return;
        }

        var before = talk.Claims.Count;
        talk.AddSentences(ClaimKind.Summary, _heading, block);
        for (var i = before; i < talk.Claims.Count; i++)
        {
            var (claim, marker) = StatusMarkers.Split(Markdown.Plain(ClaimTail.Bare(talk.Claims[i].Text)));
            talk.Claims[i] = talk.Claims[i] with { Text = claim, Marker = marker };
        }
    }

    /// <summary>A block and the lines that go on with it: no blank line between, no mark of a new block.</summary>
    private Paragraph BlockFrom(int line, string first, bool isBullet)
    {
        var block = Paragraph.Of(first, line);
        for (var next = line + 1; next <= talk.LastLine && !talk.IsBlank(next) && NotesLines.IsQuoted(talk[next]) == NotesLines.IsQuoted(talk[line]) && GoesOn(talk[next], isBullet || !EndsLine(talk[next - 1])); next++)
        {
            block.Add(talk[next].Trim().TrimStart('>'), next);
        }

        return block;
    }

    /// <summary>Fields of the header stand on lines of their own, and a paragraph line may end with a hard break.</summary>
    private bool EndsLine(string above) => above.EndsWith("  ", StringComparison.Ordinal) || above.EndsWith('\\') || IsHeaderField(above);

    private bool GoesOn(string text, bool mayGoOn) => mayGoOn && NotesLines.MayGoOn(text) && !IsHeaderField(text);

    private bool IsHeaderField(string text) => _isHeader && KeyValue.TrySplit(text, out _, out _);

    /// <summary>
    /// <c>Key: value</c>: below the title any short key, further down only one that says where the talk is or how sure the
    /// note is. A bullet counts only above the first heading and with a known key, or when it is an address alone.
    /// </summary>
    private bool TryField(string words, LineSpan lines, bool isBullet)
    {
        if (StatedValues.IsAddress(words) && (_isHeader || !isBullet))
        {
            talk.Stated.Add(FieldMeaning.Url, "url", words, lines);
            return true;
        }

        if (!KeyValue.TrySplit(words, out var key, out var value) || value.Length == 0)
        {
            return false;
        }

        var meaning = FieldMeanings.Of(key);
        var isKnown = meaning is not FieldMeaning.Other && !meaning.MakesClaims();
        var isPlain = !isBullet && (meaning is FieldMeaning.Url or FieldMeaning.Status || StatedValues.IsAddress(value));
        if (!(_isHeader ? isKnown || !isBullet : isPlain))
        {
            return false;
        }

        if (_isHeader && !isKnown)
        {
            NoteOrigin(key);
        }

        talk.Stated.Add(isKnown ? meaning : FieldMeaning.Other, key, meaning == FieldMeaning.Url ? value : Markdown.Plain(value), lines);
        return true;
    }

    private void NoteOrigin(string text)
    {
        if (NotesOrigins.IsTool(text))
        {
            talk.Stated.NotesOrigin = Origin.Ai;
        }
    }

    private LineSpan LineOf(string address)
    {
        var line = 1;
        while (line < talk.LastLine && !talk[line].Contains(address, StringComparison.Ordinal))
        {
            line++;
        }

        return new LineSpan(line);
    }
}
