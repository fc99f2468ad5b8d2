using System.Globalization;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Curation;

/// <summary>The facts of a talk that a person may put right, one at a time.</summary>
internal static class TalkFields
{
    public const string Title = "title";
    public const string Show = "show";
    public const string Published = "published";
    public const string Transcribed = "transcribed";
    public const string Retrieved = "retrieved";
    public const string Address = "address";

    public const string Topics = "topics";

    private const string Day = "yyyy-MM-dd";

    public static IReadOnlyList<string> All { get; } = [Title, Show, Published, Transcribed, Retrieved, Address];

    public static bool IsDate(string field) => field is Published or Transcribed or Retrieved;

    public static string? Get(TalkRow talk, string field) => field switch
    {
        Title => talk.Title,
        Show => talk.Show,
        Published => Date(talk.Published),
        Transcribed => Date(talk.Transcribed),
        Retrieved => Date(talk.Retrieved),
        _ => talk.Url,
    };

    /// <summary>Sets what a person said; an address of a video names the video as well.</summary>
    public static void Set(TalkRow talk, string field, string? value)
    {
        switch (field)
        {
            case Title: talk.Title = value; break;
            case Show: talk.Show = value; break;
            case Published: talk.Published = ReadDate(value); break;
            case Transcribed: talk.Transcribed = ReadDate(value); break;
            case Retrieved: talk.Retrieved = ReadDate(value); break;
            default: (talk.Url, talk.VideoId) = (value, value is null ? null : YouTube.VideoId(value) ?? talk.VideoId); break;
        }
    }

    public static DateOnly? ReadDate(string? value) =>
        DateOnly.TryParseExact(value, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static string? Date(DateOnly? date) => date?.ToString(Day, CultureInfo.InvariantCulture);
}
