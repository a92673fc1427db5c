using System.Security.Cryptography;
using Assemblies.Data;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Turnout.Desk;

/// <summary>Which scans a person has to look at, until one has (turnout.md, rules 15–17).</summary>
internal static class CaseList
{
    private const int MostRows = 200;

    /// <summary>Not taken back, not looked at, and let in against the rules, counted already, or refused after the person had walked on.</summary>
    /// <remarks>What the desk forced while the server answered is none: a person looked, and said why.</remarks>
    public static IQueryable<Scan> OpenOf(AssemblyDb db, Guid assemblyId) => db.Scans.AsNoTracking().Where(s =>
        s.AssemblyId == assemblyId && s.Undoes == null
        && ((s.Finding != null && (s.Offline || !s.Forced)) || s.Outcome == ScanOutcome.DuplicateOffline || (s.Outcome == ScanOutcome.Error && s.Offline))
        && !db.Resolutions.Any(r => r.ScanId == s.ScanId)
        && !db.Scans.Any(u => u.Undoes == s.ScanId && u.Outcome == ScanOutcome.Undone));

    public static async Task<DeskPresent> SummaryAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation)
    {
        var ids = await OpenOf(db, assemblyId).OrderBy(s => s.ScanId).Select(s => s.ScanId).ToListAsync(cancellation);
        return new DeskPresent(ids.Count, Convert.ToHexString(SHA256.HashData(ids.SelectMany(id => id.ToByteArray()).ToArray()), 0, 8));
    }

    public static async Task<OpenCases> ReadAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation)
    {
        var open = OpenOf(db, assemblyId);
        var rows = await (
            from scan in open.OrderByDescending(s => s.EffectiveAt).Take(MostRows)
            join device in db.Devices on scan.DeviceId equals device.Id
            select new
            {
                Scan = scan,
                Device = device.Name,
                Door = db.Doors.Where(d => d.Id == scan.DoorId).Select(d => d.Name).FirstOrDefault(),
                FirstDoor = db.Doors.Where(d => d.Id == scan.FirstDoorId).Select(d => d.Name).FirstOrDefault(),
                Institution = db.Institutions.Where(i => i.Id == scan.InstitutionId).Select(i => i.Name).FirstOrDefault(),
                Label = db.Passes.Where(p => p.Id == scan.PassId).Select(p => p.Label).FirstOrDefault(),
                Person = db.Passes.Where(p => p.Id == scan.PassId).Join(db.People, p => p.PersonId, n => (Guid?)n.Id, (p, n) => n.Name).FirstOrDefault(),
                Walkup = db.WalkupNames.Where(n => n.ScanId == scan.ScanId).Select(n => n.Name).FirstOrDefault(),
            }).ToListAsync(cancellation);
        return new OpenCases(await open.CountAsync(cancellation), [.. rows.OrderByDescending(r => r.Scan.EffectiveAt).Select(r => new OpenCase(
            r.Scan.ScanId, r.Scan.EffectiveAt, r.Door, r.Device, r.Scan.Method, r.Scan.Direction, r.Scan.Outcome, r.Scan.Finding, r.Scan.Offline, r.Scan.Forced,
            DoorRules.LetsPass(r.Scan.Outcome), r.Scan.Reason, r.Institution, r.Label ?? r.Person ?? r.Walkup, r.Scan.Adults, r.Scan.Under18s, r.Scan.FirstAt,
            r.FirstDoor))]);
    }
}
