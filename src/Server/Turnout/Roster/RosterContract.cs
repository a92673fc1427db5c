using Assemblies.Agenda;
using NodaTime;

namespace Assemblies.Turnout.Roster;

/// <summary>How a pass stands, for a door without a connection.</summary>
public enum RosterStanding
{
    Good,
    Revoked,
    Replaced,
}

/// <summary>What a door needs to decide by itself: the whole of it (turnout.md, rules 18–22).</summary>
/// <param name="Cursor">What it is up to date with: the next changes are asked for after this.</param>
/// <param name="State">Whether the doors may admit.</param>
/// <param name="RoomCapacity">The most people the room may hold.</param>
/// <param name="Overflow">Where a full room sends people.</param>
/// <param name="ShortCodeKey">
/// base64url of 16 bytes. A short code's fingerprint is the first 3 bytes of HMAC-SHA256 under this key of its 8 characters: enough to recognise a code
/// that was typed, too little to work out a code from it.
/// </param>
/// <param name="Institutions">The delegations' institutions; passes name them by their place here.</param>
/// <param name="Doors">The doors; passes name them by their place here.</param>
/// <param name="Passes">Every code that was ever given out.</param>
public sealed record RosterSnapshot(
    long Cursor, AssemblyState State, int RoomCapacity, string? Overflow, string ShortCodeKey, IReadOnlyList<RosterPlace> Institutions,
    IReadOnlyList<RosterPlace> Doors, IReadOnlyList<RosterPass> Passes);

/// <summary>What changed since a cursor.</summary>
/// <param name="Cursor">The new cursor.</param>
/// <param name="More">There is more after it: ask again at once.</param>
/// <param name="State">Whether the doors may admit.</param>
/// <param name="RoomCapacity">The most people the room may hold.</param>
/// <param name="Overflow">Where a full room sends people.</param>
/// <param name="Doors">All doors; a new one stands at the end.</param>
/// <param name="Passes">The passes that changed, as they are now. None is ever removed: what no longer holds is revoked or replaced.</param>
public sealed record RosterChanges(
    long Cursor, bool More, AssemblyState State, int RoomCapacity, string? Overflow, IReadOnlyList<RosterPlace> Doors, IReadOnlyList<RosterPass> Passes);

/// <summary>An institution or a door.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Expected">An institution, for those who count groups: how many people it pledged. Missing without a pledge, and for a kiosk, which faces the public.</param>
public sealed record RosterPlace(Guid Id, string Name, int? Expected = null);

/// <summary>One code of one pass. Who may read a name depends on the role (rule 22).</summary>
/// <param name="Hash">base64url of the first 8 bytes of SHA-256 of the token's 26 characters.</param>
/// <param name="Code">base64url of the short code's fingerprint.</param>
/// <param name="Institution">The place of its institution in the snapshot.</param>
/// <param name="Standing">Whether the door may take it.</param>
/// <param name="Inside">Whether it is in the room now; missing where it never came.</param>
/// <param name="FirstAt">When it came in first.</param>
/// <param name="FirstDoor">Through which door: its place in the list.</param>
/// <param name="Adults">A delegation pass: how many adults are expected.</param>
/// <param name="Under18s">A delegation pass: how many under-18s are expected.</param>
/// <param name="Label">A delegation pass's own words.</param>
/// <param name="Sealed">
/// Stewards: the name, readable only with the pass in hand. base64url of AES-256-GCM (ciphertext, then the 16-byte tag) under the key
/// SHA-256("assembly pass name:" + token) with a nonce of 12 zero bytes: a token is for one name only, so no key ever seals two.
/// </param>
/// <param name="Pass">Desk and supervisor: the pass, for method search.</param>
/// <param name="Name">Desk and supervisor: the name, so that they can search without a connection.</param>
/// <param name="Outside">Of a coach that is in, how many have gone out and are not back; missing where none have.</param>
public sealed record RosterPass(
    string Hash,
    string Code,
    int Institution,
    RosterStanding Standing,
    bool? Inside = null,
    Instant? FirstAt = null,
    int? FirstDoor = null,
    int? Adults = null,
    int? Under18s = null,
    string? Label = null,
    string? Sealed = null,
    Guid? Pass = null,
    string? Name = null,
    int? Outside = null);
