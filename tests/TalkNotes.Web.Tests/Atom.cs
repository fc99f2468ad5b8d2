using System.Globalization;
using System.Xml.Linq;

namespace TalkNotes.Web.Tests;

/// <summary>Validates a feed against RFC 4287: which elements stand where and how often, what they hold, and that ids and links mean one thing. https://www.rfc-editor.org/rfc/rfc4287</summary>
internal static class Atom
{
    private static readonly XNamespace Ns = "http://www.w3.org/2005/Atom";

    /// <summary>Children of each element: how many at least and at most (sections 4.1.1, 4.1.2, 3.2).</summary>
    private static readonly Dictionary<string, Dictionary<string, (int Least, int Most)>> Children = new(StringComparer.Ordinal)
    {
        ["feed"] = new(StringComparer.Ordinal)
        {
            ["author"] = (0, 99), ["category"] = (0, 99), ["contributor"] = (0, 99), ["generator"] = (0, 1), ["icon"] = (0, 1), ["id"] = (1, 1), ["link"] = (0, 99), ["logo"] = (0, 1),
            ["rights"] = (0, 1), ["subtitle"] = (0, 1), ["title"] = (1, 1), ["updated"] = (1, 1), ["entry"] = (0, int.MaxValue),
        },
        ["entry"] = new(StringComparer.Ordinal)
        {
            ["author"] = (0, 99), ["category"] = (0, 99), ["content"] = (0, 1), ["contributor"] = (0, 99), ["id"] = (1, 1), ["link"] = (0, 99), ["published"] = (0, 1), ["rights"] = (0, 1), ["source"] = (0, 1),
            ["summary"] = (0, 1), ["title"] = (1, 1), ["updated"] = (1, 1),
        },
        ["author"] = new(StringComparer.Ordinal) { ["name"] = (1, 1), ["uri"] = (0, 1), ["email"] = (0, 1) },
    };

    private static readonly Dictionary<string, string[]> Attributes = new(StringComparer.Ordinal)
    {
        ["link"] = ["href", "rel", "type", "hreflang", "title", "length"], ["category"] = ["term", "scheme", "label"], ["title"] = ["type"], ["summary"] = ["type"], ["content"] = ["type", "src"],
    };

    /// <summary>What is wrong with a feed; empty when nothing is.</summary>
    public static List<string> Faults(XElement feed)
    {
        var faults = new List<string>();
        if (feed.Name != Ns + "feed")
        {
            return ["the root is no feed"];
        }

        Check(feed, faults);
        var entries = feed.Elements(Ns + "entry").ToList();
        foreach (var at in entries.Prepend(feed))
        {
            // at most one alternate of the same type and language, and one where there is no content (4.1.1, 4.1.2)
            var alternates = at.Elements(Ns + "link").Where(l => (l.Attribute("rel")?.Value ?? "alternate") == "alternate").Select(l => (l.Attribute("type")?.Value, l.Attribute("hreflang")?.Value)).ToList();
            faults.AddRange(alternates.Count == alternates.Distinct().Count() ? [] : [$"{at.Name.LocalName} has two alternates of one type"]);
            faults.AddRange(alternates.Count > 0 || at.Element(Ns + "content") is not null || at == feed ? [] : ["an entry has neither content nor an alternate"]);
        }

        faults.AddRange(feed.Elements(Ns + "link").Count(l => l.Attribute("rel")?.Value == "self") == 1 ? [] : ["the feed does not say where it is"]);
        faults.AddRange(feed.Element(Ns + "author") is not null || entries.TrueForAll(e => e.Element(Ns + "author") is not null) ? [] : ["entries have no author"]);
        var ids = entries.Prepend(feed).Select(e => e.Element(Ns + "id")?.Value).ToList();
        faults.AddRange(ids.Count == ids.Distinct(StringComparer.Ordinal).Count() ? [] : ["two have one id"]);
        return faults;
    }

    private static void Check(XElement element, List<string> faults)
    {
        var name = element.Name.LocalName;
        var allowed = Children.GetValueOrDefault(name) ?? [];
        foreach (var (child, (least, most)) in allowed)
        {
            var count = element.Elements(Ns + child).Count();
            faults.AddRange(count >= least && count <= most ? [] : [$"{name} has {count} {child}"]);
        }

        faults.AddRange(element.Elements().Where(c => c.Name.Namespace != Ns || !allowed.ContainsKey(c.Name.LocalName)).Select(c => $"{name} has {c.Name}"));
        faults.AddRange(element.Attributes().Where(a => !a.IsNamespaceDeclaration && !(Attributes.GetValueOrDefault(name) ?? []).Contains(a.Name.ToString())).Select(a => $"{name} has the attribute {a.Name}"));
        faults.AddRange(allowed.Count == 0 || !element.Nodes().OfType<XText>().Any(t => t.Value.Trim().Length > 0) ? [] : [$"{name} has text"]);
        var isGood = name switch
        {
            "id" => Uri.IsWellFormedUriString(element.Value, UriKind.Absolute),
            "updated" or "published" => DateTimeOffset.TryParseExact(element.Value, ["yyyy-MM-dd'T'HH:mm:ssZ", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ssK"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "link" => Uri.IsWellFormedUriString(element.Attribute("href")?.Value, UriKind.Absolute) && (element.Attribute("type")?.Value ?? "a/b").Split('/').Length == 2,
            "category" => element.Attribute("term")?.Value.Length > 0,
            "title" or "name" => element.Value.Length > 0 && (element.Attribute("type")?.Value ?? "text") is "text" or "html" or "xhtml",
            _ => true,
        };
        faults.AddRange(isGood ? [] : [$"{name} holds '{element.Value}'"]);
        foreach (var child in element.Elements())
        {
            Check(child, faults);
        }
    }
}
