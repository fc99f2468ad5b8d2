using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using TalkNotes.Tests.Shared;
using TalkNotes.Web.Tests.Cli;

namespace TalkNotes.Web.Tests.Hostile;

/// <summary>
/// An attacker's inputs, through upload, pages and API of a real server: each is shown as text or refused with words, none
/// is lost, none stops the program. <c>TALKNOTES_HOSTILE=20000</c> adds so many mangled documents.
/// </summary>
public sealed class HostileTests(HostileSite site) : IClassFixture<HostileSite>
{
    private const int LongestAddress = 32_000;

    private const int AllCarriers = 10;

    /// <summary>In the short form what is gigantic is an eighth of it: still larger than anything that is no attack.</summary>
    private const int ShortParts = 8;

    /// <summary>How many mangled documents are wanted; none in the normal tests.</summary>
    private static readonly int Mangle = int.TryParse(Environment.GetEnvironmentVariable("TALKNOTES_HOSTILE"), out var wanted) ? wanted : 0;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>An attacker does not wait for answers.</summary>
    private static ParallelOptions Together => new() { MaxDegreeOfParallelism = 6, CancellationToken = Ct };

    [Fact]
    public async Task Documents_are_kept_byte_for_byte_and_shown_as_text_or_refused_with_a_reason()
    {
        var documents = (Mangle > 0 ? HostileDocuments.All(AllCarriers, parts: 1) : HostileDocuments.All(1, ShortParts)).Concat(Mangled()).ToList();
        Assert.True(documents.Count >= 180, $"{documents.Count} documents");
        var token = Token(await site.Client.GetStringAsync(Address("/add"), Ct));
        var (faults, kept, refused) = (new ConcurrentQueue<string>(), 0, 0);
        await Parallel.ForEachAsync(documents.Index(), Together, async (document, _) =>
        {
            var (i, (name, bytes)) = document;
            var (wasKept, wrong) = i % 4 == 3 ? await SendToApiAsync(name, bytes) : await GiveAsync(token, name, bytes);
            Interlocked.Increment(ref wasKept ? ref kept : ref refused);
            wrong.ForEach(w => faults.Enqueue($"{name}: {w}"));
        });

        Assert.True(faults.IsEmpty, string.Join('\n', faults.Take(20)));
        Assert.True(kept > 160, $"{kept} kept, {refused} refused");
        Assert.True(refused >= 5, $"{kept} kept, {refused} refused");
        await StillSoundAsync();
    }

    [Fact]
    public async Task Queries_fields_and_addresses_are_answered_as_text()
    {
        string[] places =
        [
            "/search?q={0}", "/api/v1/search?q={0}", "/api/v1/suggest?q={0}", "/quote?text={0}&speaker={0}", "/api/v1/quote?text={0}&talk={0}", "/api/v1/evidence?claim={0}",
            "/claims?talk={0}&kind={0}&marker={0}", "/api/v1/claims?speaker={0}&cursor={0}", "/talks?topic={0}&sort={0}&page={0}", "/talks/{0}", "/talks/{0}/transcript?at={0}&find={0}",
            "/speakers/{0}", "/topics/{0}", "/claims/{0}", "/add/{0}", "/desk?queue={0}&talk={0}&find={0}", "/sign-in?back={0}", "/history?page={0}", "/{0}", "/error/{0}",
        ];
        var faults = new ConcurrentQueue<string>();
        await Parallel.ForEachAsync(places.SelectMany(place => HostileTexts.All.Select(text => string.Format(place, Uri.EscapeDataString(text)))), Together, async (address, _) =>
        {
            using var answer = await site.Client.GetAsync(Address(address), Ct);
            var isRefusedByServer = (answer.StatusCode == HttpStatusCode.RequestUriTooLong && address.Length > LongestAddress)
                || (answer.StatusCode == HttpStatusCode.BadRequest && address.Split('?')[0].Contains("%00", StringComparison.Ordinal)); // before the program saw it
            foreach (var fault in isRefusedByServer ? [] : await HostileSite.FaultsAsync(answer, Ct))
            {
                faults.Enqueue($"{address[..Math.Min(120, address.Length)]}: {fault}");
            }
        });

        Assert.True(faults.IsEmpty, string.Join('\n', faults.Take(20)));
        await StillSoundAsync();
    }

    [Fact]
    public async Task Verdicts_and_forms_take_hostile_words_as_words_or_refuse_them()
    {
        var claims = JsonDocument.Parse(await site.Client.GetStringAsync(Address("/api/v1/claims?limit=500"), Ct)).RootElement.GetProperty("claims").EnumerateArray()
            .Where(c => c.GetProperty("hasTranscript").GetBoolean()).Select(c => c.GetProperty("id").GetString()!).ToList();
        var faults = new List<string>();
        foreach (var (i, text) in HostileTexts.All.Index())
        {
            var claim = claims[i % claims.Count];
            var body = JsonSerializer.Serialize(new { status = "verified", note = text, reasons = new[] { text }, evidence = new object[] { new { segments = new[] { 0, 1 }, note = text }, new { url = text, note = text } }, searched = new[] { text } });
            var kept = JsonSerializer.Serialize(new { status = "verified", note = text, evidence = new object[] { new { segments = new[] { 0, 1 } } } });
            foreach (var json in new[] { body, kept, $"{{\"note\": {JsonSerializer.Serialize(text)}", text })
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, Address($"/api/v1/claims/{claim}/verdicts"));
                request.Headers.Authorization = new("Bearer", site.Token);
                request.Content = new StringContent(json, Encoding.UTF8, "application/json");
                using var answer = await site.Client.SendAsync(request, Ct);
                var isKept = json == kept && (int)answer.StatusCode is 201 or 422;
                faults.AddRange((await HostileSite.FaultsAsync(answer, Ct)).Select(f => $"verdict {i}: {f}"));
                if (!isKept && (int)answer.StatusCode is not (400 or 422))
                {
                    faults.Add($"verdict {i}: answered {(int)answer.StatusCode} to {json[..Math.Min(80, json.Length)]}");
                }
            }

            using var page = await site.Client.GetAsync(Address($"/claims/{claim}"), Ct);
            faults.AddRange((await HostileSite.FaultsAsync(page, Ct)).Select(f => $"claim of {i}: {f}"));
        }

        using var history = await site.Client.GetAsync(Address("/history"), Ct);
        faults.AddRange(await HostileSite.FaultsAsync(history, Ct));
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(20)));
        await StillSoundAsync();
    }

    [Theory]
    [InlineData("/search?q=", 33_000, 414)]
    [InlineData("/talks/", 33_000, 414)]
    [InlineData("/search?q=", 31_000, 200)]
    [InlineData("/quote?text=", 31_000, 200)]
    public async Task An_address_without_end_is_refused(string start, int length, int status)
    {
        using var answer = await site.Client.GetAsync(Address(start + new string('a', length)), Ct);
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_body_without_end_is_refused_before_it_is_read()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address("/api/v1/claims/x/verdicts"));
        request.Headers.Authorization = new("Bearer", site.Token);
        request.Headers.ExpectContinue = true; // else the refusal may cut the line while the body is still on its way
        request.Content = new StringContent("{\"note\": \"" + new string('a', (int)Limits.LargestBody) + "\"}", Encoding.UTF8, "application/json");
        using var answer = await site.Client.SendAsync(request, Ct);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        await StillSoundAsync();
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Mangled()
    {
        var random = new Random(20261124);
        var samples = HostileDocuments.All(1, parts: 1).Where(d => d.Bytes.Length < 20_000).Select(d => d.Bytes)
            .Concat(Directory.GetFiles(Checkout.Seeds, "*.txt").Select(f => File.ReadAllBytes(f)).Select(b => b[..Math.Min(b.Length, 8_000)])).ToList();
        for (var i = 0; i < Mangle; i++)
        {
            byte[] one = [.. samples[random.Next(samples.Count)]];
            var other = samples[random.Next(samples.Count)];
            for (var cuts = random.Next(6); cuts >= 0 && one.Length > 2; cuts--)
            {
                var at = random.Next(one.Length);
                one = random.Next(3) switch
                {
                    0 => [.. one[..at], .. other[random.Next(other.Length)..]],
                    1 => [.. one[..at], (byte)random.Next(256), .. one[at..]],
                    _ => [.. one[..at], .. one[Math.Min(one.Length, at + random.Next(50))..]],
                };
            }

            yield return ($"mangled-{i}.txt", one[..Math.Min(one.Length, 40_000)]);
        }
    }

    /// <summary>Gives a document as a person does and saves it; looks at every page on the way.</summary>
    private async Task<(bool Kept, List<string> Faults)> GiveAsync(string token, string name, byte[] bytes)
    {
        using var given = await SendAsync("/add", new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new ByteArrayContent(bytes), "files", name.Replace("\"", "%22", StringComparison.Ordinal) }, // as browsers send it
        });
        var faults = await HostileSite.FaultsAsync(given, Ct);
        if (given.StatusCode == HttpStatusCode.UnprocessableEntity)
        {
            var page = await HostileSite.PageAsync(given, Ct);
            if (string.IsNullOrWhiteSpace(page.QuerySelector("[role=alert]")?.TextContent))
            {
                faults.Add("refused without a word");
            }

            return (false, faults);
        }

        var review = given.Headers.Location?.OriginalString ?? "";
        if (!review.StartsWith("/add/", StringComparison.Ordinal))
        {
            return (false, [.. faults, $"answered {(int)given.StatusCode}, {review}"]);
        }

        using var looked = await site.Client.GetAsync(Address(review), Ct);
        faults.AddRange(await HostileSite.FaultsAsync(looked, Ct));
        using var saved = await SendAsync(review, new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]));
        faults.AddRange(await HostileSite.FaultsAsync(saved, Ct));
        var talk = saved.Headers.Location?.OriginalString ?? "";
        if (!talk.StartsWith("/talks/", StringComparison.Ordinal))
        {
            return (false, [.. faults, $"could not be saved: {(int)saved.StatusCode} {talk}"]);
        }

        await LookAsync(talk, bytes, faults);
        return (true, faults);
    }

    /// <summary>Gives a document as a program does.</summary>
    private async Task<(bool Kept, List<string> Faults)> SendToApiAsync(string name, byte[] bytes)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address($"/api/v1/talks?name={Uri.EscapeDataString(name)}"));
        request.Headers.Authorization = new("Bearer", site.Token);
        request.Content = new ByteArrayContent(bytes);
        using var answer = await site.Client.SendAsync(request, Ct);
        var faults = await HostileSite.FaultsAsync(answer, Ct);
        var body = await answer.Content.ReadAsStringAsync(Ct);
        if (!answer.IsSuccessStatusCode)
        {
            if (answer.StatusCode != HttpStatusCode.UnprocessableEntity || !body.Contains("\"errors\"", StringComparison.Ordinal))
            {
                faults.Add($"refused without a word: {(int)answer.StatusCode}");
            }

            return (false, faults);
        }

        await LookAsync($"/talks/{JsonDocument.Parse(body).RootElement.GetProperty("talk").GetString()}", bytes, faults);
        return (true, faults);
    }

    /// <summary>Looks at the pages of a talk that a document became, and whether its bytes are there.</summary>
    private async Task LookAsync(string talk, byte[] bytes, List<string> faults)
    {
        foreach (var address in new[] { talk, $"{talk}/transcript" })
        {
            using var page = await site.Client.GetAsync(Address(address), Ct);
            faults.AddRange((await HostileSite.FaultsAsync(page, Ct)).Select(f => $"{address}: {f}"));
        }

        if (!await IsKeptAsync(talk, bytes, faults))
        {
            faults.Add("its bytes are not kept as they came");
        }
    }

    private async Task<bool> IsKeptAsync(string talk, byte[] bytes, List<string> faults)
    {
        for (var n = 1; ; n++)
        {
            using var original = await site.Client.GetAsync(Address($"{talk}/sources/{n}/original"), Ct);
            if (!original.IsSuccessStatusCode)
            {
                return false;
            }

            var held = await original.Content.ReadAsByteArrayAsync(Ct);
            if (bytes.AsSpan().SequenceEqual(held))
            {
                if (original.Content.Headers.ContentType?.MediaType != "application/octet-stream" || original.Content.Headers.ContentDisposition?.DispositionType != "attachment")
                {
                    faults.Add("its original could run in a browser");
                }

                using var source = await site.Client.GetAsync(Address($"{talk}/sources/{n}"), Ct);
                faults.AddRange((await HostileSite.FaultsAsync(source, Ct)).Select(f => $"source: {f}"));
                return true;
            }
        }
    }

    /// <summary>The server answers, the library checks, and no word of a document or query stands in the log.</summary>
    private async Task StillSoundAsync()
    {
        Assert.Equal("Healthy", await site.Client.GetStringAsync(Address("/health/ready"), Ct));
        var (status, output, error) = await Run.TalkNotesAsync("check", "--data", site.Data);
        Assert.True(status == 0, output + error);
        Assert.NotEmpty(site.Log);
        Assert.DoesNotContain(site.Log, line => line.Contains(HostileTexts.Marker, StringComparison.Ordinal) && !line.Contains($"GET /", StringComparison.Ordinal));
        Assert.DoesNotContain(site.Log, line => line.Contains(site.Token, StringComparison.Ordinal) || line.Contains('\n') && !line.StartsWith("Error", StringComparison.Ordinal));
    }

    private async Task<HttpResponseMessage> SendAsync(string address, HttpContent content)
    {
        using (content)
        {
            return await site.Client.PostAsync(Address(address), content, Ct);
        }
    }

    private static string Token(string html) => System.Text.RegularExpressions.Regex.Match(
        html, "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"", System.Text.RegularExpressions.RegexOptions.NonBacktracking).Groups[1].Value;

    private static Uri Address(string address) => new(address, UriKind.Relative);
}
