namespace TalkNotes.Core.Formats.Parts;

/// <summary>
/// The labels that begin turns: <c>Noam Brown: text</c>, <c>**Host:** text</c>, <c>&gt;&gt; JACOB: text</c>, <c>話者：text</c>.
/// A sentence with a colon looks alike, so what is a label is decided over the whole transcript: it comes again, or
/// it is a name (words with capitals), or nearly every line has one.
/// </summary>
internal sealed class SpeakerLabels
{
    private const int LongestLabel = 60;
    private const double NearlyEveryLine = 0.9;
    private const double SomeLines = 0.05;

    /// <summary>Words before a colon that announce something else than speech.</summary>
    private static readonly HashSet<string> NotSpeakers = new(StringComparer.OrdinalIgnoreCase)
    {
        "http", "https", "note", "notes", "url", "link", "title", "date", "published", "duration", "language", "status", "source", "sources", "hosts",
        "guests", "topics", "tags", "summary", "chapters", "transcript", "warning", "example", "tip", "p.s", "ps", "retrieved at",
    };

    /// <summary>Small words that names may hold in lower case.</summary>
    private static readonly HashSet<string> Particles = new(StringComparer.Ordinal)
    {
        "de", "da", "di", "do", "dos", "del", "della", "der", "den", "van", "von", "zu", "la", "le", "el", "al", "bin", "ibn", "ben", "of", "the", "and", "y", "e", "du", "des", "ter", "af",
    };

    private readonly HashSet<string> _labels;

    private SpeakerLabels(HashSet<string> labels) => _labels = labels;

    /// <summary>The labels in use, as written.</summary>
    public IReadOnlyCollection<string> All => _labels;

    /// <summary>Decides which of the labels that these lines seem to have are labels.</summary>
    public static SpeakerLabels Among(IEnumerable<string> lines)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var labelled = 0;
        var all = 0;
        foreach (var line in lines)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            all++;
            if (TrySplit(line, out var label, out _))
            {
                labelled++;
                counts[label] = counts.GetValueOrDefault(label) + 1;
            }
        }

        if (labelled >= 2 && labelled >= NearlyEveryLine * all)
        {
            return new SpeakerLabels([.. counts.Keys]);
        }

        var again = counts.Where(c => ComesAgain(c.Key, c.Value, all)).ToList();
        var marked = again.Sum(c => c.Value);
        return marked >= 3 && marked >= SomeLines * all
            ? new SpeakerLabels([.. again.Select(c => c.Key), .. counts.Keys.Where(l => l.Any(char.IsWhiteSpace) && IsName(l))])
            : new SpeakerLabels([]);
    }

    /// <summary>The label and the words of a line that begins a turn.</summary>
    public bool TryTurn(string line, out string label, out string text) =>
        TrySplit(line, out label, out text) && _labels.Contains(label);

    /// <summary>Reads <c>label: text</c> by its shape alone.</summary>
    public static bool TrySplit(string line, out string label, out string text)
    {
        (label, text) = ("", "");
        var rest = line.AsSpan().Trim();
        rest = rest.TrimStart(">»").TrimStart();
        var colon = rest[..Math.Min(rest.Length, LongestLabel + 6)].IndexOfAny(':', '：');
        if (colon <= 0)
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

        label = Undecorated(rest[..colon].ToString());
        text = behind.TrimStart("*_").Trim().ToString();
        return HasLabelShape(label);
    }

    /// <summary>A label without Markdown emphasis and quotation marks.</summary>
    public static string Undecorated(string label) => label.Trim().Trim('*', '_', '#', '>', '"', ' ');

    /// <summary>One to seven words that begin with a letter and hold no punctuation of a sentence.</summary>
    public static bool HasLabelShape(string label)
    {
        if (label.Length is 0 or > LongestLabel || !char.IsLetter(label, 0) || NotSpeakers.Contains(label))
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
            else if (!char.IsLetterOrDigit(c) && !char.IsSurrogate(c) && c is not ('.' or '\'' or '’' or 'ʻ' or '-' or '‑' or '&' or '(' or ')' or '_' or '/' or '#' or ',' or '・' or '·')
                     && char.GetUnicodeCategory(c) is not (System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark))
            {
                return false;
            }
        }

        return words <= 7;
    }

    /// <summary>Whether every word begins like a name: with a capital, a digit, or a letter of a script without case.</summary>
    public static bool IsName(string label)
    {
        var capitals = 0;
        foreach (var word in label.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var first = word.TrimStart('(');
            if (first.Length > 0 && (char.IsLower(first[0]) ? Particles.Contains(word) : char.IsLetterOrDigit(first[0]) || first[0] is '&' or '#' || char.IsSurrogate(first[0])))
            {
                capitals += char.IsLower(first[0]) ? 0 : 1;
                continue;
            }

            return false;
        }

        return capitals > 0;
    }

    private static bool ComesAgain(string label, int count, int lines) =>
        IsName(label) ? count >= 2 : count >= 3 && count >= SomeLines * lines && label.Count(char.IsWhiteSpace) < 3;
}
