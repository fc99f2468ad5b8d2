using System.Globalization;
using System.Text;

namespace TalkNotes.Benchmarks;

/// <summary>A talk as a document: a page with labelled turns, Markdown with timed lines, or a page with captions.</summary>
internal static class TalkFile
{
    private const int WordsOfACue = 7;
    private const double WordsASecond = 2.7;
    private const int WordsOfAChapter = 1_500;

    /// <summary>Where the talk lies in its folder, a hundred talks to a sub-folder.</summary>
    public static string Path(int number) => string.Create(CultureInfo.InvariantCulture, $"{number / 100:000}/{number:00000}.txt");

    /// <summary>The document's text; which of the three formats goes by the number.</summary>
    public static string Text(GeneratedTalk talk) => (talk.Number % 10) switch
    {
        < 4 => EpisodePage(talk),
        < 7 => Captions(talk),
        _ => TimedList(talk),
    };

    private static string EpisodePage(GeneratedTalk talk)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{talk.Show} · {talk.Published:yyyy-MM-dd}\n\n{talk.Title}\n\nHosts: {talk.Host}\n\nGuests: {talk.Guest}\n\nKey claims\n\n");
        foreach (var point in talk.KeyPoints)
        {
            text.Append("  • ").Append(point).Append('\n');
        }

        text.Append("\nTranscript\n");
        foreach (var turn in talk.Turns)
        {
            text.Append('\n').Append(turn.Speaker).Append(": ").AppendJoin(' ', turn.Words).Append('\n');
        }

        return text.ToString();
    }

    private static string TimedList(GeneratedTalk talk)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"---\ntitle: \"{talk.Title}\"\nvideo_id: \"{talk.Number:00000000000}\"\nchannel: \"{talk.Show}\"\ndate: \"{talk.Published:yyyy-MM-dd}\"\n");
        text.Append(CultureInfo.InvariantCulture, $"host: \"{talk.Host}\"\nguest: \"{talk.Guest}\"\ntopics: [{string.Join(", ", talk.Topics.Select(t => $"\"{t}\""))}]\nkey_points:\n");
        foreach (var point in talk.KeyPoints)
        {
            text.Append("  - \"").Append(point).Append("\"\n");
        }

        text.Append("---\n\n## Text\n\n");
        foreach (var (time, words) in Cues(talk))
        {
            text.Append("- [").Append(Clock(time)).Append("] ").AppendJoin(' ', words).Append('\n');
        }

        return text.ToString();
    }

    private static string Captions(GeneratedTalk talk)
    {
        var cues = Cues(talk).ToList();
        var words = talk.Turns.Sum(t => t.Words.Length);
        var text = new StringBuilder();
        text.Append("Full Transcript\n\n·YouTLDR\n\n").Append(talk.Title).Append("\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{Clock(words / WordsASecond)}{words:N0} words · ~{words / 200} min readEnglishTranscribed {talk.Published:MMM d, yyyy}\nAI Summary\n\n{talk.KeyPoints[0]}\n\nSection summaries\n");
        for (var from = 0; from < words; from += WordsOfAChapter)
        {
            var (start, end) = (from / WordsASecond, Math.Min(words, from + WordsOfAChapter) / WordsASecond);
            text.Append(CultureInfo.InvariantCulture, $"\n{Clock(start)}-{Clock(end)}\n\nAbout {talk.Topics[from / WordsOfAChapter % talk.Topics.Count]}\n\nwatch\n\n{talk.KeyPoints[^1]}\n");
        }

        text.Append("\nKey points\n\n");
        foreach (var point in talk.KeyPoints.Skip(1).SkipLast(1))
        {
            text.Append("  • ").Append(point).Append('\n');
        }

        text.Append("\nAI-generated from the transcript. May contain errors.\n");
        foreach (var (time, cue) in cues)
        {
            text.Append('\n').Append(Clock(time)).Append("\n\n").AppendJoin(' ', cue).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<(double Seconds, IEnumerable<string> Words)> Cues(GeneratedTalk talk)
    {
        var said = 0;
        foreach (var turn in talk.Turns)
        {
            for (var from = 0; from < turn.Words.Length; from += WordsOfACue)
            {
                var count = Math.Min(WordsOfACue, turn.Words.Length - from);
                yield return ((said + from) / WordsASecond, new ArraySegment<string>(turn.Words, from, count));
            }

            said += turn.Words.Length;
        }
    }

    private static string Clock(double seconds) => TimeSpan.FromSeconds(seconds) is { TotalHours: >= 1 } time
        ? time.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture)
        : TimeSpan.FromSeconds(seconds).ToString(@"m\:ss", CultureInfo.InvariantCulture);
}
