using TalkNotes.Core.Quotes;
using TalkNotes.Core.Quotes.Archive;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Tests.Quotes.Archive;

/// <summary>The index answers as if all words were read. Reading all words, in memory, is the judge.</summary>
public sealed class WordIndexTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("talknotes-words-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1, 40, 300)] // few words, all common
    [InlineData(2, 400, 900)]
    [InlineData(3, 5000, 2500)]
    public void Every_question_has_the_places_that_reading_all_words_finds(int seed, int vocabulary, int length)
    {
        var talks = new MadeTalks(seed, vocabulary);
        var transcripts = talks.Make(14, length);
        using var index = Write(transcripts);
        var asked = talks.Questions(transcripts, 250).ToList();
        AssertSame(transcripts, Over(index, transcripts), asked);
        AssertSame(transcripts, Over(index, transcripts), asked.Take(50), talk: 3);
    }

    [Fact]
    public void Talks_that_changed_are_answered_from_memory_and_their_old_words_are_gone()
    {
        var talks = new MadeTalks(4, 600);
        var before = talks.Make(12, 700);
        using var index = Write(before);
        var after = before.Select(t => t.Version.SourceId % 4 == 0 ? t with { Version = t.Version with { Version = 2 }, Segments = talks.Make(1, 700)[0].Segments } : t)
            .Where(t => t.Version.SourceId != 7).ToList();
        var numbers = new WordNumbers();
        var changed = after.Where(t => t.Version.Version == 2).Select(t => t.Read(numbers)).ToList();
        var archive = new WordArchive(changed, numbers, IndexPart.Of(index, after.Select(t => t.Version), null));
        AssertSame(after, archive, talks.Questions([.. before, .. after], 250).ToList());
    }

    [Fact]
    public void An_index_taken_over_into_a_new_one_is_as_good_as_one_made_afresh()
    {
        var talks = new MadeTalks(5, 600);
        var transcripts = talks.Make(12, 700);
        using var old = Write(transcripts);
        var path = Path.Combine(_folder, "copy.idx");
        using (var writer = new WordIndexWriter(path))
        {
            var copy = new WordIndexCopy(old, writer);
            Assert.All(transcripts, t => Assert.True(copy.Add(t.Version)));
            Assert.False(copy.Add(transcripts[0].Version with { Version = 99 }));
            writer.Complete();
        }

        using var index = WordIndex.Open(path);
        Assert.Equal(old.List().Select(w => (w.Word, w.Entry.Count)), index.List().Select(w => (w.Word, w.Entry.Count)));
        AssertSame(transcripts, Over(index, transcripts), talks.Questions(transcripts, 60).ToList());
    }

    [Fact]
    public void What_an_ended_process_left_unfinished_is_deleted_and_what_is_being_written_is_not()
    {
        var (left, now) = (Path.Combine(_folder, "words-1.idx.a.tmp"), Path.Combine(_folder, "words-2.idx.b.tmp"));
        File.WriteAllText(left, "x");
        File.WriteAllText(now, "x");
        File.SetLastWriteTimeUtc(left, File.GetLastWriteTimeUtc(now).AddHours(-2));
        Assert.Null(new WordIndexFolder(_folder).Open());
        Assert.False(File.Exists(left));
        Assert.True(File.Exists(now));
    }

    [Fact]
    public void An_empty_library_and_transcripts_without_words_find_nothing()
    {
        using var empty = Write([]);
        Assert.Empty(Over(empty, []).Find(QuotedText.Parse("we said it here"), null));
        var silent = new MadeTranscript(new TranscriptVersion(1, 11, 1, 0), ["", "…"]);
        var speaking = new MadeTranscript(new TranscriptVersion(2, 12, 1, 4), ["we said it here"]);
        using var index = Write([silent, speaking, silent with { Version = new TranscriptVersion(3, 13, 1, 0) }]);
        Assert.Equal([new SpokenPlace(2, 12, 0, 0, 1)], Over(index, [silent, speaking]).Find(QuotedText.Parse("we said it here"), null));
    }

    [Fact]
    public void The_word_list_has_every_word_with_its_count()
    {
        var transcripts = new MadeTalks(6, 3000).Make(5, 900);
        using var index = Write(transcripts);
        var words = transcripts.SelectMany(t => t.Segments).SelectMany(s => Tokenizer.Of(s)).SelectMany(t => WordNumbers.Parts(t.Key)).ToList();
        Assert.All(words.CountBy(w => w), w => Assert.Equal(w.Value, index.Find(w.Key)?.Count));
        Assert.All(["", "zzzz", "0", "日"], w => Assert.Null(index.Find(w)));
        Assert.Equal(words.Count, index.WordCount);
    }

    [Fact]
    public void A_damaged_index_is_noticed_wherever_the_damage_is_and_never_answered_from()
    {
        var talks = new MadeTalks(7, 800);
        var transcripts = talks.Make(6, 900);
        var questions = talks.Questions(transcripts, 40).ToList();
        Write(transcripts).Dispose();
        var path = Path.Combine(_folder, "words.idx");
        var whole = File.ReadAllBytes(path);
        var random = new Random(7);
        for (var i = 0; i < 60; i++)
        {
            var bytes = whole[..(i % 3 == 0 ? random.Next(whole.Length) : whole.Length)];
            if (i % 3 != 0)
            {
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            }

            File.WriteAllBytes(path, bytes);
            var noticed = false;
            try
            {
                using var index = WordIndex.Open(path);
                AssertSame(transcripts, Over(index, transcripts), questions);
                _ = index.List().Count();
                index.ReadWords(0, new int[index.WordCount]);
                index.Transcripts.ToArray().ToList().ForEach(t => index.ReadFirstWords(t));
                index.List().ToList().ForEach(w => new BlockReader(index, w.Entry).Dispose());
            }
            catch (DamagedFileException)
            {
                noticed = true;
            }

            Assert.True(noticed, $"try {i}");
        }
    }

    /// <summary>A change of how words are cut or numbered makes old indexes wrong: this text then reads otherwise, and the version must be raised.</summary>
    [Fact]
    public void The_way_words_are_numbered_belongs_to_the_version_of_the_index()
    {
        const string text = "Well, um, we don't think that OpenAI's GPT-4.1 can't do 25% of $3.5 million; U.S. people gonna, I'd say, it's café time… [laughs] th- the twenty-five, y'all!";
        var words = Tokenizer.Of(text).SelectMany(t => WordNumbers.Parts(t.Key));
        Assert.Equal(
            (1, "well we do not think that openai is gpt 4.1 can not do 25 % of $ 3.5 million us people going to i would say it is cafe time laughs th the twenty five you all"),
            (WordIndexLayout.Version, string.Join(' ', words)));
    }

    private WordIndex Write(IReadOnlyList<MadeTranscript> transcripts)
    {
        var path = Path.Combine(_folder, "words.idx");
        using (var writer = new WordIndexWriter(path))
        {
            foreach (var transcript in transcripts)
            {
                var read = transcript.Read(writer.Numbers);
                writer.Add(transcript.Version, read.Words, read.FirstWords);
            }

            writer.Complete();
        }

        Assert.Equal([path], Directory.GetFiles(_folder, "words*"));
        return WordIndex.Open(path);
    }

    private static WordArchive Over(WordIndex index, IReadOnlyList<MadeTranscript> transcripts) =>
        new([], new WordNumbers(), IndexPart.Of(index, transcripts.Select(t => t.Version), null));

    private static void AssertSame(IReadOnlyList<MadeTranscript> said, WordArchive archive, IEnumerable<string> questions, int? talk = null)
    {
        var numbers = new WordNumbers();
        var judge = new WordArchive(said.Select(t => t.Read(numbers)).ToList(), numbers);
        var found = 0;
        foreach (var question in questions)
        {
            var quoted = QuotedText.Parse(question);
            var places = judge.Find(quoted, talk);
            found += places.Count;
            Assert.True(places.SequenceEqual(archive.Find(quoted, talk)), question);
        }

        Assert.True(found > 0);
    }
}
