using System.Text;

namespace TalkNotes.Web.Tests.Hostile;

/// <summary>Documents made to hurt: each hostile text in several formats, and whole files of one bad thing.</summary>
internal static class HostileDocuments
{
    private const string Marker = HostileTexts.Marker;

    /// <summary>A document around a text that stands where words, names, titles, headings and addresses stand.</summary>
    private static readonly Func<string, string>[] Carriers =
    [
        t => $"WEBVTT - {Line(t)}\n\nNOTE {Line(t)}\n\n00:01.000 --> 00:04.000 align:{Line(t)}\n<v {Line(t)}>{t}\n",
        t => $"1\n00:00:01,000 --> 00:00:04,000\n{Line(t)}\n\n2\n00:00:05,000 --> 00:00:06,000\nName: {Line(t)}\n",
        t => $"# {Line(t)}\n\n## {Line(t)}\n\n- {Line(t)} [Unverified]\n- [{Line(t)}]({Line(t)}) said so.\n\n> \"{Line(t)}\" — {Line(t)}\n",
        t => $"---\ntitle: {Line(t)}\nurl: {Line(t)}\nshow: {Line(t)}\ndate: {Line(t)}\ntopics: [{Line(t)}, \"{Line(t)}\"]\n---\n\n## Transcript\n\n- [00:01] {Line(t)}\n- [00:05] more words follow here\n",
        t => $"Chapters\n\n{Line(t)}\n\nAda Love: {Line(t)}\n\n{Line(t)}: a whole sentence that somebody says.\n\nAda Love: {Line(t)}\n",
        t => $"{{\"version\": \"1.0.0\", \"segments\": [{{\"speaker\": {Json(t)}, \"startTime\": 0, \"endTime\": 2, \"body\": {Json(t)}}}, {{\"startTime\": 2, \"endTime\": 3, \"body\": \"end\"}}]}}",
        t => $"<html><head><title>{t}</title></head><body><h1>{t}</h1><p>Ada: {t}</p><time datetime=\"{t}\">{t}</time></body></html>",
        t => $"<tt xmlns=\"http://www.w3.org/ns/ttml\"><head><metadata><title>{t}</title></metadata></head><body><div><p begin=\"1s\" end=\"2s\">{t}</p></div></body></tt>",
        t => $"{{\"title\": {Json(t)}, \"webpage_url\": {Json(t)}, \"channel\": {Json(t)}, \"description\": {Json(t)}, \"upload_date\": {Json(t)}, \"chapters\": [{{\"title\": {Json(t)}, \"start_time\": 0}}]}}",
        t => t + "\n\n" + t + "\n",
    ];

    /// <summary>Names of files that shall not leave their folder, bring markup or headers.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "../../etc/passwd", @"..\..\windows\win.ini", "/etc/shadow", @"C:\autoexec.bat", @"\\server\share\x.vtt", "....//....//x.txt", "..", ".", ".hidden", "a/../../b.vtt",
        "x\u202Etxt.exe", "<script>x</script>.vtt", "a\"; filename=\"b.txt", "CON", "nul.txt", "a%00.txt", "%2e%2e%2fx.txt", "x.vtt;.php", new string('n', 300) + ".txt", "名前 — ü.vtt", "   .txt", "-rf", "$(id).txt", "file:///etc/passwd",
    ];

    /// <summary>All of them.</summary>
    /// <param name="carriers">In how many formats each text is sent; every format gets its share of the texts.</param>
    /// <param name="parts">What is gigantic is so many times smaller: 1 for its full size.</param>
    public static IEnumerable<(string Name, byte[] Bytes)> All(int carriers, int parts)
    {
        foreach (var (i, text) in HostileTexts.All.Index())
        {
            for (var c = 0; c < carriers; c++)
            {
                yield return ($"text-{i}-{c}.txt", Encoding.UTF8.GetBytes(Carriers[((i * 3) + (c * 7)) % Carriers.Length](text)));
            }
        }

        foreach (var (name, text) in Structures(parts).Concat(HostileShapes.Texts(parts)))
        {
            yield return (name, Encoding.UTF8.GetBytes(text));
        }

        foreach (var file in Encodings().Concat(HostileShapes.Files()))
        {
            yield return file;
        }

        foreach (var (i, name) in Names.Index())
        {
            yield return (name, Encoding.UTF8.GetBytes($"Ada Love: file {i} with a name of its own.\n\nBo Ek: {Marker} {i} indeed.\n\nAda Love: so it is.\n"));
        }
    }

    private static IEnumerable<(string Name, string Text)> Structures(int parts)
    {
        yield return ("one-line.txt", Repeat($"{Marker} word ", 100_000 / parts));
        yield return ("one-word.txt", new string('w', 2_000_000 / parts));
        yield return ("lines.txt", Repeat("\n", 400_000 / parts) + Marker);
        yield return ("short-lines.txt", Repeat("a\n", 60_000 / parts));
        yield return ("deep.json", Repeat("[", 100_000 / parts) + Repeat("]", 100_000 / parts));
        yield return ("deep-objects.json", Repeat("{\"segments\":[{\"text\":", 20_000 / parts));
        yield return ("big-numbers.json", "{\"segments\":[{\"start\":1e999,\"end\":-1e999,\"text\":\"" + Marker + "\"},{\"start\":99999999999999999999,\"end\":null,\"text\":\"b\"}]}");
        yield return ("twice.json", "{\"segments\":[],\"segments\":[{\"start\":0,\"end\":1,\"text\":\"" + Marker + "\"}],\"segments\":7}");
        yield return ("deep.yaml", "---\ntitle: deep\n" + string.Concat(Enumerable.Range(0, 900).Select(i => new string(' ', i) + "a:\n")) + "---\nwords\n");
        yield return ("flow.yaml", "---\ntitle: " + Repeat("[", 50_000 / parts) + "\n---\nwords\n");
        yield return ("aliases.yaml", "---\na: &a [x,x,x,x,x,x,x,x,x]\n" + string.Concat("bcdefghi".Select(c => $"{c}: &{c} [{Repeat($"*{(char)(c - 1)},", 9)}]\n")) + "title: *i\n---\nwords " + Marker + "\n");
        yield return ("tags.yaml", "---\ntitle: !!binary aGVsbG8=\ndate: !!js/function 'function(){}'\n<<: *x\n? [a]\n: b\n---\n" + Marker + "\n");
        yield return ("endless.vtt", "WEBVTT\n\n" + string.Concat(Enumerable.Range(0, 10_000 / parts).Select(i => $"{i / 3600:00}:{i / 60 % 60:00}:{i % 60:00}.000 --> {i / 3600:00}:{i / 60 % 60:00}:{i % 60:00}.900\nword {i}\n\n")));
        yield return ("never-ends.vtt", $"WEBVTT\n\n00:00.000 --> 99999999:59:59.999\n{Marker} one cue that lasts for ever\n\n00:01.000 --> 00:00.000\nbackwards\n");
        yield return ("same-time.vtt", "WEBVTT\n\n" + Repeat($"00:01.000 --> 00:02.000\n{Marker}\n\n", 2_000 / parts));
        yield return ("tags.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n" + Repeat("<b><i><v A><c.x>", 5_000 / parts) + Marker + "\n");
        yield return ("numbers.srt", $"99999999999999999999\n99:99:99,999 --> 00:00:00,000\n{Marker}\n\n-1\n00:00:01,000 --> 00:00:02,000\nb\n");
        yield return ("deep.html", "<html><body>" + Repeat("<div><b>", 30_000 / parts) + Marker);
        yield return ("attributes.html", "<html><body><p " + string.Concat(Enumerable.Range(0, 20_000 / parts).Select(i => $"a{i}=\"{i}\" ")) + $">{Marker}</p></body></html>");
        yield return ("entities.ttml", "<!DOCTYPE tt [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;\">]><tt xmlns=\"http://www.w3.org/ns/ttml\"><body><div><p begin=\"0s\" end=\"1s\">&c;</p></div></body></tt>");
        yield return ("external.ttml", "<!DOCTYPE tt [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><tt xmlns=\"http://www.w3.org/ns/ttml\"><body><div><p begin=\"0s\" end=\"1s\">&x; " + Marker + "</p></div></body></tt>");
        yield return ("headings.md", string.Concat(Enumerable.Range(0, 3_000 / parts).Select(i => $"{new string('#', 1 + (i % 6))} Heading {i}\n")) + $"- {Marker} claim [Unverified]\n");
        yield return ("bullets.md", "# Talk\n\n" + Repeat("- ", 5_000 / parts) + Marker + "\n" + string.Concat(Enumerable.Range(0, 500).Select(i => new string(' ', i * 2) + "- deep claim\n")));
        yield return ("quotes.md", Repeat("> ", 5_000 / parts) + Marker + "\n" + Repeat("*", 20_000 / parts) + "\n" + Repeat("[", 20_000 / parts) + "\n" + Repeat("`", 20_001 / parts) + "\n");
        yield return ("same-claims.md", "# Talk\n\n" + Repeat($"- The same claim {Marker} again [Unverified]\n", 3_000 / parts));
        yield return ("speakers.txt", string.Concat(Enumerable.Range(0, 2_000 / parts).Select(i => $"Name{(char)('A' + (i % 26))} Number{(char)('a' + (i / 26 % 26))}{(char)('a' + (i / 676))}: says a thing.\n\n")));
        yield return ("dates.txt", $"Show · 9999-99-99\n\nHosts: {Repeat("A B, ", 2_000 / parts)}\n\nKey claims\n\n- {Marker}\n");
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Encodings()
    {
        var words = $"Ada Love: the words of {Marker} stand here.\n\nBo Ek: yes, so they do.\n";
        yield return ("utf16le.txt", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(words)]);
        yield return ("utf16be-no-bom.txt", Encoding.BigEndianUnicode.GetBytes(words));
        yield return ("utf32.txt", [.. Encoding.UTF32.GetPreamble(), .. Encoding.UTF32.GetBytes(words)]);
        yield return ("latin1.txt", Encoding.Latin1.GetBytes(words + "café naïve façade"));
        yield return ("cut.txt", [.. Encoding.UTF8.GetBytes(words + "cut in a character: "), 0xE2, 0x80]);
        yield return ("overlong.txt", [.. Encoding.UTF8.GetBytes(words), 0xC0, 0xAF, 0xE0, 0x80, 0xAF, 0xF0, 0x80, 0x80, 0xAF]);
        yield return ("surrogates.txt", [.. Encoding.UTF8.GetBytes(words), 0xED, 0xA0, 0x80, 0xED, 0xB0, 0x80, 0xF4, 0x90, 0x80, 0x80, 0xFE, 0xFF]);
        yield return ("continuation.txt", [.. Encoding.UTF8.GetBytes(words), .. Enumerable.Repeat((byte)0x80, 5_000)]);
        yield return ("nulls.txt", [.. Encoding.UTF8.GetBytes(words), 0, 0, 0, .. Encoding.UTF8.GetBytes(words)]);
        yield return ("half-nulls.txt", [.. Enumerable.Repeat((byte)0, 4_000)]);
        yield return ("two-boms.txt", [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(words)]);
        yield return ("lying.html", Encoding.UTF8.GetBytes($"<html><head><meta charset=\"utf-7\"></head><body><p>+ADw-script+AD4- {Marker} é</p></body></html>"));
        yield return ("polyglot.pdf", Encoding.UTF8.GetBytes($"%PDF-1.7\n{words}"));
        yield return ("polyglot.gif", Encoding.UTF8.GetBytes($"GIF89a/*{words}*/=1;"));
        yield return ("zip.vtt", [0x50, 0x4B, 0x03, 0x04, .. Encoding.UTF8.GetBytes(words)]);
        yield return ("blank.txt", Encoding.UTF8.GetBytes(" \r\n\t\f "));
    }

    private static string Repeat(string piece, int times) => string.Concat(Enumerable.Repeat(piece, times));

    /// <summary>The text where the format has one line.</summary>
    private static string Line(string text) => text.Replace("\r\n", " ", StringComparison.Ordinal);

    private static string Json(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
