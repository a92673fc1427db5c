using Assemblies.Data;
using Assemblies.Passes;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Institutions;

/// <summary>The people named with a delegation. Names are optional, and staff only: with the institution they imply belief.</summary>
public sealed class DelegationPeople(AssemblyDb db, IClock clock)
{
    private const int MostAtOnce = 2_000;

    public async Task<IReadOnlyList<PersonRow>> ListAsync(Guid assemblyId, Guid institutionId, CancellationToken cancellation) =>
        [.. (await db.People.AsNoTracking().Where(p => p.AssemblyId == assemblyId && p.InstitutionId == institutionId).ToListAsync(cancellation))
            .OrderBy(p => p.Name, StringComparer.CurrentCultureIgnoreCase).Select(p => new PersonRow(p.Id, p.Name, p.RegisteredAt))];

    /// <summary>Adds people; each bad name is said with its line. The delegation must be on the assembly's list.</summary>
    public async Task<IReadOnlyList<Problem>> AddAsync(
        Actor actor, Guid assemblyId, Guid institutionId, IReadOnlyList<string> names, CancellationToken cancellation)
    {
        var wanted = names.Select((name, i) => (Line: i + 1, Name: name.Trim())).Where(n => n.Name.Length > 0).ToList();
        if (wanted.Count is 0 or > MostAtOnce)
            return [new("names", $"Give 1 to {MostAtOnce:N0} names, one a line.")];
        if (!await db.Delegations.AnyAsync(d => d.AssemblyId == assemblyId && d.InstitutionId == institutionId, cancellation))
            return [new("institutionId", "This institution has no delegation at this assembly.")];
        var present = (await db.People.Where(p => p.AssemblyId == assemblyId && p.InstitutionId == institutionId).Select(p => p.Name)
            .ToListAsync(cancellation)).Select(PersonName.Key).ToHashSet();
        var problems = wanted.Select(n => PersonName.Problem(n.Name) is { } wrong ? new Problem("names", $"Line {n.Line}: {wrong}")
            : !present.Add(PersonName.Key(n.Name)) ? new Problem("names", $"Line {n.Line}: this name is on the list already. {PersonName.TellApart}")
            : null).OfType<Problem>().ToList();
        if (problems.Count > 0)
            return problems;
        var now = clock.GetCurrentInstant();
        db.People.AddRange(wanted.Select(n => new Person { AssemblyId = assemblyId, InstitutionId = institutionId, Name = n.Name, RegisteredAt = now }));
        db.Record(actor, assemblyId, ChangeChannel.Institutions, "people.added", $"{wanted.Count} people were named with a delegation.");
        await db.SaveChangesAsync(cancellation);
        return [];
    }

    /// <summary>Erases a person's name. The pass, if there is one, is withdrawn and keeps counting nobody. False when there is no such person.</summary>
    public async Task<bool> RemoveAsync(Actor actor, Guid assemblyId, Guid personId, CancellationToken cancellation)
    {
        if (await db.People.FirstOrDefaultAsync(p => p.Id == personId && p.AssemblyId == assemblyId, cancellation) is not { } person)
            return false;
        if (await db.Passes.FirstOrDefaultAsync(p => p.PersonId == personId, cancellation) is { } pass)
        {
            pass.PersonId = null;
            pass.Status = PassStatus.Revoked;
            db.Record(actor, assemblyId, ChangeChannel.Passes, "pass.revoked", "A pass was withdrawn with the name it was for.", pass.Id);
        }
        db.People.Remove(person);
        db.Record(actor, assemblyId, ChangeChannel.Institutions, "person.removed", "A person's name was removed from a delegation.");
        await db.SaveChangesAsync(cancellation);
        return true;
    }
}
