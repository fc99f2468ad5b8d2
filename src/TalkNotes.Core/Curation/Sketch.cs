using TalkNotes.Core.Text;

namespace TalkNotes.Core.Curation;

/// <summary>
/// A sample of a transcript's runs of four words, the same runs of every transcript: two sketches share as large a part as
/// the transcripts do, whatever their captions, times and labels look like.
/// </summary>
internal static class Sketch
{
    private const int Run = 4;
    private const ulong KeepOneOf = 16;
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>The sample, as numbers.</summary>
    public static HashSet<long> Of(IEnumerable<string> texts)
    {
        var sketch = new HashSet<long>();
        var run = new Queue<string>(Run);
        foreach (var word in texts.SelectMany(Words.Of))
        {
            if (run.Count == Run)
            {
                run.Dequeue();
            }

            run.Enqueue(word.Folded);
            if (run.Count == Run && !run.All(StopWords.Contains) && Hash(run) is var hash && hash % KeepOneOf == 0)
            {
                sketch.Add(unchecked((long)hash));
            }
        }

        return sketch;
    }

    /// <summary>FNV-1a, which is the same on every machine and in every version.</summary>
    private static ulong Hash(IEnumerable<string> words)
    {
        var hash = Offset;
        foreach (var word in words)
        {
            foreach (var c in word)
            {
                hash = unchecked((hash ^ c) * Prime);
            }

            hash = unchecked((hash ^ ' ') * Prime);
        }

        // Low bits of FNV repeat in patterns; those that choose the sample must not.
        return unchecked((hash ^ (hash >> 29)) * Prime) ^ (hash >> 32);
    }
}
