using System.Globalization;
using System.Text;
using TalkNotes.Core.Claims;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats;
using TalkNotes.Core.Formats.Parts;
using TalkNotes.Core.Talks;

namespace TalkNotes.Core.Export;

/// <summary>
/// Notes about a talk that came without any: front matter, its chapters as a table with times, and every claim under its
/// heading with its marker and its name. Obsidian, Logseq and this program read them. https://spec.commonmark.org/0.31.2/
/// </summary>
internal static class OwnNotes
{
    public static string Write(ExportedTalk talk, ExportSite site)
    {
        var text = new StringBuilder();
        FrontMatter(text, talk.Talk, site);
        text.Append('\n').Append("# ").Append(MarkdownEscapes.Of(talk.Talk.Title ?? "Untitled talk")).Append('\n');
        Chapters(text, talk, site);
        string? heading = null;
        foreach (var claim in talk.Claims.Select(c => c.Claim))
        {
            var under = Heading(claim);
            if (under != heading)
            {
                text.Append("\n## ").Append(MarkdownEscapes.Of(under)).Append("\n\n");
                heading = under;
            }

            text.Append("- ").Append(MarkdownEscapes.Of(claim.Text)).Append(Marker(claim.Marker)).Append(" ^").Append(claim.Id).Append('\n');
        }

        return text.ToString();
    }

    private static void FrontMatter(StringBuilder text, TalkSummary talk, ExportSite site)
    {
        text.Append("---\n").Append(OwnNotesFormat.Key).Append(": ").Append(Scalar(talk.Slug)).Append('\n');
        Field("title", talk.Title);
        Field("show", talk.Show);
        Field("published", talk.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Field("transcribed", talk.Transcribed?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Field("retrieved", talk.Retrieved?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Field("url", talk.Url);
        Field("video_id", talk.VideoId);
        Field("duration", talk.DurationMs is { } length ? Timestamp.Format(TimeSpan.FromMilliseconds(length)) : null);
        Field("language", talk.Language);
        Names("hosts", talk.People.Where(p => p.Role == "host").Select(p => p.Name));
        Names("guests", talk.People.Where(p => p.Role == "guest").Select(p => p.Name));
        Names("people", talk.People.Where(p => p.Role is null).Select(p => p.Name));
        Names("topics", talk.Topics.Select(t => t.Name));
        Names("tags", talk.Topics.Select(t => t.Slug));
        Field("talknotes_url", site.Talk(talk.Slug));
        text.Append("---\n");

        void Field(string key, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                text.Append(key).Append(": ").Append(Scalar(value)).Append('\n');
            }
        }

        void Names(string key, IEnumerable<string> names)
        {
            var list = names.ToList();
            if (list.Count > 0)
            {
                text.Append(key).Append(": [").AppendJoin(", ", list.Select(Scalar)).Append("]\n");
            }
        }
    }

    private static void Chapters(StringBuilder text, ExportedTalk talk, ExportSite site)
    {
        if (talk.Chapters.Count == 0)
        {
            return;
        }

        text.Append("\n## Chapters\n\n| Time | Chapter |\n| --- | --- |\n");
        foreach (var chapter in talk.Chapters)
        {
            text.Append("| ").Append(Place(chapter, talk.Talk, site)).Append(" | ").Append(MarkdownEscapes.Of(chapter.Title)).Append(" |\n");
        }
    }

    private static string Place(ChapterView chapter, TalkSummary talk, ExportSite site)
    {
        var label = chapter.StartMs is { } start ? Timestamp.Format(TimeSpan.FromMilliseconds(start))
            : chapter.First is { } first ? string.Create(CultureInfo.InvariantCulture, $"¶ {first + 1}")
            : "";
        var url = (chapter.StartMs is { } at ? ExportSite.Moment(talk.VideoId, at) : null)
            ?? (chapter is { First: { } from, Last: { } to } ? site.Segments(talk.Slug, from, to) : null);
        return url is null ? label : $"[{label}]({ClaimMark.Address(url)})";
    }

    private static string Heading(ClaimSummary claim)
    {
        var section = string.IsNullOrWhiteSpace(claim.Section) ? claim.Kind switch
        {
            "key-point" => "Key points",
            "summary" => "Summary",
            "quote" => "Quotes",
            _ => "Claims",
        } : claim.Section;
        return claim.AttributedTo is { } name ? $"{section} · {name}" : section;
    }

    /// <summary>The source's own markers; the last one says how far the claim is checked, and is there for a verdict to replace.</summary>
    private static string Marker(string? marker)
    {
        var words = (marker ?? "").Split(", ", StringSplitOptions.RemoveEmptyEntries);
        var all = words.Length > 0 && ClaimMark.IsStatus(words[^1]) ? words : [.. words, "Unverified"];
        return string.Concat(all.Select(w => $" [{w}]"));
    }

    /// <summary>A YAML scalar in double quotes, on one line.</summary>
    private static string Scalar(string value) =>
        $"\"{string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
