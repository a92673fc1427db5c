using Assemblies.Data;
using Assemblies.Displays.Direction;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Displays;

/// <summary>Finds what a scene is about, and says what is missing.</summary>
public sealed class SceneFinder(AssemblyDb db)
{
    /// <summary>A message is read at a glance, from the back.</summary>
    public const int LongestMessage = 160;

    /// <summary>The scene with only what belongs to it; or the member that is wrong.</summary>
    internal async Task<(ShownScene? Shown, Problem? Problem)> FindAsync(
        Guid assemblyId, Scene scene, Guid? askId, Guid? speakerId, string? text, CancellationToken cancellation)
    {
        switch (scene)
        {
            case Scene.Ask or Scene.Answer:
                return await db.Asks.AnyAsync(a => a.Id == askId && a.AssemblyId == assemblyId, cancellation)
                    ? (new(scene, AskId: askId), null)
                    : (null, new("askId", "Name an ask of this assembly."));
            case Scene.Testimony:
                return await db.Speakers.AnyAsync(s => s.Id == speakerId && s.AssemblyId == assemblyId, cancellation)
                    ? (new(scene, SpeakerId: speakerId), null)
                    : (null, new("speakerId", "Name a speaker of this assembly."));
            case Scene.Message:
                return Message(text) is { } problem ? (null, problem) : (new(scene, Text: text!.Trim()), null);
            default:
                return (new(scene), null);
        }
    }

    /// <summary>What is wrong with a message; null when nothing is.</summary>
    internal static Problem? Message(string? text) => text?.Trim().Length is > 0 and <= LongestMessage
        ? null
        : new("text", $"Write a message of 1 to {LongestMessage} characters.");
}
