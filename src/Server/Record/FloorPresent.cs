using Assemblies.Asks;
using Assemblies.Displays;
using Assemblies.Displays.Direction;
using Assemblies.Testimony;
using NodaTime;

namespace Assemblies.Record;

/// <summary>What the floor's tablets show: chair, scribe, timekeeper, stage manager. Staff only.</summary>
/// <param name="Title">The assembly's title.</param>
/// <param name="TimeZone">TZDB id of its wall clock.</param>
/// <param name="Arrived">Arrived, cumulative.</param>
/// <param name="Pledged">Sum of the turnout pledges.</param>
/// <param name="Scene">What the projector shows now.</param>
/// <param name="SceneAskId">For the answer scene: which ask.</param>
/// <param name="SceneSpeakerId">For the testimony scene: whose.</param>
/// <param name="Asks">All asks by id; sort by number.</param>
/// <param name="Speakers">All speakers by id.</param>
/// <param name="ScheduleVersion">Of the order of the speakers: to send back as the expected version.</param>
/// <param name="PowerHolders">All power-holders by id; sort by order.</param>
/// <param name="SceneVersion">Of the scene: to send back as the expected version.</param>
/// <param name="Before">What the hall saw before; missing while it has seen nothing else.</param>
public sealed record FloorPresent(
    string Title,
    string TimeZone,
    int Arrived,
    int Pledged,
    Scene Scene,
    Guid? SceneAskId,
    Guid? SceneSpeakerId,
    IReadOnlyDictionary<Guid, FloorAsk> Asks,
    IReadOnlyDictionary<Guid, FloorSpeaker> Speakers,
    int ScheduleVersion,
    IReadOnlyDictionary<Guid, FloorPowerHolder> PowerHolders,
    int SceneVersion,
    ShownScene? Before = null);

/// <param name="Number">Position on the score sheet.</param>
/// <param name="Area">Area or campaign.</param>
/// <param name="Text">The words of the present version.</param>
/// <param name="Cells">By power-holder id.</param>
/// <param name="Parts">Its dated parts, in the order they are read: whoever agrees to a part agrees to one of these; missing where it has none.</param>
public sealed record FloorAsk(int Number, string? Area, string Text, IReadOnlyDictionary<Guid, FloorCell> Cells, IReadOnlyList<AskPart>? Parts = null);

/// <summary>Where the answer of one cell stands.</summary>
public enum AnswerStage
{
    /// <summary>Not put yet.</summary>
    Waiting,

    /// <summary>Read to the power-holder; the scribe writes.</summary>
    Put,

    /// <summary>Written down; the chair rules.</summary>
    Recorded,

    /// <summary>Confirmed and held until it is revealed.</summary>
    Confirmed,

    /// <summary>The hall has seen it.</summary>
    Revealed,

    /// <summary>It was read back; the power-holder may object.</summary>
    ReadBack,

    /// <summary>The power-holder said that it is right.</summary>
    Acknowledged,
}

/// <param name="PowerHolder">The power-holder's name.</param>
/// <param name="Office">The power-holder's office.</param>
/// <param name="Order">The agreed order.</param>
/// <param name="Version">To send back as the expected version.</param>
/// <param name="Stage">Where the answer stands.</param>
/// <param name="TimesPut">How often the ask was put.</param>
/// <param name="Answer">The latest recorded answer, provisional until confirmed.</param>
/// <param name="At">When the latest step was taken.</param>
/// <param name="Presence">Whether the power-holder is there to answer; more in <see cref="FloorPresent.PowerHolders"/>.</param>
/// <param name="AskedAs">The words in which the ask was really put, where they were others.</param>
/// <param name="Heard">Which recorded step <paramref name="Answer"/> is, while the chair has to rule.</param>
/// <param name="Other">What another scribe wrote down in the same round.</param>
/// <param name="Differ">Whether the two scribes heard different things: the chair chooses.</param>
/// <param name="ObjectBy">While an objection is possible: until when.</param>
/// <param name="Objection">What the power-holder said against the answer that the hall has seen.</param>
/// <param name="Revealed">What the hall has seen, where it is not <paramref name="Answer"/>.</param>
public sealed record FloorCell(
    string PowerHolder,
    string Office,
    int Order,
    int Version,
    AnswerStage Stage,
    int TimesPut,
    AnswerWords? Answer,
    Instant? At,
    Presence Presence,
    string? AskedAs = null,
    int? Heard = null,
    OtherRecording? Other = null,
    bool Differ = false,
    Instant? ObjectBy = null,
    string? Objection = null,
    AnswerWords? Revealed = null);

/// <param name="Recording">To name it in a ruling.</param>
/// <param name="Answer">What that scribe wrote down.</param>
public sealed record OtherRecording(int Recording, AnswerWords Answer);
