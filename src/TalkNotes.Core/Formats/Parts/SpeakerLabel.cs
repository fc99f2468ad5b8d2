using System.Globalization;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>
/// The shape of one label that may begin a turn: <c>Noam Brown: text</c>, <c>**Host:** text</c>, <c>[Ada]: text</c>,
/// <c>&gt;&gt; JACOB: text</c>, <c>話者：text</c>. Whether it is one, <see cref="SpeakerLabels"/> decides over the whole transcript.
/// </summary>
internal static class SpeakerLabel
{
    private const int Longest = 60;

    /// <summary>Marks that names may hold beside letters and digits.</summary>
    private const string NameMarks = ".'’ʻ-‑&()[]_/#,・·";

    /// <summary>Words before a colon that announce something else than speech.</summary>
    private static readonly HashSet<string> NotSpeakers = new(StringComparer.OrdinalIgnoreCase)
    {
        "http", "https", "note", "notes", "example", "warning", "tip", "p.s", "ps", "chapters", "transcript", "question", "answer", "result", "fact", "update", "spoiler",
        "links", "references", "resources", "category", "views", "subscribe", "follow us", "website", "twitter", "email", "more", "disclaimer", "correction",
        "例えば", "たとえば", "つまり", "例", "注", "注意", "結論", "質問", "答え", "ちなみに", "参考", "比如", "例如", "注意事项", "问题", "答案",
    };

    /// <summary>What a person does in a talk; before a colon it may call that person to speak.</summary>
    private static readonly HashSet<string> Roles = new(StringComparer.OrdinalIgnoreCase)
    {
        "host", "co-host", "guest", "guest speaker", "interviewer", "interviewee", "moderator", "speaker", "presenter", "ホスト", "司会", "司会者", "聞き手", "ゲスト", "話者", "主持人", "嘉宾",
    };

    /// <summary>Things that are counted: <c>Episode 12: …</c> is a title, <c>Speaker 2: …</c> a turn.</summary>
    private static readonly HashSet<string> Counted = new(StringComparer.OrdinalIgnoreCase)
    {
        "episode", "ep", "ep.", "part", "chapter", "lecture", "lesson", "session", "season", "week", "day", "step", "section", "table", "figure", "fig", "fig.", "page", "volume", "vol", "vol.", "no", "no.",
        "number", "rule", "point", "phase", "level", "option", "slide", "topic", "question", "act", "scene", "issue", "story", "module", "unit", "exercise", "example", "version", "year", "item", "lightning",
    };

    /// <summary>Small words that names may hold in lower case.</summary>
    private static readonly HashSet<string> Particles = new(StringComparer.Ordinal)
    {
        "de", "da", "di", "do", "dos", "del", "della", "der", "den", "van", "von", "zu", "la", "le", "el", "al", "bin", "ibn", "ben", "of", "the", "and", "y", "e", "du", "des", "ter", "af",
    };

    /// <summary>Words that begin sentences and no names, alone or before others.</summary>
    private static readonly HashSet<string> Openers = new(StringComparer.OrdinalIgnoreCase)
    {
        "what", "what's", "why", "how", "when", "where", "which", "so", "but", "and", "or", "if", "then", "because", "here", "here's", "there", "there's", "this", "that", "that's",
        "these", "those", "it", "it's", "is", "are", "was", "were", "also", "now", "well", "first", "second", "third", "finally", "yes", "yeah", "remember", "again", "basically",
        "anyway", "actually", "okay", "ok", "oh", "meaning", "say", "think", "imagine", "just", "like", "not", "only", "let's", "we", "we're", "they", "i'm", "one", "two", "three", "today",
    };

    /// <summary>The same, but only before other words; alone they are initials of speakers, or roles.</summary>
    private static readonly HashSet<string> OpenersOfMore = new(StringComparer.OrdinalIgnoreCase)
    {
        "the", "a", "an", "my", "our", "your", "his", "her", "their", "its", "to", "of", "for", "in", "on", "at", "with", "from", "by", "as", "i", "you", "he", "she", "who", "no",
        "some", "any", "all", "every", "each", "another", "other", "most", "many", "more",
    };

    /// <summary>Reads <c>label: text</c> by its shape alone.</summary>
    /// <param name="line">The line.</param>
    /// <param name="label">The label as written, without emphasis and brackets around it.</param>
    /// <param name="text">What follows.</param>
    public static bool TrySplit(string line, out string label, out string text) => TrySplit(line, out label, out text, out _);

    /// <summary>Reads a label, and says whether emphasis or brackets set it off.</summary>
    public static bool TrySplit(string line, out string label, out string text, out bool isSetOff)
    {
        (label, text, isSetOff) = ("", "", false);
        var rest = line.AsSpan().Trim();
        rest = rest.TrimStart(">»").TrimStart();
        var colon = rest[..Math.Min(rest.Length, Longest + 6)].IndexOfAny(':', '：');
        if (colon <= 0 || rest[0] == '#')
        {
            return false;
        }

        var isWide = rest[colon] == '：';
        var behind = rest[(colon + 1)..];
        var closesEmphasis = behind.Length > 0 && behind[0] is '*' or '_';
        if (!isWide && behind.Length > 0 && !char.IsWhiteSpace(behind[0]) && !closesEmphasis)
        {
            return false; // 10:30, https://, C::D
        }

        isSetOff = rest[0] is '*' or '_' or '[';
        label = Undecorated(rest[..colon].ToString());
        text = behind.TrimStart("*_").Trim().ToString();
        return HasShape(label) && !(IsRole(label) && NamesPeople(text)) && !(StatedValues.IsAddress(text) && !IsName(label));
    }

    /// <summary>A label without Markdown emphasis, quotation marks and brackets around it.</summary>
    public static string Undecorated(string label)
    {
        label = label.Trim().Trim('*', '_', '#', '>', '"', '«', '»', '“', '”', ' ', '\u00A0').Replace('\u00A0', ' ').Replace('\u202F', ' ');
        return label.Length > 2 && label[0] == '[' && label[^1] == ']' ? label[1..^1].Trim() : label;
    }

    /// <summary>One to seven words that begin with a letter and hold no punctuation of a sentence.</summary>
    public static bool HasShape(string label)
    {
        if (label.Length is 0 or > Longest || !char.IsLetter(label, 0) || NotSpeakers.Contains(label) || IsField(label) || IsCounted(label))
        {
            return false;
        }

        var words = 1;
        foreach (var c in label)
        {
            if (char.IsWhiteSpace(c))
            {
                words++;
            }
            else if (!char.IsLetterOrDigit(c) && !char.IsSurrogate(c) && !NameMarks.Contains(c)
                     && char.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
            {
                return false;
            }
        }

        return words <= 7;
    }

    /// <summary>Whether every word begins like a name: with a capital, a digit, or a letter of a script without case; what stands in brackets behind is a role.</summary>
    public static bool IsName(string label)
    {
        var bracket = label.AsSpan().IndexOfAny('(', '[');
        var capitals = 0;
        foreach (var word in (bracket > 0 ? label[..bracket] : label).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var first = word.TrimStart('(', '[');
            if (first.Length > 0 && (char.IsLower(first[0]) ? Particles.Contains(word) : char.IsLetterOrDigit(first[0]) || first[0] is '&' or '#' || char.IsSurrogate(first[0])))
            {
                capitals += char.IsLower(first[0]) ? 0 : 1;
                continue;
            }

            return false;
        }

        return capitals > 0 && !OpensSentence(label);
    }

    /// <summary>Whether it is one word in small letters, as people call themselves on the net.</summary>
    public static bool IsHandle(string label) => label.Length >= 3 && label.All(c => char.IsLower(c) || char.IsAsciiDigit(c) || c is '_' or '.' or '-') && !OpensSentence(label) && !StopWords.Contains(label);

    /// <summary>Whether a name could hardly be anything else: several words, a number, or capitals throughout.</summary>
    public static bool IsTellingName(string label) =>
        IsName(label) && (label.Any(char.IsWhiteSpace) || label.Any(char.IsAsciiDigit) || (label.Length > 2 && label.Any(char.IsUpper) && !label.Any(char.IsLower)));

    /// <summary>Whether the words begin a sentence: <c>What will it take</c>, <c>The question is</c>.</summary>
    public static bool OpensSentence(string label)
    {
        var blank = label.AsSpan().IndexOfAny(' ', '\t');
        var first = (blank < 0 ? label : label[..blank]).Replace('’', '\'').TrimEnd(',', '.');
        return Openers.Contains(first) || (blank > 0 && OpenersOfMore.Contains(first) && label.AsSpan(blank).TrimStart() is not ['(' or '[', ..]);
    }

    /// <summary>Keys of a talk's description, except those that also call one person to speak.</summary>
    private static bool IsField(string label) => FieldMeanings.Of(label) != FieldMeaning.Other && !IsRole(label);

    private static bool IsCounted(string label) => label.IndexOf(' ', StringComparison.Ordinal) is var blank and > 0 && Counted.Contains(label[..blank]) && (char.IsAsciiDigit(label[blank + 1]) || label[blank + 1] == '#');

    private static bool IsRole(string label) => Roles.Contains(label.IndexOf(" (", StringComparison.Ordinal) is var bracket and > 0 ? label[..bracket] : label);

    /// <summary>Whether what stands behind a role says who has it: <c>Host: Ida Berg</c>.</summary>
    private static bool NamesPeople(string text) =>
        text.Length > 0 && !".!?。".Contains(text[^1]) && StatedValues.Names(text).ToList() is { Count: > 0 } names && names.TrueForAll(n => IsTellingName(n) && !n.Contains('[', StringComparison.Ordinal) && n.Count(char.IsWhiteSpace) < 5);
}
