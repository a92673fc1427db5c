using Assemblies.Agenda;
using Assemblies.Data;
using Assemblies.Floor;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Testimony;

/// <summary>The stage manager notes how ready a speaker is.</summary>
/// <param name="CommandId">Made by the tablet; sending it again changes nothing.</param>
/// <param name="SpeakerId">Whose readiness.</param>
/// <param name="ExpectedVersion">How many steps the sender has seen; another number means somebody was faster.</param>
/// <param name="Step">What was seen.</param>
/// <param name="With">arrived: with whom.</param>
public sealed record ReadyCommand(Guid CommandId, Guid SpeakerId, int ExpectedVersion, ReadinessStepKind Step, string? With = null);

/// <summary>Takes the steps of speakers' readiness: harmless when repeated, refused when somebody was faster.</summary>
public sealed class ReadinessBook(AssemblyDb db, IClock clock)
{
    public async Task<FloorReply> ReadyAsync(Actor actor, Guid assemblyId, ReadyCommand command, CancellationToken cancellation)
    {
        if (command.CommandId == Guid.Empty)
            return FloorReply.Refused(FloorSaving.NeedsItsOwnId);
        if (command.With?.Trim().Length > SpeakerRules.LongestName)
            return FloorReply.Refused(new Problem("with", $"Use at most {SpeakerRules.LongestName} characters."));
        // Before the doors open, too: speakers come for the sound check.
        if (await db.Assemblies.AnyAsync(a => a.Id == assemblyId && a.State == AssemblyState.Closed, cancellation))
            return FloorReply.Refused(new Problem("", "The assembly is over."));
        if (!await db.Speakers.AnyAsync(s => s.Id == command.SpeakerId && s.AssemblyId == assemblyId, cancellation))
            return FloorReply.Refused(new Problem("speakerId", "Name a speaker of this assembly."));
        var steps = await db.ReadinessSteps.AsNoTracking().Where(s => s.SpeakerId == command.SpeakerId).ToListAsync(cancellation);
        // In one reading with the version: a double tap's first may be saved between two.
        if (steps.Exists(s => s.CommandId == command.CommandId))
            return FloorReply.Done;
        if (steps.Count != command.ExpectedVersion)
            return FloorReply.Stale;
        if (SpeakerReadiness.Forbids(command.Step, steps) is { } problem)
            return FloorReply.Refused(problem);
        db.ReadinessSteps.Add(new ReadinessStep
        {
            SpeakerId = command.SpeakerId,
            Version = steps.Count + 1,
            AssemblyId = assemblyId,
            CommandId = command.CommandId,
            Kind = command.Step,
            At = clock.GetCurrentInstant(),
            By = actor.Id,
            With = TypedText.Tidy(command.With),
        });
        db.Record(actor, assemblyId, ChangeChannel.Testimony, $"speaker.{WireFormat.Word(command.Step)}", $"A speaker's readiness: {WireFormat.Word(command.Step)}.");
        return await db.SaveStepsAsync(db.ReadinessSteps.Where(s => s.CommandId == command.CommandId), cancellation);
    }
}
