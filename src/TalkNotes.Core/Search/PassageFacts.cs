using System.Runtime.InteropServices;

namespace TalkNotes.Core.Search;

/// <summary>Kinds of passages, as <see cref="PassageDirectory"/> keeps them.</summary>
internal enum FactKind : byte
{
    None,
    Segment,
    Bridge,
    Claim,
    Talk,
}

/// <summary>What filters and counts need to know of a passage, without its text; it lies so in index files too.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct PassageFacts
{
    public required FactKind Kind { get; init; }

    /// <summary>spoken, publisher, ai or person: index into <see cref="PassageDirectory.Origins"/>.</summary>
    public required byte Origin { get; init; }

    public required int TalkId { get; init; }

    /// <summary>0 for nobody named.</summary>
    public required int SpeakerId { get; init; }

    /// <summary>0 for no claim.</summary>
    public required int ClaimId { get; init; }

    /// <summary>Bridges: how far before this id the first passage it touches is, and how far behind the last.</summary>
    public required ushort Back { get; init; }

    public required ushort Ahead { get; init; }

    public bool IsSpoken => Kind is FactKind.Segment or FactKind.Bridge;
}
