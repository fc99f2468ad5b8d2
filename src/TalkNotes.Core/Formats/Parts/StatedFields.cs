using System.Collections.Immutable;
using System.Globalization;
using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>
/// Collects what a source states about its talk. The first usable value wins; every field is kept raw, and one that was
/// not taken says why. Nothing is guessed.
/// </summary>
internal sealed class StatedFields
{
    private readonly List<MetadataField> _fields = [];
    private readonly List<string> _hosts = [];
    private readonly List<string> _guests = [];
    private readonly List<string> _topics = [];
    private string? _idOfAddress;
    private TalkMetadata _talk = new();

    /// <summary>The title so far.</summary>
    public string? Title => _talk.Title;

    /// <summary>Whether a show is stated so far.</summary>
    public bool HasShow => _talk.Show is not null;

    /// <summary>Address so far.</summary>
    public string? Url => _talk.Url;

    /// <summary>Who wrote the notes of this source.</summary>
    public Origin NotesOrigin { get; set; } = Origin.Publisher;

    public ImmutableArray<string> Hosts => [.. _hosts];

    public ImmutableArray<string> Guests => [.. _guests];

    /// <summary>Takes a field by the meaning of its key.</summary>
    public void Add(string key, string value, LineSpan lines) => Add(FieldMeanings.Of(key), key, value, lines);

    /// <summary>Takes a field whose meaning is known.</summary>
    public void Add(FieldMeaning meaning, string key, string value, LineSpan lines)
    {
        var doubt = StatedValues.IsPlaceholder(value)
            ? value.Length == 0 ? "is empty" : $"says {value.Trim()}"
            : Take(meaning, value.Trim());
        _fields.Add(new MetadataField(key, value, lines, doubt));
    }

    /// <summary>Takes a list of topics or names, each as written.</summary>
    public void AddList(string key, IReadOnlyCollection<string> items, LineSpan lines)
    {
        var meaning = FieldMeanings.Of(key);
        if (meaning is not (FieldMeaning.Topics or FieldMeaning.Hosts or FieldMeaning.Guests))
        {
            Add(meaning.MakesClaims() ? FieldMeaning.Other : meaning, key, string.Join(", ", items), lines);
            return;
        }

        var known = items.Where(i => !StatedValues.IsPlaceholder(i)).SelectMany(i => meaning == FieldMeaning.Topics ? [i] : StatedValues.Names(i)).ToList();
        TakeEach(ListOf(meaning), known);
        _fields.Add(new MetadataField(key, string.Join(", ", items), lines, known.Count == 0 ? "is empty" : null));
    }

    /// <summary>Keeps something that is not taken over, and why.</summary>
    public void Keep(string key, string value, LineSpan lines, string? doubt = null) => _fields.Add(new MetadataField(key, value, lines, doubt));

    /// <summary>Says why the title, though it is stated, may not be one.</summary>
    public void DoubtTitle(string doubt)
    {
        var at = _fields.FindIndex(f => f.Doubt is null && f.Value == Title && FieldMeanings.Of(f.Key) == FieldMeaning.Title);
        if (at >= 0)
        {
            _fields[at] = _fields[at] with { Doubt = doubt };
        }
    }

    /// <summary>Appends to the summary as one text.</summary>
    public void AddSummary(string text) => _talk = _talk with { Summary = _talk.Summary is null ? text : $"{_talk.Summary}\n{text}" };

    /// <summary>The metadata, with the speakers that the transcript's labels name.</summary>
    public TalkMetadata Build(ImmutableArray<DocumentSpeaker> speakers) => _talk with
    {
        VideoId = _talk.VideoId ?? _idOfAddress,
        NotesOrigin = NotesOrigin,
        Hosts = Hosts,
        Guests = Guests,
        Topics = [.. _topics],
        Speakers = speakers,
        Fields = [.. _fields],
    };

    private string? Take(FieldMeaning meaning, string value)
    {
        switch (meaning)
        {
            case FieldMeaning.Title:
                return TakeTitle(value);
            case FieldMeaning.Url:
                return TakeUrl(value);
            case FieldMeaning.VideoId when !YouTube.IsVideoId(value):
                return "is no video id";
            case FieldMeaning.VideoId:
                _talk = _talk with { VideoId = _talk.VideoId ?? value };
                return null;
            case FieldMeaning.Show:
                _talk = _talk with { Show = _talk.Show ?? value };
                return null;
            case FieldMeaning.Status:
                _talk = _talk with { Status = _talk.Status ?? StatusWord(value) };
                return null;
            case FieldMeaning.Published or FieldMeaning.Transcribed or FieldMeaning.Retrieved:
                return TakeDate(meaning, value);
            case FieldMeaning.Duration or FieldMeaning.DurationSeconds:
                return TakeDuration(value, plainSeconds: meaning == FieldMeaning.DurationSeconds);
            case FieldMeaning.Language:
                _talk = _talk with { Language = _talk.Language ?? LanguageTag.Of(value) };
                return LanguageTag.Of(value) is null ? "is no language tag" : null;
            case FieldMeaning.Hosts or FieldMeaning.Guests:
                TakeEach(ListOf(meaning), StatedValues.Names(value));
                return null;
            case FieldMeaning.Topics:
                TakeEach(_topics, value.Split([',', ';', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
                return null;
            case FieldMeaning.SpeakerHint:
                return "a hint: nothing says who speaks";
            case FieldMeaning.Channel:
                return "a channel need not be the show";
            case FieldMeaning.UndefinedDate:
                return "does not say what happened on that day";
            default:
                return null;
        }
    }

    private string? TakeTitle(string value)
    {
        if (IsPlaceholderTitle(value))
        {
            return "names the file, not the talk";
        }

        if (_talk.Title is not null)
        {
            return _talk.Title == value ? null : "another title is stated before";
        }

        _talk = _talk with { Title = value };
        return null;
    }

    /// <summary>A title that is an address or an id with a word before it: <c>- URL: https://…</c>, <c>Transcript: NNGbaiN1L7Y</c>.</summary>
    private static bool IsPlaceholderTitle(string value)
    {
        var colon = value.LastIndexOf(": ", StringComparison.Ordinal);
        var behind = colon < 0 ? value : value[(colon + 2)..].Trim();
        return StatedValues.IsPlaceholder(behind) || YouTubeIdAlone(behind, colon >= 0) || behind.StartsWith("http://", StringComparison.Ordinal) || behind.StartsWith("https://", StringComparison.Ordinal);
    }

    /// <summary>A word of eleven letters is no id: an id has a digit, a hyphen, an underscore or capitals inside.</summary>
    private static bool YouTubeIdAlone(string text, bool afterColon) =>
        YouTube.IsVideoId(text) && (text.Any(c => char.IsAsciiDigit(c) || c is '-' or '_') || (afterColon && text.Skip(1).Any(char.IsAsciiLetterUpper)));

    private string? TakeUrl(string value)
    {
        var addresses = StatedValues.Addresses(value).ToList();
        var address = addresses.Find(a => YouTube.VideoId(a) is not null) ?? addresses.FirstOrDefault();
        if (address is null)
        {
            return "holds no address";
        }

        var id = YouTube.VideoId(address);
        if (_talk.Url is not null && (id is null || YouTube.VideoId(_talk.Url) is not null))
        {
            return _talk.Url == address || (id is not null && id == YouTube.VideoId(_talk.Url)) ? null : "another address is stated before";
        }

        _talk = _talk with { Url = address };
        _idOfAddress ??= id;
        return null;
    }

    private string? TakeDate(FieldMeaning meaning, string value)
    {
        if (!StatedValues.TryDate(value, out var date))
        {
            return "is no date";
        }

        _talk = meaning switch
        {
            FieldMeaning.Published => _talk with { Published = _talk.Published ?? date },
            FieldMeaning.Transcribed => _talk with { Transcribed = _talk.Transcribed ?? date },
            _ => _talk with { Retrieved = _talk.Retrieved ?? date },
        };
        return null;
    }

    private string? TakeDuration(string value, bool plainSeconds)
    {
        // A bare number of 600 or more can only count seconds: no talk lasts ten hours.
        plainSeconds |= double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= 600;
        if (!StatedValues.TryDuration(value, plainSeconds, out var length))
        {
            return "is no length";
        }

        _talk = _talk with { Duration = _talk.Duration ?? length };
        return null;
    }

    private List<string> ListOf(FieldMeaning meaning) => meaning switch
    {
        FieldMeaning.Hosts => _hosts,
        FieldMeaning.Guests => _guests,
        _ => _topics,
    };

    private static void TakeEach(List<string> list, IEnumerable<string> items) => list.AddRange(items.Where(i => !list.Contains(i)).Distinct().ToList());

    /// <summary>The word itself: <c>**To verify** (treat as a starting point)</c> → <c>To verify</c>.</summary>
    private static string StatusWord(string value)
    {
        var bracket = value.IndexOf('(', StringComparison.Ordinal);
        return Markdown.Plain(bracket > 0 ? value[..bracket] : value).Trim(' ', '[', ']', '［', '］', '.');
    }
}
