using System.Collections.Immutable;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>
/// What stands behind the words of a claim in a line of notes: its marker, links to the words said, and the name of the
/// block (<c>… still valuable. [Verified] [12:34](https://…) ^k3ab7q2xyz</c>). Nothing of it belongs to the claim.
/// </summary>
/// <param name="Marker">The last marker, without brackets; null when there is none.</param>
/// <param name="MarkerStart">Where its bracket opens; where it would be written when there is none.</param>
/// <param name="MarkerEnd">Behind its closing bracket; the same as <paramref name="MarkerStart"/> when there is none.</param>
/// <param name="Links">Label and address of each link behind the marker; none without a marker.</param>
/// <param name="LinksEnd">Behind the last link, or behind the marker.</param>
/// <param name="Block">Name of the block, without <c>^</c>; null when it has none.</param>
internal sealed record ClaimTail(string? Marker, int MarkerStart, int MarkerEnd, ImmutableArray<(string Label, string Url)> Links, int LinksEnd, string? Block)
{
    /// <summary>Reads the end of a line; a full stop may stand behind a marker and its links.</summary>
    public static ClaimTail Of(string line)
    {
        var end = line.TrimEnd().Length;
        var block = BlockAt(line, ref end);
        var stop = line.AsSpan(0, end).TrimEnd("*_`").TrimEnd(".。").TrimEnd().TrimEnd("*_`").TrimEnd().Length;
        var links = new List<(string, string)>();
        var at = stop;
        while (TryLink(line, at, out var link, out var start))
        {
            links.Insert(0, link);
            at = start;
        }

        var open = MarkerAt(line, at);
        return open >= 0
            ? new ClaimTail(line[(open + 1)..(at - 1)].Trim().Trim('*', '_', '`'), open, at, [.. links], stop, block)
            : new ClaimTail(null, end, end, [], end, block);
    }

    /// <summary>The line without links and block name; the marker stays.</summary>
    public static string Bare(string line)
    {
        var tail = Of(line);
        if (tail.Block is null && tail.Links.Length == 0)
        {
            return line;
        }

        var end = line.TrimEnd().Length;
        BlockAt(line, ref end);
        return line[..tail.MarkerEnd] + line[tail.LinksEnd..end];
    }

    /// <summary>Where the bracket of a marker opens that closes before a place; -1 when none does, or when a backslash makes it a word.</summary>
    private static int MarkerAt(string line, int end)
    {
        if (end < 3 || !"]］】)）".Contains(line[end - 1]))
        {
            return -1;
        }

        var isRound = line[end - 1] is ')' or '）';
        var open = line.AsSpan(0, end).LastIndexOfAny(isRound ? "(（" : "[［【");
        return open >= 0 && (open == 0 || line[open - 1] != '\\') && StatusMarkers.IsMarker(line.AsSpan((open + 1)..(end - 1)), isRound) ? open : -1;
    }

    private static string? BlockAt(string line, ref int end)
    {
        var caret = end == 0 ? -1 : line.LastIndexOf('^', end - 1);
        if (caret < 1 || !char.IsWhiteSpace(line[caret - 1]) || caret + 1 == end)
        {
            return null;
        }

        foreach (var c in line.AsSpan((caret + 1)..end))
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '-')
            {
                return null;
            }
        }

        var block = line[(caret + 1)..end];
        end = line[..caret].TrimEnd().Length;
        return block;
    }

    /// <summary>A link that ends at a place, with a blank before it: <c> [label](address)</c>.</summary>
    private static bool TryLink(string line, int end, out (string Label, string Url) link, out int start)
    {
        (link, start) = (default, end);
        var middle = end > 5 && line[end - 1] == ')' ? line.LastIndexOf("](", end - 1, StringComparison.Ordinal) : -1;
        var open = middle > 1 ? line.LastIndexOf('[', middle - 1) : -1;
        if (open < 1 || !char.IsWhiteSpace(line[open - 1]))
        {
            return false;
        }

        var (label, url) = (line[(open + 1)..middle], line[(middle + 2)..(end - 1)]);
        if (label.Contains(']', StringComparison.Ordinal) || url.Length == 0 || url.AsSpan().IndexOfAny(" \t()") >= 0)
        {
            return false;
        }

        (link, start) = ((label, url), line[..open].TrimEnd().Length);
        return true;
    }
}
