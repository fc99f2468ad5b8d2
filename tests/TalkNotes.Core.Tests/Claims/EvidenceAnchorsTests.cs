using TalkNotes.Core.Claims;

namespace TalkNotes.Core.Tests.Claims;

public class EvidenceAnchorsTests
{
    private static readonly string[] Talk =
    [
        "I think I'll start with one of the juiciest things you said",
        "which is you know four months ago you and the open team",
        "talked about aiming for a system with research level intern",
        "capabilities by September of this year so coming up",
        "and then a more fully automated AI researcher by March 2028",
        "and so I guess checking in four months later how are you feeling",
        "about those timelines and what has changed in the meantime",
        "yeah I think for most people the act of programming has changed",
        "so I definitely see this as a signal that something here is on track",
        "and the other interesting update has been the progress on math",
    ];

    [Fact]
    public void Same_transcript_leaves_evidence_unchanged()
    {
        var anchor = EvidenceAnchors.Locate(Evidence(2, 3), Transcript(Talk));
        Assert.Equal(AnchorState.Unchanged, anchor.State);
        Assert.Equal([2, 3], anchor.Place!.Segments);
    }

    [Fact]
    public void Shift_by_thirty_seconds_moves_evidence()
    {
        string[] intro = ["welcome to the show", "today we have a special guest", "please enjoy"];
        var anchor = EvidenceAnchors.Locate(Evidence(2, 3), Transcript([.. intro, .. Talk]));
        Assert.Equal(AnchorState.Moved, anchor.State);
        Assert.Equal([5, 6], anchor.Place!.Segments);
        Assert.Equal(50_000, anchor.Place.StartMs);
        Assert.Equal(AnchorState.Moved, EvidenceAnchors.Locate(Evidence(2, 3), Transcript(Talk, startSeconds: 30)).State);
    }

    [Fact]
    public void Other_cuts_of_the_same_words_move_evidence_to_the_segments_that_hold_them()
    {
        var anchor = EvidenceAnchors.Locate(Evidence(2, 3), Transcript([string.Join(' ', Talk[..3]), string.Join(' ', Talk[3..])]));
        Assert.Equal((AnchorState.Moved, "0 1"), (anchor.State, string.Join(' ', anchor.Place!.Segments)));
    }

    [Fact]
    public void Deleted_evidence_is_orphaned() =>
        Assert.Equal(AnchorState.Orphaned, EvidenceAnchors.Locate(Evidence(2, 3), Transcript([.. Talk[..2], .. Talk[4..]])).State);

    [Fact]
    public void No_transcript_any_more_orphans_evidence() =>
        Assert.Equal(AnchorState.Orphaned, EvidenceAnchors.Locate(Evidence(2, 3), null).State);

    [Fact]
    public void Corrected_evidence_waits_for_a_person_who_is_shown_the_place()
    {
        string[] corrected = [.. Talk];
        corrected[3] = "capabilities by December of this year so coming up";
        var anchor = EvidenceAnchors.Locate(Evidence(2, 3), Transcript(corrected));
        Assert.Equal(AnchorState.NeedsConfirmation, anchor.State);
        Assert.Null(anchor.Place);
        Assert.Contains(anchor.Candidates, c => c.Segments[0] == 2);
    }

    [Fact]
    public void Look_alike_elsewhere_is_never_taken_when_the_words_are_gone()
    {
        string[] planted = [.. Talk[..2], .. Talk[4..], "he was", .. Talk[2..4], "they told us"];
        var anchor = EvidenceAnchors.Locate(Evidence(2, 3), Transcript(planted));
        Assert.Equal(AnchorState.NeedsConfirmation, anchor.State);
        Assert.Null(anchor.Place);
    }

    [Fact]
    public void Look_alike_beside_the_true_place_is_not_taken_either()
    {
        string[] planted = [.. Talk[2..4], "from the cold open", .. Talk];
        var anchor = EvidenceAnchors.Locate(Evidence(2, 3), Transcript(planted));
        Assert.Equal((AnchorState.Moved, 5), (anchor.State, anchor.Place!.Segments[0]));
    }

    [Fact]
    public void Words_that_stay_where_they_were_hold_though_all_around_them_changed()
    {
        string[] changed = [.. Talk.Select((line, n) => n is 2 or 3 ? line : "nothing of what was once told stands here any longer")];
        Assert.Equal(AnchorState.Unchanged, EvidenceAnchors.Locate(Evidence(2, 3), Transcript(changed)).State);
        Assert.Equal(AnchorState.NeedsConfirmation, EvidenceAnchors.Locate(Evidence(2, 3), Transcript(changed, startSeconds: 30)).State);
        Assert.Equal(AnchorState.NeedsConfirmation, EvidenceAnchors.Locate(Evidence(2, 3), Transcript([.. changed, Talk[2], Talk[3]])).State);
    }

    [Fact]
    public void A_few_words_mean_something_else_where_all_around_them_changed()
    {
        string[] talk = ["do you think that the models reason", "yes I do", "and will they go on to do so"];
        var (prefix, suffix) = EvidenceRows.Around(Transcript(talk), 1, 1);
        var evidence = new AnchoredWords(talk[1], prefix, suffix, 1, 1, TimeSpan.FromSeconds(10));
        Assert.Equal(AnchorState.NeedsConfirmation, EvidenceAnchors.Locate(evidence, Transcript(["are you fond of cheese", talk[1], "me too"])).State);
    }

    [Fact]
    public void Two_places_that_fit_equally_well_wait_for_a_person() =>
        Assert.Equal(AnchorState.NeedsConfirmation, EvidenceAnchors.Locate(Evidence(2, 3), Transcript([.. Talk, .. Talk])).State);

    [Fact]
    public void Five_per_cent_of_words_changed_never_give_a_wrong_place()
    {
        var kept = 0;
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var changed = Talk.Select(line => string.Join(' ', line.Split(' ').Select(w => random.Next(100) < 5 ? "changed" : w))).ToArray();
            for (var first = 0; first < Talk.Length - 1; first++)
            {
                var anchor = EvidenceAnchors.Locate(Evidence(first, first + 1), Transcript(changed));
                var same = changed[first] == Talk[first] && changed[first + 1] == Talk[first + 1];
                Assert.Equal(same, AnchorState.Holds(anchor.State));
                kept += same ? 1 : 0;
                Assert.True(anchor.Place is null || (anchor.Place.Segments[0] == first && anchor.Place.Segments[1] == first + 1));
            }
        }

        Assert.InRange(kept, 1, 200 * Talk.Length);
    }

    [Fact]
    public void Any_texts_give_an_answer()
    {
        var random = new Random(7);
        string[] words = ["a", "b", "c", "", "漢", "'", "1.5"];
        for (var i = 0; i < 500; i++)
        {
            string Some(int most) => string.Join(' ', Enumerable.Range(0, random.Next(most)).Select(_ => words[random.Next(words.Length)]));
            var transcript = new TranscriptWords("sha", [.. Enumerable.Range(0, random.Next(6)).Select(_ => new TranscriptSegment(Some(8), null, null, null))]);
            var anchor = EvidenceAnchors.Locate(new AnchoredWords(Some(12), Some(5), Some(5), 0, 0, null), transcript);
            Assert.Equal(AnchorState.Holds(anchor.State), anchor.Place is not null);
        }
    }

    private static AnchoredWords Evidence(int first, int last)
    {
        var transcript = Transcript(Talk);
        var (prefix, suffix) = EvidenceRows.Around(transcript, first, last);
        return new AnchoredWords(transcript.TextOf(first, last), prefix, suffix, first, last, transcript.Segments[first].Start);
    }

    private static TranscriptWords Transcript(string[] lines, int startSeconds = 0) =>
        new("sha", [.. lines.Select((text, n) => new TranscriptSegment(text, TimeSpan.FromSeconds(startSeconds + (10 * n)), null, null))]);
}
