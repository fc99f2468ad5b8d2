using System.IO.Compression;

namespace TalkNotes.Web.Tests.Hostile;

/// <summary>Documents whose shape is the attack: too deep, too wide, too many, twice, without end, or out of every range.</summary>
internal static class HostileShapes
{
    private const string Marker = HostileTexts.Marker;

    /// <summary>Texts, so many times smaller than their full size as <paramref name="parts"/> says.</summary>
    public static IEnumerable<(string Name, string Text)> Texts(int parts)
    {
        // Markdown and front matter
        yield return ("quote-deep.md", "# T\n\n" + new string('>', 20_000 / parts) + $" {Marker}\n");
        yield return ("list-deep.md", "# T\n\n" + string.Concat(Enumerable.Range(0, 1_000 / parts).Select(i => new string(' ', i * 2) + $"- item number {i} said\n")));
        yield return ("emphasis.md", "# T\n\n" + Repeat("*a **b ", 30_000 / parts) + "\n");
        yield return ("links-open.md", "# T\n\n- " + Repeat("[a](", 40_000 / parts) + "\n");
        yield return ("references.md", "# T\n\n" + string.Concat(Enumerable.Range(0, 8_000 / parts).Select(i => $"[r{i}]: https://e.example/{i}\n")) + $"- a claim [r1][r2] of {Marker} [Unverified]\n");
        yield return ("table-wide.md", $"# T\n\n|{Repeat("a|", 50_000 / parts)}\n|{Repeat("-|", 50_000 / parts)}\n|{Repeat("b|", 50_000 / parts)}\n");
        yield return ("front-never-ends.md", "---\ntitle: x\n" + Repeat("a: b\n", 10_000 / parts));
        yield return ("front-twice.md", "---\ntitle: one\n---\n---\ntitle: two\n---\n\n- [00:01] words are here\n- [00:04] and more\n");
        yield return ("front-odd.md", "---\ntitle: \"\\u0000\\n\\x1b[31m\"\ndate: 99999-13-45\nurl: \"javascript:alert(1)\"\nduration: -99:99:99\nspeakers: [a, [b, [c]]]\nvideo_id: \"../../x\"\n---\n\n- [00:01] words are here\n- [00:04] and more\n");
        yield return ("front-key.md", "---\n" + new string('k', 500_000 / parts) + ": v\n? complex\n: v\n\"quo\\\"ted\": |\n  block\n   more\ntitle: >-\n  a\n  b\n---\n\nAda Love: hello to you all.\n");
        yield return ("toml.md", "+++\ntitle = \"\"\"\n" + Repeat("x\n", 10_000 / parts) + "+++\n\nAda Love: words are here.\n");

        // tables
        yield return ("columns.csv", "start,end,text" + Repeat(",c", 100_000 / parts) + $"\n0,1,{Marker} words" + Repeat(",x", 100_000 / parts) + "\n");
        yield return ("quote-open.csv", "start,end,text\n0,1,\"never closed " + Repeat("a\n", 20_000 / parts));
        yield return ("quotes.tsv", "start\tend\ttext\n" + Repeat("0\t1\t\"\"\"\"\"\n", 5_000 / parts));

        // people and characters
        yield return ("voices.vtt", "WEBVTT\n\n" + string.Concat(Enumerable.Range(0, 4_000 / parts).Select(i => $"{i / 3600:00}:{i / 60 % 60:00}:{i % 60:00}.000 --> {i / 3600:00}:{i / 60 % 60:00}:{i % 60:00}.500\n<v Person {i}>word {i}\n\n")));
        yield return ("homographs.txt", "Ada Love: one sentence is here.\n\n\u0410da L\u043Eve: another sentence is here.\n\nAd\u0430 Love: a third sentence is here.\n");
        yield return ("grows.txt", "Ada Love: " + Repeat("\uFDFA ", 20_000 / parts) + "\n\nBo Ek: yes, so it is.\n");
        yield return ("jamo.txt", "Ada Love: " + Repeat("\u1100\u1161\u11A8", 50_000 / parts) + "\n");
        yield return ("marks-in-a-name.txt", Repeat("Z" + Repeat("\u0316", 1_000 / parts) + "algo: words of mine are here.\n\nBo Ek: yes.\n\n", 10));
        yield return ("tag-characters.txt", "Ada Love: words" + Repeat("\U000E0041\U000E007F", 20_000 / parts) + $" {Marker}\n");
        yield return ("marks-of-order.txt", "Ada Love: one \uFEFF two.\n\n\uFEFFBo Ek: three of them.\n\n\u202EAda Love\u202C: words\u2066 here.\n");
        yield return ("line-ends.txt", "Ada Love: one\u2028Bo Ek: two\u0085Ada Love: three\u000Bfour\u000Cfive\rBo Ek: six\n");

        // JSON
        yield return ("halves.json", "{\"segments\":[{\"start\":0,\"end\":1,\"text\":\"half \\ud800 and \\udc00\\ud800 other\"},{\"\\ud800\":1,\"start\":1,\"end\":2,\"text\":\"b c\"}]}");
        yield return ("keys-twice.json", "{\"segments\":[{\"start\":0,\"start\":5,\"end\":1,\"text\":\"a\",\"text\":\"" + Marker + "\",\"speaker\":{\"a\":1},\"speaker\":\"X\"}],\"title\":{},\"title\":\"t\"}");
        yield return ("types.json", "{\"segments\":[{\"start\":\"NaN\",\"end\":[],\"text\":{}},{\"start\":true,\"end\":{},\"text\":7},{\"start\":\"1:00:00\",\"end\":\"-5\",\"text\":\"words here\"}],\"title\":[1],\"language\":{}}");
        yield return ("ranges.json", "{\"segments\":[" + string.Join(',', new[] { "1e308", "-1e308", "9223372036854775807", "-9223372036854775808", "922337203685477", "0.1e-400", "123456789012345678901234567890", "-0" }.Select((n, i) => $"{{\"start\":{n},\"end\":{n},\"text\":\"words {i}\"}}")) + "]}");
        yield return ("many.json", "{\"segments\":[" + string.Join(',', Enumerable.Range(0, 10_000 / parts).Select(i => $"{{\"start\":{i},\"end\":{i + 1},\"text\":\"w {i}\"}}")) + "]}");

        // mark-up
        yield return ("entities-deep.ttml", "<!DOCTYPE tt [<!ENTITY a \"aaaaaaaaaa\">" + string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY a{i} \"{Repeat(i == 1 ? "&a;" : $"&a{i - 1};", 10)}\">")) + "]><tt xmlns=\"http://www.w3.org/ns/ttml\"><body><div><p begin=\"0s\" end=\"1s\">&a9;</p></div></body></tt>");
        yield return ("parameter.ttml", "<!DOCTYPE tt [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]><tt xmlns=\"http://www.w3.org/ns/ttml\"><body><div><p begin=\"0s\" end=\"1s\">w</p></div></body></tt>");
        yield return ("deep.ttml", "<tt xmlns=\"http://www.w3.org/ns/ttml\"><body>" + Repeat("<div>", 50_000 / parts) + "<p begin=\"0s\" end=\"1s\">w</p>" + Repeat("</div>", 50_000 / parts) + "</body></tt>");
        yield return ("included.ttml", "<?xml-stylesheet type=\"text/xsl\" href=\"http://127.0.0.1:9/x.xsl\"?><tt xmlns=\"http://www.w3.org/ns/ttml\"><body xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"/etc/passwd\" parse=\"text\"/><div><p begin=\"0s\" end=\"1s\">w d</p></div></body></tt>");
        yield return ("no-time.ttml", "<tt xmlns=\"http://www.w3.org/ns/ttml\" ttp:frameRate=\"0\" xmlns:ttp=\"http://www.w3.org/ns/ttml#parameter\" ttp:tickRate=\"0\"><body><div><p begin=\"10f\" end=\"9999999999999999t\">frames of words</p><p begin=\"-5s\" dur=\"1e400s\">b</p><p begin=\"wallclock(2020)\" end=\"indefinite\">c</p></div></body></tt>");
        yield return ("speech.xml", "<?xml version=\"1.0\"?><!DOCTYPE speak SYSTEM \"http://127.0.0.1:9/x\"><speak version=\"1.0\" xmlns=\"http://www.w3.org/2001/10/synthesis\">" + Repeat("<prosody rate=\"9999999999%\"><break time=\"99999999999999s\"/>", 4_000 / parts) + "words</speak>");
        yield return ("tables.html", "<html><body>" + Repeat("<table><tr><td>", 4_000 / parts) + Marker + "</body></html>");
        yield return ("references.html", "<html><body><p>" + Repeat("&lt;&#x110000;&#0;&#xD800;&amp;amp;", 10_000 / parts) + "</p></body></html>");
        yield return ("comments.html", "<html>" + Repeat("<!--", 50_000 / parts) + "<p>words in here</p>");
        yield return ("data.html", "<html><head><script type=\"application/ld+json\">" + Repeat("{\"@graph\":[", 5_000 / parts) + "</script><title>x</title></head><body><p>Ada Love: words are here.</p></body></html>");

        // times and captions
        yield return ("times.vtt", $"WEBVTT\n\n-00:01.000 --> -00:00.500\nnegative\n\n9999999999999:00:00.000 --> 99999999999999:00:00.000\nhuge {Marker}\n\n00:99:99.999 --> 00:00:00.0000000001\nodd\n\n\u0660\u0660:\u0660\u0661.\u0660\u0660\u0660 --> \u0660\u0660:\u0660\u0662.\u0660\u0660\u0660\nother digits\n");
        yield return ("blocks.vtt", "WEBVTT\n\nREGION\nid:" + new string('x', 200_000 / parts) + "\n\nSTYLE\n::cue{background:url(http://e.example)}\n@import \"http://e.example\";\n\n00:01.000 --> 00:02.000 line:999999999999999999999% position:NaN% size:-1%\nhello words\n");
        yield return ("digits.srt", string.Concat(Enumerable.Range(1, 40).Select(i => $"1{new string('0', i)}\n{new string('9', i)}:00:00,000 --> {new string('9', i)}:00:01,000\nw {i}\n\n")));
        yield return ("fields.ass", "[Script Info]\n[Events]\nFormat: " + Repeat("Layer,", 20_000 / parts) + "Text\nDialogue: " + Repeat("0,", 20_000 / parts) + "hello {\\p1}m 0 0{\\t(" + Repeat("\\t(", 5_000 / parts) + "\n");
        yield return ("digits.lrc", string.Concat(Enumerable.Range(0, 4_000 / parts).Select(i => $"[{i}:{i}.{i}][{new string('9', 30)}:99]words {i}\n")));
        yield return ("digits.txt", string.Concat(Enumerable.Range(0, 4_000 / parts).Select(i => $"[{new string('9', i % 25)}:{i}:{i}] words number {i}\n")));

        // what a rule would look at again and again
        yield return ("again-names.txt", "A" + Repeat(" A", 20_000 / parts) + ":\n" + Repeat("Aa Aa Aa Aa Aa Aa Aa Aa : ", 3_000 / parts) + "\n");
        yield return ("again-times.txt", Repeat("00:", 50_000 / parts) + "\n" + Repeat("1:1:", 50_000 / parts) + "\n");
        yield return ("again-dates.txt", Repeat("January 1st 2nd 3rd, ", 5_000 / parts) + "\n" + Repeat("1-1-", 30_000 / parts) + "\n" + Repeat("one hundred and ", 10_000 / parts) + "\n");
        yield return ("again-quotes.txt", Repeat("\"\u201C", 30_000 / parts) + "\n" + Repeat("'", 60_000 / parts) + "\n" + Repeat("(\"", 30_000 / parts) + "\n");
        yield return ("again-blanks.txt", "a" + new string(' ', 30_000 / parts) + new string('\t', 30_000 / parts) + new string('\u00A0', 30_000 / parts) + ":\n");
        yield return ("parts.mht", "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"x\"\n\n" + Repeat("--x\nContent-Type: multipart/related; boundary=\"x\"\n\n", 2_000 / parts));
        yield return ("numbers.txt", "Ada Love: " + new string('9', 100_000 / parts) + " percent of " + Repeat("1,", 30_000 / parts) + " and 1e" + new string('9', 1_000) + $" million billion {Marker}.\n\nBo Ek: yes.\n");
    }

    /// <summary>Files that are two things at once, or hold more than they weigh.</summary>
    public static IEnumerable<(string Name, byte[] Bytes)> Files()
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("../../a.txt").Open();
            entry.Write(new byte[5_000_000]);
        }

        using var gzip = new MemoryStream();
        using (var stream = new GZipStream(gzip, CompressionLevel.Optimal, leaveOpen: true))
        {
            stream.Write(new byte[5_000_000]);
        }

        yield return ("bomb.zip", zip.ToArray());
        yield return ("bomb.docx", zip.ToArray());
        yield return ("bomb.txt", gzip.ToArray());
        yield return ("page-and-archive.html", [.. "<html><body><p>Ada Love: words are here.</p></body></html>"u8, .. zip.ToArray()]);
        yield return ("control.txt", [.. Enumerable.Range(1, 31).Where(b => b is not (10 or 13)).Select(b => (byte)b), .. "\nAda Love: words are here.\n"u8]);
    }

    private static string Repeat(string piece, int times) => string.Concat(Enumerable.Repeat(piece, times));
}
