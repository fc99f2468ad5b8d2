namespace TalkNotes.Core.Search;

/// <summary>Words of <c>passages.kind</c>; all but <see cref="Bridge"/> are the contract's.</summary>
internal static class PassageKind
{
    /// <summary>Spoken words.</summary>
    public const string Segment = "segment";

    /// <summary>Spoken words over the border of passages; shown as <see cref="Segment"/>.</summary>
    public const string Bridge = "bridge";

    /// <summary>A claim.</summary>
    public const string Claim = "claim";

    /// <summary>The title of a talk or of one of its chapters.</summary>
    public const string Talk = "talk";
}
