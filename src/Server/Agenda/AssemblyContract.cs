using NodaTime;

namespace Assemblies.Agenda;

/// <summary>Plans an assembly or changes it. A member that is missing is refused like one that is wrong.</summary>
/// <param name="Title">What it is called in public.</param>
/// <param name="Venue">The hall, with its address.</param>
/// <param name="TimeZone">TZDB id of the hall's wall clock, for example <c>America/New_York</c>.</param>
/// <param name="Doors">When the doors open, on that clock.</param>
/// <param name="Start">When the assembly starts.</param>
/// <param name="HardEnd">The finish the chair may not miss.</param>
/// <param name="RoomCapacity">The most people the room may hold.</param>
/// <param name="Slug">The public address; null derives it from title and date.</param>
/// <param name="Overflow">Where a full room sends people; null where there is nowhere.</param>
/// <param name="SmallestShown">Screens list no institution of which fewer have arrived; null keeps what is set, 0 at first: all are listed.</param>
/// <param name="RetentionDays">Days after the end until names of those who came are erased; null keeps what is set, 30 at first.</param>
/// <param name="PressContact">Public: whom the press may ask; null where nobody is named.</param>
public sealed record AssemblyCommand(
    string? Title = null,
    string? Venue = null,
    string? TimeZone = null,
    LocalDateTime? Doors = null,
    LocalDateTime? Start = null,
    LocalDateTime? HardEnd = null,
    int? RoomCapacity = null,
    string? Slug = null,
    string? Overflow = null,
    int? SmallestShown = null,
    int? RetentionDays = null,
    string? PressContact = null);

/// <summary>An assembly as organisers see it.</summary>
/// <param name="Id">The assembly.</param>
/// <param name="Slug">Its public address is <c>/a/{slug}</c>.</param>
/// <param name="Title">What it is called in public.</param>
/// <param name="Venue">The hall.</param>
/// <param name="TimeZone">TZDB id of the hall's wall clock.</param>
/// <param name="Doors">When the doors open, on that clock.</param>
/// <param name="Start">When it starts.</param>
/// <param name="HardEnd">The finish the chair may not miss.</param>
/// <param name="RoomCapacity">The most people the room may hold.</param>
/// <param name="State">Where it is in its life.</param>
/// <param name="Overflow">Where a full room sends people.</param>
/// <param name="SmallestShown">Screens list no institution of which fewer have arrived.</param>
/// <param name="RetentionDays">Days after the end until names of those who came are erased.</param>
/// <param name="PressContact">Whom the press may ask.</param>
public sealed record AssemblyDetails(
    Guid Id,
    string Slug,
    string Title,
    string Venue,
    string TimeZone,
    LocalDateTime Doors,
    LocalDateTime Start,
    LocalDateTime HardEnd,
    int RoomCapacity,
    AssemblyState State,
    string? Overflow,
    int SmallestShown,
    int RetentionDays,
    string? PressContact)
{
    internal static AssemblyDetails Of(AccountabilityAssembly a) =>
        new(a.Id, a.Slug, a.Title, a.Venue, a.TimeZone, a.Doors, a.Start, a.HardEnd, a.RoomCapacity, a.State,
            a.Overflow, a.SmallestShown, a.RetentionDays, a.PressContact);
}
