namespace TalkNotes.Core.Formats.Parts;

/// <summary>Times read aloud at the start of a line, glued to the words behind them: <c>1 minute, 5 secondsso today</c>, <c>4 Sekundenalso</c>, <c>4 秒さて</c>.</summary>
internal static class AloudTimes
{
    /// <summary>The words for one and for many, of hours, minutes and seconds.</summary>
    private static readonly (string One, string Many)[][] Languages =
    [
        [("hour", "hours"), ("minute", "minutes"), ("second", "seconds")],
        [("Stunde", "Stunden"), ("Minute", "Minuten"), ("Sekunde", "Sekunden")],
        [("heure", "heures"), ("minute", "minutes"), ("seconde", "secondes")],
        [("hora", "horas"), ("minuto", "minutos"), ("segundo", "segundos")],
        [("ora", "ore"), ("minuto", "minuti"), ("secondo", "secondi")],
        [("uur", "uur"), ("minuut", "minuten"), ("seconde", "seconden")],
        [("時間", "時間"), ("分", "分"), ("秒", "秒")],
        [("小时", "小时"), ("分钟", "分钟"), ("秒钟", "秒钟")],
        [("小時", "小時"), ("分鐘", "分鐘"), ("秒", "秒")],
        [("시간", "시간"), ("분", "분"), ("초", "초")],
    ];

    private static readonly string[] Joiners = [", ", " und ", " et ", " y ", " e ", " en ", " ", ""];

    /// <summary>The length of the time; 0 where the line does not begin with one and go on with words.</summary>
    public static int Length(ReadOnlySpan<char> line)
    {
        var longest = 0;
        foreach (var units in line.Length > 0 && char.IsAsciiDigit(line[0]) ? Languages : [])
        {
            longest = Math.Max(longest, LengthIn(line, units));
        }

        return line[longest..].TrimStart() is { Length: > 0 } words && char.IsLetterOrDigit(words[0]) ? longest : 0;
    }

    /// <summary>Whether a line is such a time and nothing else.</summary>
    public static bool IsWhole(string line) => line.Length > 0 && char.IsAsciiDigit(line[0]) && Array.Exists(Languages, units => LengthIn(line, units) == line.Length);

    private static int LengthIn(ReadOnlySpan<char> line, (string One, string Many)[] units)
    {
        var at = 0;
        for (var unit = 0; unit < units.Length;)
        {
            var from = at;
            foreach (var joiner in at == 0 ? [""] : Joiners)
            {
                if (line[at..].StartsWith(joiner, StringComparison.Ordinal) && at + joiner.Length < line.Length && char.IsAsciiDigit(line[at + joiner.Length]))
                {
                    from = at + joiner.Length;
                    break;
                }
            }

            var digits = line[from..].IndexOfAnyExceptInRange('0', '9');
            if (digits is < 1 or > 3)
            {
                return at;
            }

            var behind = line[(from + digits)..];
            var blank = behind[0] is ' ' or '\u00A0' ? 1 : 0;
            var (one, many) = units[unit++];
            var word = line.Slice(from, digits) is "1" ? one : behind[blank..].StartsWith(many, StringComparison.Ordinal) ? many : one;
            at = behind[blank..].StartsWith(word, StringComparison.Ordinal) ? from + digits + blank + word.Length : at;
        }

        return at;
    }
}
