using System.Text.Json.Serialization;
using NodaTime;

namespace Assemblies.Turnout;

/// <summary>How the subject of a scan was found.</summary>
public enum ScanMethod
{
    /// <summary>A QR code: camera, photo or keyboard-wedge scanner. Subject: what was read.</summary>
    Qr,

    /// <summary>The eight-character short code, typed. Subject: the code.</summary>
    Code,

    /// <summary>A pass chosen from the desk's search. Subject: the pass's id.</summary>
    Search,

    /// <summary>A person without a pass; name and institution optional. Subject: empty, the scan's own id is the person's.</summary>
    Walkup,

    /// <summary>
    /// A group counted by head: adults and under-18s. Subject: the delegation pass that was read, or empty where the institution was chosen.
    /// </summary>
    Group,

    /// <summary>
    /// A clicker: how often it was pressed so far, up and down apart (turnout.md, rule 24). Subject: the counter's id, a UUID made by the device.
    /// </summary>
    Tally,

    /// <summary>Copied from a paper sheet. Subject: a ticked short code, or empty for a number of heads.</summary>
    Paper,
}

/// <summary>Which way somebody went.</summary>
public enum ScanDirection
{
    In,
    Out,
}

/// <summary>What the door decided. A client that meets a value it does not know shows "ask a supervisor" (turnout.md, rule 5).</summary>
public enum ScanOutcome
{
    Admitted,

    /// <summary>Admitted, and somebody has to look at it: let in against the rules, or a person who is waited for.</summary>
    AdmittedAttention,

    AlreadyIn,
    ExitRecorded,
    NotInside,
    Unknown,
    WrongAssembly,
    Revoked,
    Replaced,
    NotOpen,
    Closed,

    /// <summary>A delegation pass: how many adults and under-18s come, or go, with it? Answered by a second scan with method <see cref="ScanMethod.Group"/>.</summary>
    NeedsInfo,

    /// <summary>The room is full; the answer says where to send people.</summary>
    RoomFullRedirect,

    /// <summary>The typed code fits several passes on a device without a connection. Never given by the server.</summary>
    Ambiguous,

    DeviceRevoked,

    /// <summary>The scan was taken back, or takes one back.</summary>
    Undone,

    /// <summary>Let in by two devices that did not know of each other: counted once (rule 15).</summary>
    DuplicateOffline,

    /// <summary>The scan contradicts an earlier one with the same id or number, or may not do what it asks; it was not applied (rules 2 and 3).</summary>
    Error,
}

/// <summary>One scan at a door: a fact made by the client, sent as often as it takes (turnout.md, rules 1–3).</summary>
/// <param name="ScanId">UUID version 7, made by the client before the first attempt.</param>
/// <param name="DeviceSeq">The device's own running number of this scan, from 1.</param>
/// <param name="Method">How the subject was found.</param>
/// <param name="Subject">Who it is about, in the form that <paramref name="Method"/> says.</param>
/// <param name="ClientAt">The device's own clock when it happened. No rule trusts it uncorrected (rule 10).</param>
/// <param name="OffsetMs">Server time minus device time in milliseconds, as the device estimates it.</param>
/// <param name="AppVersion">The version of the app that made the scan.</param>
/// <param name="Direction">In or out.</param>
/// <param name="Decided">What the device itself told the person, because no server answered in time; null for a scan that waits for the answer (rule 11).</param>
/// <param name="Forced">A person let somebody in whom the rules refuse or could not be asked about (rule 16).</param>
/// <param name="Reason">Why, where something was forced or taken back. Never a name: it is read by all staff.</param>
/// <param name="InstitutionId">walkup, group, tally, paper: the institution; null where nobody said.</param>
/// <param name="Adults">group, and paper without a code: how many adults. Of a delegation pass that goes out, or comes back, those who do.</param>
/// <param name="Under18s">group, and paper without a code: how many under 18.</param>
/// <param name="Name">walkup: the person's name, where they want to give it. Staff only.</param>
/// <param name="Up">tally: pressed so far on plus.</param>
/// <param name="Down">tally: pressed so far on minus.</param>
/// <param name="Undoes">The scan that this one takes back (rule 27); everything about a subject is then empty.</param>
/// <param name="MadeBy">
/// The device that made it, where that was an earlier pairing of the same browser: its time may lie before this one's pairing. Null for the sender itself.
/// </param>
public sealed record ScanCommand(
    Guid ScanId,
    long DeviceSeq,
    ScanMethod Method,
    string Subject,
    Instant ClientAt,
    long OffsetMs,
    string AppVersion,
    ScanDirection Direction = ScanDirection.In,
    ScanOutcome? Decided = null,
    bool Forced = false,
    string? Reason = null,
    Guid? InstitutionId = null,
    int? Adults = null,
    int? Under18s = null,
    string? Name = null,
    int? Up = null,
    int? Down = null,
    Guid? Undoes = null,
    Guid? MadeBy = null);

/// <summary>The answer to one scan; the same answer however often the scan is sent.</summary>
/// <param name="ScanId">The scan this answers.</param>
/// <param name="Outcome">The decision.</param>
/// <param name="Institution">The institution the pass belongs to, where the door may know.</param>
/// <param name="FirstAt">already_in, duplicate_offline: when the first of them came in.</param>
/// <param name="FirstDoor">already_in, duplicate_offline: through which door.</param>
/// <param name="Reason">error: what contradicts what, or what may not be done.</param>
/// <param name="ServerNow">The server's clock when it answered, for the device's own offset (rule 8).</param>
/// <param name="Name">The name on the pass, for staff who have it in hand; never for a kiosk.</param>
/// <param name="Label">A delegation pass's own words: "Coach 3".</param>
/// <param name="Adults">needs_info: how many adults are expected, can go out, or can come back; admitted: how many were counted.</param>
/// <param name="Under18s">The same of under-18s.</param>
/// <param name="RedirectTo">room_full_redirect: where to send people, in the organiser's words.</param>
/// <param name="Finding">What the rules said, where somebody was let in all the same.</param>
/// <param name="Skewed">The device's clock, as corrected, is more than two minutes off (rule 9): set it right.</param>
public sealed record ScanAnswer(
    Guid ScanId,
    ScanOutcome Outcome,
    string? Institution,
    Instant? FirstAt,
    string? FirstDoor,
    string? Reason,
    Instant ServerNow,
    string? Name = null,
    string? Label = null,
    int? Adults = null,
    int? Under18s = null,
    string? RedirectTo = null,
    ScanOutcome? Finding = null,
    bool Skewed = false)
{
    /// <summary>False for an answer about a scan that is not on the disk: it contradicts a stored one, or was not even looked at.</summary>
    [JsonIgnore]
    public bool IsStored { get; init; } = true;
}
