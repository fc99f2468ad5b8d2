using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TalkNotes.Core.Text;

/// <summary>Reads a text with its corrections: corrected, annotated, or as words that stand in either form.</summary>
public static class Readings
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>As it stands in the database; null when there are none.</summary>
    public static string? Write(IReadOnlyList<Reading> readings)
    {
        ArgumentNullException.ThrowIfNull(readings);
        return readings.Count == 0 ? null : JsonSerializer.Serialize(readings, Json);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static IReadOnlyList<Reading> Parse(string? json) => json is null ? [] : JsonSerializer.Deserialize<List<Reading>>(json, Json)!;

    /// <summary>The text as corrected.</summary>
    public static string Corrected(string text, IReadOnlyList<Reading> readings) => Rewrite(text, readings, (_, reading) => reading);

    /// <summary>The text as corrected, with the corrections as the database has them.</summary>
    public static string Corrected(string text, string? readings) => readings is null ? text : Corrected(text, Parse(readings));

    /// <summary>The words as they stand, each correction in brackets behind them: <c>GBT [GPT] four</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="readings">Its corrections.</param>
    /// <param name="from">Where the part wanted begins.</param>
    /// <param name="to">Where it ends, exclusive.</param>
    public static string Annotated(string text, IReadOnlyList<Reading> readings, int from, int to)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(readings);
        var inside = readings.Where(r => r.From >= from && r.To <= to).Select(r => r with { From = r.From - from, To = r.To - from }).ToList();
        return Rewrite(text[from..to], inside, (written, reading) => reading.Length == 0 ? written : $"{written} [{reading}]");
    }

    /// <summary>
    /// The searchable words of a text as written; where it has corrections, behind them a mark that nobody can ask for and
    /// the words as corrected, so that a phrase is found in either form. A word as corrected lies where the words stand
    /// that it corrects.
    /// </summary>
    public static List<Token> Tokens(string text, IReadOnlyList<Reading> readings)
    {
        var tokens = Core.Text.Tokens.Of(text);
        if (readings.Count == 0)
        {
            return tokens;
        }

        tokens.Add(new Token(".", ".", text.Length, 0));
        var (corrected, pieces) = Pieces(text, readings);
        tokens.AddRange(Core.Text.Tokens.Of(corrected).Select(t => Place(pieces, t.Start, t.End) is var (from, to) ? t with { Start = from, Length = to - from } : t));
        return tokens;
    }

    /// <summary>The words of a text as corrected; each lies where the words stand that it corrects.</summary>
    public static List<Word> Words(string text, IReadOnlyList<Reading> readings)
    {
        if (readings.Count == 0)
        {
            return Core.Text.Words.Of(text);
        }

        var (corrected, pieces) = Pieces(text, readings);
        return Core.Text.Words.Of(corrected).ConvertAll(w => Place(pieces, w.Start, w.End) is var (from, to) ? w with { Start = from, Length = to - from } : w);
    }

    /// <summary>Where a stretch of the corrected text lies in the text as written.</summary>
    /// <param name="text">The text as written.</param>
    /// <param name="readings">Its corrections.</param>
    /// <param name="from">Beginning in the corrected text.</param>
    /// <param name="to">End in the corrected text, exclusive.</param>
    public static (int From, int To) AsWritten(string text, IReadOnlyList<Reading> readings, int from, int to) => Place(Pieces(text, readings).Pieces, from, to);

    private static string Rewrite(string text, IReadOnlyList<Reading> readings, Func<string, string, string> write)
    {
        if (readings.Count == 0)
        {
            return text;
        }

        var rewritten = new StringBuilder(text.Length + 16);
        var at = 0;
        foreach (var reading in readings)
        {
            rewritten.Append(text, at, reading.From - at).Append(write(text[reading.From..reading.To], reading.Text));
            at = reading.To;
        }

        return rewritten.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>The corrected text, and which stretch of it stands for which stretch of the text as written.</summary>
    private static (string Corrected, List<Piece> Pieces) Pieces(string text, IReadOnlyList<Reading> readings)
    {
        var corrected = new StringBuilder(text.Length + 16);
        var pieces = new List<Piece>((2 * readings.Count) + 1);
        var at = 0;
        foreach (var reading in readings)
        {
            Append(text[at..reading.From], at, reading.From, isCorrected: false);
            Append(reading.Text, reading.From, reading.To, isCorrected: true);
            at = reading.To;
        }

        Append(text[at..], at, text.Length, isCorrected: false);
        return (corrected.ToString(), pieces);

        void Append(string part, int from, int to, bool isCorrected)
        {
            pieces.Add(new Piece(corrected.Length, corrected.Length + part.Length, from, to, isCorrected));
            corrected.Append(part);
        }
    }

    private static (int From, int To) Place(List<Piece> pieces, int from, int to)
    {
        var first = pieces.Find(p => from < p.End) ?? pieces[^1];
        var last = pieces.FindLast(p => to > p.Start) ?? pieces[0];
        return (
            first.IsCorrected ? first.From : Math.Min(first.To, first.From + from - first.Start),
            last.IsCorrected ? last.To : Math.Min(last.To, last.From + to - last.Start));
    }

    private sealed record Piece(int Start, int End, int From, int To, bool IsCorrected);
}
