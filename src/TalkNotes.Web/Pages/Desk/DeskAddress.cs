using Microsoft.AspNetCore.Http.Extensions;
using TalkNotes.Core.Claims;

namespace TalkNotes.Web.Pages.Desk;

/// <summary>Where on the desk one is; all of it lives in the address.</summary>
public sealed record DeskAddress
{
    public string? Queue { get; init; }
    public string? Talk { get; init; }
    public string? Speaker { get; init; }
    public string? Kind { get; init; }
    public string? Status { get; init; }
    public string? Claim { get; init; }

    /// <summary>Words looked for in the claim's talk.</summary>
    public string? Find { get; init; }

    /// <summary>Words looked for before, for the same claim.</summary>
    public IReadOnlyList<string> Searched { get; init; } = [];

    /// <summary>Every search made for the claim, once each.</summary>
    public IReadOnlyList<string> Searches => [.. Searched.Append(Find ?? "").Where(s => !string.IsNullOrWhiteSpace(s)).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether something narrows the queue.</summary>
    public bool IsFiltered => !string.IsNullOrEmpty(Talk) || !string.IsNullOrEmpty(Speaker) || !string.IsNullOrEmpty(Kind) || !string.IsNullOrEmpty(Status);

    public static DeskAddress Of(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        string? One(string name) => request.Query[name].ToString() is { Length: > 0 } value ? value : null;
        return new DeskAddress
        {
            Queue = One("queue"), Talk = One("talk"), Speaker = One("speaker"), Kind = One("kind"), Status = One("status"),
            Claim = One("claim"), Find = One("find"), Searched = [.. request.Query["searched"].OfType<string>()],
        };
    }

    public ClaimFilter Filter() => new() { Talk = Talk, Speaker = Speaker, Kind = Kind, Status = Status };

    /// <summary>The same place at another claim, its searches left behind.</summary>
    public DeskAddress At(string? claim) => this with { Claim = claim, Find = null, Searched = [] };

    /// <summary>The address, of a handler when one is named.</summary>
    public string Link(string? handler = null) => Links.Desk + Query(handler);

    /// <summary>What follows the question mark, with it; empty when there is nothing.</summary>
    public string Query(string? handler = null)
    {
        var query = new QueryBuilder();
        if (handler is not null)
        {
            query.Add("handler", handler);
        }

        foreach (var (name, value) in Fields())
        {
            query.Add(name, value);
        }

        if (Find is not null)
        {
            query.Add("find", Find);
        }

        foreach (var search in Searched)
        {
            query.Add("searched", search);
        }

        return query.ToString();
    }

    /// <summary>Where one is, without the searches, as fields of a form.</summary>
    public IEnumerable<(string Name, string Value)> Fields() =>
        new[] { ("queue", Queue), ("talk", Talk), ("speaker", Speaker), ("kind", Kind), ("status", Status), ("claim", Claim) }
            .Where(f => !string.IsNullOrEmpty(f.Item2)).Select(f => (f.Item1, f.Item2!));
}
