using Assemblies.Floor;
using Assemblies.Data;
using Assemblies.Record;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Displays;

/// <summary>Changes what the projector shows.</summary>
public sealed class StageDirection(AssemblyDb db, IClock clock)
{
    /// <summary>Shows a scene. The same command again changes nothing, even when another scene was shown in between.</summary>
    public async Task<FloorReply> ShowAsync(Actor actor, Guid assemblyId, ShowCommand command, CancellationToken cancellation)
    {
        if (command.CommandId == Guid.Empty)
            return FloorReply.Refused(FloorSaving.NeedsItsOwnId);
        if (await db.SceneCues.AnyAsync(c => c.CommandId == command.CommandId, cancellation))
            return FloorReply.Done;
        if (command.Scene == Scene.Answer && !await db.Asks.AnyAsync(a => a.Id == command.AskId && a.AssemblyId == assemblyId, cancellation))
            return FloorReply.Refused(new Problem("askId", "Name an ask of this assembly."));
        if (command.Scene == Scene.Testimony
            && !await db.Speakers.AnyAsync(s => s.Id == command.SpeakerId && s.AssemblyId == assemblyId, cancellation))
            return FloorReply.Refused(new Problem("speakerId", "Name a speaker of this assembly."));
        await CueAsync(actor, assemblyId, command, cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException error) when (SimultaneousChange.IsCauseOf(error))
        {
            // The same command arrived twice at once, or another was the first ever: look again, and take the turn after it.
            db.ChangeTracker.Clear();
            return await ShowAsync(actor, assemblyId, command, cancellation);
        }
        return FloorReply.Done;
    }

    /// <summary>Cues a scene as part of a larger change; the caller saves.</summary>
    internal async Task CueAsync(Actor actor, Guid assemblyId, ShowCommand cue, CancellationToken cancellation)
    {
        var (askId, speakerId) = (cue.Scene == Scene.Answer ? cue.AskId : null, cue.Scene == Scene.Testimony ? cue.SpeakerId : null);
        var stage = await db.Stages.FindAsync([assemblyId], cancellation);
        if (stage is null)
            db.Stages.Add(stage = new Stage { AssemblyId = assemblyId });
        (stage.Scene, stage.AskId, stage.SpeakerId) = (cue.Scene, askId, speakerId);
        db.SceneCues.Add(new SceneCue
        {
            CommandId = cue.CommandId,
            AssemblyId = assemblyId,
            Scene = cue.Scene,
            AskId = askId,
            SpeakerId = speakerId,
            At = clock.GetCurrentInstant(),
            By = actor.Id,
        });
        db.Record(actor, assemblyId, ChangeChannel.Displays, "scene.shown", $"The projector shows the scene {WireFormat.Word(cue.Scene)}.");
    }
}
