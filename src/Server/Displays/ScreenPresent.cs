using Assemblies.Asks;
using Assemblies.Commitments.ReportBack;
using Assemblies.Displays.Direction;
using Assemblies.Record;
using NodaTime;

namespace Assemblies.Displays;

/// <summary>Everything a projector shows, in the one shape that is also safe to leak: confirmed, public, no attendee's name.</summary>
/// <param name="Title">The assembly's title.</param>
/// <param name="Venue">Where it is.</param>
/// <param name="TimeZone">TZDB id of its wall clock.</param>
/// <param name="Start">When it starts, in UTC.</param>
/// <param name="PublicPath">Path of the public page, shown as an address and a QR.</param>
/// <param name="Scene">What the hall shows now; a screen named in <paramref name="Screens"/> goes by what is said there.</param>
/// <param name="Turnout">For the turnout scene.</param>
/// <param name="AskId">For the scenes of an ask and its answers: the ask in <paramref name="Asks"/>.</param>
/// <param name="Testimony">For the testimony scene.</param>
/// <param name="Asks">Asks that everybody may read and those on a screen now, by id.</param>
/// <param name="NowNext">For the now/next scene.</param>
/// <param name="RollCall">For the roll call scene.</param>
/// <param name="Record">The public record as it stands; null while nothing is in it.</param>
/// <param name="Message">For the message scene: what it says.</param>
/// <param name="Alliance">Whose evening it is; null until an organiser says so.</param>
/// <param name="Screens">What each screen shows, by device id: one frame serves them all.</param>
/// <param name="OldCommitments">For the commitments scene: what the item that is now reports back on; null where it does not, and tonight's are shown.</param>
/// <param name="Since">When the scene came on. Pages are counted from it, so that all screens turn them together; null in a preview.</param>
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
    ScreenRecord? Record = null,
    string? Message = null,
    ScreenAlliance? Alliance = null,
    IReadOnlyDictionary<Guid, ScreenView>? Screens = null,
    IReadOnlyList<ScreenCommitment>? OldCommitments = null,
    Instant? Since = null);

/// <summary>What one screen shows and how: nothing of it is personal.</summary>
/// <param name="Name">What the team calls the screen.</param>
/// <param name="Version">To send back as the expected version.</param>
/// <param name="Set">Its scene set.</param>
/// <param name="Theme">Dark or light.</param>
/// <param name="Scene">What it shows now, by its set and by what it is held on.</param>
/// <param name="AskId">For the scenes of an ask and its answers.</param>
/// <param name="Testimony">For the testimony scene: named as agreed for this screen's audience.</param>
/// <param name="Message">For the message scene.</param>
/// <param name="ImageHeight">Height of its picture in metres, where it was measured.</param>
/// <param name="FarthestSeat">Distance of the farthest seat in metres, where it was measured.</param>
/// <param name="XHeight">The least height of a lower-case letter as a share of the picture, so that the farthest seat can read it; missing where the hall was not measured.</param>
/// <param name="SecondLanguage">BCP 47 tag of the language shown beside the original.</param>
/// <param name="Hold">taken or frozen; missing while it follows. What is frozen keeps the picture it had.</param>
/// <param name="HeldAt">Since when.</param>
/// <param name="Held">The scene under a blank or a message, where it is held on one.</param>
/// <param name="IsBlank">It shows nothing, on purpose.</param>
/// <param name="IdentifyUntil">Until when it shows its name, large.</param>
/// <param name="Since">When what it shows came on: its pages are counted from it.</param>
public sealed record ScreenView(
    string Name,
    int Version,
    SceneSet Set,
    ScreenTheme Theme,
    Scene Scene,
    Guid? AskId = null,
    ScreenTestimony? Testimony = null,
    string? Message = null,
    double? ImageHeight = null,
    double? FarthestSeat = null,
    double? XHeight = null,
    string? SecondLanguage = null,
    ScreenHold? Hold = null,
    Instant? HeldAt = null,
    Scene? Held = null,
    bool? IsBlank = null,
    Instant? IdentifyUntil = null,
    Instant? Since = null);

/// <summary>The alliance as its screens show it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Logo">Path of its logo on this server; the path changes with the picture.</param>
/// <param name="Colour">Its colour as <c>#rrggbb</c>, for what is not read: bands, bars.</param>
/// <param name="Accent">A second colour as <c>#rrggbb</c>.</param>
public sealed record ScreenAlliance(string Name, string? Logo = null, string? Colour = null, string? Accent = null);

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
/// <param name="At">When it was called.</param>
public sealed record ScreenCalled(string Institution, int? Figure, Instant? At = null);

/// <param name="Arrived">Arrived, cumulative.</param>
/// <param name="Pledged">Sum of the turnout pledges.</param>
/// <param name="Institutions">Delegations of which somebody has arrived, by institution id. Those of whom nobody came are not shown: no shortfalls.</param>
/// <param name="InstitutionsPledged">How many institutions pledged.</param>
/// <param name="Latest">The latest arrivals, newest first: institutions, never names.</param>
/// <param name="NotListed">Institutions of which somebody has arrived, but fewer than the organiser wants listed (turnout.md, rule 25).</param>
/// <param name="Official">The official turnout; null until it is frozen. From then on it is what is shown.</param>
/// <param name="Chapters">Arrived by chapter, by the chapter's name; missing where the alliance has none.</param>
public sealed record ScreenTurnout(
    int Arrived,
    int Pledged,
    IReadOnlyDictionary<Guid, ScreenInstitution> Institutions,
    int InstitutionsPledged,
    IReadOnlyList<ScreenArrival> Latest,
    int NotListed = 0,
    ScreenOfficial? Official = null,
    IReadOnlyDictionary<string, ScreenChapter>? Chapters = null);

/// <param name="Arrived">How many of the chapter's institutions' people have arrived.</param>
public sealed record ScreenChapter(int Arrived);

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
/// <param name="Text">The words as put; before that as published.</param>
/// <param name="Cells">One for each power-holder it is put to, in the agreed order.</param>
/// <param name="Translations">The same words in other languages; missing where there are none, or where other words were put than were translated.</param>
public sealed record ScreenAsk(
    int Number, string? Area, string Text, IReadOnlyList<ScreenCell> Cells, IReadOnlyList<AskTranslation>? Translations = null);

/// <param name="PowerHolder">The power-holder's name.</param>
/// <param name="Office">The power-holder's office.</param>
/// <param name="Answer">The revealed answer; null while there is none.</param>
/// <param name="RevealedAt">When it was revealed.</param>
/// <param name="Order">The power-holder's place in the agreed order: 1 is first. The same in every ask.</param>
public sealed record ScreenCell(string PowerHolder, string Office, AnswerWords? Answer, Instant? RevealedAt, int Order);
