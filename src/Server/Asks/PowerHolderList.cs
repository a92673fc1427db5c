using Assemblies.Agenda.RunningOrder;
using Assemblies.Data;
using Assemblies.Turnout.Tags;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Asks;

/// <summary>Who is asked, in the agreed order (product.md, section 5).</summary>
public sealed class PowerHolderList(AssemblyDb db, TagOffice tags)
{
    private const int LongestText = 200;

    /// <summary>All power-holders of an assembly in the agreed order.</summary>
    public async Task<IReadOnlyList<PowerHolderRow>> ListAsync(Guid assemblyId, CancellationToken cancellation)
    {
        var arrivals = await tags.ReadAsync(assemblyId, cancellation);
        return [.. (await db.PowerHolders.AsNoTracking().Where(p => p.AssemblyId == assemblyId).OrderBy(p => p.Order).ToListAsync(cancellation))
            .Select(p => new PowerHolderRow(
                p.Id, p.Name, p.Office, p.Order, p.Invitation, p.DepartsAt, arrivals.GetValueOrDefault((p.Id, ArrivalTagKind.PowerHolder))))];
    }

    /// <summary>What was noted of a power-holder's presence, in its order; what was taken back, too.</summary>
    public async Task<IReadOnlyList<PresenceRow>> StepsAsync(Guid assemblyId, Guid powerHolderId, CancellationToken cancellation) =>
        [.. (await db.PresenceSteps.AsNoTracking().Where(s => s.AssemblyId == assemblyId && s.PowerHolderId == powerHolderId).OrderBy(s => s.Version)
            .ToListAsync(cancellation)).Select(s => new PresenceRow(s.Kind, s.At, s.By, s.Deputy))];

    /// <summary>Adds a power-holder at the end of the order.</summary>
    public async Task<(Guid? PowerHolderId, IReadOnlyList<Problem> Problems)> AddAsync(
        Actor actor, Guid assemblyId, PowerHolderCommand command, CancellationToken cancellation)
    {
        if (await CheckAsync(assemblyId, command, cancellation) is { Count: > 0 } problems)
            return (null, problems);
        var last = await db.PowerHolders.Where(p => p.AssemblyId == assemblyId).MaxAsync(p => (int?)p.Order, cancellation) ?? 0;
        var added = new PowerHolder { AssemblyId = assemblyId, Name = command.Name.Trim(), Office = command.Office.Trim(), Order = last + 1 };
        db.PowerHolders.Add(added);
        await FillAsync(added, command, cancellation);
        db.Record(actor, assemblyId, ChangeChannel.Asks, "power_holder.added", "A power-holder was added.");
        await db.SaveChangesAsync(cancellation);
        return (added.Id, []);
    }

    /// <summary>Changes a power-holder. Neither result for a power-holder that does not exist.</summary>
    public async Task<(Guid? PowerHolderId, IReadOnlyList<Problem> Problems)> ChangeAsync(
        Actor actor, Guid assemblyId, Guid powerHolderId, PowerHolderCommand command, CancellationToken cancellation)
    {
        var changed = await FindAsync(assemblyId, powerHolderId, cancellation);
        if (changed is null)
            return (null, []);
        if (await CheckAsync(assemblyId, command, cancellation) is { Count: > 0 } problems)
            return (null, problems);
        await FillAsync(changed, command, cancellation);
        db.Record(actor, assemblyId, ChangeChannel.Asks, "power_holder.changed", "A power-holder or their invitation was changed.");
        await db.SaveChangesAsync(cancellation);
        return (changed.Id, []);
    }

    /// <summary>Moves a power-holder one place. False when there is no such power-holder.</summary>
    public async Task<bool> MoveAsync(Actor actor, Guid assemblyId, Guid powerHolderId, Direction direction, CancellationToken cancellation)
    {
        var ordered = await db.PowerHolders.Where(p => p.AssemblyId == assemblyId).OrderBy(p => p.Order).ToListAsync(cancellation);
        var from = ordered.FindIndex(p => p.Id == powerHolderId);
        if (from < 0)
            return false;
        var to = from + (direction == Direction.Up ? -1 : 1);
        if (to < 0 || to >= ordered.Count)
            return true;
        (ordered[from], ordered[to]) = (ordered[to], ordered[from]);
        for (var i = 0; i < ordered.Count; i++)
            ordered[i].Order = i + 1;
        db.Record(actor, assemblyId, ChangeChannel.Asks, "power_holder.moved", "The order of the power-holders was changed.");
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>Removes a power-holder from whom nothing is on record. No problem when there is none.</summary>
    public async Task<Problem?> RemoveAsync(Actor actor, Guid assemblyId, Guid powerHolderId, CancellationToken cancellation)
    {
        var removed = await FindAsync(assemblyId, powerHolderId, cancellation);
        if (removed is null)
            return null;
        if (await db.AnswerSteps.AnyAsync(s => s.PowerHolderId == powerHolderId, cancellation))
            return new("", $"An ask was put to {removed.Name}: that is on record and stays.");
        if (await db.PresenceSteps.AnyAsync(s => s.PowerHolderId == powerHolderId, cancellation))
            return new("", $"Whether {removed.Name} came is on record and stays.");
        await tags.RemoveAsync(powerHolderId, cancellation);
        await db.UnlinkPowerHolderAsync(actor, assemblyId, powerHolderId, cancellation);
        db.AskTargets.RemoveRange(await db.AskTargets.Where(t => t.PowerHolderId == powerHolderId).ToListAsync(cancellation));
        db.PowerHolders.Remove(removed);
        db.Record(actor, assemblyId, ChangeChannel.Asks, "power_holder.removed", "A power-holder was removed.");
        await db.SaveChangesAsync(cancellation);
        return null;
    }

    private Task<PowerHolder?> FindAsync(Guid assemblyId, Guid powerHolderId, CancellationToken cancellation) =>
        db.PowerHolders.FirstOrDefaultAsync(p => p.Id == powerHolderId && p.AssemblyId == assemblyId, cancellation);

    private async Task FillAsync(PowerHolder holder, PowerHolderCommand command, CancellationToken cancellation)
    {
        (holder.Name, holder.Office) = (command.Name.Trim(), command.Office.Trim());
        holder.Invitation = (command.Invitation ?? Invitation.None).Tidy();
        holder.DepartsAt = command.DepartsAt;
        await tags.SetAsync(holder.AssemblyId, holder.Id, ArrivalTagKind.PowerHolder, command.Arrival, cancellation);
    }

    private async Task<List<Problem>> CheckAsync(Guid assemblyId, PowerHolderCommand command, CancellationToken cancellation)
    {
        var problems = new List<Problem>();
        if (command.Name.Trim().Length is 0 or > LongestText)
            problems.Add(new("name", $"Write the name, at most {LongestText} characters."));
        if (command.Office.Trim().Length is 0 or > LongestText)
            problems.Add(new("office", $"Write the office, at most {LongestText} characters, for example \"Mayor of Baltimore\"."));
        problems.AddRange((command.Invitation ?? Invitation.None).Tidy().Problems());
        var evening = await db.Assemblies.Where(a => a.Id == assemblyId).Select(a => new { a.Doors, a.HardEnd }).SingleAsync(cancellation);
        // A departure on another day is a slip of the date field; one a little after the end is somebody who stays.
        if (command.DepartsAt is { } at && (at < evening.Doors || at > evening.HardEnd.PlusHours(6)))
            problems.Add(new("departsAt", $"Give an hour of the evening, after the doors open at {Agenda.WallClock.Time(evening.Doors)}."));
        if (await tags.CheckAsync(assemblyId, command.Arrival, "arrival", cancellation) is { } wrong)
            problems.Add(wrong);
        return problems;
    }
}
