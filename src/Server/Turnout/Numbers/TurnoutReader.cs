using Assemblies.Agenda;
using Assemblies.Data;
using Assemblies.Institutions;
using Assemblies.Turnout.Supervision;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Turnout.Numbers;

/// <summary>Reads the numbers of turnout for staff.</summary>
public sealed class TurnoutReader(AssemblyDb db, Fleet fleet, IClock clock)
{
    private const string NoInstitution = "No institution named";
    private const string NoDoor = "At no door";

    /// <summary>All numbers of an assembly.</summary>
    public async Task<TurnoutReport> ReadAsync(AccountabilityAssembly assembly, CancellationToken cancellation)
    {
        var (id, now) = (assembly.Id, clock.GetCurrentInstant());
        var counts = await db.TurnoutCounts.AsNoTracking().Where(c => c.AssemblyId == id).ToListAsync(cancellation);
        var institutions = await InstitutionsAsync(assembly, counts, cancellation);
        var doors = await db.Doors.AsNoTracking().Where(d => d.AssemblyId == id).ToListAsync(cancellation);
        var totals = TurnoutNumbers.Sum([.. institutions.Select(i => i.Numbers)]);
        var inRoom = counts.Where(c => !doors.Any(d => d.Id == c.DoorId && d.IsOverflow)).Sum(c => c.Inside);
        var arrivals = await db.Admissions.Where(a => a.AssemblyId == id && a.Heads > 0).Select(a => new { a.At, a.Heads }).ToListAsync(cancellation);
        return new TurnoutReport(
            now, await fleet.SilentAsync(db, id, cancellation), totals, institutions.Count(i => i.Numbers.Confirmed is not null),
            TurnoutForecast.AgainstRoom(totals.Forecast, assembly.RoomCapacity),
            institutions,
            [
                .. institutions.Where(i => i.InstitutionId is not null).GroupBy(i => i.Chapter)
                    .OrderBy(g => g.Key is null).ThenBy(g => g.Key, StringComparer.CurrentCulture)
                    .Select(g => new ChapterTurnout(g.Key, g.Count(), TurnoutNumbers.Sum([.. g.Select(i => i.Numbers)]))),
            ],
            Doors(doors, counts),
            new RoomTurnout(assembly.RoomCapacity, inRoom, RoomRules.LevelOf(inRoom, assembly.RoomCapacity), assembly.Overflow),
            ArrivalSpans.Of([.. arrivals.Select(a => (a.At, a.Heads))]));
    }

    /// <summary>One institution's numbers; null where it neither has a delegation nor sent anybody.</summary>
    public async Task<InstitutionTurnout?> FindAsync(AccountabilityAssembly assembly, Guid institutionId, CancellationToken cancellation)
    {
        var counts = await db.TurnoutCounts.AsNoTracking().Where(c => c.AssemblyId == assembly.Id && c.InstitutionId == institutionId).ToListAsync(cancellation);
        return (await InstitutionsAsync(assembly, counts, cancellation)).FirstOrDefault(i => i.InstitutionId == institutionId);
    }

    private async Task<List<InstitutionTurnout>> InstitutionsAsync(
        AccountabilityAssembly assembly, List<TurnoutCount> counts, CancellationToken cancellation)
    {
        var id = assembly.Id;
        var delegations = await db.Delegations.AsNoTracking().Where(d => d.AssemblyId == id).ToDictionaryAsync(d => d.InstitutionId, cancellation);
        var people = await db.People.Where(p => p.AssemblyId == id).GroupBy(p => p.InstitutionId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var ids = delegations.Keys.Union(counts.Select(c => c.InstitutionId)).ToList();
        var names = await db.Institutions.AsNoTracking().Where(i => ids.Contains(i.Id)).ToListAsync(cancellation);
        var past = await TurnoutHistory.ReadAsync(db, assembly, cancellation);
        var arrived = counts.ToLookup(c => c.InstitutionId);
        var rows = names.OrderBy(i => i.NameKey, StringComparer.Ordinal)
            .Select(i => Row(i, delegations.GetValueOrDefault(i.Id), people.GetValueOrDefault(i.Id), [.. past[i.Id].Select(p => new PastDelegation(p.Pledged, p.Arrived))], [.. arrived[i.Id]])).ToList();
        if (arrived[Guid.Empty].Any(c => c.Arrived != 0 || c.Inside != 0))
            rows.Add(new InstitutionTurnout(null, NoInstitution, null, Counted(new(0, 0, null, 0, 0, 0, 0), [.. arrived[Guid.Empty]]), "Nothing is pledged."));
        return rows;
    }

    private static InstitutionTurnout Row(Institution institution, Delegation? delegation, int people, List<PastDelegation> past, List<TurnoutCount> counts)
    {
        var forecast = TurnoutForecast.Of(delegation?.Pledge ?? 0, past);
        var numbers = new TurnoutNumbers(delegation?.Pledge ?? 0, people + (delegation?.NamesErased ?? 0), delegation?.Confirmed, forecast.People, 0, 0, 0);
        return new InstitutionTurnout(institution.Id, institution.Name, institution.Chapter, Counted(numbers, counts), forecast.Basis);
    }

    private static TurnoutNumbers Counted(TurnoutNumbers numbers, List<TurnoutCount> counts) => numbers with
    {
        Arrived = counts.Sum(c => c.Arrived),
        PresentNow = counts.Sum(c => c.Inside),
        Under18s = counts.Sum(c => c.Under18s),
    };

    private static List<DoorTurnout> Doors(List<Devices.Door> doors, List<TurnoutCount> counts)
    {
        var byDoor = counts.ToLookup(c => c.DoorId);
        DoorTurnout Row(Guid? id, string name, bool isOverflow, Guid key) => new(
            id, name, isOverflow, byDoor[key].Sum(c => c.Arrived), byDoor[key].Sum(c => c.Inside), byDoor[key].Sum(c => c.Under18s));
        var rows = doors.OrderBy(d => d.Name, StringComparer.CurrentCulture).Select(d => Row(d.Id, d.Name, d.IsOverflow, d.Id)).ToList();
        if (byDoor[Guid.Empty].Any(c => c.Arrived != 0 || c.Inside != 0))
            rows.Add(Row(null, NoDoor, false, Guid.Empty));
        return rows;
    }
}
