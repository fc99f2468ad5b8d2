namespace TalkNotes.Core.Formats.Parts;

/// <summary>Finds the titles that stand in a list under a heading like "Chapters": their times are not times of what was said.</summary>
internal static class ChapterLists
{
    /// <summary>A longer list is the transcript itself, whatever its heading says.</summary>
    private const int LongestList = 60;

    private const int FewestUnheaded = 3;
    private const int LongestTitle = 90;

    /// <summary>The indexes of listed titles among lines; blank lines may stand between.</summary>
    public static HashSet<int> Of(IReadOnlyList<string> lines)
    {
        var listed = new HashSet<int>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (!PageHeadings.TryRead(lines[i], out var section, out _) || section != PageSection.Chapters)
            {
                continue;
            }

            var list = new List<int>();
            for (var next = i + 1; next < lines.Count && list.Count <= LongestList && (string.IsNullOrWhiteSpace(lines[next]) || IsListed(lines[next])); next++)
            {
                list.Add(next);
            }

            if (list.Count <= LongestList)
            {
                listed.UnionWith(list);
            }
        }

        return listed.Count > 0 ? listed : Unheaded(lines);
    }

    /// <summary>
    /// Titles behind times that nothing heads, above a transcript whose times begin anew: three or more in a row, in order,
    /// short, and none of them a sentence.
    /// </summary>
    private static HashSet<int> Unheaded(IReadOnlyList<string> lines)
    {
        var run = new List<int>();
        var last = TimeSpan.MinValue;
        for (var i = 0; i < lines.Count && run.Count <= LongestList; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
            {
                continue;
            }

            if (TryTitle(lines[i], out var start) && start > last)
            {
                run.Add(i);
                last = start;
            }
            else if (run.Count >= FewestUnheaded)
            {
                var next = lines.Skip(i).Select(l => Stamps.TryAny(l, out var time) ? time : (TimeSpan?)null).FirstOrDefault(t => t is not null);
                return next < last ? [.. run] : [];
            }
            else
            {
                run.Clear();
                last = TimeSpan.MinValue;
            }
        }

        return [];
    }

    /// <summary>A short title behind a time, which ends no sentence.</summary>
    public static bool TryTitle(string line, out TimeSpan start)
    {
        var text = LineShapes.TryBullet(line, out var item) ? item : line;
        return Stamps.TryLeading(text, out start, out _, out var title) && title.Length is > 0 and <= LongestTitle && title[^1] is not ('.' or ',' or ';' or '…') && !SpeakerLabel.TrySplit(title, out _, out _);
    }

    /// <summary>A bullet, or a title behind a time or a range.</summary>
    public static bool IsListed(string line) => LineShapes.TryBullet(line, out _) || (Stamps.TryLeading(line, out _, out _, out var title) && title.Length > 0);
}
