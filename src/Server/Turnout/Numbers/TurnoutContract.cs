using Assemblies.Turnout.Supervision;
using NodaTime;

namespace Assemblies.Turnout.Numbers;

/// <summary>The numbers of turnout, each apart from the others (product.md, 2). For staff: shortfalls never go to a public screen.</summary>
/// <param name="Pledged">Promised by the institution.</param>
/// <param name="Registered">Named people, those whose names have been erased since included.</param>
/// <param name="Confirmed">Said lately to be coming; null where nobody said.</param>
/// <param name="Forecast">Predicted from the pledge.</param>
/// <param name="Arrived">Counted at the doors: distinct, cumulative, under-18s included.</param>
/// <param name="PresentNow">Of them not seen leaving.</param>
/// <param name="Under18s">Of those arrived under 18.</param>
public sealed record TurnoutNumbers(int Pledged, int Registered, int? Confirmed, int Forecast, int Arrived, int PresentNow, int Under18s)
{
    public static TurnoutNumbers Sum(IReadOnlyCollection<TurnoutNumbers> all) => new(
        all.Sum(n => n.Pledged), all.Sum(n => n.Registered), all.Any(n => n.Confirmed is not null) ? all.Sum(n => n.Confirmed ?? 0) : null,
        all.Sum(n => n.Forecast), all.Sum(n => n.Arrived), all.Sum(n => n.PresentNow), all.Sum(n => n.Under18s));
}

/// <summary>One institution's turnout.</summary>
/// <param name="InstitutionId">The institution; null for people who named none.</param>
/// <param name="Institution">Its name.</param>
/// <param name="Chapter">Its chapter.</param>
/// <param name="Numbers">Its numbers.</param>
/// <param name="ForecastBasis">What the forecast rests on, in words.</param>
public sealed record InstitutionTurnout(Guid? InstitutionId, string Institution, string? Chapter, TurnoutNumbers Numbers, string ForecastBasis);

/// <summary>One chapter's turnout.</summary>
/// <param name="Chapter">The chapter; null for institutions without one.</param>
/// <param name="Institutions">How many institutions it has here.</param>
/// <param name="Numbers">Their sums.</param>
public sealed record ChapterTurnout(string? Chapter, int Institutions, TurnoutNumbers Numbers);

/// <summary>Who came through one door.</summary>
/// <param name="DoorId">The door; null for devices that stand at none.</param>
/// <param name="Door">What people call it.</param>
/// <param name="IsOverflow">Leads to another room than the one whose capacity counts.</param>
/// <param name="Arrived">Arrived through it.</param>
/// <param name="PresentNow">Of them not seen leaving.</param>
/// <param name="Under18s">Of those arrived under 18.</param>
public sealed record DoorTurnout(Guid? DoorId, string Door, bool IsOverflow, int Arrived, int PresentNow, int Under18s);

/// <summary>The room against what it may hold.</summary>
/// <param name="Capacity">The most people it may hold.</param>
/// <param name="PresentNow">Present in it; overflow rooms are not in this.</param>
/// <param name="Level">How full it is: warnings from 80, 90 and 100 %.</param>
/// <param name="Overflow">Where a full room sends people.</param>
public sealed record RoomTurnout(int Capacity, int PresentNow, RoomLevel Level, string? Overflow);

/// <summary>Everything organisers see of turnout.</summary>
/// <param name="AsOf">When it was read.</param>
/// <param name="Silent">Devices that may hold scans nobody has counted yet.</param>
/// <param name="Totals">Of all institutions and of people without one.</param>
/// <param name="ConfirmedBy">How many institutions have confirmed a number.</param>
/// <param name="ForecastAgainstRoom">How the forecast stands to the room, in words.</param>
/// <param name="Institutions">By name; people without an institution last.</param>
/// <param name="Chapters">By name.</param>
/// <param name="Doors">By name.</param>
/// <param name="Room">The room against what it may hold.</param>
/// <param name="Arrivals">The arrival curve. A clicker counts where it was pressed last.</param>
public sealed record TurnoutReport(
    Instant AsOf,
    SilentDevices Silent,
    TurnoutNumbers Totals,
    int ConfirmedBy,
    string ForecastAgainstRoom,
    IReadOnlyList<InstitutionTurnout> Institutions,
    IReadOnlyList<ChapterTurnout> Chapters,
    IReadOnlyList<DoorTurnout> Doors,
    RoomTurnout Room,
    ArrivalSpans Arrivals);
