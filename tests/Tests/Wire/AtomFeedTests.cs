using System.Xml.Linq;
using Assemblies.Wire.Publishing;
using NodaTime;

namespace Assemblies.Tests.Wire;

/// <summary>Feeds as RFC 4287 wants them, read back with a reader that is not ours.</summary>
public sealed class AtomFeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly Instant Noon = Instant.FromUtc(2026, 10, 1, 12, 0);

    [Fact]
    public void The_latest_news_stands_first_and_dates_the_feed()
    {
        var feed = Read(Feed(Entry("a", Noon), Entry("b", Noon + Duration.FromHours(2)), Entry("c", Noon + Duration.FromHours(1))));
        Assert.Equal(["b", "c", "a"], feed.Elements(Atom + "entry").Select(e => e.Element(Atom + "id")!.Value));
        Assert.Equal("2026-10-01T14:00:00Z", feed.Element(Atom + "updated")!.Value);
    }

    [Fact]
    public void A_feed_without_news_still_has_what_the_format_asks_for()
    {
        var feed = Read(Feed());
        Assert.Equal(Atom + "feed", feed.Name);
        foreach (var needed in new[] { "id", "title", "updated", "author" })
            Assert.False(string.IsNullOrWhiteSpace(feed.Element(Atom + needed)?.Value), needed);
        Assert.Equal("https://example.org/feed.atom", feed.Elements(Atom + "link").Single(l => l.Attribute("rel")!.Value == "self").Attribute("href")!.Value);
    }

    public static TheoryData<string, string> Said { get; } = new()
    {
        { "Yes & <b>no</b> ]]> \"quoted\"", "Yes & <b>no</b> ]]> \"quoted\"" },
        { "a bell \a and a null \0", "a bell \uFFFD and a null \uFFFD" },
        // An attribute cannot hold half a pair, so these are no InlineData.
        { "half a pair \uD83D", "half a pair \uFFFD" },
        { "a whole one 🕌, مرحبا", "a whole one 🕌, مرحبا" },
    };

    [Theory, MemberData(nameof(Said), DisableDiscoveryEnumeration = true)]
    public void Whatever_was_said_the_feed_can_be_read(string said, string read) =>
        Assert.Equal(read, Read(Feed(Entry("a", Noon) with { Summary = said })).Element(Atom + "entry")!.Element(Atom + "summary")!.Value);

    private static AtomFeed Feed(params AtomEntry[] entries) => new(
        "https://example.org", "News", "https://example.org/feed.atom", "https://example.org", "London Assembly", Noon, entries);

    private static AtomEntry Entry(string id, Instant at) => new(id, $"Title {id}", $"https://example.org/{id}", Noon, at, "answer", "What was said");

    private static XElement Read(AtomFeed feed)
    {
        using var bytes = new MemoryStream(feed.Write());
        return XDocument.Load(bytes).Root!;
    }
}
