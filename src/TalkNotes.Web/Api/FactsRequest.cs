using System.Runtime.CompilerServices;
using TalkNotes.Core.Curation;

namespace TalkNotes.Web.Api;

/// <summary>Facts of a talk. A member that is sent counts, null says that nobody knows it; one that is left out stays as it is.</summary>
internal sealed record FactsRequest
{
    private readonly HashSet<string> _sent = new(StringComparer.OrdinalIgnoreCase); // the serializer sets only what the body has

    public string? Title { get; init => field = Sent(value); }

    public string? Show { get; init => field = Sent(value); }

    /// <summary><c>yyyy-mm-dd</c>.</summary>
    public string? Published { get; init => field = Sent(value); }

    /// <summary><c>yyyy-mm-dd</c>.</summary>
    public string? Transcribed { get; init => field = Sent(value); }

    /// <summary><c>yyyy-mm-dd</c>.</summary>
    public string? Retrieved { get; init => field = Sent(value); }

    public string? Address { get; init => field = Sent(value); }

    /// <summary>All topics.</summary>
    public IReadOnlyList<string>? Topics { get; init => field = Sent(value); }

    /// <summary>The newest correction known, so that nobody's change is overwritten unseen.</summary>
    public int Seen { get; init; }

    public TalkDraft ToDraft() => new()
    {
        Title = Title,
        Show = Show,
        Published = Published,
        Transcribed = Transcribed,
        Retrieved = Retrieved,
        Address = Address,
        Topics = Topics ?? [],
        Seen = Seen,
        Only = _sent,
    };

    private T Sent<T>(T value, [CallerMemberName] string member = "")
    {
        _sent.Add(member);
        return value;
    }
}
