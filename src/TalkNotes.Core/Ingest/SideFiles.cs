using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Curation;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Ingest;

/// <summary>
/// The files that yt-dlp writes beside one video: <c>NAME.info.json</c> says whose words stand in <c>NAME.en.vtt</c>,
/// <c>NAME.en-orig.json3</c> or <c>NAME.description</c>, which say nothing of it themselves. In whatever order they come,
/// they are sources of one talk. A file that names its talk keeps its word, and so does one that lasts longer than the video
/// or that a person parted from it.
/// </summary>
internal sealed class SideFiles(TalkNotesDb db)
{
    private const string Info = ".info.json";
    private const string Uploads = "added/";
    private const string Unnamed = "content:";

    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    /// <summary>Files in the order in which they are taken in: what says whose words stand beside it, first.</summary>
    public static IEnumerable<T> InOrder<T>(IEnumerable<T> files, Func<T, string> path) => files.OrderBy(f => IsInfo(path(f)) ? 0 : 1);

    /// <summary>The key of a source: its own, or, where it names nothing, that of the description beside it.</summary>
    public async Task<string> KeyAsync(ParsedSource parsed, CancellationToken ct)
    {
        var own = TalkKey.Of(parsed.Document.Metadata, parsed.Source);
        if (!own.StartsWith(Unnamed, StringComparison.Ordinal) || IsInfo(parsed.Source.Path))
        {
            return own;
        }

        var stems = Stems(parsed.Source.Path).Select(s => s + Info).ToList();
        var isUpload = parsed.Source.Path.StartsWith(Uploads, StringComparison.Ordinal);
        var candidates = await db.Sources.AsNoTracking()
            .Where(s => s.Format == FormatIds.VideoInfo && (stems.Contains(s.Path) || (isUpload && s.Path.StartsWith(Uploads))))
            .OrderBy(s => s.Id).Select(s => new { s.Key, s.Path, s.Metadata, s.TalkId }).ToListAsync(ct);
        var last = parsed.Document.Segments.Max(s => s.Start);
        var known = await db.Sources.Where(s => s.Path == parsed.Source.Path).Select(s => (int?)s.TalkId).FirstOrDefaultAsync(ct);
        foreach (var info in candidates.Where(c => stems.Contains(Place(c.Path)) && Fits(last, DocumentJson.ReadMetadata(c.Metadata).Duration)))
        {
            if (known is not { } talk || !await TalkMerges.ArePartedAsync(db, info.TalkId, talk, ct))
            {
                return info.Key;
            }
        }

        return own;
    }

    /// <summary>The stored sources that name nothing and lie beside a description that comes now.</summary>
    public async Task<IReadOnlyList<(int Source, int Talk)>> WaitingAsync(ParsedSource info, CancellationToken ct)
    {
        if (!IsInfo(info.Source.Path) || info.Format.Id != FormatIds.VideoInfo)
        {
            return [];
        }

        var stem = Place(info.Source.Path)[..^Info.Length];
        var isUpload = info.Source.Path.StartsWith(Uploads, StringComparison.Ordinal);
        var start = isUpload ? Uploads : stem + ".";
        var beside = await db.Sources.AsNoTracking().Where(s => s.Key.StartsWith(Unnamed) && s.Path.StartsWith(start)).OrderBy(s => s.Id)
            .Select(s => new { s.Id, s.TalkId, s.Path, Last = db.Segments.Where(g => g.SourceId == s.Id).Max(g => g.Start) }).ToListAsync(ct);
        return [.. beside.Where(s => Stems(s.Path).Contains(stem) && Fits(s.Last, info.Document.Metadata.Duration)).Select(s => (s.Id, s.TalkId))];
    }

    /// <summary>Makes them sources of the description's talk, unless a person parted the two; inside the caller's transaction.</summary>
    public async Task AdoptAsync(IReadOnlyList<(int Source, int Talk)> beside, SourceRow info, DateTimeOffset now, CancellationToken ct)
    {
        var waiting = new List<(int Source, int Talk)>();
        foreach (var file in beside)
        {
            if (file.Talk == info.TalkId || !await TalkMerges.ArePartedAsync(db, info.TalkId, file.Talk, ct))
            {
                waiting.Add(file);
            }
        }

        foreach (var (source, _) in waiting)
        {
            await db.Sources.Where(s => s.Id == source).ExecuteUpdateAsync(s => s.SetProperty(x => x.Key, info.Key), ct);
        }

        foreach (var talk in waiting.Select(w => w.Talk).Where(t => t != info.TalkId).Distinct())
        {
            await TalkMerges.JoinAsync(db, info.TalkId, talk, now, ct);
        }
    }

    private static bool IsInfo(string path) => path.EndsWith(Info, StringComparison.OrdinalIgnoreCase);

    private static bool Fits(TimeSpan? last, TimeSpan? duration) => last is null || duration is null || last <= duration + Tolerance;

    /// <summary>What a file's name may be made of: without its ending, and without the language before it.</summary>
    private static IEnumerable<string> Stems(string path)
    {
        var place = Place(path);
        var dot = place.LastIndexOf('.');
        if (dot <= place.LastIndexOf('/') + 1)
        {
            yield break;
        }

        var name = place[..dot];
        yield return name;
        var language = name.LastIndexOf('.');
        if (language > name.LastIndexOf('/') + 1 && IsLanguage(name.AsSpan(language + 1)))
        {
            yield return name[..language];
        }
    }

    /// <summary><c>en</c>, <c>en-US</c>, <c>en-orig</c>, <c>zh-Hans</c>.</summary>
    private static bool IsLanguage(ReadOnlySpan<char> text)
    {
        var hyphen = text.IndexOf('-');
        var first = hyphen < 0 ? text : text[..hyphen];
        return first.Length is 2 or 3 && first.IndexOfAnyExceptInRange('a', 'z') < 0 && text.Length < 20;
    }

    /// <summary>Uploads of one name lie in folders of their own.</summary>
    private static string Place(string path) => path.StartsWith(Uploads, StringComparison.Ordinal) ? Uploads + path[(path.LastIndexOf('/') + 1)..] : path;
}
