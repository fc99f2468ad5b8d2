using System.Globalization;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>The headings of notes that have no <c>#</c>.</summary>
internal static class NotesHeadings
{
    private const int Longest = 80;

    /// <summary>A heading with a line of <c>===</c> or <c>---</c> under it.</summary>
    public static bool IsUnderlined(TalkBuilder talk, string text, int line, out int level)
    {
        var below = line < talk.LastLine && talk.IsFree(line + 1) ? talk[line + 1].Trim() : "";
        level = below.StartsWith("===", StringComparison.Ordinal) ? 1 : below.StartsWith("---", StringComparison.Ordinal) ? 2 : 0;
        return level > 0 && LineShapes.IsRule(below) && text.Length < 100 && text.TrimEnd()[^1] is not ('.' or ':' or '!') && !LineShapes.IsRule(text)
            && !LineShapes.TryBullet(text, out _) && !LineShapes.TryHeading(text, out _, out _) && !text.TrimStart().StartsWith('|');
    }

    /// <summary>
    /// A heading without a mark: a few words between blank lines that end no sentence, with a bullet below; as the very first
    /// line, with anything else below, the title.
    /// </summary>
    public static bool IsPlain(TalkBuilder talk, string text, int line, bool isHeader, out int level, out string heading)
    {
        heading = text.Trim();
        var isFirst = talk.Stated.Title is null && line == talk.FirstLine;
        level = isFirst ? 1 : 2;
        var isAlone = (line == 1 || talk.IsBlank(line - 1)) && (line == talk.LastLine || talk.IsBlank(line + 1) || LineShapes.TryBullet(talk[line + 1], out _));
        if (!isAlone || heading.Length > Longest || !(char.IsUpper(heading[0]) || char.GetUnicodeCategory(heading[0]) == UnicodeCategory.OtherLetter)
            || ".!?:;,。！？：".Contains(heading[^1]) || KeyValue.TrySplit(heading, out _, out _) || StatedValues.FirstAddress(heading) is not null || (isHeader && !isFirst && NotesOrigins.IsTool(heading)))
        {
            return false;
        }

        var next = talk.FreeLines(line + 1, talk.LastLine).FirstOrDefault();
        var hasBullets = next > 0 && LineShapes.TryBullet(talk[next], out _);
        return isFirst ? next > 0 && !hasBullets : hasBullets;
    }
}
