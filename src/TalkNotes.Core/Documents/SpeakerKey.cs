using TalkNotes.Core.Text;

namespace TalkNotes.Core.Documents;

/// <summary>Which name is which person: the folded full name, nothing guessed.</summary>
public static class SpeakerKey
{
    private static readonly HashSet<string> Placeholders = new(StringComparer.Ordinal)
    {
        "speaker", "unknown", "unidentified", "host", "cohost", "guest", "interviewer", "interviewee", "moderator", "presenter",
        "announcer", "narrator", "audience", "member", "question", "answer", "man", "woman", "male", "female", "voice", "all", "both", "co",
    };

    /// <summary>The folded name: words of the name joined by a blank; null when the name has no word at all.</summary>
    public static string? Of(string name)
    {
        var words = Words.Of(name);
        return words.Count == 0 ? null : string.Join(' ', words.Select(w => w.Folded));
    }

    /// <summary>
    /// Whether a label stands for somebody unnamed (<c>Speaker 2</c>, <c>SPEAKER_00</c>, <c>Host</c>, <c>Audience member</c>):
    /// it stays on its turns, but makes nobody a speaker.
    /// </summary>
    public static bool IsPlaceholder(string name)
    {
        var words = Words.Of(name);
        return words.Count == 0 || words.TrueForAll(w => Placeholders.Contains(w.Folded) || IsMark(w.Folded));
    }

    /// <summary>Whether the name is a single word, which tells a person only within one talk.</summary>
    public static bool IsSingleWord(string name) => Words.Of(name).Count == 1;

    private static bool IsMark(string word) => word.All(char.IsAsciiDigit) || (word.Length == 1 && char.IsAsciiLetter(word[0]));
}
