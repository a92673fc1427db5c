using Assemblies.Data;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Agenda;

/// <summary>Plans assemblies, opens and closes them.</summary>
public sealed class AssemblyCalendar(AssemblyDb db)
{
    /// <summary>All assemblies: those to come by date, then those that are closed, the last one first.</summary>
    public async Task<IReadOnlyList<AssemblyDetails>> ListAsync(CancellationToken cancellation)
    {
        var all = await db.Assemblies.AsNoTracking().ToListAsync(cancellation);
        return
        [
            .. all.Where(a => a.State != AssemblyState.Closed).OrderBy(a => a.Doors).Select(AssemblyDetails.Of),
            .. all.Where(a => a.State == AssemblyState.Closed).OrderByDescending(a => a.Doors).Select(AssemblyDetails.Of),
        ];
    }

    /// <summary>One assembly; null when there is none.</summary>
    public async Task<AssemblyDetails?> FindAsync(Guid id, CancellationToken cancellation) =>
        await db.Assemblies.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, cancellation) is { } found ? AssemblyDetails.Of(found) : null;

    public async Task<(AssemblyDetails? Assembly, IReadOnlyList<Problem> Problems)> PlanAsync(
        Actor actor, AssemblyCommand plan, CancellationToken cancellation)
    {
        if (await CheckAsync(null, plan, cancellation) is { Count: > 0 } problems)
            return (null, problems);
        var assembly = new AccountabilityAssembly
        {
            Slug = plan.Slug ?? await FreeSlugAsync(plan, cancellation),
            Title = plan.Title!.Trim(),
            Venue = plan.Venue!.Trim(),
            TimeZone = AssemblyRules.Zone(plan.TimeZone)!.Id,
            Doors = plan.Doors!.Value,
            Start = plan.Start!.Value,
            HardEnd = plan.HardEnd!.Value,
            RoomCapacity = plan.RoomCapacity!.Value,
        };
        SetChoices(assembly, plan);
        db.Assemblies.Add(assembly);
        db.Record(actor, assembly.Id, ChangeChannel.Agenda, "assembly.planned", "An assembly was planned.");
        return await SaveAsync(assembly, cancellation);
    }

    /// <summary>Changes the plan. No assembly and no problems when there is none of that id. Without a slug the present one stays.</summary>
    public async Task<(AssemblyDetails? Assembly, IReadOnlyList<Problem> Problems)> ChangeAsync(
        Actor actor, Guid id, AssemblyCommand plan, CancellationToken cancellation)
    {
        if (await db.Assemblies.FirstOrDefaultAsync(a => a.Id == id, cancellation) is not { } assembly)
            return (null, []);
        if (await CheckAsync(id, plan, cancellation) is { Count: > 0 } problems)
            return (null, problems);
        assembly.Slug = plan.Slug ?? assembly.Slug;
        assembly.Title = plan.Title!.Trim();
        assembly.Venue = plan.Venue!.Trim();
        assembly.TimeZone = AssemblyRules.Zone(plan.TimeZone)!.Id;
        assembly.Doors = plan.Doors!.Value;
        assembly.Start = plan.Start!.Value;
        assembly.HardEnd = plan.HardEnd!.Value;
        assembly.RoomCapacity = plan.RoomCapacity!.Value;
        SetChoices(assembly, plan);
        db.Record(actor, id, ChangeChannel.Agenda, "assembly.changed", "The plan of the assembly was changed.");
        return await SaveAsync(assembly, cancellation);
    }

    /// <summary>Opens the assembly, so that its doors admit, or closes it. No assembly and no problem when there is none of that id.</summary>
    public async Task<(AssemblyDetails? Assembly, Problem? Problem)> MoveAsync(
        Actor actor, Guid id, AssemblyState to, CancellationToken cancellation)
    {
        if (await db.Assemblies.FirstOrDefaultAsync(a => a.Id == id, cancellation) is not { } assembly)
            return (null, null);
        if (AssemblyLife.Refusal(assembly.State, to) is { } refusal)
            return (null, refusal);
        var (kind, summary) = (assembly.State, to) switch
        {
            (AssemblyState.Closed, _) => ("assembly.reopened", "The assembly was opened again."),
            (_, AssemblyState.Open) => ("assembly.opened", "The assembly was opened: its doors admit."),
            _ => ("assembly.closed", "The assembly was closed: its doors admit nobody."),
        };
        assembly.State = to;
        db.Record(actor, id, ChangeChannel.Agenda, kind, summary);
        await db.SaveChangesAsync(cancellation);
        return (AssemblyDetails.Of(assembly), null);
    }

    private async Task<IReadOnlyList<Problem>> CheckAsync(Guid? id, AssemblyCommand plan, CancellationToken cancellation)
    {
        var problems = AssemblyRules.Problems(plan).ToList();
        if (plan.Slug is not null && await db.Assemblies.AnyAsync(a => a.Slug == plan.Slug && a.Id != id, cancellation))
            problems.Add(SlugIsTaken);
        return problems;
    }

    private static void SetChoices(AccountabilityAssembly assembly, AssemblyCommand plan)
    {
        assembly.Overflow = TypedText.Tidy(plan.Overflow);
        assembly.PressContact = TypedText.Tidy(plan.PressContact);
        assembly.SmallestShown = plan.SmallestShown ?? assembly.SmallestShown;
        assembly.RetentionDays = plan.RetentionDays ?? assembly.RetentionDays;
    }

    private async Task<string> FreeSlugAsync(AssemblyCommand plan, CancellationToken cancellation)
    {
        var wanted = AssemblyRules.SlugOf(plan.Title!, plan.Doors!.Value.Date);
        var taken = await db.Assemblies.Where(a => a.Slug.StartsWith(wanted)).Select(a => a.Slug).ToListAsync(cancellation);
        return Enumerable.Range(1, taken.Count + 1).Select(n => n == 1 ? wanted : $"{wanted}-{n}").First(slug => !taken.Contains(slug));
    }

    private async Task<(AssemblyDetails? Assembly, IReadOnlyList<Problem> Problems)> SaveAsync(
        AccountabilityAssembly assembly, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Two organisers chose the same address at once; anything else is a fault.
            db.ChangeTracker.Clear();
            if (!await db.Assemblies.AnyAsync(a => a.Slug == assembly.Slug && a.Id != assembly.Id, cancellation))
                throw;
            return (null, [SlugIsTaken]);
        }
        return (AssemblyDetails.Of(assembly), []);
    }

    private static Problem SlugIsTaken => new("slug", "Another assembly has this address already: choose another.");
}
