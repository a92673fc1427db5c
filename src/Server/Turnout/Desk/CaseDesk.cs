using Assemblies.Data;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Turnout.Desk;

/// <summary>Closes cases. What changes a count is a scan of its own; this only says that a person has looked.</summary>
public sealed class CaseDesk(AssemblyDb db, IClock clock)
{
    private const int LongestNote = 200;

    /// <summary>Closes the case of one scan; one that is closed already stays as it is.</summary>
    /// <returns>Whether there is such a scan, and what stands in the way.</returns>
    public async Task<(bool Found, Problem? Problem)> ResolveAsync(
        Actor actor, Guid assemblyId, Guid scanId, ResolveCommand command, CancellationToken cancellation)
    {
        if (command.Note?.Length > LongestNote)
            return (true, new("note", $"At most {LongestNote} characters."));
        var scan = await db.Scans.AsNoTracking().FirstOrDefaultAsync(s => s.ScanId == scanId && s.AssemblyId == assemblyId, cancellation);
        if (scan is null)
            return (false, null);
        if (await db.Resolutions.AnyAsync(r => r.ScanId == scanId, cancellation))
            return (true, null);
        if (command.Kind != ResolutionKind.LeftAsIs && DoorRules.LetsPass(scan.Outcome)
            && !await db.Scans.AnyAsync(u => u.Undoes == scanId && u.Outcome == ScanOutcome.Undone, cancellation))
            return (true, new("kind", "It still counts. Take it back first, by a scan that undoes it."));
        db.Resolutions.Add(new Resolution
        {
            ScanId = scanId,
            AssemblyId = assemblyId,
            At = clock.GetCurrentInstant(),
            By = actor.Id,
            Kind = command.Kind,
            Note = string.IsNullOrWhiteSpace(command.Note) ? null : command.Note.Trim(),
        });
        db.Record(actor, assemblyId, ChangeChannel.Desk, $"case.{WireFormat.Word(command.Kind)}", $"A case of the doors was closed: scan {scanId}.");
        await db.SaveChangesAsync(cancellation);
        return (true, null);
    }
}
