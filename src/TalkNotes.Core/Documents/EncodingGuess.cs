using System.Collections.Frozen;
using System.Text;

namespace TalkNotes.Core.Documents;

/// <summary>
/// Guesses the encoding of bytes that are no Unicode and declare nothing, as old subtitles are. Each encoding is tried on what
/// it would mean: the one in which the most letters are the commonest letters of its language wins. Where all of them are
/// poor, it is Windows-1252.
/// </summary>
internal static class EncodingGuess
{
    private const int Sample = 256 * 1024;
    private const int FewestBytes = 4;
    private const double Poor = 0.4;
    private const string Quotes = "«»„“”‘’–—…";

    private static readonly Candidate[] WideScripts =
    [
        new("shift_jis", 0.45, Kana()),
        new("euc-jp", 0.45, Kana()),
        new("euc-kr", 0.3, "이다는가을에의고하지도를은어기한로서나인그있사대해리수정시자"),
        new("gb18030", 0.35, "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长，。"),
        new("big5", 0.35, "的一是不了在人有我他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可她裡後小麼心多天而能好都然沒日於起還發成事只作當想看文無開手十用主行方又如前所本見經頭面公同三已老從動兩長，。"),
        new("windows-1251", 0.75, "оеаинтсрвлкмдпуяіїє"),
        new("koi8-r", 0.75, "оеаинтсрвлкмдпуя"),
        new("ibm866", 0.75, "оеаинтсрвлкмдпуя"),
        new("windows-1253", 0.7, "αοιετσνηυρπκμλςάέήίόύώ"),
        new("windows-1255", 0.7, "יוהלאמתרבשנ"),
        new("windows-1256", 0.65, "اليمنوتربةعد"),
        new("windows-874", 0.5, "านรอกเงมยลวดทสต่้ี"),
    ];

    private static readonly Candidate[] LatinScripts =
    [
        new("windows-1252", 1, "éèàùâêîôûçëïüöäßñáíóúãõåæøœÉÈÀÇÜÖÄÑÁÍÓÚÅÆØ¿¡" + Quotes),
        new("windows-1250", 1, "ąćęłńóśźżĄĆĘŁŃÓŚŹŻěščřžýáíéůúťďňŠČŘŽőűöüăâîşţđ" + Quotes),
        new("windows-1254", 1, "ğışçöüİĞŞÇÖÜ" + Quotes),
        new("windows-1257", 1, "āčēģīķļņšūžąęėįųõäöü" + Quotes),
    ];

    /// <summary>The likeliest encoding.</summary>
    public static Encoding Of(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes[..Math.Min(bytes.Length, Sample)];
        var wide = 0;
        foreach (var b in bytes)
        {
            wide += b >= 0x80 ? 1 : 0;
        }

        // In the scripts of Europe few letters of a text are beyond ASCII, in others nearly all; names and time lines may stand between.
        var (name, score) = wide >= FewestBytes && HasRuns(bytes, wide) ? Best(WideScripts, bytes) : ("", 0);
        if (score < Poor)
        {
            (name, score) = Best(LatinScripts, bytes);
        }

        return Encoding.GetEncoding(score > 0 ? name : "windows-1252");
    }

    /// <summary>The first of the candidates with the highest score.</summary>
    private static (string Name, double Score) Best(Candidate[] candidates, ReadOnlySpan<byte> bytes)
    {
        var (name, score) = ("", -1.0);
        foreach (var candidate in candidates)
        {
            var own = candidate.Score(bytes);
            (name, score) = own > score ? (candidate.Name, own) : (name, score);
        }

        return (name, score);
    }

    /// <summary>Whether most bytes beyond ASCII stand next to another one, as in words of such a script.</summary>
    private static bool HasRuns(ReadOnlySpan<byte> bytes, int wide)
    {
        var beside = 0;
        for (var i = 1; i < bytes.Length; i++)
        {
            beside += bytes[i - 1] >= 0x80 && bytes[i] >= 0x80 ? 1 : 0;
        }

        return beside * 2 > wide;
    }

    private static string Kana() =>
        string.Concat(Enumerable.Range(0x3041, 0x3093 - 0x3041 + 1).Concat(Enumerable.Range(0x30A1, 0x30FA - 0x30A1 + 1)).Select(c => (char)c)) + "、。ー";

    /// <summary>An encoding and what text in its language is made of.</summary>
    /// <param name="Name">Its registered name.</param>
    /// <param name="Typical">The share that the common letters have in ordinary text.</param>
    /// <param name="Common">The commonest letters.</param>
    private sealed record Candidate(string Name, double Typical, string Common)
    {
        private readonly FrozenSet<char> _common = Common.ToFrozenSet();

        /// <summary>How much of what is beyond ASCII is common, as a share of what is typical; 0 where bytes mean nothing.</summary>
        public double Score(ReadOnlySpan<byte> bytes)
        {
            var decoder = Encoding.GetEncoding(Name, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD")).GetDecoder();
            var text = new char[bytes.Length + 1];
            var length = decoder.GetChars(bytes, text, flush: false); // the sample may end inside a character
            var (all, common, broken) = (0, 0, 0);
            for (var i = 0; i < length; i++)
            {
                var c = text[i];
                if (c < 0x80)
                {
                    continue;
                }

                all++;
                common += _common.Contains(c) ? 1 : 0;
                broken += c == '\uFFFD' || char.IsControl(c) || (char.IsSymbol(c) && IsInsideWord(text, i, length)) ? 1 : 0;
            }

            return all == 0 || broken * 50 > all ? 0 : Math.Min(1, (common - broken) / (all * Typical));
        }

        private static bool IsInsideWord(char[] text, int at, int length) =>
            at > 0 && at + 1 < length && char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]);
    }
}
