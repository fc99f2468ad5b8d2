using System.Text;

namespace TalkNotes.Core.Tests.Search;

/// <summary>Strings that people, mistakes and attackers type.</summary>
internal static class QueryStrings
{
    private static readonly string[] Parts =
    [
        "chain", "of", "thought", "GPT-4.1", "o1's", "Łukasz", "東京", "😀", "\"", "“", "”", "'", "’", "-", "--", "OR", "AND", "NOT", "NEAR(", "NEAR/3", ")", "(", ",", "8", "*",
        "speaker:", "speaker:\"", "kind:claim", "year:", "2025", "date:2025-05", "after:9999-99", "status:verified", "talk:x", "::", ":", "^", "{", "}", "+", "\\", "/", "%", ";",
        "words:", "stems", "rowid", "NULL", "' OR 1=1 --", "<script>", "&amp;", "\t", "\n", "\0", "\u0002", "\uFFFD", "\uD800", "a\u0301", "ﬁ", "¾", "1,000", "…", "the", "a*", "mon*",
    ];

    public static string Next(Random random)
    {
        var text = new StringBuilder();
        for (var n = random.Next(0, 9); n > 0; n--)
        {
            text.Append(Parts[random.Next(Parts.Length)]);
            if (random.Next(3) > 0)
            {
                text.Append(' ');
            }

            if (random.Next(12) == 0)
            {
                text.Append((char)random.Next(1, 0x10000));
            }
        }

        return text.ToString();
    }
}
