namespace TalkNotes.Core.Formats.Parts;

/// <summary>What a stated field says about the talk.</summary>
internal enum FieldMeaning
{
    /// <summary>Nothing that the model has a place for: the field is kept raw.</summary>
    Other,
    Title,
    Url,
    VideoId,
    Show,
    Published,
    Transcribed,
    Retrieved,
    Duration,
    DurationSeconds,
    Language,
    Status,
    Hosts,
    Guests,
    Topics,

    /// <summary>A name that may speak; nobody says as what.</summary>
    SpeakerHint,

    /// <summary>A channel publishes; it is not the show.</summary>
    Channel,

    /// <summary>A date of an unknown kind.</summary>
    UndefinedDate,

    /// <summary>Text that makes claims about the talk.</summary>
    Summary,
    Description,
    KeyPoints,
    Claims,
    Quotes,
}

/// <summary>The keys that documents use, by meaning.</summary>
internal static class FieldMeanings
{
    private static readonly Dictionary<string, FieldMeaning> Meanings = new(StringComparer.OrdinalIgnoreCase);

    static FieldMeanings()
    {
        Add(FieldMeaning.Title, "title", "headline", "video title", "episode title", "talk title", "タイトル");
        Add(FieldMeaning.Url, "url", "video url", "youtube url", "youtube", "link", "source url", "webpage url", "video", "talk", "recording", "canonical url", "canonical", "permalink", "video link", "episode url", "watch", "talk url", "source video", "source videos", "source", "sources", "summary for", "notes for", "talk source", "related talk", "related video", "youtube link", "source material");
        Add(FieldMeaning.VideoId, "video id", "youtube id", "videoid", "yt id");
        Add(FieldMeaning.Show, "show", "podcast", "event", "series", "conference", "show name", "podcast name", "program", "番組");
        Add(FieldMeaning.Published, "published", "publish date", "published at", "published on", "date published", "publication date", "publishdate", "upload date", "uploaded", "release date", "released", "aired", "air date", "first aired", "公開日");
        Add(FieldMeaning.Transcribed, "transcribed", "transcribed at", "transcribed on", "transcription date");
        Add(FieldMeaning.Retrieved, "retrieved", "retrieved at", "retrieved on", "accessed", "accessed at", "accessed on", "fetched", "fetched at", "downloaded", "downloaded at", "scraped at");
        Add(FieldMeaning.Duration, "duration", "length", "runtime", "running time", "duration string", "再生時間");
        Add(FieldMeaning.DurationSeconds, "duration seconds", "length seconds", "duration s");
        Add(FieldMeaning.Language, "language", "lang", "言語");
        Add(FieldMeaning.Status, "status", "verification status");
        Add(FieldMeaning.Hosts, "host", "hosts", "hosted by", "interviewer", "interviewers", "moderator", "co host", "co hosts");
        Add(FieldMeaning.Guests, "guest", "guests", "interviewee", "featuring");
        Add(FieldMeaning.Topics, "topics", "topic", "tags", "keywords", "topic tags");
        Add(FieldMeaning.SpeakerHint, "speaker", "speakers", "presenter", "author", "authors");
        Add(FieldMeaning.Channel, "channel", "uploader", "channel name", "publisher");
        Add(FieldMeaning.UndefinedDate, "date", "created", "created at", "updated", "updated at");
        Add(FieldMeaning.Summary, "summary", "abstract", "overview", "tldr", "tl;dr", "ai summary", "要約");
        Add(FieldMeaning.Description, "description", "excerpt", "why it matters");
        Add(FieldMeaning.KeyPoints, "key points", "keypoints", "key takeaways", "takeaways", "highlights", "key ideas", "main points", "insights", "key insights");
        Add(FieldMeaning.Claims, "claims", "key claims");
        Add(FieldMeaning.Quotes, "quotes", "notable quotes", "key quotes");
    }

    /// <summary>The meaning of a key; case, underscores, hyphens, emphasis and a bracket behind it (<c>Source video (YouTube)</c>) do not matter.</summary>
    public static FieldMeaning Of(string key)
    {
        var plain = key.Trim().Trim('*', '_', '`', '"').Replace('_', ' ').Replace('-', ' ');
        var bracket = plain.IndexOf('(', StringComparison.Ordinal);
        return Meanings.GetValueOrDefault((bracket > 0 ? plain[..bracket] : plain).Trim());
    }

    /// <summary>Whether fields of this meaning hold claims.</summary>
    public static bool MakesClaims(this FieldMeaning meaning) => meaning >= FieldMeaning.Summary;

    private static void Add(FieldMeaning meaning, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            Meanings.Add(key, meaning);
        }
    }
}
