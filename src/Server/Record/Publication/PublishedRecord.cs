using Assemblies.Agenda;
using Assemblies.Asks;
using Assemblies.Data;
using Assemblies.PublicRecord.Notes;
using Assemblies.Record.Keys;
using Assemblies.Record.Log;
using Assemblies.Turnout.Official;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Record.Publication;

/// <summary>Everything that a record's pages and files are made from. Nothing provisional is in it, so nothing provisional can leave through them.</summary>
/// <param name="Assembly">Title, venue, times.</param>
/// <param name="At">Where its pages are.</param>
/// <param name="Origin">Its name for good, as entries and checkpoints say it.</param>
/// <param name="VerifierKey">What its signatures are checked with.</param>
/// <param name="Checkpoint">Its state: how many entries, and their root.</param>
/// <param name="Asks">Those that everybody may read, in the order of the score sheet.</param>
/// <param name="Log">Where in the record everything stands.</param>
/// <param name="Wordings">The words of each ask as they were published, the first first.</param>
/// <param name="Official">The official turnout; null until it is frozen.</param>
/// <param name="Ended">The records before it, whose keys were lost, the first first.</param>
/// <param name="NotSigned">What of it the database says otherwise than the record: nothing, unless somebody changed a row.</param>
public sealed record PublishedRecord(
    AccountabilityAssembly Assembly, RecordAddresses At, string Origin, string VerifierKey, Checkpoint Checkpoint,
    IReadOnlyList<PublicAsk> Asks, LogPlaces Log, ILookup<Guid, PublishedWording> Wordings, OfficialFigure? Official,
    IReadOnlyList<EndedRecord> Ended, IReadOnlyList<UnsignedWords> NotSigned)
{
    /// <summary>What asks and answers are made of. Scans are no part of it: they come by the thousand and change no answer.</summary>
    public static IReadOnlySet<ChangeChannel> Parts { get; } = new HashSet<ChangeChannel> { ChangeChannel.Agenda, ChangeChannel.Asks, ChangeChannel.Record };

    /// <summary>The same with what became of the answers.</summary>
    public static IReadOnlySet<ChangeChannel> FollowUpParts { get; } = new HashSet<ChangeChannel>([.. Parts, ChangeChannel.Commitments]);

    /// <summary>The same with turnout, and with everything else that writes entries, for pages that say how many there are.</summary>
    public static IReadOnlySet<ChangeChannel> AllParts { get; } = new HashSet<ChangeChannel>(
        [.. Parts, ChangeChannel.Evening, ChangeChannel.Turnout, ChangeChannel.Testimony, ChangeChannel.Commitments]);

    /// <summary>When the session was closed in the record; null while it is not.</summary>
    public Instant? ClosedAt => Log.First("session.closed")?.At;

    /// <summary>Every answer with its ask.</summary>
    public IEnumerable<(PublicAsk Ask, PublicCell Cell)> Cells => Asks.SelectMany(ask => ask.Cells.Select(cell => (ask, cell)));

    /// <summary>The record of an assembly; null while nothing is in it.</summary>
    internal static async Task<PublishedRecord?> ReadAsync(AssemblyDb db, RecordKey key, string address, CancellationToken cancellation)
    {
        var note = await db.RecordEntries.Where(e => e.AssemblyId == key.AssemblyId).OrderByDescending(e => e.Seq).Select(e => e.Checkpoint).FirstOrDefaultAsync(cancellation);
        if (note is null)
            return null;
        var sheet = await ScoreSheet.ReadAsync(db, key.AssemblyId, cancellation);
        var log = await LogPlaces.ReadAsync(db, key.AssemblyId, cancellation);
        return new PublishedRecord(
            await db.Assemblies.AsNoTracking().SingleAsync(a => a.Id == key.AssemblyId, cancellation),
            new RecordAddresses(address, key.Slug),
            key.Origin,
            key.VerifierKey,
            SignedCheckpoint.Parse(note)!.Checkpoint,
            [.. sheet.Asks.Select(PublicAsk.Of).Where(a => a.IsPublic)],
            log,
            sheet.Asks.SelectMany(ask => PublishedWording.Of(ask, log)).ToLookup(w => w.AskId),
            await OfficialBook.LatestAsync(db, key.AssemblyId, cancellation),
            (await db.EndedRecords.AsNoTracking().Where(r => r.AssemblyId == key.AssemblyId).ToListAsync(cancellation)).OrderBy(r => r.EndedAt).ToList(),
            await SignedWords.DifferingAsync(db, key.AssemblyId, sheet, cancellation));
    }

    public PublicAsk? Find(Guid askId) => Asks.FirstOrDefault(a => a.Id == askId);

    public (PublicAsk Ask, PublicCell Cell)? Find(Guid askId, Guid powerHolderId) =>
        Find(askId) is { } ask && ask.Cells.FirstOrDefault(c => c.PowerHolderId == powerHolderId) is { } cell ? (ask, cell) : null;

    /// <summary>The record's version of the words that a revealed answer was given to.</summary>
    public int VersionOf(PublicAsk ask, AnswerRound round) => Math.Max(1, Wordings[ask.Id].Count(w => w.Place.AskVersion <= round.AskVersion));

    /// <summary>The entry of the answer that stands; null while there is none.</summary>
    public LogPlace? PlaceOf(PublicAsk ask, PublicCell cell) => Log.Of(ask.Id, cell).LastOrDefault(p => p?.Type == "answer.recorded");
}

/// <summary>The words of an ask as they were published once.</summary>
/// <param name="Version">The record's version: 1 is the first that was published.</param>
/// <param name="Text">The words.</param>
/// <param name="Terms">How they are tested, and their translations.</param>
/// <param name="Place">The entry.</param>
public sealed record PublishedWording(Guid AskId, int Version, string Text, AskTerms Terms, LogPlace Place)
{
    internal static IEnumerable<PublishedWording> Of(SheetAsk ask, LogPlaces log) =>
        log.Of(ask.Id).Where(p => p.AskVersion is not null)
            .Select((place, i) => new PublishedWording(ask.Id, i + 1, ask.TextOf(place.AskVersion!.Value), ask.TermsOf(place.AskVersion.Value), place));
}
