using TalkNotes.Core.Documents;
using TalkNotes.Core.Quotes;
using TalkNotes.Core.Quotes.Archive;

namespace TalkNotes.Core.Tests.Quotes.Archive;

public class WordArchiveTests
{
    private static readonly string[] Common = "i think that it is what we do and so you can see the way of it all because this was not to be".Split(' ');

    [Fact]
    public void Every_run_of_words_is_found_where_it_stands_however_common_its_words()
    {
        var random = new Random(1);
        var segments = Segments(random, 400);
        var archive = WordArchive.Of(segments);
        for (var i = 0; i < 200; i++)
        {
            var first = random.Next(segments.Count - 2);
            var words = $"{segments[first].Text} {segments[first + 1].Text}".Split(' ');
            var from = random.Next(words.Length - 8);
            var quote = string.Join(' ', words.Skip(from).Take(random.Next(4, 9)));
            var places = archive.Find(QuotedText.Parse(quote), null);
            Assert.Contains(places, p => Text(segments, p).Contains(quote, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("we do not think that it works")]
    [InlineData("we don't, um, think that it works")]
    public void Contractions_and_hesitations_do_not_hide_a_place(string quote)
    {
        var segments = Segments(new Random(2), 300);
        segments.Insert(150, segments[0] with { Text = "we don't uh think that it works" });
        Assert.Contains("uh think", Text(segments, WordArchive.Of(segments).Find(QuotedText.Parse(quote), null)[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void The_place_of_all_parts_is_found_though_an_ellipsis_hides_a_hundred_words()
    {
        var segments = Segments(new Random(3), 300);
        segments[100] = segments[100] with { Text = "the gardens of Babylon were hanging" };
        segments[112] = segments[112] with { Text = "over the copper river" };
        var place = WordArchive.Of(segments).Find(QuotedText.Parse("gardens of Babylon … over the copper river"), null)[0];
        Assert.True(place.FirstSegment <= 100 && place.LastSegment >= 112);
    }

    [Fact]
    public void One_talk_can_be_asked_alone_and_words_never_said_find_nothing()
    {
        var numbers = new WordNumbers();
        var archive = new WordArchive([new NumberedTranscript(1, 11, ["we said it here"], numbers), new NumberedTranscript(2, 12, ["we said it here"], numbers), new NumberedTranscript(3, 13, [], numbers)], numbers);
        Assert.Equal([1, 2], archive.Find(QuotedText.Parse("we said it here"), null).Select(p => p.TalkId).Order());
        Assert.Equal([new SpokenPlace(2, 12, 0, 0, 1)], archive.Find(QuotedText.Parse("we said it here"), 2));
        Assert.Empty(archive.Find(QuotedText.Parse("nobody uttered these"), null));
        Assert.Empty(archive.Find(QuotedText.Parse("[we said] … "), null));
    }

    private static List<Segment> Segments(Random random, int count) => [.. Enumerable.Range(0, count).Select(n => new Segment
    {
        Text = string.Join(' ', Enumerable.Range(0, 8).Select(_ => Common[random.Next(Common.Length)])),
        Lines = new LineSpan(n + 1, n + 1),
    })];

    private static string Text(List<Segment> segments, SpokenPlace place) =>
        string.Join(' ', segments.Skip(place.FirstSegment).Take(place.LastSegment - place.FirstSegment + 1).Select(s => s.Text));
}
