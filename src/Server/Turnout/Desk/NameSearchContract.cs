using NodaTime;

namespace Assemblies.Turnout.Desk;

/// <summary>A search at the help desk. Sent in a body: a name may not stand in an address.</summary>
/// <param name="Query">At least three letters of a name; more words narrow it down, the institution's too.</param>
public sealed record NameQuery(string Query);

/// <summary>What was found.</summary>
/// <param name="Found">At most twenty, in the order of their names.</param>
/// <param name="More">There are more: type more letters.</param>
public sealed record NameSearchReply(IReadOnlyList<FoundName> Found, bool More);

/// <summary>Whether somebody has come.</summary>
public enum Whereabouts
{
    NotYet,
    Inside,

    /// <summary>Came, and went out again.</summary>
    GoneOut,
}

/// <summary>A person who is expected, a delegation pass, or a walk-up who gave a name.</summary>
/// <param name="Id">The person, delegation pass or walk-up, to tell rows apart.</param>
/// <param name="Name">The name, or the delegation pass's own words.</param>
/// <param name="Institution">The institution, where one is known.</param>
/// <param name="InstitutionId">Its id.</param>
/// <param name="PassId">The pass, for a scan with method search; absent where none was issued: a walk-up then.</param>
/// <param name="WalkupScanId">A walk-up: the scan that counted it, which is taken back when the person turns out to have a pass.</param>
/// <param name="State">Whether they have come.</param>
/// <param name="IsRevoked">The pass was withdrawn.</param>
/// <param name="FirstAt">When they came in first.</param>
/// <param name="Door">Through which door.</param>
/// <param name="Adults">A delegation pass: how many adults are expected with it.</param>
/// <param name="Under18s">A delegation pass: how many under-18s are expected with it.</param>
public sealed record FoundName(
    Guid Id,
    string Name,
    string? Institution,
    Guid? InstitutionId,
    Guid? PassId,
    Guid? WalkupScanId,
    Whereabouts State,
    bool IsRevoked,
    Instant? FirstAt,
    string? Door,
    int? Adults,
    int? Under18s);
