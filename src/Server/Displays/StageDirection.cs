using Assemblies.Data;
using Assemblies.Displays.Direction;
using Assemblies.Floor;
using Assemblies.Record;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Displays;

/// <summary>Changes what the hall sees.</summary>
public sealed class StageDirection(AssemblyDb db, SceneFinder finder, IClock clock)
{
    /// <summary>Shows a scene. The same command again changes nothing, even when another scene was shown in between.</summary>
    public async Task<FloorReply> ShowAsync(Actor actor, Guid assemblyId, ShowCommand command, CancellationToken cancellation)
    {
        if (command.CommandId == Guid.Empty)
            return FloorReply.Refused(FloorSaving.NeedsItsOwnId);
        if (await db.SceneCues.AnyAsync(c => c.CommandId == command.CommandId, cancellation))
            return FloorReply.Done;
        var (shown, problem) = await finder.FindAsync(assemblyId, command.Scene, command.AskId, command.SpeakerId, command.Text, cancellation);
        if (problem is not null)
            return FloorReply.Refused(problem);
        var version = await db.Stages.Where(s => s.AssemblyId == assemblyId).Select(s => s.Version).FirstOrDefaultAsync(cancellation);
        if (command.ExpectedVersion is { } seen && seen != version && await LastByAsync(assemblyId, cancellation) != actor.Id)
            return FloorReply.Stale;
        await CueAsync(actor, assemblyId, command.CommandId, shown!, command.ExpectedVersion is null ? null : version, cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException error) when (SimultaneousChange.IsCauseOf(error))
        {
            // The same command arrived twice at once, or another took this version or was the first ever: look again.
            db.ChangeTracker.Clear();
            return await ShowAsync(actor, assemblyId, command, cancellation);
        }
        return FloorReply.Done;
    }

    // Who changes the scene twice in a row is not somebody else.
    private Task<string?> LastByAsync(Guid assemblyId, CancellationToken cancellation) =>
        db.SceneCues.Where(c => c.AssemblyId == assemblyId).OrderByDescending(c => c.Version).ThenByDescending(c => c.At).Select(c => (string?)c.By).FirstOrDefaultAsync(cancellation);

    /// <summary>Cues a scene as part of a larger change; the caller saves.</summary>
    internal Task CueAsync(Actor actor, Guid assemblyId, Guid commandId, ShownScene shown, CancellationToken cancellation) =>
        CueAsync(actor, assemblyId, commandId, shown, null, cancellation);

    private async Task CueAsync(Actor actor, Guid assemblyId, Guid commandId, ShownScene shown, int? seen, CancellationToken cancellation)
    {
        var stage = await db.Stages.FindAsync([assemblyId], cancellation);
        if (stage is null)
            db.Stages.Add(stage = new Stage { AssemblyId = assemblyId });
        (stage.Scene, stage.AskId, stage.SpeakerId, stage.Text) = (shown.Scene, shown.AskId, shown.SpeakerId, shown.Text);
        stage.Version++;
        db.SceneCues.Add(new SceneCue
        {
            CommandId = commandId,
            AssemblyId = assemblyId,
            Scene = shown.Scene,
            AskId = shown.AskId,
            SpeakerId = shown.SpeakerId,
            Text = shown.Text,
            Version = stage.Version,
            ExpectedVersion = seen,
            At = clock.GetCurrentInstant(),
            By = actor.Id,
        });
        db.Record(actor, assemblyId, ChangeChannel.Displays, "scene.shown", $"The projector shows the scene {WireFormat.Word(shown.Scene)}.");
    }
}
