namespace TalkNotes.Core.Curation;

/// <summary>Corrections in words, for people.</summary>
internal static class CorrectionWords
{
    private const int Longest = 120;

    /// <summary>One sentence without a full stop.</summary>
    /// <param name="correction">What was said.</param>
    /// <param name="person">Whom it is about, or null.</param>
    /// <param name="other">The other person or talk, or null.</param>
    /// <param name="inTalk">Whether it is about one talk.</param>
    public static string Of(Correction correction, string? person, string? other, bool inTalk) => correction switch
    {
        FieldCorrection f => $"{Field(f.Field)}: {Quoted(f.Value)}{(f.Before is null ? "" : $" instead of {Quoted(f.Before)}")}",
        TopicsCorrection t => t.Topics.Count == 0 ? "No topics" : "Topics: " + Short(string.Join(", ", t.Topics)),
        PartCorrection { TakesPart: false } => $"{person} does not take part",
        PartCorrection p => $"{person} takes part{(p.Role is null ? "" : " as " + p.Role)}",
        RenameCorrection r => $"{r.Name}, until then {r.Before}",
        AliasCorrection a => $"{person} is also {Quoted(a.Name)}",
        MergeCorrection => $"{person} is {other}",
        SplitCorrection => $"{person} of this talk is somebody else: {other}",
        LabelCorrection l => $"{Quoted(l.Label)} is {person ?? "nobody named"}",
        TurnsCorrection t => $"{Segments(t.At)}: {person ?? "nobody named"} speaks",
        WordsCorrection w => $"{Quoted(w.Heard)} should read {Quoted(w.Said)}{(w.At is not null ? " in one place" : inTalk ? " everywhere in the talk" : " everywhere in the library")}",
        PrimaryCorrection => "Another transcript counts",
        SameTalkCorrection => $"One talk with {Quoted(other)}",
        DifferentTalksCorrection => $"Not the same talk as {Quoted(other)}",
        _ => "Taken back",
    };

    /// <summary>A field for people.</summary>
    public static string Field(string field) => field switch
    {
        TalkFields.Title => "Title",
        TalkFields.Show => "Show",
        TalkFields.Published => "Published",
        TalkFields.Transcribed => "Transcribed",
        TalkFields.Retrieved => "Retrieved",
        _ => "Address",
    };

    private static string Segments(SegmentAnchor at) => at.First == at.Last ? $"Segment {at.First}" : $"Segments {at.First} to {at.Last}";

    private static string Quoted(string? text) => text is null ? "not known" : $"“{Short(text)}”";

    private static string Short(string text) => text.Length <= Longest ? text : text[..(Longest - 1)] + "…";
}
