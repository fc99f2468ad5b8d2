using System.Collections.Frozen;

namespace TalkNotes.Core.Quotes;

/// <summary>
/// Words that fill a pause and carry nothing. Hesitations always do; the others (like, right, so …) are also ordinary
/// words, so that where they stand decides, and in doubt they count as words.
/// </summary>
internal static class Fillers
{
    private static readonly FrozenSet<string> Hesitations = Set("uh um uhm umm uhh erm er ehm ah eh hm hmm hmmm mm mmm mhm mhmm");

    /// <summary>Fill wherever they stand.</summary>
    private static readonly FrozenSet<string> Loose = Set("basically literally actually kinda sorta");

    /// <summary>Open a sentence without adding to it.</summary>
    private static readonly FrozenSet<string> Openers = Set("so well yeah yep okay ok oh look now");

    private static readonly FrozenSet<string> Acknowledgements = Set(
        "yeah yep yes yup right okay ok sure exactly totally absolutely wow uh um huh hm hmm mm mhm mhmm interesting cool great nice gotcha true definitely oh");

    private static readonly FrozenSet<string> BeforeVerbLike = Set(
        "i you we they he she would d don't doesn't didn't do does did not to really who people also look looks looked looking feel feels felt feeling sound sounds sounded"
        + " sounding seem seems seemed seeming act acts acting behave behaves think thinks something anything nothing someone things thing stuff much more just exactly"
        + " smell smells taste tastes work works worked treat treats people i'd you'd we'd they'd he'd she'd wouldn't can't will might may");

    private static readonly FrozenSet<string> BeforeYouKnow = Set(
        "do did don't didn't that what if as how everything when let would should because once than until before after all thing things think since someone people where who which");

    private static readonly FrozenSet<string> AfterYouKnow = Set("what how who where when why whether that if about it more exactly better nothing everything him them me which");

    private static readonly FrozenSet<string> Likened = Set("the a an many most other any every all my your our their his her this that these those");

    private static readonly FrozenSet<string> Be = Set("is are was were be been it's that's he's she's there's we're they're you're i'm isn't s 's");

    private static readonly FrozenSet<string> Determiners = Set("a an the my your his her our their this that these those him me us them it");

    private static readonly FrozenSet<string> BeforeRight = Set(
        "the a is are was were be been s all not that's you're it's they're we're get got getting gets exactly just very my your our their his her no done do does did it them"
        + " things go goes went going turn far human civil equal look looks seem seems feel feels sounds about have has had what's which");

    private static readonly FrozenSet<string> AfterRight = Set(
        "now away there here after before at in on to up down out into next back around answer answers thing things way ways people person time direction place move call choice"
        + " decision tool tools question questions or from about by behind through across hand side wing and of kind amount level approach one ones where when as");

    /// <summary>Whether a word is a sound of hesitation, wherever it stands.</summary>
    public static bool IsHesitation(string key) => Hesitations.Contains(key);

    /// <summary>Which tokens are fillers.</summary>
    public static bool[] Mark(IReadOnlyList<QuoteToken> tokens)
    {
        var marks = new bool[tokens.Count];
        for (var i = 0; i < marks.Length; i++)
        {
            if (marks[i])
            {
                continue;
            }

            var length = Length(tokens, i);
            for (var k = i; k < i + length; k++)
            {
                marks[k] = true;
            }
        }

        return marks;
    }

    /// <summary>Whether a short turn only acknowledges the other speaker: "Yeah.", "Mm-hmm, right."</summary>
    public static bool IsAcknowledgement(IEnumerable<QuoteToken> turn) => turn.All(t => Acknowledgements.Contains(t.Key));

    private static int Length(IReadOnlyList<QuoteToken> tokens, int i)
    {
        var token = tokens[i];
        var next = i + 1 < tokens.Count ? tokens[i + 1].Key : "";
        return token.Key switch
        {
            _ when Hesitations.Contains(token.Key) || Loose.Contains(token.Key) => 1,
            "you" when next is "know" && IsYouKnow(tokens, i) => 2,
            "i" when next is "mean" && IsIMean(tokens, i) => 2,
            "kind" or "sort" when next is "of" && IsKindOf(tokens, i) => 2,
            "like" => IsLike(tokens, i) ? 1 : 0,
            "right" => IsRight(tokens, i) ? 1 : 0,
            "okay" or "ok" or "yeah" when token.Before != Pause.None && token.After != Pause.None => 1,
            _ when Openers.Contains(token.Key) && IsOpener(tokens, i) => 1,
            _ => 0,
        };
    }

    /// <summary>"you know" asks nobody and knows nothing: not "do you know", not "you know what", "you know how".</summary>
    private static bool IsYouKnow(IReadOnlyList<QuoteToken> tokens, int i)
    {
        if (tokens[i + 1].After != Pause.None && i + 2 < tokens.Count)
        {
            return true;
        }

        var before = i > 0 && tokens[i].Before == Pause.None ? tokens[i - 1].Key : "";
        var after = i + 2 < tokens.Count ? tokens[i + 2].Key : "";
        return !BeforeYouKnow.Contains(before) && !AfterYouKnow.Contains(after);
    }

    /// <summary>"I mean" explains itself: not "what I mean", not "I mean to".</summary>
    private static bool IsIMean(IReadOnlyList<QuoteToken> tokens, int i)
    {
        var before = i > 0 && tokens[i].Before == Pause.None ? tokens[i - 1].Key : "";
        var after = i + 2 < tokens.Count && tokens[i + 1].After == Pause.None ? tokens[i + 2].Key : "";
        return before is not ("what" or "that" or "which" or "how" or "do" or "did" or "if" or "when") && after is not ("by" or "to" or "it");
    }

    /// <summary>"kind of" as a hedge: not "this kind of model", "what sort of".</summary>
    private static bool IsKindOf(IReadOnlyList<QuoteToken> tokens, int i)
    {
        var before = i > 0 ? tokens[i - 1].Key : "";
        return before is not ("a" or "an" or "the" or "this" or "that" or "what" or "some" or "any" or "every" or "each" or "same" or "one" or "which" or "no" or "new"
            or "different" or "another" or "other" or "right" or "certain" or "only" or "best" or "first" or "our" or "their" or "my" or "your" or "his" or "her" or "its");
    }

    /// <summary>"like" between pauses, or where it is neither a verb nor a comparison.</summary>
    private static bool IsLike(IReadOnlyList<QuoteToken> tokens, int i)
    {
        var token = tokens[i];
        var before = i > 0 ? tokens[i - 1].Key : "";
        var next = i + 1 < tokens.Count ? tokens[i + 1].Key : "";
        if (token.After != Pause.None)
        {
            return token.Before != Pause.None || token.After == Pause.Comma; // not "what it is like."
        }

        var isName = i + 1 < tokens.Count && tokens[i + 1].Capital && next != "i" && !next.StartsWith("i'", StringComparison.Ordinal);
        if (isName || (token.Before == Pause.Stop && Likened.Contains(next)))
        {
            return false; // "models like GPT-4", "Like many people, I …"
        }

        var comparison = (Be.Contains(before) || before.EndsWith("'s", StringComparison.Ordinal)) && Determiners.Contains(next);
        return token.Before != Pause.None || !(BeforeVerbLike.Contains(before) || comparison || next is "to" or "that" || (IsPlural(before) && !NumberReader.IsNumber(next)));
    }

    /// <summary>"models like these" compares.</summary>
    private static bool IsPlural(string word) => word.Length > 4 && word[^1] == 's' && word[^2] is not ('s' or '\'' or 'u' or 'i');

    /// <summary>"right" as a tag: "…, right?", or a caption's "compute right because".</summary>
    private static bool IsRight(IReadOnlyList<QuoteToken> tokens, int i)
    {
        var token = tokens[i];
        var before = i > 0 ? tokens[i - 1].Key : "";
        var next = i + 1 < tokens.Count ? tokens[i + 1].Key : "";
        if (token.Before != Pause.None)
        {
            return token.After != Pause.None || !AfterRight.Contains(next);
        }

        return !BeforeRight.Contains(before) && !before.EndsWith("'s", StringComparison.Ordinal) && !AfterRight.Contains(next);
    }

    private static bool IsOpener(IReadOnlyList<QuoteToken> tokens, int i)
    {
        var token = tokens[i];
        var next = i + 1 < tokens.Count ? tokens[i + 1].Key : "";
        return token.Before == Pause.Stop && i > 0
            ? token.Key is not "now" and not "look" || token.After != Pause.None
            : token.After != Pause.None && token.Before != Pause.None && token.Key is not "so" || (token.Key is "so" && token.After == Pause.Comma && next.Length > 0);
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
