namespace TalkNotes.Core.Talks;

/// <summary>A talk and when it came.</summary>
/// <param name="Talk">The talk.</param>
/// <param name="AddedAt">When the library took it in, UTC.</param>
public sealed record NewTalk(TalkSummary Talk, DateTimeOffset AddedAt);
