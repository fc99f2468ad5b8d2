using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalkNotes.Core.Claims;
using TalkNotes.Core.Talks;

namespace TalkNotes.Web.Pages.Claims;

/// <summary>All claims, with filters.</summary>
public sealed class IndexModel(ClaimQueries claims, TalkQueries talks) : PageModel
{
    private const int PageSize = 50;

    public ClaimFilter Filter { get; private set; } = new();

    /// <summary>The talk that was asked for, by address or title.</summary>
    public TalkChoice Talk { get; private set; } = null!;

    public ClaimList View { get; private set; } = null!;

    public async Task OnGetAsync(string? talk, string? status, string? kind, string? speaker, string? marker, string? cursor, CancellationToken ct)
    {
        Talk = await talks.ChoiceAsync(talk, ct);
        Filter = new ClaimFilter { Talk = Talk.Slug, Status = status, Kind = kind, Speaker = speaker, Marker = marker };
        View = await claims.ListAsync(Filter, cursor, PageSize, ct);
    }

    /// <summary>The list with another status, or its next page.</summary>
    public string Address(string? status, string? cursor = null)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in new[]
        {
            ("talk", Filter.Talk), ("status", status), ("kind", Filter.Kind), ("speaker", Filter.Speaker), ("marker", Filter.Marker), ("cursor", cursor),
        })
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(name, value);
            }
        }

        return Links.Claims + query;
    }
}
