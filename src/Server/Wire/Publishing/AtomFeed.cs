using System.Text;
using System.Xml;
using NodaTime;
using NodaTime.Text;

namespace Assemblies.Wire.Publishing;

/// <summary>A feed in Atom (RFC 4287).</summary>
/// <param name="Id">An IRI that never changes, wherever the feed moves.</param>
/// <param name="Title">What it tells of.</param>
/// <param name="Self">Its own address.</param>
/// <param name="Page">The page that it follows.</param>
/// <param name="Author">Who publishes it: an assembly or an organisation, never a private person.</param>
/// <param name="Begun">When there was something to tell for the first time; it is the date of a feed without entries.</param>
/// <param name="Entries">The latest first; one that was changed moves before those that were not.</param>
internal sealed record AtomFeed(string Id, string Title, string Self, string Page, string Author, Instant Begun, IReadOnlyList<AtomEntry> Entries)
{
    public const string MediaType = "application/atom+xml";

    private const string Space = "http://www.w3.org/2005/Atom";

    /// <summary>When something in it last changed.</summary>
    public Instant Updated => Entries.Select(e => e.Updated).Append(Begun).Max();

    /// <summary>The feed as UTF-8.</summary>
    public byte[] Write()
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartElement("feed", Space);
            xml.WriteAttributeString("xml", "lang", null, "en");
            Text(xml, "id", Id);
            Text(xml, "title", Title);
            Text(xml, "updated", Moment(Updated));
            Link(xml, "self", MediaType, Self);
            Link(xml, "alternate", "text/html", Page);
            xml.WriteStartElement("author", Space);
            Text(xml, "name", Author);
            xml.WriteEndElement();
            foreach (var entry in Entries.OrderByDescending(e => e.Updated))
                Write(xml, entry);
            xml.WriteEndElement();
        }
        return bytes.ToArray();
    }

    private static void Write(XmlWriter xml, AtomEntry entry)
    {
        xml.WriteStartElement("entry", Space);
        Text(xml, "id", entry.Id);
        Text(xml, "title", entry.Title);
        Text(xml, "published", Moment(entry.Published));
        Text(xml, "updated", Moment(entry.Updated));
        Link(xml, "alternate", "text/html", entry.Page);
        xml.WriteStartElement("category", Space);
        xml.WriteAttributeString("term", entry.Category);
        xml.WriteEndElement();
        Text(xml, "summary", entry.Summary);
        if (entry.Source is { } source)
        {
            xml.WriteStartElement("source", Space);
            Text(xml, "id", source.Id);
            Text(xml, "title", source.Title);
            Text(xml, "updated", Moment(source.Updated));
            Link(xml, "self", MediaType, source.Self);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string type, string address)
    {
        xml.WriteStartElement("link", Space);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Space, Legal(text));

    private static string Moment(Instant at) => InstantPattern.General.Format(at);

    // One character that XML cannot hold would cost every reader the whole feed. Half a surrogate pair is read as a replacement character already.
    private static string Legal(string text) => string.Concat(text.EnumerateRunes().Select(rune => (IsLegal(rune) ? rune : Rune.ReplacementChar).ToString()));

    private static bool IsLegal(Rune rune) => rune.Value is 0x9 or 0xA or 0xD or (>= 0x20 and <= 0xD7FF) or (>= 0xE000 and <= 0xFFFD) or >= 0x10000;
}

/// <param name="Id">An IRI that never changes; two entries never share one.</param>
/// <param name="Title">What happened, in a line.</param>
/// <param name="Page">Where to read it.</param>
/// <param name="Published">When it happened.</param>
/// <param name="Updated">When what is said of it last changed.</param>
/// <param name="Category">What kind of news it is, as a wire word.</param>
/// <param name="Summary">Plain text.</param>
internal sealed record AtomEntry(string Id, string Title, string Page, Instant Published, Instant Updated, string Category, string Summary)
{
    /// <summary>The feed that it was copied from; null where it stands in its own.</summary>
    public AtomSource? Source { get; init; }
}

/// <param name="Id">The other feed's id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Self">Its address.</param>
/// <param name="Updated">When something in it last changed.</param>
internal sealed record AtomSource(string Id, string Title, string Self, Instant Updated);
