using System.Diagnostics;
using TalkNotes.Core.Quotes;
using TalkNotes.Core.Quotes.Archive;
using static TalkNotes.Core.Tests.Quotes.Quoting;

namespace TalkNotes.Core.Tests.Quotes;

public class AlignerTests
{
    private static readonly string[] Vocabulary =
        ("the a it is not don't do we think model models uh um like you know I mean twenty five 25 50% $5 million percent GPT-4.1 GPT 41 train chain of thought [laughs] [the] … ... th- "
         + "post- training can't cannot Karpathy, OpenAI. more less U.S. \" “ ” ' - — 🙂 日本 \uD800 café").Split(' ');

    [Fact]
    public void A_text_aligned_with_itself_is_equal_throughout()
    {
        foreach (var text in RandomTexts(200, 1, 60).Where(t => !t.Contains('[', StringComparison.Ordinal) && !t.Contains('.', StringComparison.Ordinal) && !t.Contains('…', StringComparison.Ordinal)))
        {
            if (Read(QuotedText.Parse(text), text) is { } reading)
            {
                Assert.Equal(QuoteVerdict.Verbatim, reading.Verdict);
                Assert.All(reading.Differences, d => Assert.Equal(QuoteOp.Equal, d.Op));
            }
        }
    }

    [Fact]
    public void Every_word_of_both_texts_stands_in_the_difference_once_and_in_order()
    {
        var texts = RandomTexts(600, 2, 40).ToList();
        for (var i = 0; i + 1 < texts.Count; i += 2)
        {
            var quoted = QuotedText.Parse(texts[i]);
            if (Read(quoted, texts[i + 1]) is { } reading)
            {
                Assert.Equal(Words(quoted.Text), Words(string.Join(' ', reading.Differences.Select(d => d.Quoted))));
                Assert.Equal(Words(reading.Text), Words(string.Join(' ', reading.Differences.Select(d => d.Said))));
            }
        }
    }

    [Fact]
    public void Equal_stretches_are_equal_seen_from_either_side()
    {
        var texts = RandomTexts(400, 3, 30).ToList();
        for (var i = 0; i + 1 < texts.Count; i += 2)
        {
            var reading = Read(QuotedText.Parse(texts[i]), texts[i + 1]);
            foreach (var equal in reading?.Differences.Where(d => d.Op == QuoteOp.Equal) ?? [])
            {
                Assert.Equal(Keys(equal.Said), Keys(equal.Quoted));
            }
        }

        static string Keys(string text) => string.Concat(Tokenizer.Of(text).Select(t => t.Key));
    }

    [Fact]
    public void A_word_left_out_leaves_the_same_equal_runs_whichever_text_is_the_quotation()
    {
        var words = Enumerable.Range(0, 30).Select(i => $"w{(char)('a' + i % 26)}{(char)('a' + i)}").ToList();
        var random = new Random(7);
        for (var i = 0; i < 100; i++)
        {
            var at = random.Next(1, words.Count - 1);
            var whole = string.Join(' ', words);
            var shorter = string.Join(' ', words.Where((_, n) => n != at));
            var (a, b) = (Equal(Read(QuotedText.Parse(shorter), whole)!), Equal(Read(QuotedText.Parse(whole), shorter)!));
            Assert.Equal(a, b);
            Assert.Equal(words.Count - 1, a.Sum(run => run.Split(' ').Length));
        }

        static List<string> Equal(QuoteReading reading) => [.. reading.Differences.Where(d => d.Op == QuoteOp.Equal).Select(d => d.Said)];
    }

    [Fact]
    public void Each_stretch_has_words_on_the_sides_that_its_kind_asks_for()
    {
        var texts = RandomTexts(400, 4, 30).ToList();
        for (var i = 0; i + 1 < texts.Count; i += 2)
        {
            foreach (var d in Read(QuotedText.Parse(texts[i]), texts[i + 1])?.Differences ?? [])
            {
                Assert.Equal(d.Op != QuoteOp.Insert, Words(d.Said).Length > 0 || d.Said.Length > 0);
                Assert.Equal(d.Op != QuoteOp.Delete, d.Quoted.Length > 0);
                Assert.Equal(d.Op == QuoteOp.Equal, d.Change == QuoteChange.None);
            }
        }
    }

    [Fact]
    public void Any_two_strings_are_read_without_failing()
    {
        var random = new Random(5);
        for (var i = 0; i < 400; i++)
        {
            var (a, b) = (Noise(random), Noise(random));
            _ = Read(QuotedText.Parse(a), b);
            _ = WordArchive.Of(Said(b)).Find(QuotedText.Parse(a), null);
        }

        static string Noise(Random random) => string.Concat(Enumerable.Range(0, random.Next(80)).Select(_ => (char)random.Next(1, random.Next(2) == 0 ? 128 : 0xFFFF)));
    }

    [Fact]
    public void The_longest_quotation_against_a_long_stretch_is_aligned_at_once()
    {
        var said = string.Join(' ', RandomTexts(30, 6, 60));
        var quoted = string.Join(' ', said.Split(' ').Skip(400).Take(300));
        var clock = Stopwatch.StartNew();
        Assert.NotNull(Read(QuotedText.Parse(quoted), said));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed}");
    }

    private static QuoteReading? Read(QuotedText quoted, string said) => QuoteReading.Of(quoted, Said(said), new Equivalents(quoted, Glossary));

    private static IEnumerable<string> RandomTexts(int count, int seed, int longest)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            yield return string.Join(' ', Enumerable.Range(0, random.Next(1, longest)).Select(_ => Vocabulary[random.Next(Vocabulary.Length)]));
        }
    }
}
