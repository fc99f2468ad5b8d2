using TalkNotes.Core.Documents;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>The claims that stand in fields of the front matter: summary, description, key points, quotes.</summary>
internal static class FieldClaims
{
    /// <summary>
    /// Text on one or several lines. Lines that neither hold nor end a sentence are statements of their own
    /// (<c>summary: |</c> with one statement a line); otherwise the lines are wrapped prose.
    /// </summary>
    public static void AddText(TalkBuilder talk, FieldMeaning meaning, string key, List<(string Text, LineSpan Lines)> lines)
    {
        var kept = lines.Where(l => !IsHeaderLine(l.Text)).ToList();
        if (kept.Count == 0)
        {
            return;
        }

        var areStatements = kept.TrueForAll(l => !HasSentence(l.Text));
        if (meaning == FieldMeaning.Summary)
        {
            talk.Stated.AddSummary(string.Join(areStatements ? '\n' : ' ', kept.Select(l => l.Text)));
        }

        if (areStatements)
        {
            AddItems(talk, meaning, key, kept.ConvertAll(l => new YamlItem(l.Text, null, null, l.Lines)));
            return;
        }

        var prose = new Paragraph();
        foreach (var (text, span) in kept)
        {
            prose.Add(text, span.First);
        }

        var whole = kept[0].Lines.Through(kept[^1].Lines);
        var words = prose.Text;
        foreach (var sentence in Sentences.Of(words))
        {
            var where = kept.Count == 1 ? whole : prose.LinesOf(sentence.Start, sentence.End);
            Add(talk, meaning, key, words[sentence.Start..sentence.End], where);
        }
    }

    /// <summary>One claim an item.</summary>
    public static void AddItems(TalkBuilder talk, FieldMeaning meaning, string key, List<YamlItem> items)
    {
        foreach (var item in items)
        {
            if (meaning.MakesClaims() && !IsHeaderLine(item.Text) && !StatedValues.IsPlaceholder(item.Text))
            {
                Add(talk, meaning, key, item.Text, item.Lines, item.Marker, item.By);
            }
        }
    }

    private static void Add(TalkBuilder talk, FieldMeaning meaning, string key, string text, LineSpan lines, string? marker = null, string? by = null)
    {
        var (claim, own) = StatusMarkers.Split(WithoutStamp(text));
        if (meaning == FieldMeaning.Quotes && Attribution.TrySplit(claim, out var words, out var name))
        {
            (claim, by) = (words, by ?? name);
        }

        talk.AddClaim(KindOf(meaning), key, claim, lines, marker ?? own, by);
    }

    private static ClaimKind KindOf(FieldMeaning meaning) => meaning switch
    {
        FieldMeaning.KeyPoints => ClaimKind.KeyPoint,
        FieldMeaning.Quotes => ClaimKind.Quote,
        FieldMeaning.Claims => ClaimKind.Claim,
        _ => ClaimKind.Summary,
    };

    /// <summary>Tools copy captions into these fields, bullet, time and turn mark included.</summary>
    private static string WithoutStamp(string text) =>
        (Stamps.TryTimedBullet(text, out _, out _, out var cue) ? cue : LineShapes.TryBullet(text, out var item) ? item : text).TrimStart('>', ' ');

    /// <summary>A line of the document's own header that a tool took for its first words: <c>- URL: https://…</c>.</summary>
    private static bool IsHeaderLine(string text)
    {
        var bare = LineShapes.TryBullet(text, out var item) ? item : text;
        var colon = bare.IndexOf(": ", StringComparison.Ordinal);
        return LineShapes.TryHeading(text, out _, out _) || bare.StartsWith("http", StringComparison.Ordinal)
            || (colon > 0 && FieldMeanings.Of(bare[..colon]) is FieldMeaning.Url or FieldMeaning.Retrieved or FieldMeaning.VideoId or FieldMeaning.Language);
    }

    private static bool HasSentence(string text)
    {
        var sentences = Sentences.Of(text);
        return sentences.Count > 1 || (sentences.Count == 1 && text[^1] is '.' or '!' or '?' or '。' or '…');
    }
}
