using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Claims;

internal static class ClaimFilters
{
    /// <summary>The claims that a filter lets through, in no order.</summary>
    public static IQueryable<ClaimRow> Apply(TalkNotesDb db, ClaimFilter filter)
    {
        var claims = filter.Status == "withdrawn" ? db.Claims.Where(c => c.State!.Withdrawn == 1) : db.Claims.Where(c => c.State!.Withdrawn == 0);
        if (filter.Talk is { Length: > 0 } talk)
        {
            claims = claims.Where(c => c.Talk.Slug == talk);
        }

        if (filter.Kind is { Length: > 0 } kind)
        {
            claims = claims.Where(c => c.Kind == kind);
        }

        if (filter.Marker is { Length: > 0 } marker)
        {
            claims = claims.Where(c => c.Marker == marker);
        }

        if (filter.Speaker is { Length: > 0 } speaker)
        {
            var key = Folding.Fold(speaker);
            var people = db.Speakers.Where(s => s.Slug == speaker || s.Key == key || s.Name == speaker).Select(s => new { s.Id, s.Name })
                .Union(db.SpeakerAliases.Where(a => a.Name == speaker || a.Key == key).Select(a => new { a.Speaker.Id, a.Speaker.Name })).ToList(); // few: asked once, not for each claim
            var (ids, names) = (people.ConvertAll(p => p.Id), people.Select(p => p.Name).Append(speaker).Distinct().ToList());
            claims = claims.Where(c => names.Contains(c.AttributedTo!) || db.TalkSpeakers.Any(t => t.TalkId == c.TalkId && ids.Contains(t.SpeakerId)));
        }

        return filter.Status switch
        {
            null or "" or "withdrawn" => claims,
            "suspended" => claims.Where(c => c.State!.Recheck != null),
            "disputed" => claims.Where(c => c.State!.Disputed),
            var status => claims.Where(c => c.State!.Status == status),
        };
    }
}
