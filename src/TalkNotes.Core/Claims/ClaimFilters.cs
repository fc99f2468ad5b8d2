using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Claims;

internal static class ClaimFilters
{
    /// <summary>The claims that a filter lets through, in no order.</summary>
    public static IQueryable<ClaimRow> Apply(TalkNotesDb db, ClaimFilter filter)
    {
        var claims = filter.Status == "withdrawn" ? db.Claims.Where(c => c.WithdrawnAt != null) : db.Claims.Where(c => c.WithdrawnAt == null);
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
            var people = db.Speakers.Where(s => s.Slug == speaker || s.Key == key || s.Name == speaker
                || db.SpeakerAliases.Any(a => a.SpeakerId == s.Id && (a.Name == speaker || a.Key == key)));
            claims = claims.Where(c => c.AttributedTo == speaker || people.Any(p => p.Name == c.AttributedTo
                || db.TalkSpeakers.Any(t => t.TalkId == c.TalkId && t.SpeakerId == p.Id)));
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
