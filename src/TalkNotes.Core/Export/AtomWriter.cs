using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;

namespace TalkNotes.Core.Export;

/// <summary>Writes feeds in the Atom syndication format. https://www.rfc-editor.org/rfc/rfc4287</summary>
public static class AtomWriter
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/atom+xml";

    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>The feed as a document in UTF-8; the same feed gives the same bytes.</summary>
    public static byte[] Write(Feed feed)
    {
        ArgumentNullException.ThrowIfNull(feed);
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("feed", Atom);
            Element(xml, "id", Id(feed.Name));
            Element(xml, "title", feed.Title);
            Element(xml, "updated", Instant(feed.Updated));
            Person(xml, "TalkNotes");
            Link(xml, "self", MediaType, feed.Self);
            Link(xml, "alternate", "text/html", feed.Page);
            if (feed.Next is { } next)
            {
                Link(xml, "next", MediaType, next);
            }

            foreach (var entry in feed.Entries)
            {
                xml.WriteStartElement("entry", Atom);
                Element(xml, "id", Id(entry.Name));
                Element(xml, "title", entry.Title);
                Element(xml, "updated", Instant(entry.Updated));
                Link(xml, "alternate", "text/html", entry.Page);
                if (entry.Author is { } author)
                {
                    Person(xml, author);
                }

                if (entry.Category is { } category)
                {
                    xml.WriteStartElement("category", Atom);
                    xml.WriteAttributeString("term", Plain(category));
                    xml.WriteEndElement();
                }

                Element(xml, "summary", entry.Text);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    /// <summary>An id that stays the same wherever the library is served: a UUID made of a name. https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-8</summary>
    public static string Id(string name)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes("talknotes:" + name)).AsSpan(0, 16);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return "urn:uuid:" + new Guid(
            BinaryPrimitives.ReadInt32BigEndian(hash), BinaryPrimitives.ReadInt16BigEndian(hash[4..]), BinaryPrimitives.ReadInt16BigEndian(hash[6..]), hash[8..].ToArray());
    }

    private static void Element(XmlWriter xml, string name, string value) => xml.WriteElementString(name, Atom, Plain(value));

    private static void Person(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Atom);
        Element(xml, "name", name);
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string rel, string type, string address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", Plain(address));
        xml.WriteEndElement();
    }

    /// <summary>XML has no room for most control characters and for halves of characters.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                plain.Append(text, i++, 2);
            }
            else if (XmlConvert.IsXmlChar(text[i]))
            {
                plain.Append(text[i]);
            }
        }

        return plain.ToString();
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
