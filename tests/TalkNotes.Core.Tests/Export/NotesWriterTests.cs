using System.Text;
using TalkNotes.Core.Claims;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Export;
using TalkNotes.Core.Formats;
using TalkNotes.Core.Formats.Parts;
using TalkNotes.Core.Tests.Formats;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Core.Tests.Export;

public sealed class NotesWriterTests : IDisposable
{
    private const string Video = "Summary for: https://youtu.be/3K-R4yVjJfU\n";
    private readonly ExportLibrary _library = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Notes_come_out_byte_for_byte_while_nothing_is_decided()
    {
        const string Text = "# A talk about models — Notes\r\n\r\n" + "Summary for: https://youtu.be/3K-R4yVjJfU  \r\n\r\n## Claims\r\n\r\n- One – thing. [Unverified]\r\n* Two things [To verify]";
        byte[] legacy = [.. Encoding.Latin1.GetBytes(Text.Replace('–', '-').Replace('—', '-')), (byte)'\n', (byte)'-', (byte)' ', 0xE9, (byte)'t', 0xE9, (byte)'\n'];
        var documents = new List<byte[]> { File.ReadAllBytes(Checkout.Seed("000")), Encoding.UTF8.GetBytes(Text), legacy };
        documents.Add(Encoding.UTF8.GetPreamble().Concat(documents[1]).ToArray());
        documents.Add(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Text)).ToArray());
        documents.AddRange(Samples.Names.Where(n => Samples.FormatOf(n) == "claim-notes").Select(Samples.Bytes));
        for (var i = 0; i < documents.Count; i++)
        {
            using var library = new ExportLibrary();
            var slug = await library.TakeInAsync($"notes-{i}.md", documents[i]);
            Assert.Equal(documents[i], await library.BytesAsync(slug, "md"));
        }
    }

    [Fact]
    public async Task A_verdict_changes_exactly_its_marker_and_the_words_stay_the_same_claim()
    {
        var seed = File.ReadAllBytes(Checkout.Seed("000"));
        var slug = await _library.TakeInAsync("000.txt", seed);
        var before = Encoding.UTF8.GetString(seed).Split('\n');
        var claims = await _library.Claims.OfTalkAsync(slug, Ct);
        foreach (var (claim, n) in claims.Select((c, n) => (c, n)))
        {
            var value = n % 3 == 0 ? Status.Verified : n % 3 == 1 ? Status.Partly : Status.Refuted;
            await _library.JudgeAsync(claim, value, new MomentEvidence(TimeSpan.FromSeconds(700 + n), null, "words heard"));
            var after = (await _library.TextAsync(slug, "md")).Split('\n');
            var changed = Enumerable.Range(0, before.Length).Where(i => before[i] != after[i]).ToList();
            var line = Assert.Single(changed);
            Assert.Equal(before[line].Replace("[Unverified]", $"[{Status.Label(value)}] [11:{40 + n:00}](https://www.youtube.com/watch?v=3K-R4yVjJfU&t={700 + n}s)", StringComparison.Ordinal), after[line]);
            before = after;
        }

        using var elsewhere = new ExportLibrary();
        var again = await elsewhere.TakeInAsync("000.md", string.Join('\n', before));
        var read = await elsewhere.Claims.OfTalkAsync(again, Ct);
        Assert.Equal(claims.Select(c => (c.Text, c.Section)), read.Select(c => (c.Text, c.Section)));
        Assert.Equal(["Verified", "Partly", "Refuted"], read.Take(3).Select(c => c.Marker));
        Assert.All(read, c => Assert.Equal(Status.Unverified, c.Status)); // a marker of a document is never a verdict
        Assert.Equal(string.Join('\n', before), await elsewhere.TextAsync(again, "md"));
    }

    [Theory]
    [InlineData("- Words here. [Unverified]", "- Words here. [Verified] [1:02](https://www.youtube.com/watch?v=3K-R4yVjJfU&t=62s)")]
    [InlineData("- [Unverified] Words here.", "- [Verified] Words here.")]
    [InlineData("- Words here. [Speculation]", "- Words here. [Speculation] [Verified] [1:02](https://www.youtube.com/watch?v=3K-R4yVjJfU&t=62s)")]
    [InlineData("- Words here.", "- Words here. [Verified] [1:02](https://www.youtube.com/watch?v=3K-R4yVjJfU&t=62s)")]
    [InlineData("- Words here\n  on two lines. [To verify]  ", "- Words here\n  on two lines. [Verified] [1:02](https://www.youtube.com/watch?v=3K-R4yVjJfU&t=62s)  ")]
    [InlineData("- Words here. [Unverified] [source](https://example.org/a)", "- Words here. [Verified] [1:02](https://www.youtube.com/watch?v=3K-R4yVjJfU&t=62s) [source](https://example.org/a)")]
    [InlineData("- Words here. [Unverified].", "- Words here. [Verified] [1:02](https://www.youtube.com/watch?v=3K-R4yVjJfU&t=62s).")]
    [InlineData("- Words here [Unverified] ^block-1", "- Words here [Verified] [1:02](https://www.youtube.com/watch?v=3K-R4yVjJfU&t=62s) ^block-1")]
    [InlineData("Words here are prose [Unverified].", "Words here are prose [Verified] [1:02](https://www.youtube.com/watch?v=3K-R4yVjJfU&t=62s).")]
    public async Task Every_place_of_a_marker_is_known(string line, string marked)
    {
        var slug = await _library.TakeInAsync("notes.md", $"# A talk about models\n\n{Video}\n## Claims\n\n{line}\n- Another. [Unverified]\n");
        var claim = (await _library.Claims.OfTalkAsync(slug, Ct)).Single(c => c.Text.StartsWith("Words", StringComparison.Ordinal));
        await _library.JudgeAsync(claim, Status.Verified, new MomentEvidence(TimeSpan.FromSeconds(62), null, "words"));
        var text = await _library.TextAsync(slug, "md");
        Assert.Equal($"# A talk about models\n\n{Video}\n## Claims\n\n{marked}\n- Another. [Unverified]\n", text);
        var read = NotesWriter.Parse(SourceText.FromText("notes.md", text));
        Assert.Contains(read.Document.Claims, c => ClaimKey.TextHash(c.Text) == ClaimKey.TextHash(claim.Text));
    }

    [Fact]
    public async Task Verdicts_of_every_kind_have_a_word_and_a_suspended_one_says_so()
    {
        await _library.TakeInAsync("talk.vtt", "WEBVTT\n\n00:01.000 --> 00:04.000\nThe first words that we said on that day.\n\n00:04.000 --> 00:08.000\nAnd some more words that nobody needs here.\n");
        var slug = (await _library.Talks.ListAsync(new Core.Talks.TalkFilter(), Ct)).Talks[0].Slug;
        Assert.Contains($"talknotes: \"{slug}\"", await _library.TextAsync(slug, "md"), StringComparison.Ordinal);

        var notes = await _library.TakeInAsync("notes.md", $"# Other\n\n{Video}\n## Claims\n\n- One. [Unverified]\n- Two. [Unverified]\n- Three. [Unverified]\n");
        await _library.TakeInAsync("other.md", $"---\nurl: https://youtu.be/3K-R4yVjJfU\n---\n\n- [00:01] We said one thing and then some more.\n- [00:05] And another one that is longer.\n- [00:09] The end of it all.\n");
        await _library.JudgeAsync(await _library.ClaimAsync(notes, 0), Status.Verified, new SegmentsEvidence(0, 1));
        await _library.JudgeAsync(await _library.ClaimAsync(notes, 1), Status.NotSaid);
        await _library.JudgeAsync(await _library.ClaimAsync(notes, 2), Status.Refuted, new UrlEvidence("https://example.org/a_(b)", new DateOnly(2026, 1, 1)) { Note = "Shows it" });
        var text = await _library.TextAsync(notes, "md");
        Assert.Contains("- One. [Verified] [0:01](https://www.youtube.com/watch?v=3K-R4yVjJfU&t=1s)\n- Two. [Not said]\n- Three. [Refuted] [example.org](https://example.org/a_%28b%29)\n", text, StringComparison.Ordinal);

        await _library.TakeInAsync("other.md", $"---\nurl: https://youtu.be/3K-R4yVjJfU\n---\n\n- [00:01] Quite different words stand here today.\n- [00:05] And another one that is longer.\n- [00:09] The end of it all.\n");
        Assert.Contains("- One. [To recheck] [0:01]", await _library.TextAsync(notes, "md"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("001")]
    [InlineData("002")]
    [InlineData("003")]
    [InlineData("004")]
    public async Task Written_notes_are_read_as_the_same_claims_with_their_names(string seed)
    {
        var slug = await _library.TakeInAsync(seed + ".txt", File.ReadAllBytes(Checkout.Seed(seed)));
        var claims = await _library.Claims.OfTalkAsync(slug, Ct);
        var bytes = await _library.BytesAsync(slug, "md");
        var source = SourceText.FromBytes("notes.md", bytes);
        Assert.Equal(["talknotes-notes"], SourceFormats.All.Where(f => f.Match(source).Strength >= MatchStrength.Likely).Select(f => f.Id));
        var read = NotesWriter.Parse(source);
        Assert.Equal(claims.Select(c => ClaimKey.TextHash(c.Text)), read.Document.Claims.Select(c => ClaimKey.TextHash(c.Text)));
        Assert.Equal(claims.Select(c => c.Id), read.Document.Claims.Select(c => ClaimTail.Of(source.Lines[c.Lines.Last - 1]).Block));
        Assert.Empty(read.Ledger.Unrecognised());
    }

    [Fact]
    public void Words_stay_words_in_Markdown()
    {
        string[] hostile =
        [
            "plain", "*bold* _it_ `code`", "[[Wiki]] [x](javascript:alert(1)) ![i](u)", "<script>alert(1)</script> <!-- -->", "]]> & &lt; &amp; AT&T", "# head", "- item", "1. one", "> quote",
            "a | b", "key:: value", "{{query}}", "==mark== ~~gone~~ %%hidden%%", "$x$ costs $5", "^block", "[Unverified]", "[Verified] [1:02](https://x.y)", "ends with ^k3ab7q2xyz", "snake_case_word", "\\ back \\[ slash", "=cmd()|' /C calc'!A0", "a\u202Eb\u2066c", "two\nlines", "ends with colon:", "日本語 *強調*",
        ];
        foreach (var words in hostile)
        {
            var escaped = MarkdownEscapes.Of(words);
            Assert.DoesNotContain('\u202E', escaped);
            Assert.Equal(ClaimKey.Fold(words), ClaimKey.Fold(MarkdownEscapes.Undo(escaped)));
            var read = NotesWriter.Parse(SourceText.FromText("n.md", $"---\ntalknotes: \"x\"\n---\n\n## Claims\n\n- {escaped} [Unverified] ^k3ab7q2xyz\n"));
            Assert.Equal(ClaimKey.Fold(words), ClaimKey.Fold(Assert.Single(read.Document.Claims).Text));
            Assert.Equal("Unverified", read.Document.Claims[0].Marker);
        }
    }

    public void Dispose() => _library.Dispose();
}
