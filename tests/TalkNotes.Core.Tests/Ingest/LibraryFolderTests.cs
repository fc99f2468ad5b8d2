using System.Text;
using TalkNotes.Core.Ingest;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Core.Tests.Ingest;

public class LibraryFolderTests
{
    [Fact]
    public void Files_are_listed_recursively_in_ordinal_order()
    {
        using var folder = new TempFolder();
        foreach (var path in new[] { "b.txt", "a/z.md", "B.txt", "a.vtt" })
        {
            folder.Write(path, "x");
        }

        Assert.Equal(["B.txt", "a.vtt", "a/z.md", "b.txt"], LibraryFolder.At(folder.Path).Files.Select(f => f.Path));
    }

    [Fact]
    public void What_is_no_talk_is_passed_over_with_the_reason()
    {
        using var folder = new TempFolder();
        foreach (var path in new[] { ".git/config", ".hidden", "README.md", "glossary.yaml", "sub/LICENSE", "cover.JPG", "talk.txt" })
        {
            folder.Write(path, "x");
        }

        var listing = LibraryFolder.At(folder.Path);

        Assert.Equal(["talk.txt"], listing.Files.Select(f => f.Path));
        Assert.Equal([".git", ".hidden", "README.md", "cover.JPG", "glossary.yaml", "sub/LICENSE"], listing.Skipped.Select(s => s.Path));
        Assert.All(listing.Skipped, s => Assert.NotEmpty(s.Reason));
    }

    [Fact]
    public void What_the_program_keeps_is_no_talk_even_among_the_documents()
    {
        using var folder = new TempFolder();
        string[] own = ["talknotes.db-wal", "keys/key-1.xml", "waiting/1/talk.txt", "backups/copy.txt", "index/words.idx", "glossary.previous.yaml"];
        foreach (var path in own.SelectMany(o => new[] { o, "data/" + o }).Concat(["talknotes.db", "data/talknotes.db", "data/talk.txt", "talk.txt", "sub/keys/talk.txt"]))
        {
            folder.Write(path, "x");
        }

        Assert.Equal(["data/talk.txt", "sub/keys/talk.txt", "talk.txt"], LibraryFolder.At(folder.Path).Files.Select(f => f.Path));
        Assert.All(own, o => Assert.True(DataFolder.Keeps(folder.Path, Path.Combine(folder.Path, o))));
        Assert.False(DataFolder.Keeps(folder.Path, Path.Combine(folder.Path, "sub", "keys", "talk.txt")));
        Assert.False(DataFolder.Keeps(Path.Combine(folder.Path, "data"), Path.Combine(folder.Path, "keys", "talk.txt")));
    }

    [Fact]
    public void File_that_is_named_is_taken_whatever_it_is_called()
    {
        using var folder = new TempFolder();
        var file = Assert.Single(LibraryFolder.At(folder.Write("README.md", "x")).Files);
        Assert.Equal("README.md", file.Path);
    }

    [Fact]
    public void Missing_path_is_an_error() => Assert.Throws<FileNotFoundException>(() => LibraryFolder.At("/nowhere/at/all"));

    [Fact]
    public async Task Binary_and_empty_files_are_skipped_by_their_content()
    {
        using var library = new TestLibrary();
        library.Write("a.txt", "title: A talk");
        var noise = new byte[5000];
        new Random(1).NextBytes(noise);
        await File.WriteAllBytesAsync(Path.Combine(library.Folder, "noise.txt"), noise, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(Path.Combine(library.Folder, "zip.txt"), Encoding.ASCII.GetBytes("PK\u0003\u0004rest"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(library.Folder, "empty.txt"), " \r\n", TestContext.Current.CancellationToken);

        var report = await library.IngestAsync();

        Assert.Equal(1, report.Count(IngestOutcome.Added));
        Assert.Equal(3, report.Count(IngestOutcome.Skipped));
        Assert.True(report.IsComplete(strict: true));
        Assert.Equal(IngestOutcome.Failed, (await library.IngestAsync("noise.txt")).Documents.Single().Outcome);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("latin1")]
    public void Text_in_any_encoding_is_no_binary(string encoding)
    {
        var text = string.Concat(Enumerable.Repeat("[0:01] Łukasz said “no”, 日本\r\n", 20));
        var bytes = Encoding.GetEncoding(encoding).GetBytes(text);
        Assert.Null(FileContent.ReasonToRefuse([.. Encoding.GetEncoding(encoding).GetPreamble(), .. bytes]));
        Assert.True(encoding == "utf-32" || FileContent.ReasonToRefuse(bytes) is null);
    }

    [Fact]
    public void Stray_null_byte_makes_no_binary() => Assert.Null(FileContent.ReasonToRefuse("a text with one \0 in it, and more words after it"u8));

    [Fact]
    public void Seeds_hold_five_documents_and_nothing_else_that_would_be_taken_for_one() =>
        Assert.Equal(5, LibraryFolder.At(Checkout.Seeds).Files.Length);
}
