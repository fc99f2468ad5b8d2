using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Claims;

internal static class ClaimFilters
{
    /// <summary>The claims that a filter lets through, in no order, by their states: lists are read by the indexes of these.</summary>
    public static IQueryable<ClaimStateRow> Apply(TalkNotesDb db, ClaimFilter filter)
    {
        var claims = filter.Status == "withdrawn" ? db.ClaimStates.Where(s => s.Withdrawn == 1) : db.ClaimStates.Where(s => s.Withdrawn == 0);
        if (filter.Talk is { Length: > 0 } talk)
        {
            var id = db.Talks.Where(t => t.Slug == talk).Select(t => t.Id).FirstOrDefault();
            claims = claims.Where(s => s.TalkId == id);
        }

        if (filter.Kind is { Length: > 0 } kind)
        {
            claims = claims.Where(s => s.Claim.Kind == kind);
        }

        if (filter.Marker is { Length: > 0 } marker)
        {
            claims = claims.Where(s => s.Claim.Marker == marker);
        }

        if (filter.Speaker is { Length: > 0 } speaker)
        {
            var key = Folding.Fold(speaker);
            var people = db.Speakers.Where(s => s.Slug == speaker || s.Key == key || s.Name == speaker).Select(s => new { s.Id, s.Name })
                .Union(db.SpeakerAliases.Where(a => a.Name == speaker || a.Key == key).Select(a => new { a.Speaker.Id, a.Speaker.Name })).ToList(); // few: asked once, not for each claim
            var (ids, names) = (people.ConvertAll(p => p.Id), people.Select(p => p.Name).Append(speaker).Distinct().ToList());
            var talks = db.TalkSpeakers.Where(t => ids.Contains(t.SpeakerId)).Select(t => t.TalkId);
            var theirs = db.ClaimStates.Where(s => talks.Contains(s.TalkId)).Select(s => s.ClaimId).Union(db.Claims.Where(c => names.Contains(c.AttributedTo!)).Select(c => c.Id));
            claims = claims.Where(s => theirs.Contains(s.ClaimId));
        }

        return filter.Status switch
        {
            null or "" or "withdrawn" => claims,
            "suspended" => claims.Where(s => s.Recheck != null),
            "disputed" => claims.Where(s => s.Disputed),
            var status => claims.Where(s => s.Status == status),
        };
    }
}
