using System.Net;
using AngleSharp.Html.Parser;

namespace TalkNotes.Web.Tests.Accounts;

/// <summary>Beyond one's own machine no page offers a form or a link to people that would be refused to them.</summary>
public class NothingRefusedIsOfferedTests(NetworkSite site)
{
    private const int FewestPages = 25;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData("rita")]
    public async Task Every_link_and_form_of_every_page_may_be_used_by_who_sees_it(string? reader)
    {
        using var browser = reader is null ? site.Browser() : await site.SignedInAsync(reader);
        var parser = new HtmlParser();
        var (seen, waiting, wrong, kinds) = (new HashSet<string>(StringComparer.Ordinal), new Queue<string>(), new List<string>(), new Dictionary<string, int>(StringComparer.Ordinal));
        var handlers = await Handlers.OfAsync(site.Services);
        Offer("/");
        foreach (var page in handlers.Pages.Where(p => p.Method == "GET" && !p.Route.Contains('{', StringComparison.Ordinal)))
        {
            using var answer = await browser.GetAsync(new Uri(page.Route, UriKind.Relative), Ct);
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                Offer(page.Route);
            }
        }

        while (waiting.TryDequeue(out var address))
        {
            using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative), Ct);
            if (answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden || answer.Headers.Location?.OriginalString.StartsWith(Links.SignIn, StringComparison.Ordinal) == true)
            {
                wrong.Add($"{address}: {(int)answer.StatusCode}");
                continue;
            }

            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            var document = parser.ParseDocument(await answer.Content.ReadAsStringAsync(Ct));
            foreach (var form in document.Forms.Where(f => f.Method.Equals("post", StringComparison.OrdinalIgnoreCase)))
            {
                var action = form.GetAttribute("action") ?? address;
                if (seen.Add("POST " + action.Split('?')[0]))
                {
                    using var sent = await browser.PostAsync(new Uri(action, UriKind.Relative), new StringContent(""), Ct);
                    if (sent.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
                    {
                        wrong.Add($"the form {action} on {address}: {(int)sent.StatusCode}");
                    }
                }
            }

            foreach (var link in document.Links.Select(l => l.GetAttribute("href")!).Where(h => h.StartsWith('/') && !h.StartsWith("//", StringComparison.Ordinal)))
            {
                Offer(link.Split('#')[0]);
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(30)));
        Assert.True(kinds.Count >= FewestPages, $"{kinds.Count} kinds of pages were seen");

        // of each kind of address a few are enough: the rule is one for all of them
        void Offer(string address)
        {
            var kind = string.Join('/', address.Split('?')[0].Split('/').Select((part, i) => i == 2 ? "*" : part)) + (address.Contains('?', StringComparison.Ordinal) ? "?" : "");
            if (kinds.GetValueOrDefault(kind) < 2 && seen.Add(address))
            {
                kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
                waiting.Enqueue(address);
            }
        }
    }
}
