namespace TalkNotes.Core.Formats.Parts;

/// <summary>Finds the titles that stand in a list under a heading like "Chapters": their times are not times of what was said.</summary>
internal static class ChapterLists
{
    /// <summary>A longer list is the transcript itself, whatever its heading says.</summary>
    private const int LongestList = 60;

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

        return listed;
    }

    /// <summary>A bullet, or a title behind a time or a range.</summary>
    public static bool IsListed(string line) => LineShapes.TryBullet(line, out _) || (Stamps.TryLeading(line, out _, out _, out var title) && title.Length > 0);
}
