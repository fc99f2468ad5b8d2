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
        Add(FieldMeaning.Title, "title", "headline", "video title", "episode title", "talk title", "タイトル", "題名", "标题");
        Add(FieldMeaning.Url, "url", "video url", "youtube url", "youtube", "link", "source url", "webpage url", "video", "talk", "recording", "canonical url", "canonical", "permalink", "video link", "episode url", "watch", "talk url", "source video", "source videos", "source", "sources", "summary for", "notes for", "talk source", "related talk", "related video", "youtube link", "source material", "original url", "要約元", "動画", "動画url", "リンク", "出典", "链接");
        Add(FieldMeaning.VideoId, "video id", "youtube id", "videoid", "yt id", "youtube video id", "動画id");
        Add(FieldMeaning.Show, "show", "podcast", "event", "series", "conference", "show name", "podcast name", "program", "podcast title", "番組", "番組名", "イベント", "节目");
        Add(FieldMeaning.Published, "published", "publish date", "published at", "published on", "published date", "date published", "publication date", "publishdate", "upload date", "uploaded", "uploaded at", "release date", "released", "aired", "air date", "first aired", "公開日", "公開", "配信日", "投稿日", "发布日期");
        Add(FieldMeaning.Transcribed, "transcribed", "transcribed at", "transcribed on", "transcription date", "transcript date", "文字起こし日");
        Add(FieldMeaning.Retrieved, "retrieved", "retrieved at", "retrieved on", "retrieval date", "accessed", "accessed at", "accessed on", "fetched", "fetched at", "fetched on", "downloaded", "downloaded at", "scraped", "scraped at", "取得日", "取得日時");
        Add(FieldMeaning.Duration, "duration", "length", "runtime", "running time", "duration string", "video length", "再生時間", "長さ", "时长");
        Add(FieldMeaning.DurationSeconds, "duration seconds", "length seconds", "duration s", "duration sec", "duration in seconds");
        Add(FieldMeaning.Language, "language", "lang", "transcript language", "言語", "语言");
        Add(FieldMeaning.Status, "status", "verification status", "verification", "状態", "ステータス", "状态");
        Add(FieldMeaning.Hosts, "host", "hosts", "hosted by", "interviewer", "interviewers", "moderator", "co host", "co hosts", "ホスト", "司会", "司会者", "聞き手", "パーソナリティ", "主持人");
        Add(FieldMeaning.Guests, "guest", "guests", "interviewee", "interviewees", "featuring", "guest speaker", "guest speakers", "ゲスト", "嘉宾");
        Add(FieldMeaning.Topics, "topics", "topic", "tags", "keywords", "topic tags", "タグ", "トピック", "キーワード", "标签");
        Add(FieldMeaning.SpeakerHint, "speaker", "speakers", "presenter", "presenters", "author", "authors", "participants", "話者", "登壇者", "講演者", "出演者", "演讲者");
        Add(FieldMeaning.Channel, "channel", "uploader", "channel name", "publisher", "channel title", "チャンネル", "频道");
        Add(FieldMeaning.UndefinedDate, "date", "created", "created at", "created date", "updated", "updated at", "last updated", "modified", "日付", "日期");
        Add(FieldMeaning.Summary, "summary", "abstract", "overview", "tldr", "tl;dr", "ai summary", "要約", "概要", "摘要");
        Add(FieldMeaning.Description, "description", "excerpt", "why it matters", "説明", "简介");
        Add(FieldMeaning.KeyPoints, "key points", "keypoints", "key takeaways", "takeaways", "highlights", "key ideas", "main points", "insights", "key insights", "要点", "ポイント");
        Add(FieldMeaning.Claims, "claims", "key claims", "main claims", "主張");
        Add(FieldMeaning.Quotes, "quotes", "notable quotes", "key quotes", "引用", "名言");
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
