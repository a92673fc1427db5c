namespace Assemblies.Displays.Direction;

/// <summary>A screen, and the version of it that the sender saw.</summary>
/// <param name="ScreenId">The screen's device.</param>
/// <param name="ExpectedVersion">Its version; stale when somebody has since done something with this screen.</param>
public sealed record ScreenRef(Guid ScreenId, int ExpectedVersion);

/// <summary>One step for one screen or several, all or none. Which members are needed depends on the step; docs/live-protocol.md has the table.</summary>
/// <param name="CommandId">Made by the tablet; sending it again changes nothing.</param>
/// <param name="Screens">The screens, each once.</param>
/// <param name="Step">What is done with them.</param>
/// <param name="Settings">configured: all of them.</param>
/// <param name="Set">redirected: the scene set; configured: null keeps it.</param>
/// <param name="Text">named: the new name; configured: the same, null keeps it; message_shown, taken: the message.</param>
/// <param name="Seconds">identified: for how long, 5 to 120; null for 15.</param>
/// <param name="Scene">taken: the scene.</param>
/// <param name="AskId">taken: for <c>ask</c> and <c>answer</c>, which ask.</param>
/// <param name="SpeakerId">taken: for <c>testimony</c>, whose.</param>
public sealed record DirectCommand(
    Guid CommandId,
    IReadOnlyList<ScreenRef> Screens,
    ScreenStepKind Step,
    ScreenSettings? Settings = null,
    SceneSet? Set = null,
    string? Text = null,
    int? Seconds = null,
    Scene? Scene = null,
    Guid? AskId = null,
    Guid? SpeakerId = null);

/// <summary>Asks how the hall would look with a scene. It changes nothing.</summary>
/// <param name="Scene">Which; null for the one that the running order brings next.</param>
/// <param name="AskId">For <c>ask</c> and <c>answer</c>: which ask.</param>
/// <param name="SpeakerId">For <c>testimony</c>: whose.</param>
/// <param name="Text">For <c>message</c>: what it says.</param>
public sealed record PreviewQuery(Scene? Scene = null, Guid? AskId = null, Guid? SpeakerId = null, string? Text = null);

/// <summary>A scene as the hall would see it.</summary>
/// <param name="Present">What the screens would be sent; missing with problems.</param>
/// <param name="SpeakerId">For <c>testimony</c>: whose, so that it can be taken.</param>
/// <param name="Problems">What is wrong with the question.</param>
public sealed record PreviewReply(ScreenPresent? Present, Guid? SpeakerId, IReadOnlyList<Wire.Problem> Problems);
