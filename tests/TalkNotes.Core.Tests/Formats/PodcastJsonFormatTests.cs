using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Tests.Formats;

public sealed class PodcastJsonFormatTests
{
    [Fact]
    public void Segments_keep_speakers_and_times()
    {
        var talk = Reading.Of("""
            {
              "version": "1.0.0",
              "segments": [
                {
                  "speaker": "Darth Vader",
                  "startTime": 1.5,
                  "endTime": 2.0,
                  "body": "your"
                },
                { "speaker": "Darth Vader", "startTime": 2.25, "endTime": 2.50, "body": "father.\n" },
                { "speaker": "Luke", "startTime": 2.75, "body": "Nooooo \"really\"" }
              ]
            }
            """);
        Assert.Equal("podcast-json", talk.Format.Id);
        Assert.Equal([(1500, 2000, "your"), (2250, 2500, "father."), (2750, null, "Nooooo \"really\"")], talk.Cues());
        Assert.Equal([(0, "Darth Vader"), (0, "Darth Vader"), (1, "Luke")], talk.Turns());
        Assert.Equal(new LineSpan(4, 9), talk.Document.Segments[0].Lines);
        Assert.Equal(0, talk.Ledger.Count(LineKind.Unrecognised));
        Assert.Equal("version", talk.Ledger[2].Owner);
    }
}
