using TalkNotes.Core.Quotes;
using TalkNotes.Core.Quotes.Archive;
using TalkNotes.Core.Tests.Search;

namespace TalkNotes.Core.Tests.Quotes.Archive;

public sealed class SpokenWordsTests : IDisposable
{
    private const string First = "the first talk said that copper is enough";
    private const string Second = "the second talk would rather have silver";

    private readonly SearchLibrary _library = new();
    private readonly TempFolder _folder = new();

    private string[] Files => Directory.GetFiles(_folder.Path);

    public void Dispose()
    {
        _folder.Dispose();
        _library.Dispose();
    }

    [Fact]
    public async Task A_small_library_has_no_file()
    {
        await _library.AddAsync("first", [First]);
        using var words = new SpokenWords(_folder.Path);
        await TendAsync(words);
        Assert.Equal(["first"], await FindAsync(words, First));
        Assert.Empty(Files);
    }

    [Fact]
    public async Task A_large_one_has_one_and_what_comes_in_later_is_in_memory_until_it_is_a_good_part()
    {
        await _library.AddAsync("first", [First]);
        using var words = new SpokenWords(_folder.Path, smallest: 8);
        await TendAsync(words);
        var file = Assert.Single(Files);
        Assert.Equal(["first"], await FindAsync(words, First));

        await _library.AddAsync("second", ["silver, silver I said"]);
        Assert.Equal(["second"], await FindAsync(words, "silver silver I said"));
        await TendAsync(words);
        Assert.Equal([file], Files);

        await _library.AddAsync("third", [Second]);
        await TendAsync(words);
        Assert.NotEqual(file, Assert.Single(Files));
        Assert.Equal(["third"], await FindAsync(words, Second));
        Assert.Equal(["first"], await FindAsync(words, First));
        Assert.Equal(["second"], await FindAsync(words, "silver silver I said"));
    }

    [Fact]
    public async Task A_large_library_without_a_file_is_written_to_it_at_the_first_question_and_the_next_program_opens_it()
    {
        await _library.AddAsync("first", [First], talk: t => t.WordCount = 1000);
        using (var words = new SpokenWords(_folder.Path, smallest: 8))
        {
            Assert.Equal(["first"], await FindAsync(words, First));
        }

        var file = Assert.Single(Files);
        using var next = new SpokenWords(_folder.Path, smallest: 8);
        Assert.Equal(["first"], await FindAsync(next, First));
        Assert.Equal([file], Files);
    }

    [Fact]
    public async Task A_file_that_is_damaged_cut_short_deleted_or_of_another_library_is_made_again()
    {
        await _library.AddAsync("first", [First], talk: t => t.WordCount = 1000);
        Action<string>[] harms =
        [
            file => Change(file, bytes => bytes[300] ^= 1), // the words: noticed when they are read
            file => Change(file, bytes => bytes[40] ^= 1), // the header: noticed when it is opened
            file => File.WriteAllBytes(file, File.ReadAllBytes(file)[..100]),
            file => File.WriteAllText(file, ""),
            File.Delete,
        ];
        foreach (var harm in harms)
        {
            using (var words = new SpokenWords(_folder.Path, smallest: 8))
            {
                await FindAsync(words, First);
            }

            harm(Assert.Single(Files));
            using var next = new SpokenWords(_folder.Path, smallest: 8);
            Assert.Equal(["first"], await FindAsync(next, First));
            Assert.Single(Files);
        }

        using var other = new SearchLibrary();
        await other.AddAsync("other", [Second], talk: t => t.WordCount = 1000);
        using var moved = new SpokenWords(_folder.Path, smallest: 8);
        await using var db = other.CreateDbContext();
        Assert.Empty(await moved.FindAsync(db, QuotedText.Parse("copper was quite enough"), null, TestContext.Current.CancellationToken));
        Assert.NotEmpty(await moved.FindAsync(db, QuotedText.Parse(Second), null, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(0xFF)]
    [InlineData(0x7F)]
    [InlineData(0x00)]
    public async Task Bytes_that_change_after_they_were_read_once_never_end_a_question_in_an_error(byte value)
    {
        await _library.AddAsync("first", [First], talk: t => t.WordCount = 1000);
        using var words = new SpokenWords(_folder.Path, smallest: 8);
        await FindAsync(words, First);
        await TendAsync(words);
        Assert.Equal(["first"], await FindAsync(words, First));
        Change(Assert.Single(Files), bytes => bytes.AsSpan(256).Fill(value));
        await FindAsync(words, First); // may miss: the file is still believed
        await FindAsync(words, Second);
        using var next = new SpokenWords(_folder.Path, smallest: 8);
        Assert.Equal(["first"], await FindAsync(next, First));
    }

    [Fact]
    public async Task Where_no_file_can_be_written_memory_answers()
    {
        await _library.AddAsync("first", [First], talk: t => t.WordCount = 1000);
        var taken = Path.Combine(_folder.Path, "taken");
        await File.WriteAllTextAsync(taken, "", TestContext.Current.CancellationToken); // a folder can't be made here
        using var words = new SpokenWords(taken, smallest: 8);
        Assert.Equal(["first"], await FindAsync(words, First));
        await TendAsync(words);
        Assert.Equal(["first"], await FindAsync(words, First));
    }

    private static void Change(string file, Action<byte[]> change)
    {
        var bytes = File.ReadAllBytes(file);
        change(bytes);
        File.WriteAllBytes(file, bytes);
    }

    private async Task TendAsync(SpokenWords words)
    {
        await using var db = _library.CreateDbContext();
        await words.TendAsync(db, TestContext.Current.CancellationToken);
    }

    private async Task<string[]> FindAsync(SpokenWords words, string quote)
    {
        await using var db = _library.CreateDbContext();
        var places = await words.FindAsync(db, QuotedText.Parse(quote), null, TestContext.Current.CancellationToken);
        return [.. places.Take(1).Select(p => db.Talks.Single(t => t.Id == p.TalkId).Slug)];
    }
}
