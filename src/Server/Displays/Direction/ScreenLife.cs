using NodaTime;

namespace Assemblies.Displays.Direction;

/// <summary>What keeps a screen from following its scene set.</summary>
public enum ScreenHold
{
    /// <summary>One scene was taken for it.</summary>
    Taken,

    /// <summary>It stays as it was.</summary>
    Frozen,
}

/// <summary>One screen as its steps leave it. Layers: blank lies over a message, a message over a held scene, a held scene over the scene set.</summary>
/// <param name="Version">How many steps it has.</param>
/// <param name="Settings">Where it hangs.</param>
/// <param name="Set">What it shows when.</param>
/// <param name="Hold">Taken or frozen; null while it follows.</param>
/// <param name="Held">The scene it is held on.</param>
/// <param name="HeldAt">Since when.</param>
/// <param name="TakenAt">When the scene that it is held on was taken for it; null where it was frozen on what the hall saw.</param>
/// <param name="IsBlank">Shows nothing, on purpose.</param>
/// <param name="Message">What lies over its scene.</param>
/// <param name="MessageAt">Since when.</param>
/// <param name="IdentifyUntil">Until when it shows its name.</param>
internal sealed record ScreenLife(
    int Version = 0,
    ScreenSettings? Settings = null,
    SceneSet Set = SceneSet.Hall,
    ScreenHold? Hold = null,
    ShownScene? Held = null,
    Instant? HeldAt = null,
    Instant? TakenAt = null,
    bool IsBlank = false,
    string? Message = null,
    Instant? MessageAt = null,
    Instant? IdentifyUntil = null)
{
    /// <summary>A screen that was just paired.</summary>
    public static ScreenLife New { get; } = new();

    public static ScreenLife Of(IEnumerable<ScreenStep> steps) => steps.OrderBy(s => s.Version).Aggregate(New, (life, step) => life.After(step));

    /// <summary>What it shows when the hall shows <paramref name="hall"/>.</summary>
    public ShownScene Shows(ShownScene hall) =>
        IsBlank ? new ShownScene(Scene.Blank)
        : Message is { } text ? new ShownScene(Scene.Message, Text: text)
        : Under(hall);

    /// <summary>What is under a blank or a message.</summary>
    public ShownScene Under(ShownScene hall) => Held ?? SceneSets.Of(Set, hall);

    /// <summary>When what it shows came on: what is frozen is as old as it was, and a blank has no pages to count.</summary>
    /// <param name="hall">When the hall's scene did; null in a preview.</param>
    /// <param name="before">When the scene did that the hall saw at a moment.</param>
    public Instant? Since(Instant? hall, Func<Instant, Instant> before) =>
        IsBlank ? null : MessageAt ?? TakenAt ?? (Hold == ScreenHold.Frozen ? before(HeldAt!.Value) : hall);

    public ScreenLife After(ScreenStep step) => Stepped(step) with { Version = step.Version };

    private ScreenLife Stepped(ScreenStep step) => step.Kind switch
    {
        ScreenStepKind.Configured => this with { Settings = step.Details.Settings, Set = step.Details.Set ?? Set },
        ScreenStepKind.Redirected => this with { Set = step.Details.Set!.Value },
        ScreenStepKind.Identified => this with { IdentifyUntil = step.At + Duration.FromSeconds(step.Details.Seconds!.Value) },
        ScreenStepKind.Taken => this with { Hold = ScreenHold.Taken, Held = step.Details.Shown, HeldAt = step.At, TakenAt = step.At },
        ScreenStepKind.Frozen => this with { Hold = ScreenHold.Frozen, Held = step.Details.Shown, HeldAt = Hold == ScreenHold.Frozen ? HeldAt : step.At },
        ScreenStepKind.Followed => this with { Hold = null, Held = null, HeldAt = null, TakenAt = null },
        ScreenStepKind.Blanked => this with { IsBlank = true },
        ScreenStepKind.Unblanked => this with { IsBlank = false },
        ScreenStepKind.MessageShown => this with { Message = step.Details.Text, MessageAt = step.At },
        ScreenStepKind.MessageCleared => this with { Message = null, MessageAt = null },
        // The name is the device's own.
        _ => this,
    };
}
