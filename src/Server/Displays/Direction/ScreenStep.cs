using NodaTime;

namespace Assemblies.Displays.Direction;

/// <summary>What can be done with one screen.</summary>
public enum ScreenStepKind
{
    /// <summary>Theme, height of the picture, farthest seat, second language.</summary>
    Configured,

    /// <summary>It gets another scene set: it was carried to another room, say.</summary>
    Redirected,

    /// <summary>It is called something else.</summary>
    Named,

    /// <summary>It shows its name, so that somebody in the hall can say which one it is.</summary>
    Identified,

    /// <summary>It shows one scene, whatever the hall does.</summary>
    Taken,

    /// <summary>It stays as it is.</summary>
    Frozen,

    /// <summary>It follows its scene set again: neither taken nor frozen.</summary>
    Followed,

    /// <summary>It shows nothing, on purpose; what it was held on is kept.</summary>
    Blanked,

    /// <summary>Back to what it would show.</summary>
    Unblanked,

    /// <summary>A message lies over what it shows.</summary>
    MessageShown,

    MessageCleared,
}

/// <summary>One append-only step of one screen. Rows are never changed or deleted; what a screen is held on is their fold.</summary>
public sealed class ScreenStep
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AssemblyId { get; init; }

    /// <summary>The screen.</summary>
    public required Guid DeviceId { get; init; }

    /// <summary>1, 2, 3 … of this screen. Unique there, so two stage managers cannot both take the next step.</summary>
    public required int Version { get; init; }

    /// <summary>Made by the tablet; one command may step several screens (live.md, rule 8).</summary>
    public required Guid CommandId { get; init; }

    public required ScreenStepKind Kind { get; init; }
    public required Instant At { get; init; }

    /// <summary>The device or organiser that gave it; a kind and an id, never a name.</summary>
    public required string By { get; init; }

    public ScreenDetails Details { get; init; } = ScreenDetails.None;
}

/// <summary>What a step says beside its kind. Which members are there depends on the kind.</summary>
/// <param name="Settings">configured: all of them.</param>
/// <param name="Set">redirected, configured: the scene set.</param>
/// <param name="Text">named, configured: the name; message_shown: the message.</param>
/// <param name="Seconds">identified: for how long.</param>
/// <param name="Shown">taken, frozen: the scene.</param>
public sealed record ScreenDetails(
    ScreenSettings? Settings = null, SceneSet? Set = null, string? Text = null, int? Seconds = null, ShownScene? Shown = null)
{
    public static ScreenDetails None { get; } = new();
}

/// <summary>A scene with what it is about.</summary>
/// <param name="Scene">Which.</param>
/// <param name="AskId">ask, answer: which ask.</param>
/// <param name="SpeakerId">testimony: whose.</param>
/// <param name="Text">message: what it says.</param>
/// <param name="ItemId">commitments, in a preview of what comes next: that item; null for the item that is now.</param>
public sealed record ShownScene(Scene Scene, Guid? AskId = null, Guid? SpeakerId = null, string? Text = null, Guid? ItemId = null);
