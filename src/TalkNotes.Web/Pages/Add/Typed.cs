using System.Text.Json;

namespace TalkNotes.Web.Pages.Add;

/// <summary>
/// What a person typed about a document that waits: the format chosen, and what differs from what the document states. It is kept
/// with the document, so that another format, another document or a closed browser loses nothing.
/// </summary>
public sealed record Typed
{
    /// <summary>The format chosen; null lets the content decide.</summary>
    public string? Format { get; init; }

    /// <summary>Facts by name that differ from what the document states; null where a person emptied one.</summary>
    public IReadOnlyDictionary<string, string?> Facts { get; init; } = new Dictionary<string, string?>();

    /// <summary>Who labels stand for, where that differs.</summary>
    public IReadOnlyDictionary<string, string?> Names { get; init; } = new Dictionary<string, string?>();

    /// <summary>The talk that the document belongs to, or null.</summary>
    public string? SameAs { get; init; }

    /// <summary>What differs between a form and what its document states.</summary>
    public static Typed Of(ReviewForm form, ReviewForm stated, string? format)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(stated);
        return new Typed
        {
            Format = format,
            Facts = form.Facts.Fields().Zip(stated.Facts.Fields()).Where(f => f.First.Value != f.Second.Value).ToDictionary(f => f.First.Name, f => f.First.Value, StringComparer.Ordinal),
            Names = form.Labels.Zip(form.Names).Where(n => Clean(n.Second) != Clean(stated.NameOf(n.First))).DistinctBy(n => n.First).ToDictionary(n => n.First, n => Clean(n.Second), StringComparer.Ordinal),
            SameAs = Clean(form.SameAs),
        };
    }

    /// <summary>A form that shows it over what the document states as it is read now.</summary>
    public ReviewForm Over(ReviewForm stated)
    {
        ArgumentNullException.ThrowIfNull(stated);
        var facts = stated.Facts;
        return new ReviewForm
        {
            Facts = new()
            {
                Title = Facts.GetValueOrDefault("Title", facts.Title),
                Show = Facts.GetValueOrDefault("Show", facts.Show),
                Published = Facts.GetValueOrDefault("Published", facts.Published),
                Transcribed = Facts.GetValueOrDefault("Transcribed", facts.Transcribed),
                Retrieved = Facts.GetValueOrDefault("Retrieved", facts.Retrieved),
                Address = Facts.GetValueOrDefault("Address", facts.Address),
                Topics = Facts.GetValueOrDefault("Topics", facts.Topics),
            },
            Labels = stated.Labels,
            Names = [.. stated.Labels.Select(l => Names.GetValueOrDefault(l, stated.NameOf(l)))],
            SameAs = SameAs,
        };
    }

    /// <summary>What is kept; nothing, where a file cannot be read.</summary>
    public static Typed Read(string? json)
    {
        try
        {
            return (json is null ? null : JsonSerializer.Deserialize<Typed>(json)) ?? new Typed();
        }
        catch (JsonException)
        {
            return new Typed();
        }
    }

    /// <summary>As it is kept.</summary>
    public string Write() => JsonSerializer.Serialize(this);

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
