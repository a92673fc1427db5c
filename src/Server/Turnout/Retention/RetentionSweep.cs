using Assemblies.Agenda;
using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Turnout.Numbers;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Turnout.Retention;

/// <summary>
/// Erases the names of those who came, and every word in which somebody may have written one, so many days after the end; scans and counts stay and are
/// nobody's (turnout.md, rule 39).
/// </summary>
public sealed partial class RetentionSweep(IDbContextFactory<AssemblyDb> databases, IClock clock, ILogger<RetentionSweep> log)
{
    /// <summary>What a group is called when nobody needs to tell it from another any more.</summary>
    internal const string ErasedLabel = "Group";

    /// <summary>Erases what is due; assemblies without names are left alone, so that repeating it changes nothing.</summary>
    /// <returns>Of how many assemblies something was erased.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        var swept = 0;
        foreach (var assembly in await DueAsync(cancellation))
            try
            {
                if (await EraseAsync(assembly, cancellation))
                    swept++;
            }
            catch (DbUpdateException error) when (SimultaneousChange.IsCauseOf(error))
            {
                // Somebody works with these names at this moment, or another node erases them: tomorrow is another day.
                LogMet(assembly.Id, error.Message);
            }
        return swept;
    }

    private async Task<List<AccountabilityAssembly>> DueAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = clock.GetCurrentInstant();
        var closes = await db.Changes.Where(c => c.Kind == "assembly.closed" && c.AssemblyId != null).GroupBy(c => c.AssemblyId!.Value)
            .Select(g => new { g.Key, At = g.Max(c => c.At) }).ToDictionaryAsync(g => g.Key, g => g.At, cancellation);
        return [.. (await db.Assemblies.AsNoTracking().ToListAsync(cancellation))
            .Where(a => RetentionRules.DueAt(a, closes.TryGetValue(a.Id, out var at) ? at : null) <= now)];
    }

    private async Task<bool> EraseAsync(AccountabilityAssembly assembly, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var id = assembly.Id;
        var people = await db.People.Where(p => p.AssemblyId == id).ToListAsync(cancellation);
        var walkups = await db.WalkupNames.Where(n => n.AssemblyId == id).ToListAsync(cancellation);
        var links = await db.CaptainLinks.Where(l => l.AssemblyId == id).ToListAsync(cancellation);
        var delegations = await db.Delegations.Where(d => d.AssemblyId == id).ToListAsync(cancellation);
        var captains = delegations.Where(d => d.Captain is not null).ToList();
        var files = (await db.Speakers.Where(s => s.AssemblyId == id).ToListAsync(cancellation))
            .Where(s => s.Draft is not null || s.Interpreter is not null || s.UnderstudyName is not null).ToList();
        var companions = await db.ReadinessSteps.Where(s => s.AssemblyId == id && s.With != null).ToListAsync(cancellation);
        var words = await EraseWordsAsync(db, id, cancellation);
        if (people.Count + walkups.Count + links.Count + captains.Count + files.Count + companions.Count + words == 0)
            return false;
        // Of a testimony stays what was said in public and what was agreed to; the paper behind it was for the evening.
        files.ForEach(s => (s.Draft, s.Interpreter, s.UnderstudyName) = (null, null, null));
        companions.ForEach(s => s.With = null);
        var passes = await db.Passes.Where(p => p.AssemblyId == id && p.PersonId != null).ToListAsync(cancellation);
        passes.ForEach(p => p.PersonId = null);
        captains.ForEach(d => d.Captain = null);
        var named = people.ToLookup(p => p.InstitutionId);
        delegations.ForEach(d => d.NamesErased += named[d.InstitutionId].Count());
        var came = (await NamedArrivals.ReadAsync(db, id, cancellation)).ToLookup(institution => institution);
        delegations.ForEach(d => d.ErasedCame += came[d.InstitutionId].Count());
        db.RemoveRange(people);
        db.RemoveRange(walkups);
        db.RemoveRange(links);
        if (people.Count + walkups.Count + links.Count + captains.Count > 0)
            db.Record(Actor.Server, id, ChangeChannel.Institutions, "names.erased",
                $"{assembly.RetentionDays} days after the end {people.Count} names of people, {walkups.Count} of walk-ups, {captains.Count} of captains and "
                + $"{links.Count} captain's links were erased. The counts stay.");
        if (files.Count + companions.Count > 0)
            db.Record(Actor.Server, id, ChangeChannel.Testimony, "testimony.erased", $"Drafts and helpers' names of {files.Count} testimony files were erased.");
        if (passes.Count > 0)
            db.Record(Actor.Server, id, ChangeChannel.Passes, "passes.unnamed", $"{passes.Count} passes lost the names that they were for.");
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    // "Never a name", the screens say beside each of these fields; one hurried evening is enough to break that.
    private static async Task<int> EraseWordsAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation)
    {
        var scans = await db.Scans.Where(s => s.AssemblyId == assemblyId && s.Reason != null && s.Outcome != ScanOutcome.Error).ToListAsync(cancellation);
        var notes = await db.Resolutions.Where(r => r.AssemblyId == assemblyId && r.Note != null).ToListAsync(cancellation);
        var groups = await db.Passes.Where(p => p.AssemblyId == assemblyId && p.Label != null && p.Label != ErasedLabel).ToListAsync(cancellation);
        var devices = (await db.Devices.Where(d => d.AssemblyId == assemblyId).ToListAsync(cancellation)).Where(d => d.Name != DeviceRoleWords.Name(d.Role)).ToList();
        scans.ForEach(s => s.Reason = null);
        notes.ForEach(r => r.Note = null);
        groups.ForEach(p => p.Label = ErasedLabel);
        devices.ForEach(d => d.Name = DeviceRoleWords.Name(d.Role));
        var words = scans.Count + notes.Count + groups.Count + devices.Count;
        if (words > 0)
            db.Record(Actor.Server, assemblyId, ChangeChannel.Devices, "words.erased",
                $"{scans.Count} reasons, {notes.Count} notes, {groups.Count} words for groups and {devices.Count} names of devices were erased.");
        if (groups.Count > 0)
            db.Record(Actor.Server, assemblyId, ChangeChannel.Passes, "passes.unnamed", $"{groups.Count} delegation passes lost the words for their groups.");
        return words;
    }

    [LoggerMessage(LogLevel.Warning, "Names of assembly {AssemblyId} could not be erased now and will be tried again: {Cause}")]
    private partial void LogMet(Guid assemblyId, string cause);
}
