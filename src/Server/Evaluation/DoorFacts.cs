using Assemblies.Data;
using Assemblies.Turnout;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Evaluation;

/// <summary>One subject that came in.</summary>
/// <param name="At">When.</param>
/// <param name="Heads">How many it stands for.</param>
/// <param name="Method">How the scan that let it in first was made.</param>
/// <param name="DeviceId">The device that made that scan.</param>
/// <param name="Offline">The device decided by itself.</param>
/// <param name="InstitutionId">The institution, where one was said.</param>
public sealed record ArrivalFact(Instant At, int Heads, ScanMethod Method, Guid DeviceId, bool Offline, Guid? InstitutionId);

/// <summary>One scan as the review of the doors sees it: without its subject.</summary>
/// <param name="DeviceId">The device that made it.</param>
/// <param name="DeviceSeq">The device's own running number.</param>
/// <param name="DoorId">Where it stood.</param>
/// <param name="Outcome">What was decided.</param>
/// <param name="Offline">The device decided by itself.</param>
/// <param name="Forced">A person let somebody in against the rules.</param>
/// <param name="IsUndo">It takes another scan back.</param>
/// <param name="EffectiveAt">When it happened.</param>
/// <param name="ReceivedAt">When it reached the server.</param>
public sealed record ScanFact(
    Guid DeviceId, long DeviceSeq, Guid? DoorId, ScanOutcome Outcome, bool Offline, bool Forced, bool IsUndo, Instant EffectiveAt, Instant ReceivedAt);

/// <summary>Reads the facts of an evening's doors: no subject, no name.</summary>
internal static class DoorFacts
{
    public static Task<List<ArrivalFact>> ArrivalsAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation) =>
        db.Admissions.Where(a => a.AssemblyId == assemblyId && a.Heads > 0)
            .Join(db.Scans, a => a.ScanId, s => s.ScanId, (a, s) => new ArrivalFact(a.At, a.Heads, s.Method, s.DeviceId, s.Offline, a.InstitutionId))
            .ToListAsync(cancellation);

    public static Task<List<ScanFact>> ScansAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation) =>
        db.Scans.Where(s => s.AssemblyId == assemblyId).Select(s => new ScanFact(
            s.DeviceId, s.DeviceSeq, s.DoorId, s.Outcome, s.Offline, s.Forced, s.Undoes != null, s.EffectiveAt, s.ReceivedAt)).ToListAsync(cancellation);
}
