using Assemblies.Data;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Institutions;

/// <summary>The delegations of one assembly: who comes, how many they pledged, who answers for it.</summary>
public sealed class DelegationRegister(AssemblyDb db, InstitutionRegister institutions)
{
    public async Task<DelegationTable> ReadAsync(Guid assemblyId, CancellationToken cancellation)
    {
        var people = await db.People.Where(p => p.AssemblyId == assemblyId).GroupBy(p => p.InstitutionId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var found = await db.Delegations.AsNoTracking().Where(d => d.AssemblyId == assemblyId)
            .Join(db.Institutions, d => d.InstitutionId, i => i.Id, (d, i) => new { Delegation = d, Institution = i }).ToListAsync(cancellation);
        var rows = found.OrderBy(f => f.Institution.NameKey, StringComparer.Ordinal).Select(f => new DelegationRow(
            f.Institution.Id, f.Institution.Name, f.Institution.Chapter, f.Institution.Membership,
            f.Delegation.Pledge, f.Delegation.Goal, f.Delegation.Captain,
            people.GetValueOrDefault(f.Institution.Id) + f.Delegation.NamesErased, f.Delegation.Confirmed)).ToList();
        return new DelegationTable(rows, rows.Sum(r => r.Pledge), rows.Sum(r => r.Goal ?? 0), rows.Sum(r => r.Registered));
    }

    /// <summary>Adds a delegation by name. A question instead when the name is like others and nobody answered it.</summary>
    public async Task<(Guid? InstitutionId, IReadOnlyList<Problem> Problems, NameQuestion? Question)> AddAsync(
        Actor actor, Guid assemblyId, AddDelegationCommand command, CancellationToken cancellation)
    {
        var numbers = new DelegationCommand(command.Pledge, command.Goal, command.Captain);
        var problems = DelegationRules.Problems(numbers).ToList();
        var key = InstitutionName.Key(command.Name ?? "");
        if (key.Length == 0 || command.Name!.Trim().Length > InstitutionName.Longest)
            problems.Insert(0, new("name", $"Give the institution's name, in 1 to {InstitutionName.Longest} characters."));
        if (problems.Count > 0)
            return (null, problems, null);

        var institution = await db.Institutions.AsNoTracking().FirstOrDefaultAsync(
            i => command.InstitutionId == null ? i.NameKey == key : i.Id == command.InstitutionId, cancellation);
        if (institution is null && command.InstitutionId is not null)
            return (null, [new("institutionId", "That institution does not exist.")], null);
        if (institution is null && !command.IsAnother && await institutions.QuestionAsync(command.Name!, cancellation) is { } question)
            return (null, [], question);
        if (institution is not null
            && await db.Delegations.AnyAsync(d => d.AssemblyId == assemblyId && d.InstitutionId == institution.Id, cancellation))
            return (null, [new("name", $"\"{institution.Name}\" is on the list already.")], null);
        if (institution is null)
        {
            institution = new Institution { Name = command.Name!.Trim(), NameKey = key };
            db.Institutions.Add(institution);
        }
        var delegation = new Delegation { AssemblyId = assemblyId, InstitutionId = institution.Id };
        DelegationRules.Fill(delegation, numbers);
        db.Delegations.Add(delegation);
        db.Record(actor, assemblyId, ChangeChannel.Institutions, "delegation.added", $"A delegation was added: {institution.Name}, {command.Pledge} pledged.");
        await db.SaveChangesAsync(cancellation);
        return (institution.Id, [], null);
    }

    /// <summary>Sets the numbers of several delegations at once, entering those that are not on the list. Fields are named <c>pledge.{id}</c>.</summary>
    public async Task<IReadOnlyList<Problem>> SetAsync(
        Actor actor, Guid assemblyId, IReadOnlyDictionary<Guid, DelegationCommand> commands, CancellationToken cancellation)
    {
        var problems = commands.SelectMany(c => DelegationRules.Problems(c.Value).Select(p => p with { Field = $"{p.Field}.{c.Key}" })).ToList();
        if (problems.Count > 0)
            return problems;
        var present = await db.Delegations.Where(d => d.AssemblyId == assemblyId).ToDictionaryAsync(d => d.InstitutionId, cancellation);
        foreach (var (institutionId, command) in commands)
        {
            if (!present.TryGetValue(institutionId, out var delegation))
                db.Delegations.Add(delegation = new Delegation { AssemblyId = assemblyId, InstitutionId = institutionId });
            DelegationRules.Fill(delegation, command);
        }
        var changed = db.ChangeTracker.Entries<Delegation>().Count(e => e.State is EntityState.Added or EntityState.Modified);
        if (changed == 0)
            return [];
        db.Record(actor, assemblyId, ChangeChannel.Institutions, "delegation.changed", $"Pledges, goals or captains of {changed} delegations were changed.");
        await db.SaveChangesAsync(cancellation);
        return [];
    }

    /// <summary>Sets how many have said that they come; null takes the number back. False when there is no such delegation.</summary>
    public async Task<(bool Found, Problem? Problem)> ConfirmAsync(
        Actor actor, Guid assemblyId, Guid institutionId, int? confirmed, CancellationToken cancellation)
    {
        if (await db.Delegations.FirstOrDefaultAsync(d => d.AssemblyId == assemblyId && d.InstitutionId == institutionId, cancellation) is not { } delegation)
            return (false, null);
        if (DelegationRules.ProblemOfConfirmed(confirmed) is { } problem)
            return (true, problem);
        if (delegation.Confirmed == confirmed)
            return (true, null);
        delegation.Confirmed = confirmed;
        db.Record(actor, assemblyId, ChangeChannel.Institutions, "delegation.confirmed",
            confirmed is null ? "A delegation's confirmed number was taken back." : $"A delegation confirmed {confirmed}.");
        await db.SaveChangesAsync(cancellation);
        return (true, null);
    }

    /// <summary>Takes a delegation off the list. False when it is not on it.</summary>
    public async Task<(bool Found, Problem? Problem)> RemoveAsync(Actor actor, Guid assemblyId, Guid institutionId, CancellationToken cancellation)
    {
        if (await db.Delegations.FirstOrDefaultAsync(d => d.AssemblyId == assemblyId && d.InstitutionId == institutionId, cancellation) is not { } delegation)
            return (false, null);
        if (await db.People.AnyAsync(p => p.AssemblyId == assemblyId && p.InstitutionId == institutionId, cancellation)
            || await db.Passes.AnyAsync(p => p.AssemblyId == assemblyId && p.InstitutionId == institutionId, cancellation)
            || await db.Admissions.AnyAsync(a => a.AssemblyId == assemblyId && a.InstitutionId == institutionId, cancellation))
            return (true, new("", "This delegation has people, passes or arrivals: it stays, so that those who come are counted for it. Set its pledge to 0 instead."));
        db.Delegations.Remove(delegation);
        db.Record(actor, assemblyId, ChangeChannel.Institutions, "delegation.removed", "A delegation was taken off the list.");
        await db.SaveChangesAsync(cancellation);
        return (true, null);
    }
}
