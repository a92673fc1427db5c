using Assemblies.Record.Publication;
using Assemblies.Wire.Publishing;

namespace Assemblies.Commitments.Publication.Across;

/// <summary>Feeds over several assemblies. Their items are those of the assemblies' own feeds, under the same ids, so that a reader of both sees each once.</summary>
internal static class AcrossNews
{
    /// <summary>Every answer of an office, and every step of what became of it.</summary>
    public static AtomFeed Of(PublicOffice office, string alliance, string address) => Feed(
        AcrossAddresses.OfficeOf(office.Key), $"{office.Name}: what was answered and what became of it", alliance, address, [.. office.Evenings.Select(e => e.FollowUp)],
        [.. office.Evenings.SelectMany(e => Pages(e.FollowUp.Record, e.Commitments))]);

    /// <summary>The same of all offices, at the assemblies that an institution was part of.</summary>
    public static AtomFeed Of(Guid institutionId, string institution, IReadOnlyList<FollowUp> followUps, string alliance, string address) => Feed(
        AcrossAddresses.Institution(institutionId), $"{institution}: what we were answered and what became of it", alliance, address, followUps,
        [.. followUps.SelectMany(f => Pages(f.Record, f.Commitments))]);

    private static AtomFeed Feed(string page, string title, string alliance, string address, IReadOnlyList<FollowUp> followUps, HashSet<string> pages)
    {
        // The record that was begun first names the feed for good: later ones change nothing about it.
        var first = followUps.MinBy(f => f.Record.Log.Entries[0].At)!.Record.Origin;
        return new(
            $"https://{first[..first.IndexOf('/', StringComparison.Ordinal)]}{page}", title, $"{address}{AcrossAddresses.FeedOf(page)}", $"{address}{page}", alliance,
            followUps.Min(f => f.Record.ClosedAt!.Value),
            [.. followUps.SelectMany(f => Copies(f, FollowUpNews.Feed(f), pages).Concat(Copies(f, RecordNews.Feed(f.Record), pages)))]);
    }

    private static IEnumerable<AtomEntry> Copies(FollowUp followUp, AtomFeed feed, HashSet<string> pages) => feed.Entries.Where(e => pages.Contains(e.Page))
        .Select(e => e with { Title = $"{e.Title} ({followUp.Record.Assembly.Title})", Source = new(feed.Id, feed.Title, feed.Self, feed.Updated) });

    private static IEnumerable<string> Pages(PublishedRecord record, IEnumerable<PublicCommitment> commitments) =>
        commitments.Select(c => record.At.Whole(record.At.Answer(c.Of.Key.AskId, c.Of.Key.PowerHolderId)));
}
