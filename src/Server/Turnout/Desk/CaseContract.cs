using NodaTime;

namespace Assemblies.Turnout.Desk;

/// <summary>The scans that a person has to look at.</summary>
/// <param name="Open">How many there are.</param>
/// <param name="Cases">The latest of them, at most 200, the newest first.</param>
public sealed record OpenCases(int Open, IReadOnlyList<OpenCase> Cases);

/// <summary>
/// A scan that a person has to look at: somebody was let in against the rules, counted twice by devices that did not know of each other,
/// or told "come in" by a device whose scan the server could not apply.
/// </summary>
/// <param name="ScanId">The scan.</param>
/// <param name="At">When it happened.</param>
/// <param name="Door">At which door.</param>
/// <param name="Device">By which device.</param>
/// <param name="Method">How the subject was found.</param>
/// <param name="Direction">In or out.</param>
/// <param name="Outcome">What was stored.</param>
/// <param name="Finding">What the rules said, where somebody was let in all the same.</param>
/// <param name="Offline">The device decided by itself.</param>
/// <param name="Forced">A person decided.</param>
/// <param name="Counts">It counts as it stands: taking it back changes the figures.</param>
/// <param name="Reason">Why it was forced, or what was wrong with it.</param>
/// <param name="Institution">With which institution it counts.</param>
/// <param name="Name">The person's name, or the delegation pass's own words, where one is known.</param>
/// <param name="Adults">How many adults it counts.</param>
/// <param name="Under18s">How many under-18s it counts.</param>
/// <param name="FirstAt">When the pass came in first.</param>
/// <param name="FirstDoor">Through which door.</param>
public sealed record OpenCase(
    Guid ScanId,
    Instant At,
    string? Door,
    string Device,
    ScanMethod Method,
    ScanDirection Direction,
    ScanOutcome Outcome,
    ScanOutcome? Finding,
    bool Offline,
    bool Forced,
    bool Counts,
    string? Reason,
    string? Institution,
    string? Name,
    int Adults,
    int Under18s,
    Instant? FirstAt,
    string? FirstDoor);

/// <summary>Clears a case up: whatever changes the count and the closing of the case are one change, so that two desks cannot both do it.</summary>
/// <param name="Kind">
/// What to do about it. taken_back takes the scan back; counted_with takes it back and counts the people with an institution, at the time and the door they came;
/// merged wants it taken back before, by a scan that undoes it.
/// </param>
/// <param name="Note">In the desk's words, where there is something to add. Never a name.</param>
/// <param name="InstitutionId">counted_with: the institution.</param>
/// <param name="Adults">counted_with: how many adults.</param>
/// <param name="Under18s">counted_with: how many under 18.</param>
public sealed record ResolveCommand(ResolutionKind Kind, string? Note = null, Guid? InstitutionId = null, int? Adults = null, int? Under18s = null);

/// <summary>What the desk's bar shows between looks at the list.</summary>
/// <param name="OpenCases">How many scans a person has to look at.</param>
/// <param name="Cursor">Changes when the list does: read it again.</param>
public sealed record DeskPresent(int OpenCases, string Cursor);
