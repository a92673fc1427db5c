using Assemblies.Agenda;
using Assemblies.Data;
using Assemblies.Institutions;
using Assemblies.Passes;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Turnout.Desk;

/// <summary>Clears cases up, each once: of desks that do it at the same moment one does, and the others are told who did.</summary>
/// <remarks>In one transaction with the scans it makes, as the doors' writer stores them, so that nobody is counted twice or not at all.</remarks>
public sealed class CaseDesk(IDbContextFactory<AssemblyDb> databases, ChangeJournal journal, PassKey passKey, IClock clock)
{
    private const int LongestNote = 200;

    /// <summary>Clears the case of one scan up. The same desk may ask again; what stands stays as it is.</summary>
    /// <returns>Whether there is such a scan, what is wrong with the command, and what stands in the way.</returns>
    public async Task<(bool Found, Problem? Wrong, Problem? Conflict)> ResolveAsync(
        Guid deviceId, Guid assemblyId, Guid scanId, ResolveCommand command, CancellationToken cancellation)
    {
        if (Problem(command) is { } wrong)
            return (true, wrong, null);
        var db = await databases.CreateDbContextAsync(cancellation);
        await using var store = new ScanStore(db);
        using var turn = await journal.TakeTurnAsync(cancellation);
        await using var transaction = await store.BeginAsync(cancellation);
        await using var _ = await db.Database.UseTransactionAsync(transaction, cancellation);
        if (await db.Scans.AsNoTracking().FirstOrDefaultAsync(s => s.ScanId == scanId && s.AssemblyId == assemblyId, cancellation) is not { } scan)
            return (false, null, null);
        if (command.InstitutionId is { } institution && await store.FindDelegationAsync(assemblyId, institution, cancellation) is null)
            return (true, new("institutionId", "That institution has no delegation at this assembly."), null);
        if (await db.Resolutions.AsNoTracking().FirstOrDefaultAsync(r => r.ScanId == scanId, cancellation) is { } done)
            return (true, null, done.By == Actor.Device(deviceId).Id && done.Kind == command.Kind ? null : await DoneAlreadyAsync(db, done, cancellation));
        var now = clock.GetCurrentInstant();
        if (await ApplyAsync(db, new CaseScans(db, store, passKey, deviceId, now), scan, command, cancellation) is { } conflict)
            return (true, null, conflict);
        await CloseAsync(db, Actor.Device(deviceId), scan, command, now, cancellation);
        await transaction.CommitAsync(cancellation);
        journal.Ring();
        return (true, null, null);
    }

    private static Problem? Problem(ResolveCommand command) => command switch
    {
        { Note.Length: > LongestNote } => new("note", $"At most {LongestNote} characters."),
        { Kind: not ResolutionKind.CountedWith } or { InstitutionId: null } => null,
        { Adults: null or < 0 or > DelegationRules.LargestPledge } => new("adults", "Say how many adults came; 0 where there were none."),
        { Under18s: < 0 or > DelegationRules.LargestPledge } => new("under18s", $"A whole number from 0 to {DelegationRules.LargestPledge:N0}."),
        { Adults: 0, Under18s: null or 0 } => new("adults", "Count at least one person."),
        _ => null,
    };

    private static async Task<Problem?> ApplyAsync(AssemblyDb db, CaseScans scans, Scan scan, ResolveCommand command, CancellationToken cancellation)
    {
        if (command.Kind == ResolutionKind.LeftAsIs)
            return null;
        var undo = await db.Scans.AsNoTracking().FirstOrDefaultAsync(u => u.Undoes == scan.ScanId && u.Outcome == ScanOutcome.Undone, cancellation);
        if (undo is null && DoorRules.LetsPass(scan.Outcome))
        {
            if (command.Kind == ResolutionKind.Merged || command is { Kind: ResolutionKind.CountedWith, InstitutionId: null })
                return new("kind", "It still counts. Say with which institution, or take it back first, by a scan that undoes it.");
            if (await scans.TakeBackAsync(scan, command.Note, cancellation) is { } refused)
                return new("kind", refused);
        }
        else if (undo is not null && command.InstitutionId is not null && undo.DeviceId != scans.DeviceId)
            return await SaidAsync(db, Actor.Device(undo.DeviceId).Id, undo.AssemblyId, undo.ReceivedAt, ResolutionKind.TakenBack, cancellation);
        if (command is { Kind: ResolutionKind.CountedWith, InstitutionId: { } institution })
            await scans.CountAsync(scan, institution, command.Adults!.Value, command.Under18s ?? 0, cancellation);
        return null;
    }

    private static async Task CloseAsync(AssemblyDb db, Actor actor, Scan scan, ResolveCommand command, Instant now, CancellationToken cancellation)
    {
        var (at, kind, note) = (now.ToUnixTimeMilliseconds(), WireFormat.Word(command.Kind), TypedText.Tidy(command.Note));
        await db.Database.ExecuteSqlAsync(
            $"""INSERT INTO "Resolutions" ("ScanId", "AssemblyId", "At", "By", "Kind", "Note") VALUES ({scan.ScanId}, {scan.AssemblyId}, {at}, {actor.Id}, {kind}, {note})""",
            cancellation);
        var (channel, change, summary) = (WireFormat.Word(ChangeChannel.Desk), $"case.{kind}", $"A case of the doors was closed: scan {scan.ScanId}.");
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Changes" ("AssemblyId", "At", "Actor", "Channel", "Kind", "Summary")
            VALUES ({scan.AssemblyId}, {at}, {actor.Id}, {channel}, {change}, {summary})
            """,
            cancellation);
    }

    private static Task<Problem> DoneAlreadyAsync(AssemblyDb db, Resolution done, CancellationToken cancellation) =>
        SaidAsync(db, done.By, done.AssemblyId, done.At, done.Kind, cancellation);

    private static async Task<Problem> SaidAsync(AssemblyDb db, string by, Guid assemblyId, Instant at, ResolutionKind kind, CancellationToken cancellation)
    {
        var assembly = await db.Assemblies.AsNoTracking().SingleAsync(a => a.Id == assemblyId, cancellation);
        var who = (await db.Devices.AsNoTracking().Where(d => d.AssemblyId == assemblyId).Select(d => new { d.Id, d.Name }).ToListAsync(cancellation))
            .Find(d => Actor.Device(d.Id).Id == by)?.Name ?? "Somebody else";
        return new("", $"{who} has cleared this case up at {assembly.Time(at)}: {InWords(kind)}.");
    }

    private static string InWords(ResolutionKind kind) => kind switch
    {
        ResolutionKind.LeftAsIs => "it counts as it stands",
        ResolutionKind.TakenBack => "it was taken back",
        ResolutionKind.CountedWith => "it was counted with an institution",
        _ => "it was merged with a pass",
    };
}
