using Assemblies.Agenda.Evening;
using Assemblies.Data;

namespace Assemblies.Displays.Direction;

/// <summary>Shows a scene to the stage manager alone, from the same reading as the hall's: what is previewed is what will be seen.</summary>
public sealed class ScenePreview(AssemblyDb db, SceneFinder finder, EveningScenes scenes)
{
    public async Task<PreviewReply> ReadAsync(Guid assemblyId, PreviewQuery query, CancellationToken cancellation)
    {
        var (shown, problem) = query.Scene is { } scene
            ? await finder.FindAsync(assemblyId, scene, query.AskId, query.SpeakerId, query.Text, cancellation)
            : (await scenes.NextAsync(assemblyId, cancellation), null);
        return problem is not null
            ? new(null, null, [problem])
            : new(await ScreenChannel.PresentAsync(db, assemblyId, cancellation, shown), shown!.SpeakerId, []);
    }
}
