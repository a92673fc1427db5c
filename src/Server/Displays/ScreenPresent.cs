using Assemblies.Record;
using NodaTime;

namespace Assemblies.Displays;

/// <summary>Everything a projector shows, in the one shape that is also safe to leak: confirmed, public, no attendee's name.</summary>
/// <param name="Title">The assembly's title.</param>
/// <param name="Venue">Where it is.</param>
/// <param name="TimeZone">TZDB id of its wall clock.</param>
/// <param name="Start">When it starts, in UTC.</param>
/// <param name="PublicPath">Path of the public page, shown as an address and a QR.</param>
/// <param name="Scene">What to show now.</param>
/// <param name="Turnout">For the turnout scene.</param>
/// <param name="AskId">For the answer scene: the ask in <paramref name="Asks"/>.</param>
/// <param name="Testimony">For the testimony scene.</param>
/// <param name="Asks">Asks that were put, by id.</param>
/// <param name="NowNext">For the now/next scene.</param>
/// <param name="RollCall">For the roll call scene.</param>
/// <param name="Record">The public record as it stands; null while nothing is in it.</param>
public sealed record ScreenPresent(
    string Title,
    string Venue,
    string TimeZone,
    Instant Start,
    string PublicPath,
    Scene Scene,
    ScreenTurnout Turnout,
    Guid? AskId,
    ScreenTestimony? Testimony,
    IReadOnlyDictionary<Guid, ScreenAsk> Asks,
    ScreenNowNext? NowNext = null,
    ScreenRollCall? RollCall = null,
    ScreenRecord? Record = null);

/// <summary>The public record in a form that can be photographed: whoever has the picture can show later that something was changed.</summary>
/// <param name="Code">For the QR code: <c>https://origin#size.root</c> (docs/record-format.md).</param>
/// <param name="Address">The record's address, to be typed.</param>
/// <param name="Entries">How many entries it has.</param>
/// <param name="Seal">What is read aloud at the close, in groups of letters.</param>
/// <param name="Path">Where this server publishes it.</param>
/// <param name="Root">Its root in base64, as in the checkpoint.</param>
public sealed record ScreenRecord(string Code, string Address, long Entries, string Seal, string Path, string Root);

/// <param name="Now">The title of the item that is now; null before the evening starts and after it ends.</param>
/// <param name="Next">The title of the item after it.</param>
public sealed record ScreenNowNext(string? Now, string? Next);

/// <param name="Current">The institution that is called.</param>
/// <param name="Recent">Those called before it, the latest first; at most five.</param>
/// <param name="Called">How many institutions were called.</param>
/// <param name="Official">The official turnout that was frozen.</param>
public sealed record ScreenRollCall(ScreenCalled? Current, IReadOnlyList<ScreenCalled> Recent, int Called, int Official);

/// <param name="Institution">The institution's name.</param>
/// <param name="Figure">How many of it have come; null where they are too few to be shown (turnout.md, rule 25).</param>
public sealed record ScreenCalled(string Institution, int? Figure);

/// <param name="Arrived">Arrived, cumulative.</param>
/// <param name="Pledged">Sum of the turnout pledges.</param>
/// <param name="Institutions">Delegations of which somebody has arrived, by institution id. Those of whom nobody came are not shown: no shortfalls.</param>
/// <param name="InstitutionsPledged">How many institutions pledged.</param>
/// <param name="Latest">The latest arrivals, newest first: institutions, never names.</param>
/// <param name="NotListed">Institutions of which somebody has arrived, but fewer than the organiser wants listed (turnout.md, rule 25).</param>
/// <param name="Official">The official turnout; null until it is frozen. From then on it is what is shown.</param>
public sealed record ScreenTurnout(
    int Arrived,
    int Pledged,
    IReadOnlyDictionary<Guid, ScreenInstitution> Institutions,
    int InstitutionsPledged,
    IReadOnlyList<ScreenArrival> Latest,
    int NotListed = 0,
    ScreenOfficial? Official = null);

/// <param name="Arrived">The frozen figure.</param>
/// <param name="At">When it was frozen.</param>
/// <param name="Corrected">What is known now of that moment, where it is another number.</param>
/// <param name="SilentDevices">Devices that had not been heard from then.</param>
/// <param name="Method">How it was counted, in words.</param>
public sealed record ScreenOfficial(int Arrived, Instant At, int? Corrected, int SilentDevices, string Method);

/// <param name="Name">The institution's name.</param>
/// <param name="Arrived">How many of its delegation have arrived.</param>
public sealed record ScreenInstitution(string Name, int Arrived);

/// <param name="InstitutionId">Key into <see cref="ScreenTurnout.Institutions"/>.</param>
/// <param name="At">When its latest person arrived.</param>
public sealed record ScreenArrival(Guid InstitutionId, Instant At);

/// <param name="NameToShow">The speaker's name as they want it shown; null without consent to this channel.</param>
/// <param name="Institution">The speaker's institution.</param>
/// <param name="AskArea">The area of the ask the story grounds.</param>
public sealed record ScreenTestimony(string? NameToShow, string Institution, string? AskArea);

/// <param name="Number">Position on the score sheet.</param>
/// <param name="Area">Area or campaign.</param>
/// <param name="Text">The words as put.</param>
/// <param name="Cells">One for each power-holder it is put to, in the agreed order.</param>
public sealed record ScreenAsk(int Number, string? Area, string Text, IReadOnlyList<ScreenCell> Cells);

/// <param name="PowerHolder">The power-holder's name.</param>
/// <param name="Office">The power-holder's office.</param>
/// <param name="Answer">The revealed answer; null while there is none.</param>
/// <param name="RevealedAt">When it was revealed.</param>
public sealed record ScreenCell(string PowerHolder, string Office, AnswerWords? Answer, Instant? RevealedAt);
