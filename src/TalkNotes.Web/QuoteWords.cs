using TalkNotes.Core.Quotes;

namespace TalkNotes.Web;

/// <summary>How pages and the command line say what became of a quotation.</summary>
public static class QuoteWords
{
    /// <summary>The verdicts in the order of the scale.</summary>
    public static IReadOnlyList<QuoteVerdict> Scale { get; } =
        [QuoteVerdict.Verbatim, QuoteVerdict.NearVerbatim, QuoteVerdict.Altered, QuoteVerdict.Misattributed, QuoteVerdict.NotFound];

    /// <summary>The verdict in a word or two.</summary>
    public static string Name(QuoteVerdict verdict) => verdict switch
    {
        QuoteVerdict.Verbatim => "Word for word",
        QuoteVerdict.NearVerbatim => "Nearly",
        QuoteVerdict.Altered => "Altered",
        QuoteVerdict.Misattributed => "Someone else",
        _ => "Not found",
    };

    /// <summary>The class of its mark in the style sheet.</summary>
    public static string Class(QuoteVerdict verdict) => verdict switch
    {
        QuoteVerdict.Verbatim => "verified",
        QuoteVerdict.NearVerbatim => "partly",
        QuoteVerdict.Altered => "altered",
        QuoteVerdict.Misattributed => "refuted",
        _ => "notsaid",
    };

    /// <summary>The verdict in one sentence or two.</summary>
    public static string Sentence(QuoteResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var hidden = result.Diff.Where(d => d.Change == QuoteChange.Hidden).ToList();
        return result.Verdict switch
        {
            QuoteVerdict.Verbatim => "Every word was said, in this order." + Hidden(hidden),
            QuoteVerdict.NearVerbatim => $"The same words but for {Harmless(result.Diff)}." + Hidden(hidden),
            QuoteVerdict.Altered => $"{Altered(result.Diff)}.{Hidden(hidden)}",
            QuoteVerdict.Misattributed when result.SpeakerCheck == SpeakerCheck.Partly => $"Not all of it is {result.Named}’s: by the labels of the transcript it was said by {Listed(result.Match!.Speakers)}.",
            QuoteVerdict.Misattributed => $"{result.Match!.Speaker} said it, not {result.Named}, by the labels of the transcript.",
            _ when result.Length == QuoteLength.TooShort => $"Too short to look for. Give at least {QuoteCheck.FewestWords} words: fewer stand anywhere.",
            _ when result.Length == QuoteLength.TooLong => $"Too long to look for. Give at most {QuoteCheck.MostWords} words.",
            _ => "No passage on record has these words, or nearly these.",
        };
    }

    /// <summary>What the labels say about the name.</summary>
    public static string? Speaker(QuoteResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.SpeakerCheck switch
        {
            SpeakerCheck.Same => $"Matches the name given, {result.Named}",
            SpeakerCheck.NotMarked when result.Match is not null => $"Speaker not marked in the source: whether it was {result.Named} cannot be checked",
            SpeakerCheck.Partly => $"Only a part of it is by {result.Named}, the name given",
            SpeakerCheck.Other => $"Not {result.Named}, the name given",
            _ => null,
        };
    }

    /// <summary>What a difference is, in words.</summary>
    public static string Change(QuoteChange change) => change switch
    {
        QuoteChange.Hidden => "behind the ellipsis",
        QuoteChange.Aside => "transcriber’s remark",
        QuoteChange.Filler => "filler",
        QuoteChange.Stutter => "repeated word",
        QuoteChange.FalseStart => "false start",
        QuoteChange.Contraction => "contraction",
        QuoteChange.NumberFormat => "way to write a number",
        QuoteChange.Spelling => "spelling",
        QuoteChange.Bracketed => "marked with brackets",
        QuoteChange.Name => "name",
        QuoteChange.Unit => "unit",
        QuoteChange.Comparative => "comparison",
        QuoteChange.Number => "number",
        QuoteChange.Negation => "negation",
        _ => "word",
    };

    /// <summary>One difference as a line: <c>negation: “don’t” was said, “do” is quoted</c>.</summary>
    public static string Line(QuoteDifference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        var what = difference.Op switch
        {
            QuoteOp.Delete => $"“{difference.Said}” was said and is left out",
            QuoteOp.Insert => $"“{difference.Quoted}” was not said",
            _ => $"“{difference.Said}” was said, “{difference.Quoted}” is quoted",
        };
        return $"{Change(difference.Change)}: {what}";
    }

    /// <summary>A sentence's first letter.</summary>
    public static string Capital(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    private static string Harmless(IEnumerable<QuoteDifference> diff)
    {
        var kinds = diff.Select(d => d.Change).Where(c => c is not (QuoteChange.None or QuoteChange.Hidden or QuoteChange.Aside)).Distinct().Order()
            .Select(c => c switch
            {
                QuoteChange.Filler => "fillers",
                QuoteChange.Stutter => "repeated words",
                QuoteChange.FalseStart => "false starts",
                QuoteChange.Contraction => "contractions",
                QuoteChange.NumberFormat => "the way numbers are written",
                QuoteChange.Spelling => "spelling",
                _ => "what brackets mark",
            }).ToList();
        return Listed(kinds);
    }

    /// <summary>A list as a sentence has it.</summary>
    private static string Listed(IReadOnlyList<string> items) =>
        items.Count < 2 ? string.Concat(items) : string.Join(", ", items.SkipLast(1)) + " and " + items[^1];

    private static string Altered(IEnumerable<QuoteDifference> diff)
    {
        var changes = diff.Where(d => d.Alters).ToList();
        var gravest = changes.MaxBy(d => d.Change)!;
        var rest = changes.Count - 1;
        var first = gravest.Change switch
        {
            QuoteChange.Word => "A word differs",
            _ => $"A {Change(gravest.Change)} differs",
        };
        var line = Line(gravest);
        var sentence = $"{first}: {line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..]}";
        return rest == 0 ? sentence : $"{sentence}; {Show.Count(rest, "more change", "more changes")}";
    }

    private static string Hidden(List<QuoteDifference> hidden)
    {
        if (hidden.Count == 0)
        {
            return "";
        }

        if (hidden.Exists(h => h.Skipped > 0))
        {
            return $" Its parts stand far apart: the ellipsis hides about {Show.Count(hidden.Sum(h => h.Skipped), "word")}, which may change what is meant.";
        }

        var words = hidden.Sum(h => h.Said.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
        return $" The ellipsis hides {Show.Count(words, "word")}{(hidden.Exists(h => h.Risk) ? ", some of which may change what is meant" : "")}.";
    }
}
