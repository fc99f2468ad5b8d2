namespace TalkNotes.Core.Claims;

/// <summary>A claim and when something last happened to it.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="At">When its newest verdict was given; when it was first seen, while nobody has judged it. UTC.</param>
public sealed record NewClaim(ClaimSummary Claim, DateTimeOffset At);
