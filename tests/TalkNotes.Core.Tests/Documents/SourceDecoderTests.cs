using System.Text;
using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Tests.Documents;

public sealed class SourceDecoderTests
{
    private const string Words = "Naïve café — “quoted” Łukasz\r\n第二行 и третья\r\n\r\nlast";

    static SourceDecoderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", true)]
    [InlineData("utf-32", false)]
    [InlineData("utf-32BE", true)]
    [InlineData("utf-32BE", false)]
    public void Unicode_is_read_with_and_without_a_mark(string name, bool marked)
    {
        var encoding = Encoding.GetEncoding(name);
        var text = marked ? Words : "Plain English words that stand first. " + Words;
        byte[] bytes = [.. marked ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
        var source = SourceText.FromBytes("a", bytes);
        Assert.Equal(text, source.Text);
        Assert.Equal(4, source.Lines.Length);
        Assert.Equal(encoding.WebName, source.EncodingName);
        Assert.Empty(source.Diagnostics);
        Assert.True(source.Bytes.Span.SequenceEqual(bytes));
    }

    [Theory]
    [InlineData("<?xml version=\"1.0\" encoding=\"windows-1251\"?>\n<tt>Привет</tt>", "windows-1251")]
    [InlineData("<html><meta charset=\"shift_jis\">\n<p>日本語", "shift_jis")]
    [InlineData("<meta http-equiv='Content-Type' content='text/html; charset=gb18030'>中文", "gb18030")]
    [InlineData("ISO-2022-JP 日本語", "iso-2022-jp")]
    public void Declared_encoding_is_used(string text, string name)
    {
        var source = SourceText.FromBytes("a", Encoding.GetEncoding(name).GetBytes(text));
        Assert.Equal(text, source.Text);
        Assert.Equal(name, source.EncodingName, ignoreCase: true);
    }

    [Fact]
    public void Other_bytes_are_read_as_Windows_1252_and_it_is_said_to_be_a_guess()
    {
        var source = SourceText.FromBytes("a", (byte[])[.. "plain\ncaf"u8, 0xE9, .. " "u8, 0x93, .. "so"u8, 0x94]);
        Assert.Equal("plain\ncafé “so”", source.Text);
        Assert.Equal("windows-1252", source.EncodingName);
        Assert.Equal(("TN103", 2), (source.Diagnostics.Single().Code, source.Diagnostics.Single().Line));
    }

    [Theory]
    [InlineData("shift_jis", "こんにちは、今日は推論モデルについてお話しします。よろしくお願いします。")]
    [InlineData("euc-jp", "こんにちは、今日は推論モデルについてお話しします。よろしくお願いします。")]
    [InlineData("euc-kr", "안녕하세요. 오늘은 추론 모델에 대해 이야기하겠습니다. 그것은 아주 어려운 문제입니다.")]
    [InlineData("gb18030", "大家好，今天我们来谈谈推理模型。这是一个很难的问题，但是我们有了新的方法。")]
    [InlineData("big5", "大家好，今天我們來談談推理模型。這是一個很難的問題，但是我們有了新的方法。")]
    [InlineData("windows-1251", "Здравствуйте, сегодня мы поговорим о моделях рассуждений. Это очень трудная задача.")]
    [InlineData("koi8-r", "Здравствуйте, сегодня мы поговорим о моделях рассуждений. Это очень трудная задача.")]
    [InlineData("windows-1250", "Dzień dobry, dzisiaj porozmawiamy o modelach myślących. To bardzo trudne, więc zaczynajmy już.")]
    [InlineData("windows-1253", "Καλημέρα σας, σήμερα θα μιλήσουμε για τα μοντέλα συλλογισμού. Είναι ένα δύσκολο πρόβλημα.")]
    [InlineData("windows-1255", "שלום לכולם, היום נדבר על מודלים של חשיבה. זו בעיה קשה מאוד.")]
    [InlineData("windows-1256", "مرحبا بكم، اليوم سنتحدث عن نماذج التفكير. هذه مشكلة صعبة جدا.")]
    [InlineData("windows-874", "สวัสดีครับ วันนี้เราจะพูดถึงโมเดลการให้เหตุผล มันเป็นปัญหาที่ยากมาก")]
    [InlineData("windows-1252", "Bonjour à tous, aujourd'hui nous parlons des modèles de raisonnement. C'est très difficile, déjà.")]
    [InlineData("windows-1252", "Guten Tag, heute sprechen wir über Modelle, die länger nachdenken können. Das ist schön und groß.")]
    [InlineData("windows-1252", "¿Qué hacemos mañana? El niño comió una manzana — “así” de fácil.")]
    public void Encoding_that_nobody_declares_is_guessed_by_its_language(string name, string words)
    {
        var srt = $"1\r\n00:00:01,000 --> 00:00:04,000\r\n{words}\r\n\r\n2\r\n00:00:04,000 --> 00:00:06,000\r\nJo: {words}\r\n";
        var source = SourceText.FromBytes("a.srt", Encoding.GetEncoding(name).GetBytes(srt));
        Assert.Equal(srt, source.Text);
        Assert.Equal(name, source.EncodingName, ignoreCase: true);
        Assert.Equal("TN103", source.Diagnostics.Single().Code);
    }

    [Fact]
    public void A_damaged_byte_in_UTF_8_stays_UTF_8_and_is_located()
    {
        var source = SourceText.FromBytes("a", (byte[])[.. "né ñ ü\nna"u8, 0xE9, .. "ve é\n"u8]);
        Assert.Equal("né ñ ü\nna\uFFFDve é\n", source.Text);
        Assert.Equal("utf-8", source.EncodingName);
        Assert.Equal(("TN101", 2), (source.Diagnostics.Single().Code, source.Diagnostics.Single().Line));
    }

    [Fact]
    public void A_replacement_character_of_the_file_itself_is_no_damage() =>
        Assert.Empty(SourceText.FromText("a", "it was \uFFFD before\n").Diagnostics);

    [Fact]
    public void A_few_NUL_bytes_do_not_make_UTF_16() =>
        Assert.Equal("utf-8", SourceText.FromBytes("a", "WEBVTT\n\0\n\0\0 text\0\n"u8.ToArray()).EncodingName);

    [Fact]
    public void Any_bytes_decode_and_no_line_is_lost()
    {
        var random = new Random(7);
        for (var i = 0; i < 2000; i++)
        {
            var bytes = new byte[random.Next(0, 300)];
            random.NextBytes(bytes);
            if (i % 2 == 0)
            {
                for (var j = 0; j < bytes.Length; j++)
                {
                    bytes[j] = (byte)(random.Next(6) == 0 ? bytes[j] : bytes[j] & 0x7F);
                }
            }

            var source = SourceText.FromBytes("a", bytes);
            var ends = source.Text.Count(c => c == '\n');
            Assert.Equal(source.Text.Length == 0 ? 0 : ends + (source.Text.EndsWith('\n') ? 0 : 1), source.Lines.Length);
        }
    }
}
