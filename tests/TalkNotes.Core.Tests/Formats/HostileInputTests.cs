using System.Diagnostics;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats;

namespace TalkNotes.Core.Tests.Formats;

/// <summary>Files made to hurt: nesting, repetition, single lines without end. All formats are asked, the surest reads.</summary>
public sealed class HostileInputTests
{
    [Theory]
    [InlineData("[")]
    [InlineData("{\"segments\":[{\"text\":")]
    [InlineData("<tt><p>")]
    [InlineData("<!ENTITY a \"&a;\">")]
    [InlineData("---\n- ")]
    [InlineData("a: {")]
    [InlineData("<v ")]
    [InlineData("&amp")]
    [InlineData("00:00 --> ")]
    [InlineData("[00:01] A: ")]
    [InlineData("0:01 ")]
    [InlineData("Name: ")]
    [InlineData("> ")]
    [InlineData("* [")]
    [InlineData("(((")]
    [InlineData("<div>")]
    [InlineData("<!-- ")]
    [InlineData("&a [*a, *a]\n")]
    [InlineData("\"")]
    [InlineData("a,\"b\n")]
    [InlineData("A B\nc.\n")]
    [InlineData("**A B:** c\n")]
    [InlineData("[Unverified] ")]
    [InlineData("_*`")]
    [InlineData("{\\i1}")]
    [InlineData("- a: b\n")]
    [InlineData("## Chapters\n- a\n")]
    [InlineData("\0")]
    [InlineData("\r")]
    public void A_long_file_of_one_thing_is_read_in_seconds(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length));
        foreach (var head in new[] { "", "WEBVTT\n\n00:00.000 --> 00:01.000\n", "1\n00:00:01,000 --> 00:00:02,000\n", "{\"segments\": [{\"startTime\": 1, \"body\": \"", "<tt><body><p begin=\"1s\">", "---\ntitle: a\n---\n", "---\nclaims:\n  - text: ", "start,end,text\n1,2,\"", "[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,D,A,0,0,0,,", "# T\n\n- c [Unverified]\n" })
        {
            var watch = Stopwatch.StartNew();
            var source = SourceText.FromText("hostile", head + text);
            if (SourceFormats.Parse(source) is ParseResult.Parsed parsed)
            {
                Reading.KeepsThePromises(parsed.Source);
            }

            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"'{head}' and '{piece}' took {watch.Elapsed}");
        }
    }
}
