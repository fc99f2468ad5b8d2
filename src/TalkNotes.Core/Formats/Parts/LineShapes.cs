namespace TalkNotes.Core.Formats.Parts;

/// <summary>The shapes of single lines that several formats share. Times have <see cref="Stamps"/>. All are hand-written scanners: linear, without exceptions.</summary>
internal static class LineShapes
{
    private const string BulletMarks = "-*+•◦‣▪●・";

    /// <summary>Marks that are nothing but bullets need no blank behind them.</summary>
    private const string PureBulletMarks = "•◦‣▪●・";

    /// <summary><c>## Heading ##</c> → 2, "Heading".</summary>
    public static bool TryHeading(string line, out int level, out string text)
    {
        var rest = line.AsSpan().TrimStart();
        level = 0;
        while (level < rest.Length && rest[level] == '#')
        {
            level++;
        }

        var isHeading = level is > 0 and <= 6 && (level == rest.Length || char.IsWhiteSpace(rest[level])) && !IsRule(line);
        text = isHeading ? rest[level..].Trim().TrimEnd('#').TrimEnd().ToString() : "";
        return isHeading;
    }

    /// <summary><c>  • text</c>, <c>- text</c>, <c>3. text</c>, <c>3) text</c>.</summary>
    public static bool TryBullet(string line, out string text)
    {
        var rest = line.AsSpan().TrimStart();
        var mark = 0;
        if (rest.Length > 0 && BulletMarks.Contains(rest[0]))
        {
            mark = 1;
        }
        else
        {
            while (mark < rest.Length && mark < 4 && char.IsAsciiDigit(rest[mark]))
            {
                mark++;
            }

            mark = mark > 0 && mark < rest.Length && rest[mark] is '.' or ')' ? mark + 1 : 0;
        }

        var isBullet = mark > 0 && mark < rest.Length && (char.IsWhiteSpace(rest[mark]) || PureBulletMarks.Contains(rest[0])) && !rest[mark..].IsWhiteSpace();
        text = isBullet ? rest[mark..].Trim().ToString() : "";
        return isBullet;
    }

    /// <summary>Whether a line is a bullet's mark, for readers of several marks.</summary>
    public static bool IsBulletMark(char c) => BulletMarks.Contains(c);

    /// <summary>Whether a line is a rule: <c>---</c>, <c>***</c>, <c>___</c>, <c>* * *</c>, <c>###</c>.</summary>
    public static bool IsRule(string line)
    {
        var text = line.AsSpan().Trim();
        if (text.Length < 3 || text[0] is not ('-' or '*' or '_' or '=' or '—' or '#'))
        {
            return false;
        }

        var marks = 0;
        foreach (var c in text)
        {
            if (c != text[0] && c != ' ')
            {
                return false;
            }

            marks += c == text[0] ? 1 : 0;
        }

        return marks >= 3;
    }
}
