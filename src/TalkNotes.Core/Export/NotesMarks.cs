using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats;
using TalkNotes.Core.Formats.Parts;

namespace TalkNotes.Core.Export;

/// <summary>
/// Writes verdicts into notes: the marker of each judged claim, with links to the words it rests on, and nothing else.
/// Every line without a judged claim stays byte for byte.
/// </summary>
internal static class NotesMarks
{
    /// <summary>The lines that change, by number from 1.</summary>
    /// <param name="notes">The notes, as their format understood them.</param>
    /// <param name="marks">What to say of each claim, by the hash of its words.</param>
    public static SortedDictionary<int, string> Lines(ParsedSource notes, IReadOnlyDictionary<string, ClaimMark> marks)
    {
        var isOwn = notes.Format.Id == FormatIds.OwnNotes;
        var lines = new SortedDictionary<int, string>();
        foreach (var claim in notes.Document.Claims)
        {
            if (!marks.TryGetValue(ClaimKey.TextHash(claim.Text), out var mark) || (mark.Word is null && !isOwn))
            {
                continue;
            }

            foreach (var place in claim.AlsoLines.Prepend(claim.Lines))
            {
                var isBullet = notes.Ledger[place.First].Owner == "claim";
                var at = isBullet ? MarkedLine(notes.Source, place) : place.First;
                var line = lines.GetValueOrDefault(at) ?? notes.Source.Lines[at - 1];
                var marked = mark.Word is null ? line : isBullet ? InBullet(line, mark) : InProse(line, claim.Text, mark);
                lines[at] = isOwn ? WithBlock(marked, mark.Id) : marked;
            }
        }

        foreach (var same in lines.Where(l => l.Value == notes.Source.Lines[l.Key - 1]).Select(l => l.Key).ToList())
        {
            lines.Remove(same);
        }

        return lines;
    }

    /// <summary>A bullet may go on over several lines; its marker stands on the last one that has any, else on the last.</summary>
    private static int MarkedLine(SourceText source, LineSpan bullet)
    {
        for (var line = bullet.Last; line > bullet.First; line--)
        {
            if (ClaimTail.Of(source.Lines[line - 1]).Marker is not null)
            {
                return line;
            }
        }

        var first = source.Lines[bullet.First - 1];
        return ClaimTail.Of(first).Marker is not null || TryHead(first, out _, out _) ? bullet.First : bullet.Last;
    }

    private static string InBullet(string line, ClaimMark mark)
    {
        var tail = ClaimTail.Of(line);
        if (tail.Marker is { } marker)
        {
            var added = mark with { Links = [.. mark.Links.Where(l => !tail.Links.Any(t => t.Url == ClaimMark.Address(l.Url)))] };
            return ClaimMark.IsStatus(marker)
                ? line[..tail.MarkerStart] + added.Text() + line[tail.MarkerEnd..]
                : line[..tail.LinksEnd] + " " + mark.Text() + line[tail.LinksEnd..];
        }

        if (TryHead(line, out var open, out var close))
        {
            return line[..open] + $"[{mark.Word}]" + line[close..];
        }

        return line[..tail.MarkerEnd] + " " + mark.Text() + line[tail.MarkerEnd..];
    }

    /// <summary>A status before the words: <c>- [Unverified] text</c>.</summary>
    private static bool TryHead(string line, out int open, out int close)
    {
        (open, close) = (0, 0);
        if (!LineShapes.TryBullet(line.TrimStart('>', ' '), out var item) || !item.StartsWith('['))
        {
            return false;
        }

        open = line.IndexOf(item, StringComparison.Ordinal);
        close = line.IndexOf(']', open) + 1;
        return close > open + 2 && ClaimMark.IsStatus(line[(open + 1)..(close - 1)]);
    }

    /// <summary>A sentence within prose: its marker stands before the full stop, or behind the words where there is none.</summary>
    private static string InProse(string line, string claim, ClaimMark mark)
    {
        var words = claim.TrimEnd('.');
        var at = line.IndexOf(words, StringComparison.Ordinal);
        if (at < 0)
        {
            return line; // written with marks inside, or over two lines: the verdict stands in every other export
        }

        var end = at + words.Length;
        var open = end + line.AsSpan(end).Length - line.AsSpan(end).TrimStart().Length;
        var close = open < line.Length && line[open] == '[' ? line.IndexOf(']', open) + 1 : 0;
        return close > 0 && ClaimMark.IsStatus(line[(open + 1)..(close - 1)])
            ? line[..open] + mark.Text() + line[close..]
            : line[..end] + " " + mark.Text() + line[end..];
    }

    /// <summary>The line with the claim's own name at its end, so that other notes can link to it.</summary>
    private static string WithBlock(string line, string id)
    {
        var end = line.TrimEnd().Length;
        if (ClaimTail.Of(line).Block is { } block)
        {
            end = line[..(end - block.Length - 1)].TrimEnd().Length;
        }

        return line[..end] + " ^" + id;
    }
}
