using Assemblies.Data;
using Assemblies.Record;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Displays;

/// <summary>Changes what the projector shows.</summary>
public sealed class StageDirection(AssemblyDb db)
{
    /// <summary>Shows a scene. Showing the same scene again changes nothing, so a double tap is harmless.</summary>
    public async Task<FloorReply> ShowAsync(Actor actor, Guid assemblyId, ShowCommand command, CancellationToken cancellation)
    {
        if (command.Scene == Scene.Answer && !await db.Asks.AnyAsync(a => a.Id == command.AskId && a.AssemblyId == assemblyId, cancellation))
            return FloorReply.Refused(new Problem("askId", "Name an ask of this assembly."));
        if (command.Scene == Scene.Testimony
            && !await db.Speakers.AnyAsync(s => s.Id == command.SpeakerId && s.AssemblyId == assemblyId, cancellation))
            return FloorReply.Refused(new Problem("speakerId", "Name a speaker of this assembly."));
        await SetAsync(
            db, actor, assemblyId, command.Scene,
            command.Scene == Scene.Answer ? command.AskId : null,
            command.Scene == Scene.Testimony ? command.SpeakerId : null,
            cancellation);
        await db.SaveChangesAsync(cancellation);
        return FloorReply.Done;
    }

    /// <summary>Sets the scene as part of a larger change; the caller saves.</summary>
    internal static async Task SetAsync(
        AssemblyDb db, Actor actor, Guid assemblyId, Scene scene, Guid? askId, Guid? speakerId, CancellationToken cancellation)
    {
        var stage = await db.Stages.FindAsync([assemblyId], cancellation);
        if (stage is null)
            db.Stages.Add(stage = new Stage { AssemblyId = assemblyId });
        else if (stage.Scene == scene && stage.AskId == askId && stage.SpeakerId == speakerId)
            return;
        (stage.Scene, stage.AskId, stage.SpeakerId) = (scene, askId, speakerId);
        db.Record(actor, assemblyId, ChangeChannel.Displays, "scene.shown", $"The projector shows the scene {WireFormat.Word(scene)}.");
    }
}
