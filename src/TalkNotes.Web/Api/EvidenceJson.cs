using TalkNotes.Core.Evidence;

namespace TalkNotes.Web.Api;

/// <summary>The object that <c>evidence --json</c> and <c>/api/v1/evidence</c> answer.</summary>
internal sealed record EvidenceJson(IReadOnlyList<EvidenceResult> Results);
