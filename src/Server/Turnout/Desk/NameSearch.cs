using Assemblies.Data;
using Assemblies.Passes;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Turnout.Desk;

/// <summary>Finds people by name for the help desk. Each search is on record, without what was searched for (turnout.md, rule 32).</summary>
public sealed class NameSearch(AssemblyDb db)
{
    private const int MostRows = 20;

    /// <summary>Searches the expected, the delegation passes and the walk-ups of one assembly.</summary>
    public async Task<(NameSearchReply? Reply, Problem? Problem)> FindAsync(Actor actor, Guid assemblyId, string query, CancellationToken cancellation)
    {
        var match = new NameMatch(query);
        if (!match.IsEnough)
            return (null, new("query", $"Type at least {NameMatch.FewestLetters} letters of the name, and at most {NameMatch.LongestQuery} characters."));
        var found = (await NamesAsync(assemblyId, cancellation)).Where(c => match.Fits(c.Name, c.Institution)).OrderBy(c => c.Name, StringComparer.CurrentCultureIgnoreCase).ToList();
        db.Record(actor, assemblyId, ChangeChannel.Desk, "name.searched", "A name was searched for.");
        await db.SaveChangesAsync(cancellation);
        return (new NameSearchReply(await RowsAsync(assemblyId, [.. found.Take(MostRows)], cancellation), found.Count > MostRows), null);
    }

    // Names are compared folded, which no database does alike; an assembly has some thousand of them.
    private async Task<List<Candidate>> NamesAsync(Guid assemblyId, CancellationToken cancellation)
    {
        var people = await (
            from person in db.People
            where person.AssemblyId == assemblyId
            join pass in db.Passes on (Guid?)person.Id equals pass.PersonId into passes
            from pass in passes.DefaultIfEmpty()
            join institution in db.Institutions on person.InstitutionId equals institution.Id
            select new Candidate(person.Id, person.Name, institution.Name, person.InstitutionId, pass == null ? null : pass.Id, null)).ToListAsync(cancellation);
        var delegations = await (
            from pass in db.Passes
            where pass.AssemblyId == assemblyId && pass.Label != null
            join institution in db.Institutions on pass.InstitutionId equals institution.Id
            select new Candidate(pass.Id, pass.Label!, institution.Name, pass.InstitutionId, pass.Id, null)).ToListAsync(cancellation);
        var walkups = await (
            from walkup in db.WalkupNames
            where walkup.AssemblyId == assemblyId && !db.Scans.Any(u => u.Undoes == walkup.ScanId && u.Outcome == ScanOutcome.Undone)
            join scan in db.Scans on walkup.ScanId equals scan.ScanId
            join institution in db.Institutions on scan.InstitutionId equals (Guid?)institution.Id into institutions
            from institution in institutions.DefaultIfEmpty()
            select new Candidate(walkup.ScanId, walkup.Name, institution == null ? "" : institution.Name, scan.InstitutionId, null, walkup.ScanId))
            .ToListAsync(cancellation);
        return [.. people, .. delegations, .. walkups];
    }

    private async Task<IReadOnlyList<FoundName>> RowsAsync(Guid assemblyId, List<Candidate> found, CancellationToken cancellation)
    {
        var subjects = found.Select(c => c.PassId ?? c.WalkupScanId).OfType<Guid>().ToList();
        var came = await (
            from admission in db.Admissions
            where admission.AssemblyId == assemblyId && subjects.Contains(admission.SubjectId)
            join door in db.Doors on admission.DoorId equals (Guid?)door.Id into doors
            from door in doors.DefaultIfEmpty()
            select new { admission.SubjectId, admission.At, admission.Heads, admission.Inside, Door = door == null ? null : door.Name })
            .ToDictionaryAsync(a => a.SubjectId, cancellation);
        var passes = await db.Passes.AsNoTracking().Where(p => subjects.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellation);
        return [.. found.Select(c =>
        {
            var at = came.GetValueOrDefault(c.PassId ?? c.WalkupScanId ?? Guid.Empty) is { Heads: > 0 } seen ? seen : null;
            var pass = passes.GetValueOrDefault(c.PassId ?? Guid.Empty);
            return new FoundName(
                c.Id, c.Name, c.Institution.Length > 0 ? c.Institution : null, c.InstitutionId, c.PassId, c.WalkupScanId,
                at is null ? Whereabouts.NotYet : at.Inside > 0 ? Whereabouts.Inside : Whereabouts.GoneOut, pass?.Status == PassStatus.Revoked, at?.At, at?.Door,
                pass?.Adults, pass?.Under18s);
        })];
    }

    private sealed record Candidate(Guid Id, string Name, string Institution, Guid? InstitutionId, Guid? PassId, Guid? WalkupScanId);
}
