using Assemblies.Agenda;
using Assemblies.Data;
using Assemblies.Floor;
using Assemblies.Turnout.Tags;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Asks;

/// <summary>Chair or stage manager note that a power-holder came, left, sent somebody, or did not come.</summary>
/// <param name="CommandId">Made by the tablet; sending it again changes nothing.</param>
/// <param name="PowerHolderId">Whose presence.</param>
/// <param name="ExpectedVersion">How many steps the sender has seen; another number means somebody was faster.</param>
/// <param name="Step">What was seen.</param>
/// <param name="Deputy">deputy_arrived: who came; left out for the deputy of the invitation.</param>
public sealed record PresenceCommand(Guid CommandId, Guid PowerHolderId, int ExpectedVersion, PresenceStepKind Step, Deputy? Deputy = null);

/// <summary>Takes the steps of power-holders' presence: harmless when repeated, refused when somebody was faster.</summary>
public sealed class PresenceBook(AssemblyDb db, IClock clock)
{
    public async Task<FloorReply> PresentAsync(Actor actor, Guid assemblyId, PresenceCommand command, CancellationToken cancellation)
    {
        if (command.CommandId == Guid.Empty)
            return FloorReply.Refused(FloorSaving.NeedsItsOwnId);
        // Before the doors open, too: power-holders are often received early.
        if (await db.Assemblies.AnyAsync(a => a.Id == assemblyId && a.State == AssemblyState.Closed, cancellation))
            return FloorReply.Refused(new Problem("", "The assembly is over."));
        if (await db.PowerHolders.AsNoTracking().FirstOrDefaultAsync(p => p.Id == command.PowerHolderId && p.AssemblyId == assemblyId, cancellation) is not { } holder)
            return FloorReply.Refused(new Problem("powerHolderId", "Name a power-holder of this assembly."));
        var deputy = command.Step == PresenceStepKind.DeputyArrived ? command.Deputy ?? holder.Invitation.Deputy : null;
        if (command.Step == PresenceStepKind.DeputyArrived)
            if (deputy is null)
                return FloorReply.Refused(new Problem("deputyName", "Write who came on their behalf, with the office."));
            else if (Invitation.Problems(deputy).ToList() is { Count: > 0 } problems)
                return FloorReply.Refused(problems);
        var steps = await db.PresenceSteps.AsNoTracking().Where(s => s.PowerHolderId == holder.Id).ToListAsync(cancellation);
        // In one reading with the version: a double tap's first may be saved between two.
        if (steps.Exists(s => s.CommandId == command.CommandId))
            return FloorReply.Done;
        if (steps.Count != command.ExpectedVersion)
            return FloorReply.Stale;
        var arrivals = await TaggedArrivals.ReadAsync(db, assemblyId, cancellation);
        var present = PowerHolderPresence.Of(steps, arrivals.Of(holder.Id, ArrivalTagKind.PowerHolder), holder.Invitation);
        if (present.Forbids(command.Step, steps) is { } problem)
            return FloorReply.Refused(problem);
        db.PresenceSteps.Add(new PresenceStep
        {
            PowerHolderId = holder.Id,
            Version = steps.Count + 1,
            AssemblyId = assemblyId,
            CommandId = command.CommandId,
            Kind = command.Step,
            At = clock.GetCurrentInstant(),
            By = actor.Id,
            Deputy = deputy is null ? null : new(deputy.Name.Trim(), deputy.Office.Trim(), deputy.HasAuthority),
        });
        db.Record(actor, assemblyId, ChangeChannel.Asks, $"power_holder.{WireFormat.Word(command.Step)}", $"A power-holder's presence: {WireFormat.Word(command.Step)}.");
        return await db.SaveStepsAsync(db.PresenceSteps.Where(s => s.CommandId == command.CommandId), cancellation);
    }
}
